package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tongtu.app.TestSite.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.web.Server;

/// What a saved file changes on the site, and that it changes nothing else: the numbers are pages
/// made anew.
class SavedFilesTest {
    /// The pages of the site below: five documents, the lists of five kinds, home, glossary, site
    /// map, emergencies; by year and by validity a list of lists and one list.
    private static final int ALL = 18;

    @TempDir Path folder;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        var content = Files.createDirectory(folder.resolve("content"));
        Files.writeString(
                content.resolve("site.yaml"), "version: 1\nname: 甲站\nhotline: \"12385\"\n");
        write(
                content,
                "policies/保障法.md",
                text("policy", "保障法", "第一条 内容。", "effective: 2020-01-01"));
        write(content, "services/补贴.md", text("service", "补贴", "怎么办。见[保障法](../policies/保障法.md)。"));
        write(
                content,
                "explainers/说明.md",
                text("explainer", "说明", "讲一讲。", "relations:", "  explains: policies/保障法"));
        write(content, "pages/about.md", text("page", "关于本站", "说明。"));
        write(content, "pages/help.md", text("page", "帮助", "帮助里没有词。"));
        write(content, "glossary/a.md", "---\ntitle: 词语\n---\n\n内容\n:   里面的东西。\n");
        site = TestSite.still(content);
    }

    private static void write(Path content, String name, String text) throws IOException {
        Files.createDirectories(content.resolve(name).getParent());
        Files.writeString(content.resolve(name), text);
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    @Test
    void everyPageOfTheFolderIsThere() throws IOException {
        for (var address :
                List.of(
                        "/",
                        "/policies",
                        "/services",
                        "/explainers",
                        "/notices",
                        "/pages",
                        "/glossary",
                        "/policies/保障法",
                        "/services/补贴",
                        "/explainers/说明",
                        "/pages/about",
                        "/pages/help")) {
            assertEquals(200, site.get(address).status(), address);
        }
        assertEquals(List.of(), site.findings());
    }

    @Test
    void nothingChangedMakesNothingAnew() throws IOException {
        assertEquals(0, site.refreshAll());
        assertEquals(0, site.refresh("policies/保障法.md", "site.yaml", "glossary/a.md"));
        assertEquals(0, site.turnDay());
    }

    @Test
    void changedWordsMakeOnePageAnew() throws IOException {
        var home = site.get("/").header("ETag");
        var page = site.get("/pages/help").header("ETag");
        assertEquals(1, site.save("pages/help.md", text("page", "帮助", "新的帮助。")));
        assertTrue(site.get("/pages/help").text().contains("新的帮助"));
        assertEquals(200, site.get("/pages/help", "If-None-Match: " + page).status());
        assertEquals(304, site.get("/", "If-None-Match: " + home).status());
    }

    @Test
    void aChangedTitleReachesEveryPageThatShowsIt() throws IOException {
        // The page itself, its list, home, the site map, the lists of its year and of what is in
        // force, and the explainer that names it.
        assertEquals(
                7,
                site.save(
                        "policies/保障法.md",
                        text("policy", "新保障法", "第一条 内容。", "effective: 2020-01-01")));
        for (var address : List.of("/", "/policies", "/policies/保障法", "/explainers/说明")) {
            assertTrue(site.get(address).text().contains("新保障法"), address);
        }
    }

    @Test
    void aChangedSummaryReachesListsOnly() throws IOException {
        // The page, whose summary is shown, its list, home, the site map.
        assertEquals(
                4,
                site.save(
                        "services/补贴.md",
                        text(
                                "service",
                                "补贴",
                                "怎么办。见[保障法](../policies/保障法.md)。",
                                "summary:",
                                "  - 一句话。")));
        assertTrue(site.get("/services").text().contains("一句话。"));
    }

    @Test
    void aPageInTheFootOfAllPagesReachesAll() throws IOException {
        int all = ALL;
        assertEquals(all, site.save("pages/help.md", text("page", "新帮助", "帮助里没有词。")));
        assertTrue(site.get("/services/补贴").text().contains("新帮助"));
        // So does its language, which is written on the link.
        assertEquals(
                all,
                site.save("pages/help.md", text("page", "新帮助", "帮助里没有词。").replace("zh-CN", "en")));
        assertTrue(site.get("/services/补贴").text().contains("lang=\"en\""));
    }

    @Test
    void theSitesNameReachesAllPages() throws IOException {
        assertEquals(ALL, site.save("site.yaml", "version: 1\nname: 乙站\n"));
        for (var address : List.of("/", "/glossary", "/services/补贴")) {
            assertTrue(site.get(address).text().contains("乙站"), address);
            assertFalse(site.get(address).text().contains("12385"), address);
        }
        assertTrue(site.get("/nothing").text().contains("乙站"));
        assertTrue(site.get("/../x").text().contains("乙站"));
    }

    @Test
    void aTermReachesDocumentsAndTheGlossary() throws IOException {
        assertEquals(6, site.save("glossary/a.md", "---\ntitle: 词语\n---\n\n内容\n:   新的解释。\n"));
        assertTrue(site.get("/policies/保障法").text().contains("新的解释"));
        assertTrue(site.get("/glossary").text().contains("新的解释"));
        // A file that breaks keeps the terms that it had.
        assertEquals(0, site.save("glossary/a.md", "---\ntitle: [\n---\n"));
        assertTrue(site.get("/glossary").text().contains("新的解释"));
        assertTrue(site.findings().contains("front-matter/yaml"), site.findings().toString());
    }

    @Test
    void aNewDocumentIsServedAndListed() throws IOException {
        // With its list, home and the site map.
        assertEquals(4, site.save("notices/一.md", text("notice", "第一号通知", "内容。")));
        assertEquals(200, site.get("/notices/一").status());
        assertTrue(site.get("/notices").text().contains("第一号通知"));
        assertTrue(site.get("/").text().contains("第一号通知"));
    }

    @Test
    void aDeletedDocumentIsGoneAndLinksToItBecomeWords() throws IOException {
        site.delete("policies/保障法.md");
        // Its list, home, the site map, the service that linked to it, the explainer of it.
        assertEquals(5, site.refresh("policies/保障法.md"));
        assertEquals(404, site.get("/policies/保障法").status());
        assertFalse(site.get("/services/补贴").text().contains("href=\"/policies/"));
        assertFalse(site.get("/").text().contains("保障法"));
        // And back, with itself, its year and whether it binds.
        assertEquals(
                10,
                site.save(
                        "policies/保障法.md",
                        text("policy", "保障法", "第一条 内容。", "effective: 2020-01-01")));
        assertTrue(site.get("/services/补贴").text().contains("href=\"/policies/保障法\""));
    }

    @Test
    void aDocumentThatMovesToAnotherKindIsFoundThere() throws IOException {
        site.write("policies/保障法.md", text("notice", "保障法", "第一条 内容。"));
        site.refresh("policies/保障法.md");
        assertEquals(404, site.get("/policies/保障法").status());
        assertEquals(200, site.get("/notices/保障法").status());
        assertTrue(site.get("/services/补贴").text().contains("href=\"/notices/保障法\""));
    }

    @Test
    void aFileWithErrorsKeepsItsLastGoodPageAndReports() throws IOException {
        var before = site.get("/policies/保障法").text();
        var bad = text("policy", "坏的", "改坏了。", "effective: 2020-01-01", "expires: 2019-01-01");
        assertEquals(0, site.save("policies/保障法.md", bad));
        assertEquals(before, site.get("/policies/保障法").text());
        assertEquals(List.of("front-matter/dates"), site.findings());
        var finding = site.told.getLast().getFirst();
        assertEquals("policies/保障法.md", finding.file());
        assertFalse(finding.remedy().isEmpty());
        // Told once, and again when it is mended.
        int told = site.told.size();
        site.refresh("policies/保障法.md");
        assertEquals(told, site.told.size());
        assertEquals(
                1,
                site.save(
                        "policies/保障法.md", text("policy", "保障法", "改好了。", "effective: 2020-01-01")));
        assertTrue(site.get("/policies/保障法").text().contains("改好了"));
        assertEquals(List.of(), site.findings());
    }

    @Test
    void aBrokenSiteFileKeepsTheNameAndReports() throws IOException {
        assertEquals(0, site.save("site.yaml", "name: 乙站\n"));
        assertTrue(site.get("/").text().contains("甲站"));
        assertEquals(List.of("site/version"), site.findings());
    }

    @Test
    void movedAddressesLeadOnAndWithdrawnOnesSaySo() throws IOException {
        var moved =
                """
                tongtu-moved 1
                /policies/旧法\t/policies/保障法
                /policies/%E8%80%81%E6%B3%95\t/policies/%E4%BF%9D%E9%9A%9C%E6%B3%95
                /policies/更旧\t/policies/旧法
                /policies/圈甲\t/policies/圈乙
                /policies/圈乙\t/policies/圈甲
                /policies/撤下\t
                /services/补贴\t/policies/保障法
                """;
        site.save("moved.tsv", moved);
        for (var old : List.of("/policies/旧法", "/policies/老法", "/policies/更旧")) {
            var answer = site.get(old);
            assertEquals(301, answer.status(), old);
            assertEquals("/policies/%E4%BF%9D%E9%9A%9C%E6%B3%95", answer.header("Location"));
        }
        var gone = site.get("/policies/撤下");
        assertEquals(410, gone.status());
        assertTrue(gone.text().contains("<h1>这一页已经撤下</h1>"));
        assertTrue(gone.text().contains("甲站"));
        assertEquals(404, site.get("/policies/圈甲").status());
        // They never hide a page.
        assertEquals(200, site.get("/services/补贴").status());
        assertEquals(0, site.refresh("moved.tsv"));
        // A file that cannot be read at all keeps what was there.
        site.save("moved.tsv", "nonsense");
        assertEquals(301, site.get("/policies/旧法").status());
        assertEquals(List.of("moved/version"), site.findings());
        site.delete("moved.tsv");
        site.refresh("moved.tsv");
        assertEquals(404, site.get("/policies/旧法").status());
        assertEquals(List.of(), site.findings());
    }

    @Test
    void idsAreContentToo() throws IOException {
        var before = site.get("/policies/保障法").text();
        var folderOfTexts = new tongtu.markdown.ContentFolder(site.content);
        var file = folderOfTexts.file("policies/保障法");
        folderOfTexts.write("policies/保障法", java.util.Objects.requireNonNull(file));
        // The ledger says what the server had worked out already.
        assertEquals(0, site.refresh("policies/保障法.ids"));
        assertEquals(before, site.get("/policies/保障法").text());
        var ledger = Files.readString(site.content.resolve("policies/保障法.ids"));
        var id = ledger.lines().skip(1).findFirst().orElseThrow().split("[\t ]", 2)[0];
        assertTrue(before.contains(id), ledger);
        var other = id.substring(0, 7) + (id.endsWith("a") ? "b" : "a");
        assertEquals(1, site.save("policies/保障法.ids", ledger.replace(id, other)));
        assertTrue(site.get("/policies/保障法").text().contains(other));
    }

    @Test
    void aPictureIsServedAsItIsNow() throws IOException {
        site.write("services/图 1%.svg", "<svg/>");
        assertEquals(0, site.refresh("services/图 1%.svg"));
        var answer = site.get("/media/services/图 1%.svg");
        assertEquals("<svg/>", answer.text());
        assertEquals("image/svg+xml;charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.header("Content-Security-Policy").endsWith("sandbox"));
        assertEquals(0, site.save("services/图 1%.svg", "<svg></svg>"));
        assertEquals("<svg></svg>", site.get("/media/services/图 1%.svg").text());
        Files.write(site.content.resolve("large.png"), new byte[9 * 1024 * 1024]);
        site.refresh("large.png");
        assertEquals(404, site.get("/media/large.png").status());
        assertEquals(List.of("media/left-out"), site.findings());
        site.delete("large.png");
        site.refresh("large.png");
        assertEquals(List.of(), site.findings());
    }

    @Test
    void aFolderStandsForAllThatIsOrWasInIt() throws IOException {
        Files.createDirectories(site.content.resolve("new/deep"));
        site.write("new/deep/a.md", text("notice", "深处", "内容。"));
        site.write("new/deep/a.png", "x");
        site.refresh("new");
        assertEquals(200, site.get("/notices/a").status());
        assertEquals(200, site.get("/media/new/deep/a.png").status());
        Files.move(site.content.resolve("new"), folder.resolve("elsewhere"));
        site.refresh("new");
        assertEquals(404, site.get("/notices/a").status());
        assertEquals(404, site.get("/media/new/deep/a.png").status());
        assertEquals(200, site.get("/policies/保障法").status());
    }

    @Test
    void aFolderThatIsAwayLeavesThePagesAsTheyWere() throws IOException {
        Files.move(site.content, folder.resolve("away"));
        assertEquals(0, site.refreshAll());
        assertEquals(200, site.get("/policies/保障法").status());
        assertEquals(List.of("folder/missing"), site.findings());
        Files.move(folder.resolve("away"), site.content);
        assertEquals(0, site.refreshAll());
        assertEquals(List.of(), site.findings());
    }

    @Test
    void aMistypedAddressSuggestsWhatMayBeMeant() throws IOException {
        for (var wrong :
                List.of(
                        "/policies/保証法",
                        "/services/保障法",
                        "/policies/保障",
                        "/保障法.html",
                        "/x/y/保障法律/")) {
            var answer = site.get(wrong);
            assertEquals(404, answer.status(), wrong);
            assertTrue(answer.text().contains("您要找的也许是</h2>"), wrong);
            assertTrue(answer.text().contains("href=\"/policies/保障法\""), wrong);
            assertFalse(answer.text().contains("href=\"/services/补贴\""), wrong);
        }
        assertFalse(site.get("/wp-login.php").text().contains("也许是"));
        // What was typed is not repeated.
        assertFalse(site.get("/<b>保障法</b>").text().contains("<b>保障法"));
    }

    @Test
    void problemsAreInTheFrameOfTheSite() throws IOException {
        for (var answer :
                List.of(
                        site.get("/nothing"),
                        tongtu.RawHttp.get(site.port(), "/../"),
                        tongtu.RawHttp.ask(site.port(), "POST", "/"),
                        tongtu.RawHttp.get(site.port(), "/" + "a".repeat(3_000)),
                        tongtu.RawHttp.get(site.port(), "/", "Cookie: " + "a".repeat(9_000)))) {
            var page = org.jsoup.Jsoup.parse(answer.text());
            assertEquals(1, page.select("main h1").size(), answer.text());
            assertEquals("zh-CN", page.select("html").attr("lang"));
            assertTrue(page.title().endsWith(" - 甲站"), page.title());
            assertFalse(page.select("main a[href=/]").isEmpty());
            assertFalse(page.select("nav").isEmpty());
        }
    }

    @Test
    void aChangedValidityIsShownFromMidnightInShanghai() throws IOException, Server.CannotStart {
        site.close();
        site.write("policies/明天.md", text("policy", "明天的", "内容。", "effective: 2026-11-26"));
        site.write(
                "policies/今天.md",
                text("policy", "今天的", "内容。", "effective: 2020-01-01", "expires: 2026-11-25"));
        site.write(
                "explainers/解.md",
                text("explainer", "解", "内容。", "relations:", "  explains: policies/明天"));
        // 23:59:59 on the 25th in Shanghai, which is still the afternoon in London.
        site = TestSite.still(site.content, Instant.parse("2026-11-25T15:59:59Z"));
        assertTrue(site.get("/policies/明天").text().contains("尚未施行"));
        assertTrue(site.get("/policies/今天").text().contains("现行有效"));
        assertEquals(0, site.turnDay());
        site.now.set(Instant.parse("2026-11-25T16:00:00Z"));
        // Two policies, the explainer that shows the tag of one, their list, home, the site map,
        // the
        // lists of both their years, of validity, of what is in force and of what has expired.
        assertEquals(11, site.turnDay());
        assertTrue(site.get("/policies/明天").text().contains("现行有效"));
        assertTrue(site.get("/explainers/解").text().contains("现行有效"));
        assertTrue(site.get("/policies/今天").text().contains("已过期"));
        assertTrue(site.get("/policies").text().contains("已过期"));
        assertEquals(0, site.turnDay());
        // A restart on that day shows the same.
        var shown = site.get("/policies/明天").text();
        site.close();
        site = TestSite.still(site.content, Instant.parse("2026-11-25T16:00:00Z"));
        assertEquals(shown, site.get("/policies/明天").text());
    }

    @Test
    void aDocumentThatReplacesAnotherDoesSoOnItsDay() throws IOException {
        site.now.set(Instant.parse("2026-11-25T15:00:00Z"));
        site.save(
                "policies/新法.md",
                text(
                        "policy",
                        "新法",
                        "内容。",
                        "effective: 2026-11-26",
                        "relations:",
                        "  replaces: policies/保障法"));
        assertFalse(site.get("/policies/保障法").text().contains("已废止"));
        site.now.set(Instant.parse("2026-11-25T16:00:00Z"));
        // Both, the explainer of the old one, the list, home, the site map, the lists of both
        // years,
        // of validity, of what is in force and of what is repealed.
        assertEquals(11, site.turnDay());
        assertTrue(site.get("/policies/保障法").text().contains("已废止"));
    }

    /// A day that has turned shows with the next save too.
    @Test
    void aSaveAfterMidnightShowsTheNewDay() throws IOException {
        site.save("policies/明天.md", text("policy", "明天的", "内容。", "effective: 2026-11-26"));
        site.now.set(Instant.parse("2026-11-26T00:00:00Z"));
        site.save("pages/help.md", text("page", "帮助", "改了。"));
        assertTrue(site.get("/policies/明天").text().contains("现行有效"));
        assertEquals(0, site.turnDay());
    }
}
