package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.web.Server;

/// What a site holds, sorted in every way that a resident may look for it.
class DocumentListsTest {
    @TempDir Path folder;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        site = TestSite.still(folder.resolve("content"));
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private Document page(String address) throws IOException {
        var answer = site.get(address);
        assertEquals(200, answer.status(), address);
        return Jsoup.parse(answer.text());
    }

    private List<String> titles(String address) throws IOException {
        return page(address).select(".ledger h3").eachText();
    }

    private void save(String path, String kind, String title, String... more) throws IOException {
        site.write(path, TestSite.text(kind, title, "一段话。", more));
    }

    @Test
    void aDocumentStandsUnderEachOfItsTopicsIssuersItsYearAndWhetherItBinds() throws IOException {
        save(
                "policies/a.md",
                "policy",
                "甲法",
                "topics: [就业, 维权]",
                "issuer: [县政府, 县残联]",
                "published: 2025-03-01",
                "effective: 2025-04-01");
        save(
                "policies/b.md",
                "policy",
                "乙稿",
                "standing: draft",
                "topics: [就业]",
                "effective: 2021-01-01",
                "expires: 2025-12-31");
        save("services/c.md", "service", "丙事", "topics: [就业]");
        save("pages/d.md", "page", "说明", "topics: [就业]");
        site.refreshAll();
        // Services first; pages about the site are not among them.
        assertEquals(List.of("丙事", "甲法", "乙稿"), titles("/topics/就业"));
        assertEquals(List.of("甲法"), titles("/topics/维权"));
        assertEquals(List.of("甲法"), titles("/issuers/县残联"));
        assertEquals(List.of("甲法"), titles("/years/2025"));
        assertEquals(List.of("甲法"), titles("/validity/in-force"));
        // A draft binds nobody, whatever its dates.
        assertEquals(List.of("乙稿"), titles("/validity/draft"));
        assertEquals(404, site.get("/validity/expired").status());
        assertEquals(
                List.of("就业 3 篇", "维权 1 篇"), page("/topics").select("nav.choose a").eachText());
    }

    @Test
    void everyListIsReachedFromTheSiteMapAndEveryLinkOfItLeadsToAPage() throws IOException {
        save(
                "policies/a.md",
                "policy",
                "甲法",
                "topics: [就业]",
                "issuer: 县政府",
                "published: 2025-03-01");
        save("services/c.md", "service", "丙事", "topics: [康复]");
        site.refreshAll();
        var seen = new ArrayList<String>();
        for (var link : page("/sitemap").select("main a, footer a")) {
            var address = link.attr("href").replaceAll("[?#].*", "");
            if (address.startsWith("/")) {
                assertEquals(
                        200,
                        site.get(
                                        java.net.URLDecoder.decode(
                                                address, java.nio.charset.StandardCharsets.UTF_8))
                                .status(),
                        address);
                seen.add(link.attr("href"));
            }
        }
        for (var expected :
                List.of(
                        "/policies",
                        "/policies/a",
                        "/topics/%E5%BA%B7%E5%A4%8D",
                        "/years/2025",
                        "/emergencies",
                        "/glossary",
                        "/feedback/help?page=/sitemap")) {
            assertTrue(
                    seen.contains(expected)
                            || seen.contains(
                                    java.net.URLDecoder.decode(
                                            expected, java.nio.charset.StandardCharsets.UTF_8)),
                    expected + " in " + seen);
        }
    }

    @Test
    void aNameThatWouldBreakAnAddressIsMadeHarmless() throws IOException {
        save(
                "services/a.md",
                "service",
                "甲",
                "topics: [\"就业/培训\", \"..\", \"100%?#\", \".\"]",
                "published: 2025-03-01");
        save("services/b.md", "service", "乙", "topics: [\"就业-培训\"]");
        site.refreshAll();
        for (var link : page("/topics").select("nav.choose a")) {
            var answer = tongtu.RawHttp.get(site.port(), TestSite.encoded(link.attr("href")));
            assertEquals(200, answer.status(), link.toString());
        }
        // Two names that make one address share its page.
        assertEquals(List.of("甲", "乙"), titles("/topics/就业-培训"));
        assertEquals(List.of(), site.findings());
    }

    @Test
    void aLongListIsCutIntoPagesThatLeadToEachOther() throws IOException {
        for (int i = 1; i <= 250; i++) {
            save(
                    "notices/n%03d.md".formatted(i),
                    "notice",
                    "通知 %03d".formatted(i),
                    "topics: [水电]",
                    "published: %d-01-01".formatted(1900 + i % 100));
        }
        site.refreshAll();
        for (var list : List.of("/notices", "/topics/水电")) {
            var all = new ArrayList<String>();
            var at = list;
            int pages = 0;
            while (!at.isEmpty()) {
                var page = page(at);
                all.addAll(page.select(".ledger h3").eachText());
                pages++;
                assertEquals("第 " + pages + " 页，共 3 页", page.expectFirst("#pages").text());
                assertEquals(pages > 1, page.title().contains("第 " + pages + " 页"));
                at =
                        java.net.URLDecoder.decode(
                                page.select("a[rel=next]").attr("href"),
                                java.nio.charset.StandardCharsets.UTF_8);
                assertTrue(page.select(".ledger > li").size() <= 100);
            }
            assertEquals(3, pages, list);
            assertEquals(250, all.stream().distinct().count(), list);
        }
        assertTrue(page("/sitemap").text().length() < 200_000);
    }

    @Test
    void theFootHasWhatTheBodySaysOfItselfAndNothingElse() throws IOException {
        var nothing = page("/").select("footer").text();
        assertFalse(
                nothing.contains("备案") || nothing.contains("承办") || nothing.contains("标识码"),
                nothing);
        site.write("pictures/mark.png", "x");
        site.save(
                "site.yaml",
                """
                version: 1
                name: 甲站
                organisation: 甲县残联
                undertaker: 甲县信息中心
                icp: 浙ICP备00000000号
                police: 浙公网安备00000000000000号
                identifier: "3304210000"
                find-errors: https://errors.example/?site=3304210000
                party-mark: https://mark.example/check
                party-mark-picture: pictures/mark.png
                """);
        assertEquals(List.of(), site.findings());
        var foot = page("/").selectFirst("footer");
        var text = String.valueOf(foot == null ? "" : foot.text());
        for (var words :
                List.of(
                        "主办：甲县残联",
                        "承办：甲县信息中心",
                        "浙ICP备00000000号",
                        "浙公网安备00000000000000号",
                        "网站标识码：3304210000",
                        "政府网站找错")) {
            assertTrue(text.contains(words), words + " in " + text);
        }
        var mark = page("/").expectFirst("footer img");
        assertEquals("/media/pictures/mark.png", mark.attr("src"));
        assertEquals("党政机关标识，点开核验", mark.attr("alt"));
        site.save("site.yaml", "version: 1\nname: 甲站\nparty-mark: https://mark.example/\n");
        assertTrue(site.findings().contains("site/party-mark"));
    }
}
