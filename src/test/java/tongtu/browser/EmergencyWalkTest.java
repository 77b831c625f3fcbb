package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An emergency as people meet it: first on every page, said once, and found again.
@Tag("browser")
class EmergencyWalkTest {
    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        site = SampleSite.with(folder);
        save("a", "urgent", "测试：台风要来了");
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static void save(String name, String level, String title) throws Exception {
        var file = folder.resolve("content/notices/alarm-" + name + ".md");
        Files.writeString(
                file,
                """
                ---
                title: %s
                kind: notice
                language: zh-CN
                summary: [请留在家里。]
                region: 测试镇
                emergency: %s
                starts: 2026-11-25 08:00
                ends: 2026-11-26 20:00
                ---

                请留在家里，关好门窗。
                """
                        .formatted(title, level));
        site.site().pages().refresh(Set.of(file));
    }

    @BeforeEach
    void forget() {
        Browser.get().reset();
        Browser.get()
                .open(site.page("home", "/").url())
                .cdp(
                        "Storage.clearDataForOrigin",
                        Map.of(
                                "origin",
                                site.page("home", "").url(),
                                "storageTypes",
                                "local_storage"));
    }

    /// What live regions say on the page that is open, once scripts have run.
    private static List<String> said(Browser browser, boolean expected) {
        var patience = Instant.now().plus(Duration.ofSeconds(expected ? 30 : 1));
        var said = alerts(browser);
        while (said.isEmpty() && Instant.now().isBefore(patience)) {
            said = alerts(browser);
        }
        return said;
    }

    private static List<String> alerts(Browser browser) {
        return AccessibilityTree.of(browser).of("alert").stream()
                .flatMap(alert -> alert.of("StaticText").stream())
                .map(AccessibilityTree.Node::name)
                .toList();
    }

    @Test
    void itIsSaidOnceAndNotOnEveryPage() throws Exception {
        var browser = Browser.get();
        browser.open(site.page("home", "/").url());
        var said = said(browser, true);
        assertEquals(1, said.size());
        assertTrue(
                said.getFirst().contains("紧急通知（紧急）：")
                        && said.getFirst().contains("测试：台风要来了")
                        && said.getFirst().contains("测试镇"),
                said.toString());
        for (var path : List.of("/services", "/", "/explainers/indicators")) {
            browser.open(site.page("another", path).url());
            assertEquals(List.of(), said(browser, false), path);
            // It still stands there, for who looks.
            assertEquals(
                    1,
                    AccessibilityTree.of(browser)
                            .where(node ->
                                    node.role().equals("region") && node.name().equals("紧急通知"))
                            .size());
        }
        // A new one is said, and it alone.
        save("b", "warning", "测试：明天停水");
        browser.open(site.page("services", "/services").url());
        said = said(browser, true);
        assertTrue(
                said.getFirst().contains("停水") && !said.getFirst().contains("台风"), said.toString());
        Files.delete(folder.resolve("content/notices/alarm-b.md"));
        site.site().pages().refresh(Set.of(folder.resolve("content/notices/alarm-b.md")));
    }

    @Test
    void itIsTheFirstThingReadAndTheSecondStopOfTheKeyboard() {
        for (boolean script : List.of(true, false)) {
            var browser = Browser.get().reset();
            if (!script) {
                browser.withoutScript();
            }
            browser.open(site.page("services", "/services").url());
            var aloud = AccessibilityTree.of(browser).aloud();
            int alarm = aloud.indexOf("region \"紧急通知\"");
            assertTrue(alarm >= 0, "script " + script);
            assertTrue(alarm < aloud.indexOf("navigation \"主导航\""));
            assertTrue(alarm < aloud.indexOf("heading 1 \"办事指南\""));
            assertEquals(
                    List.of("跳到正文", "测试：台风要来了"),
                    AccessibilityTree.of(browser).of("link").stream()
                            .map(AccessibilityTree.Node::name)
                            .limit(2)
                            .toList());
        }
    }
}
