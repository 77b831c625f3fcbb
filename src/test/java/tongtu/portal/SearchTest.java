package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.json.Json;
import org.xml.sax.InputSource;
import tongtu.database.Database;
import tongtu.search.AskedQuestions;

/// Searching over HTTP, on the sample site, as a browser without script does it and as programs do.
class SearchTest {
    @TempDir private static Path folder = Path.of("");
    private static FeedbackSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new FeedbackSite(folder.resolve("data"));
        site.awaitSearch();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static String q(String question) {
        return "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    private static Document page(String query) throws Exception {
        var answer = site.get("/search?" + query);
        assertEquals(200, answer.status(), answer.page().text());
        return answer.page();
    }

    private static Map<?, ?> json(String query) throws Exception {
        var answer = site.get("/search.json?" + query);
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/json"));
        return new Json().toType(answer.response().body(), Map.class);
    }

    private static List<?> list(Map<?, ?> json, String name) {
        return (List<?>) Objects.requireNonNull(json.get(name));
    }

    private static Element one(Document page, String selector) {
        var found = page.selectFirst(selector);
        assertNotNull(found, selector + " in " + page.text());
        return found;
    }

    /// Where a link of a page leads, with its query.
    private static FeedbackSite.Answer follow(Element link) throws Exception {
        var uri = URI.create(link.absUrl("href"));
        return site.get(
                uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    @Test
    void aNeighboursWordsLeadToThePlace() throws Exception {
        var page = page(q("家里卫生间装扶手有补助吗"));
        assertEquals("查找：家里卫生间装扶手有补助吗", one(page, "h1").text());
        var found = one(page, "#found").text();
        assertTrue(found.matches("找到 [1-9][0-9]* 条"), found);
        assertTrue(page.title().startsWith("家里卫生间装扶手有补助吗：" + found), page.title());
        var first = one(page, ".hits li a");
        assertTrue(first.attr("href").contains("home-adaptation"), first.outerHtml());
        // The link leads to a place that is there.
        var opened = follow(first);
        assertEquals(200, opened.status());
        var fragment = URI.create(first.absUrl("href")).getFragment();
        assertTrue(fragment == null || opened.page().getElementById(fragment) != null, fragment);
        // What was sought is marked, and stays in the box.
        assertFalse(page.select(".hits li mark").isEmpty());
        assertEquals("家里卫生间装扶手有补助吗", one(page, "input[name=q]").attr("value"));
    }

    @Test
    void everyResultSaysWhatItIsAndLeadsToItsPlace() throws Exception {
        for (var question : List.of("残疾人", "补贴", "无障碍", "English", "12385")) {
            for (var hit : page(q(question)).select(".hits > li")) {
                assertFalse(one(hit, ".tags").text().isBlank(), hit.text());
                var link = one(hit, "h3 a");
                var opened = follow(link);
                assertEquals(200, opened.status(), link.outerHtml());
                var fragment = URI.create(link.absUrl("href")).getFragment();
                assertTrue(
                        fragment == null || opened.page().getElementById(fragment) != null,
                        link.outerHtml());
            }
        }
    }

    private static Element one(Element within, String selector) {
        var found = within.selectFirst(selector);
        assertNotNull(found, selector + " in " + within.text());
        return found;
    }

    @Test
    void filtersAreLinksThatAddUpAndCanBeTakenBack() throws Exception {
        var page = page(q("残疾人"));
        int all = count(page);
        var guides = one(page, "nav[aria-labelledby=by-kind] a[href*=kind=services]");
        int expected = beside(guides);
        var narrowed = follow(guides).page();
        assertEquals(expected, count(narrowed));
        assertTrue(expected < all);
        assertTrue(
                one(narrowed, "a[aria-current=true][href*=kind=services]").text().contains("办事"));
        var topic = narrowed.select("nav[aria-labelledby=by-topic] a[href*=topic=]").last();
        assertNotNull(topic);
        int fewer = beside(topic);
        var twice = follow(topic).page();
        assertEquals(fewer, count(twice));
        var chosen = twice.select("ul[aria-labelledby=chosen] a");
        assertEquals(2, chosen.size());
        for (var link : chosen) {
            assertTrue(link.text().startsWith("去掉 "), link.text());
        }
        // Without the kind, the topic still counts; the words are kept.
        var without = follow(chosen.getFirst()).page();
        assertEquals(1, without.select("ul[aria-labelledby=chosen] a").size());
        assertEquals("残疾人", one(without, "input[name=q]").attr("value"));
        assertTrue(count(without) >= fewer);
    }

    /// The number that stands beside a link.
    private static int beside(Element link) {
        var hint = link.nextElementSibling();
        assertNotNull(hint);
        return number(hint.text());
    }

    private static int count(Document page) {
        return number(one(page, "#found").text());
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("[^0-9]", ""));
    }

    @Test
    void datesNarrowAndWrongDatesAreSaid() throws Exception {
        int all = count(page(q("残疾人")));
        var items = list(json(q("残疾人") + "&from=2026-01-01"), "results");
        assertFalse(items.isEmpty());
        for (var item : items) {
            var date = String.valueOf(((Map<?, ?>) item).get("date"));
            assertFalse(LocalDate.parse(date).isBefore(LocalDate.of(2026, 1, 1)), date);
        }
        assertTrue(count(page(q("残疾人") + "&from=2026-01-01")) < all);
        for (var wrong :
                List.of("from=gestern", "to=2026-13-45", "from=2026-02-01&to=2026-01-01")) {
            var page = page(q("残疾人") + "&" + wrong);
            assertTrue(one(page, "section[aria-labelledby=found]").text().contains("日期看不懂"));
            assertEquals(all, count(page), wrong);
        }
    }

    @Test
    void pagesFollowOneAnotherAndNothingComesTwice() throws Exception {
        var page = page(q("残疾人"));
        int all = count(page);
        var seen = new HashSet<String>();
        int pages = 0;
        while (true) {
            pages++;
            for (var link : page.select(".hits h3 a")) {
                assertTrue(seen.add(link.attr("href")), link.attr("href"));
            }
            var next = page.selectFirst("a[rel=next]");
            if (next == null) {
                break;
            }
            page = follow(next).page();
            assertTrue(page.title().contains("第 " + (pages + 1) + " 页"), page.title());
        }
        assertEquals(all, seen.size());
        assertTrue(pages > 1);
        assertEquals(200, site.get("/search?" + q("残疾人") + "&page=99999").status());
        assertEquals(200, site.get("/search?" + q("残疾人") + "&page=-1x").status());
    }

    @Test
    void nothingFoundSaysWhatWasSoughtAndWhomToAsk() throws Exception {
        var page = page(q("比特币挖矿机"));
        assertEquals("没有找到", one(page, "#found").text());
        assertTrue(page.title().startsWith("比特币挖矿机：没有找到"), page.title());
        var main = one(page, "main");
        assertTrue(main.text().contains("比特币挖矿机"), main.text());
        assertFalse(page.select("section[aria-labelledby=topics] a").isEmpty());
        assertEquals("tel:12385", one(page, "main a[href^=tel:]").attr("href"));
        var write = one(page, "section[aria-labelledby=ask] a.way");
        assertEquals(200, follow(write).status());
        assertTrue(page.select(".hits").isEmpty());
    }

    @Test
    void anotherWordIsOfferedAndNeverTaken() throws Exception {
        var page = page(q("慷复救助"));
        var offered = one(page, "nav[aria-labelledby=meant] a");
        assertEquals("康复救助", offered.text());
        assertEquals("慷复救助", one(page, "input[name=q]").attr("value"));
        assertTrue(one(page, "h1").text().endsWith("慷复救助"));
        assertTrue(count(follow(offered).page()) > 0);
    }

    @Test
    void theEnglishPageIsInEnglishAndItsChineseIsMarked() throws Exception {
        var page = page(q("补贴") + "&lang=en");
        assertEquals("en", one(page, "html").attr("lang"));
        assertTrue(one(page, "#found").text().matches("[0-9]+ results"));
        for (var link : page.select(".hits h3 a")) {
            assertEquals("zh-CN", link.attr("lang"), link.text());
        }
        // Every way onward stays in English.
        for (var link : page.select(".filters a, nav[aria-labelledby=pages] a")) {
            assertTrue(link.attr("href").contains("lang=en"), link.outerHtml());
        }
        var english = page(q("what is accessible") + "&lang=en");
        assertFalse(english.select(".hits a[href*=english]").isEmpty(), english.text());
    }

    @Test
    void beforeAnythingIsAskedThereIsTheBoxAndTheTopics() throws Exception {
        for (var query : List.of("", "q=", "q=+++")) {
            var page = page(query);
            assertTrue(page.select("#found").isEmpty());
            assertNotNull(one(page, "label[for=q]"));
            assertFalse(page.select("section[aria-labelledby=topics] a").isEmpty());
        }
    }

    @Test
    void programsGetTheSameAsJson() throws Exception {
        var page = page(q("护理补贴"));
        var json = json(q("护理补贴"));
        assertEquals("护理补贴", json.get("question"));
        assertEquals(String.valueOf(count(page)), String.valueOf(json.get("count")));
        assertEquals(true, json.get("complete"));
        var links = page.select(".hits h3 a").stream().map(link -> link.absUrl("href")).toList();
        var urls =
                list(json, "results").stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("url")))
                        .toList();
        assertEquals(links, urls);
        var facets = new HashSet<String>();
        for (var facet : list(json, "facets")) {
            facets.add(String.valueOf(((Map<?, ?>) facet).get("name")));
        }
        assertTrue(facets.containsAll(List.of("kind", "topic")), facets.toString());
    }

    private static org.w3c.dom.Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    void readersOfNewsGetAnAtomFeedOfASearch() throws Exception {
        var answer = site.get("/search.atom?" + q("康复") + "&kind=services");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/atom+xml"));
        var feed = xml(answer.response().body());
        var atom = "http://www.w3.org/2005/Atom";
        assertEquals("feed", feed.getDocumentElement().getLocalName());
        var ids = feed.getElementsByTagNameNS(atom, "id");
        assertTrue(ids.getLength() > 1, answer.response().body());
        var seen = new HashSet<String>();
        for (int i = 0; i < ids.getLength(); i++) {
            assertTrue(seen.add(ids.item(i).getTextContent()));
        }
        var self = feed.getElementsByTagNameNS(atom, "link").item(0).getAttributes();
        assertTrue(self.getNamedItem("href").getNodeValue().startsWith("https://tongtu.example/"));
    }

    @Test
    void aBrowserLearnsHowToSearchHere() throws Exception {
        var home = site.get("/").page();
        var link = one(home, "link[rel=search]");
        assertEquals("application/opensearchdescription+xml", link.attr("type"));
        var answer = follow(link);
        assertEquals(200, answer.status());
        assertTrue(
                answer.header("Content-Type").startsWith("application/opensearchdescription+xml"));
        var urls = xml(answer.response().body()).getElementsByTagName("Url");
        assertEquals(3, urls.getLength());
        for (int i = 0; i < urls.getLength(); i++) {
            var template =
                    urls.item(i)
                            .getAttributes()
                            .getNamedItem("template")
                            .getNodeValue()
                            .replace("https://tongtu.example", "")
                            .replace("{searchTerms}", "%E5%BA%B7%E5%A4%8D");
            assertEquals(200, site.get(template).status(), template);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"康", "康复", "kang", "kangfu", "kf", "kfjz", "康f", "康fu", "KANGFU"})
    void whatIsBeingTypedIsContinued(String typed) throws Exception {
        var answer = site.get("/suggest?" + q(typed));
        assertEquals(200, answer.status());
        var both = (List<?>) new Json().toType(answer.response().body(), List.class);
        assertEquals(typed, both.get(0));
        var words = (List<?>) both.get(1);
        assertTrue(
                words.stream().anyMatch(each -> String.valueOf(each).startsWith("康复")),
                words.toString());
        assertTrue(words.size() <= 10, words.toString());
    }

    @Test
    void hostileQuestionsGetClearAnswers() throws Exception {
        var hostile =
                List.of(
                        "*:* AND (残疾人",
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        "，。！？",
                        "\u202e残疾人\u2066",
                        "\u0000\u0007",
                        "字".repeat(300),
                        "' OR 1=1 --");
        for (var typed : hostile) {
            for (var path : List.of("/search?", "/search.json?", "/search.atom?", "/suggest?")) {
                var answer = site.get(path + q(typed));
                assertEquals(200, answer.status(), path + typed);
                assertTrue(answer.page().select("main script, main img").isEmpty(), typed);
            }
        }
        assertTrue(page(q("字".repeat(300))).text().contains("只用了前"));
        // Longer than an address may be: refused in words, by the server before it searches.
        var tooLong = site.get("/search?" + q("残".repeat(10_000)));
        assertEquals(414, tooLong.status());
        assertTrue(one(tooLong.page(), "main").text().contains("只写最要紧的几个词"));
        assertEquals(1, tooLong.page().select("main form input[name=q]").size());
        for (var odd : List.of("q=%ff%fe", "kind=" + "x".repeat(500), "q=a&q=b&q=c")) {
            int status = site.get("/search?" + odd).status();
            assertTrue(status == 200 || status == 400, odd + " " + status);
        }
    }

    @Test
    void manyAtOnceAreAllAnswered() throws Exception {
        var random = new Random(7);
        var words = List.of("残疾人", "补贴", "康复", "轮椅", "老师", "kangfu", "就业", "12385");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < 200; i++) {
                var question = words.get(random.nextInt(words.size())) + i;
                answers.add(people.submit(() -> site.get("/search?" + q(question)).status()));
            }
            for (var answer : answers) {
                assertEquals(200, answer.get());
            }
        }
    }

    @Test
    void askingAndOpeningIsCountedWithoutPersons() throws Exception {
        try (var own = new FeedbackSite(folder.resolve("counted"))) {
            own.awaitSearch();
            for (int i = 0; i < 3; i++) {
                assertEquals(200, own.get("/search?" + q("没有的东西甲乙丙")).status());
            }
            assertEquals(200, own.get("/search?" + q("康复救助")).status());
            var sent = own.post("/search/chosen", q("康复救助"), "Sec-Fetch-Site", "same-origin");
            assertEquals(200, sent.status());
            var foreign = own.post("/search/chosen", q("别的"), "Sec-Fetch-Site", "cross-site");
            assertEquals(400, foreign.status());
            assertFalse(own.accessLog().contains("没有的东西"), "the log holds no question");
            assertFalse(own.accessLog().contains("%E6%B2%A1"), "the log holds no question");
        }
        try (var database = new Database(folder.resolve("counted"))) {
            var asked = AskedQuestions.reading(database, () -> FeedbackSite.START);
            // Asked on one day only: counted, not named.
            assertEquals(
                    List.of(),
                    asked.unanswered(LocalDate.EPOCH).stream().map(each -> each.words()).toList());
            assertEquals(1, asked.rare(LocalDate.EPOCH));
        }
    }

    /// From the first moment on: what is there is found, or the page says that it is not ready.
    @Test
    void aSiteThatJustStartedNeverSaysThatThereIsNothing() throws Exception {
        try (var own = new FeedbackSite(folder.resolve("started"))) {
            var said = new HashSet<String>();
            String found;
            do {
                found = one(own.get("/search?" + q("残疾人")).page(), "#found").text();
                assertNotEquals("没有找到", found);
                said.add(found);
            } while (!found.startsWith("找到"));
            assertFalse(said.isEmpty());
            own.awaitSearch();
        }
    }

    @Test
    void nobodyIsToldToKeepASearchOrToListIt() throws Exception {
        var answer = site.get("/search?" + q("康复"));
        assertTrue(
                answer.header("Cache-Control").startsWith("private"),
                answer.header("Cache-Control"));
        var robots = site.get("/robots.txt").response().body();
        assertTrue(robots.contains("Disallow: /search"), robots);
    }
}
