package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tongtu.RawHttp;
import tongtu.web.Server;

/// What programs read, asked for as programs do.
class MachinePagesTest {
    private static final String BASE = "https://tongtu.example";
    private static final String HOSTILE = "法</script><script>alert(1)</script> & \"引\"";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        var content = folder.resolve("content");
        Files.createDirectories(content);
        Files.writeString(
                content.resolve("site.yaml"),
                "version: 1\nname: 甲站\nsecurity: mailto:safe@tongtu.example\n");
        site = TestSite.known(content, BASE);
        site.save(
                "policies/法.md",
                TestSite.text(
                        "policy",
                        "'" + HOSTILE + "'",
                        "## 一、总则\n\n一段话。",
                        "summary: [一句话。]",
                        "issuer: [示例局]",
                        "issued: 2026-01-05",
                        "published: 2026-01-08",
                        "effective: 2026-03-01",
                        "topics: [就业]"));
        for (int i = 0; i < 60; i++) {
            site.write(
                    "notices/n%02d.md".formatted(i),
                    TestSite.text(
                            "notice",
                            "通知 " + i,
                            "内容。",
                            "published: 2026-02-%02d".formatted(1 + i % 28)));
        }
        site.write("moved.tsv", "tongtu-moved 1\n/policies/旧\t/policies/法\n/policies/撤\t\n");
        site.refreshAll();
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private JsonNode json(String address) throws IOException {
        var answer = site.get(address);
        assertEquals(200, answer.status(), address);
        return JSON.readTree(answer.body());
    }

    private Element xml(String address, String type) throws Exception {
        var answer = site.get(address);
        assertEquals(200, answer.status(), address);
        assertEquals(type + ";charset=utf-8", answer.header("Content-Type"));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()))
                .getDocumentElement();
    }

    private static List<String> texts(Element element, String name) {
        var texts = new ArrayList<String>();
        var found = element.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    /// The path of a whole address of the site.
    private static String path(String url) {
        assertTrue(url.startsWith(BASE + "/"), url);
        return URI.create(url).getPath();
    }

    @Test
    void atomHasWhatTheStandardAsksFor() throws Exception {
        var feed = xml("/feed.atom", "application/atom+xml");
        assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
        var entries = feed.getElementsByTagNameNS("*", "entry");
        assertEquals(50, entries.getLength());
        assertEquals(51, new HashSet<>(texts(feed, "id")).size());
        for (var time : texts(feed, "updated")) {
            OffsetDateTime.parse(time);
        }
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (Element) entries.item(i);
            for (var name : List.of("id", "title", "updated")) {
                assertEquals(1, texts(entry, name).size(), name);
            }
            var link = (Element) entry.getElementsByTagNameNS("*", "link").item(0);
            assertEquals(200, site.get(path(link.getAttribute("href"))).status());
        }
        var policies = xml("/policies/feed.atom", "application/atom+xml");
        assertEquals(
                HOSTILE,
                texts((Element) policies.getElementsByTagNameNS("*", "entry").item(0), "title")
                        .getFirst());
    }

    @Test
    void jsonFeedHasWhatTheStandardAsksFor() throws IOException {
        var feed = json("/feed.json");
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
        assertEquals("甲站", feed.path("title").asText());
        assertEquals(50, feed.path("items").size());
        for (var item : feed.path("items")) {
            assertFalse(item.path("id").asText().isEmpty());
            assertFalse(item.path("content_text").asText().isEmpty());
            OffsetDateTime.parse(item.path("date_published").asText());
        }
    }

    @Test
    void theSiteMapHasEveryPageAndNothingElse() throws Exception {
        var map = xml("/sitemap.xml", "application/xml");
        assertEquals("http://www.sitemaps.org/schemas/sitemap/0.9", map.getNamespaceURI());
        var paths = texts(map, "loc").stream().map(MachinePagesTest::path).toList();
        assertEquals(paths.size(), new HashSet<>(paths).size());
        assertTrue(
                paths.containsAll(
                        List.of("/", "/policies/法", "/topics/就业", "/sitemap", "/glossary")));
        for (var path : paths) {
            var answer = site.get(path);
            assertEquals(200, answer.status(), path);
            assertEquals("text/html;charset=utf-8", answer.header("Content-Type"), path);
        }
        assertFalse(paths.contains("/policies/旧"));
        var robots = site.get("/robots.txt").text();
        assertTrue(robots.endsWith("Sitemap: " + BASE + "/sitemap.xml\n"), robots);
    }

    @Test
    void securityTxtSaysWhereToTellAndUntilWhen() throws IOException {
        var text = site.get("/.well-known/security.txt").text();
        assertTrue(text.startsWith("Contact: mailto:safe@tongtu.example\n"), text);
        var expires =
                text.lines().filter(line -> line.startsWith("Expires: ")).findFirst().orElseThrow();
        var until = OffsetDateTime.parse(expires.substring("Expires: ".length()));
        assertTrue(until.isAfter(OffsetDateTime.parse("2027-01-01T00:00:00Z")));
        assertTrue(until.isBefore(OffsetDateTime.parse("2027-11-25T00:00:00Z")));
        site.save("site.yaml", "version: 1\nname: 甲站\n");
        assertEquals(404, site.get("/.well-known/security.txt").status());
        site.save("site.yaml", "version: 1\nname: 甲站\nsecurity: javascript:alert(1)\n");
        assertTrue(site.findings().contains("site/link"));
        assertEquals(404, site.get("/.well-known/security.txt").status());
    }

    @Test
    void aDocumentIsThereAsJsonAndAsItsMarkdown() throws IOException {
        var list = json("/api/v1/documents.json");
        assertEquals(1, list.path("version").asInt());
        assertEquals(61, list.path("documents").size());
        var entry = list.path("documents").get(60);
        assertEquals(HOSTILE, entry.path("title").asText());
        var document = json(entry.path("json").asText());
        assertEquals("in-force", document.path("validity").asText());
        assertEquals("一、", document.path("sections").get(0).path("number").asText().strip());
        var id = document.path("sections").get(0).path("id").asText();
        assertTrue(
                site.get("/policies/法").text().contains("id=\"" + id + "\""),
                "the ids are the page's");
        var markdown = site.get(entry.path("markdown").asText());
        assertEquals("text/markdown;charset=utf-8", markdown.header("Content-Type"));
        assertEquals(
                Files.readString(site.content.resolve("policies/法.md"), StandardCharsets.UTF_8),
                markdown.text());
    }

    @Test
    void aLongListOfDocumentsComesInPartsThatLeadToEachOther() throws IOException {
        for (int i = 0; i < 560; i++) {
            site.write("notices/m%03d.md".formatted(i), TestSite.text("notice", "更多 " + i, "内容。"));
        }
        site.refreshAll();
        var addresses = new HashSet<String>();
        int parts = 0;
        for (var at = "/api/v1/documents.json"; !at.isEmpty(); parts++) {
            var part = json(at);
            assertEquals(621, part.path("count").asInt());
            part.path("documents").forEach(each -> addresses.add(each.path("address").asText()));
            at = part.path("next").asText();
        }
        assertEquals(2, parts);
        assertEquals(621, addresses.size());
    }

    @Test
    void programsMayReadFromAnywhereAndAskWhetherItChanged() throws IOException {
        for (var address :
                List.of(
                        "/policies/法.json",
                        "/policies/法.md",
                        "/feed.atom",
                        "/api/v1/documents.json")) {
            var first = site.get(address, "Accept-Encoding: br");
            assertEquals("*", first.header("Access-Control-Allow-Origin"), address);
            var again =
                    site.get(
                            address,
                            "Accept-Encoding: br",
                            "If-None-Match: " + first.header("ETag"));
            assertEquals(304, again.status(), address);
        }
    }

    @Test
    void whatMovedOrWasWithdrawnDidSoForProgramsToo() throws IOException {
        assertEquals("/policies/%E6%B3%95.json", site.get("/policies/旧.json").header("Location"));
        assertEquals(301, site.get("/policies/旧.md").status());
        assertEquals(404, site.get("/policies/撤.json").status());
    }

    @Test
    void theHeadOfAPageNamesItsOtherForms() throws IOException {
        var answer = site.get("/policies/法");
        var page = Jsoup.parse(answer.text());
        assertEquals(
                BASE + "/policies/%E6%B3%95", page.expectFirst("link[rel=canonical]").attr("href"));
        for (var link : page.select("link[rel=alternate]")) {
            var form = RawHttp.get(site.port(), link.attr("href"));
            assertEquals(200, form.status(), link.toString());
            assertTrue(form.header("Content-Type").startsWith(link.attr("type")), link.toString());
        }
        assertEquals(4, page.select("link[rel=alternate]").size());
        assertEquals(
                HOSTILE + " - 甲站", page.expectFirst("meta[property=og:title]").attr("content"));
        assertEquals("article", page.expectFirst("meta[property=og:type]").attr("content"));
        assertEquals("一句话。", page.expectFirst("meta[property=og:description]").attr("content"));
        // Structured data that no title can break out of.
        assertEquals(1, page.select("script[type='application/ld+json']").size());
        assertEquals(0, page.select("script:not([src]):not([type='application/ld+json'])").size());
        var data = JSON.readTree(page.expectFirst("script[type='application/ld+json']").data());
        assertEquals("Legislation", data.path("@type").asText());
        assertEquals(HOSTILE, data.path("name").asText());
        assertEquals("https://schema.org/InForce", data.path("legislationLegalForce").asText());
        assertEquals(
                "website",
                Jsoup.parse(site.get("/").text())
                        .expectFirst("meta[property=og:type]")
                        .attr("content"));
    }
}
