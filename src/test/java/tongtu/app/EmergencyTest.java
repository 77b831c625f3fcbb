package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.web.Server;

/// A notice with a level, a start and an end stands on every page from the one to the other, and in
/// the archive for good.
class EmergencyTest {
    private static final String FILE = "notices/storm.md";
    private static final List<String> PAGES =
            List.of("/", "/policies/a", "/notices", "/glossary", "/sitemap", "/notices/storm");

    @TempDir Path folder;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        site = TestSite.still(folder.resolve("content"));
        site.save("policies/a.md", TestSite.text("policy", "办法", "一段话。"));
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private static String storm(String level, String starts, String ends) {
        return TestSite.text(
                "notice",
                "台风要来了",
                "请留在家里。",
                "summary: [请留在家里，关好门窗。]",
                "region: 西塘镇",
                "emergency: " + level,
                "starts: " + starts,
                "ends: " + ends);
    }

    private Document page(String address) throws IOException {
        return Jsoup.parse(site.get(address).text());
    }

    private @Nullable Element banner(String address) throws IOException {
        return page(address).selectFirst("section.alarms");
    }

    @Test
    void itStandsOnEveryPageAtOnceWithLevelPlaceAndEnd() throws IOException {
        site.save(FILE, storm("urgent", "2026-11-25 08:00", "2026-11-26 20:00"));
        assertEquals(List.of(), site.findings());
        for (var address : PAGES) {
            var banner = page(address).expectFirst("section.alarms");
            assertEquals(
                    "紧急通知（紧急）：台风要来了 请留在家里，关好门窗。 西塘镇。 到 2026 年 11 月 26 日 20:00 为止。",
                    banner.text(),
                    address);
            assertEquals("/notices/storm", banner.expectFirst("a").attr("href"));
            assertEquals("紧急通知", banner.attr("aria-label"));
        }
        // Also where there is nothing, and before the name of the site.
        var missing = page("/nowhere");
        assertNotNull(missing.selectFirst("section.alarms"));
        assertEquals(1, page("/").select("header > .skips + section.alarms").size());
    }

    @Test
    void itStartsAndEndsByItself() throws IOException {
        site.save(FILE, storm("warning", "2026-11-25 13:00", "2026-11-25 14:30"));
        assertNull(banner("/"));
        assertEquals("紧急通知（警告）：还没有开始", heading());
        site.now.set(at("2026-11-25T12:59:59"));
        site.turnDay();
        assertNull(banner("/"));
        site.now.set(at("2026-11-25T13:00"));
        site.turnDay();
        assertNotNull(banner("/"));
        assertEquals("紧急通知（警告）：正在生效", heading());
        site.now.set(at("2026-11-25T14:30"));
        site.turnDay();
        assertNull(banner("/"));
        assertEquals("紧急通知（警告）：已经结束", heading());
        var archive = page("/emergencies");
        assertEquals("台风要来了", archive.expectFirst("h3 a").text());
        assertEquals("紧急通知，已经结束", archive.expectFirst(".tag").text());
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private String heading() throws IOException {
        return page("/notices/storm").expectFirst(".status h2").text();
    }

    @Test
    void nobodyNeedsToTouchTheSiteForIt() throws Exception {
        site.close();
        site = TestSite.ticking(folder.resolve("content"), at("2026-11-25T12:59:56"));
        // On from the next minute, saved just before it; another ends then.
        site.write(FILE, storm("advice", "2026-11-25 13:00", "2026-11-25 14:00"));
        site.write("notices/flood.md", storm("advice", "2026-11-25 12:00", "2026-11-25 13:00"));
        await(() -> addresses().equals(List.of("/notices/flood")));
        await(() -> addresses().equals(List.of("/notices/storm")));
    }

    private List<String> addresses() throws IOException {
        return page("/").select("section.alarms a").eachAttr("href");
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            Thread.sleep(100);
        }
        assertTrue(condition.holds());
    }

    @Test
    void theWorstComeFirstAndMoreThanThreeAreNamedTogether() throws IOException {
        var levels = List.of("advice", "urgent", "warning", "advice", "warning");
        for (int i = 0; i < levels.size(); i++) {
            site.save(
                    "notices/n" + i + ".md",
                    storm(levels.get(i), "2026-11-25 0" + i + ":00", "2026-11-26 20:00"));
        }
        var banner = page("/").expectFirst("section.alarms");
        assertEquals(List.of("紧急通知（紧急）：", "紧急通知（警告）：", "紧急通知（警告）："), banner.select("b").eachText());
        assertEquals("/notices/n4", banner.select("a").get(1).attr("href"), "the newer first");
        assertEquals("全部紧急通知", banner.select("a").eachText().getLast());
        assertEquals(5, page("/emergencies").select("h3").size());
    }

    @Test
    void whatIsWrittenWrongIsSaidAndRaisesNoAlarm() throws IOException {
        var wrong =
                List.of(
                        storm("red", "2026-11-25 08:00", "2026-11-26 20:00"),
                        storm("urgent", "2026-11-25", "2026-11-26 20:00"),
                        storm("urgent", "2026-11-25 08:00", "2026-02-30 20:00"),
                        storm("urgent", "2026-11-26 20:00", "2026-11-25 08:00"),
                        storm("urgent", "''", "2026-11-25 08:00"),
                        storm("urgent", "2026-11-25 08:00", "2026-11-26 20:00")
                                .replace("kind: notice", "kind: policy"));
        for (var text : wrong) {
            site.save(FILE, text);
            assertTrue(site.findings().contains("front-matter/emergency"), text);
            assertNull(banner("/"), text);
        }
        site.save(FILE, storm("urgent", "2026-11-25 08:00", "2026-11-26 20:00"));
        assertFalse(site.findings().contains("front-matter/emergency"));
        assertNotNull(banner("/"));
    }

    @Test
    void anEnglishPageTellsItInEnglishAndMarksWhatIsChinese() throws IOException {
        site.save(FILE, storm("urgent", "2026-11-25 08:00", "2026-11-26 20:00"));
        site.save(
                "pages/en.md",
                TestSite.text("page", "Help", "Words.").replace("language: zh-CN", "language: en"));
        var banner = page("/pages/en").expectFirst("section.alarms");
        assertEquals("Emergency notice", banner.attr("aria-label"));
        assertEquals("Emergency notice (Urgent):", banner.expectFirst("b").text());
        assertEquals("zh-CN", banner.expectFirst("a").attr("lang"));
        assertEquals(List.of("请留在家里，关好门窗。", "西塘镇"), banner.select("span[lang=zh-CN]").eachText());
        assertTrue(banner.text().endsWith("Until 26 November 2026 20:00."), banner.text());
    }
}
