package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The forms as pages: what they say, and to whom.
class FeedbackFormTest {
    private static final List<String> FORMS =
            List.of("/feedback/mistake", "/feedback/format", "/feedback/help");
    private static final String SERVICE = "/services/two-subsidies";

    @TempDir static Path data;
    private static FeedbackSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new FeedbackSite(data.resolve("data"));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static Element only(Document page, String selector) {
        var found = page.select(selector);
        assertEquals(1, found.size(), selector + " in " + page.title());
        return found.getFirst();
    }

    private static String words(Element element, String attribute) {
        var described = new StringBuilder();
        var page = element.ownerDocument();
        assertNotNull(page);
        for (var id : element.attr(attribute).split(" ", -1)) {
            var by = page.getElementById(id);
            assertNotNull(by, "described by " + id);
            described.append(by.text()).append(' ');
        }
        return described.toString();
    }

    @Test
    void everyPageLeadsToTheFormsAndTellsThemItsAddress() throws Exception {
        for (var path : List.of("/", "/services", SERVICE, "/glossary")) {
            var page = site.get(path).page();
            for (var form : FORMS) {
                only(page, "footer a[href='" + form + "?page=" + path + "']");
            }
        }
        only(site.get(SERVICE).page(), "main a[href='/feedback/mistake?page=" + SERVICE + "']");
        only(site.get(SERVICE).page(), "main a[href='/feedback/format?page=" + SERVICE + "']");
        only(site.get("/no-such-page").page(), "footer a[href=/feedback/mistake]");
        only(
                site.get("/pages/english").page(),
                "footer a[href='/feedback/help?page=/pages/english&lang=en']");
    }

    @Test
    void oneChoosesAmongThreeThings() throws Exception {
        var page = site.get("/feedback").page();
        assertEquals("反馈与求助", only(page, "h1").text());
        for (var form : FORMS) {
            only(page, "main a[href=" + form + "]");
        }
        assertEquals("get", only(page, "main form").attr("method"));
        assertEquals("回执号", only(page, "label[for=number]").text());
    }

    @Test
    void everyFieldHasItsLabelAndItsHint() throws Exception {
        for (var form : FORMS) {
            var page = site.get(form).page();
            for (var field : page.select("main form .input")) {
                only(page, "label[for=" + field.id() + "]");
                assertFalse(words(field, "aria-describedby").isBlank(), field.id());
                assertFalse(field.hasAttr("aria-invalid"), field.id());
                assertFalse(field.hasAttr("maxlength"), "cuts what was pasted");
            }
            assertTrue(words(only(page, "#words"), "aria-describedby").contains("请勿写病情、身份证号"));
            assertTrue(only(page, "label[for=contact]").text().contains("可以不填"));
            assertFalse(only(page, "#contact").hasAttr("required"));
            assertTrue(words(only(page, "#contact"), "aria-describedby").contains("180 天"));
            assertNull(page.selectFirst("#errors"));
            assertFalse(page.title().startsWith("错误"));
        }
    }

    @Test
    void aFormatIsOneOfAGroupWithAName() throws Exception {
        var page = site.get("/feedback/format").page();
        assertEquals("要哪一种格式", only(page, "fieldset > legend").text());
        var names = page.select("fieldset label").eachText();
        assertEquals(List.of("大字版", "盲文", "录音", "手语视频", "简明易懂的版本", "别的格式"), names);
        assertEquals(6, page.select("fieldset label > input[type=radio][name=format]").size());
        assertTrue(words(only(page, "fieldset"), "aria-describedby").contains("未公布"));
    }

    /// Nobody meets it by eye, ear or key, and no browser fills it in.
    @Test
    void theFieldForProgramsIsHiddenFromEverybody() throws Exception {
        for (var form : FORMS) {
            var field = only(site.get(form).page(), "#homepage");
            assertNotNull(field.closest("[hidden]"));
            assertEquals("-1", field.attr("tabindex"));
            assertEquals("off", field.attr("autocomplete"));
            assertEquals("这一栏请不要填", only(site.get(form).page(), "label[for=homepage]").text());
        }
    }

    @Test
    void aFormKnowsThePageAndThePlaceItWasOpenedFrom() throws Exception {
        var page = site.get("/feedback/mistake?page=" + SERVICE).page();
        assertTrue(only(page, "main form a[href='" + SERVICE + "']").text().contains("两项补贴"));
        assertEquals(SERVICE, only(page, "input[type=hidden][name=page]").attr("value"));
        assertNull(page.selectFirst("#page"));

        var home = site.get("/feedback/help?page=/").page();
        assertEquals("首页", only(home, "main form a[href='/']").text());
        var block = site.get(SERVICE).page().select(".text [id]").first();
        assertNotNull(block);
        var place = site.get("/feedback/mistake?page=" + SERVICE + "&block=" + block.id()).page();
        only(place, "main form a[href='" + SERVICE + "#" + block.id() + "']");
        assertEquals(block.id(), only(place, "input[name=block]").attr("value"));
    }

    @Test
    void aPageThatIsNotOursIsWordsInAField() throws Exception {
        var page =
                site.get("/feedback/mistake?page=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&block=x")
                        .page();
        assertEquals("\"><script>alert(1)</script>", only(page, "#page").attr("value"));
        assertTrue(page.select("script:not([src^=/assets/])").isEmpty());
        assertNull(page.selectFirst("input[type=hidden][name=page]"));
        var evil = site.get("/feedback/mistake?page=//evil.example/").page();
        assertEquals("//evil.example/", only(evil, "#page").attr("value"));
        assertTrue(evil.select("a[href*=evil]").isEmpty());
    }

    @Test
    void anEmptyFormComesBackWithWhatToDoFirst() throws Exception {
        var answer = site.fill("/feedback/mistake", Map.of("contact", "小李 <a@b>"));
        assertEquals(422, answer.status());
        var page = answer.page();
        assertTrue(page.title().startsWith("错误：报告错误"), page.title());

        var summary = only(page, "main #errors");
        assertEquals("-1", summary.attr("tabindex"));
        assertTrue(summary.hasAttr("autofocus"));
        assertEquals("还有 1 处要改", words(summary, "aria-labelledby").strip());
        only(page, "#errors [role=alert]");
        assertEquals(1, page.select("[autofocus]").size());
        var before = summary.previousElementSibling();
        assertNotNull(before);
        assertEquals("h1", before.normalName(), "first on the page");
        assertEquals("#words", only(page, "#errors a").attr("href"));
        assertEquals("写一写哪里错了", only(page, "#errors a").text());

        var field = only(page, "#words");
        assertEquals("true", field.attr("aria-invalid"));
        assertTrue(words(field, "aria-describedby").contains("有误：这一栏还空着"));
        assertEquals("小李 <a@b>", only(page, "#contact").attr("value"));
        assertFalse(only(page, "#contact").hasAttr("aria-invalid"));
    }

    @Test
    void everyFaultIsNamedAtItsFieldAndInTheSummaryInOrder() throws Exception {
        var answer =
                site.fill(
                        "/feedback/format",
                        Map.of("words", "长".repeat(5_001), "contact", "长".repeat(201)));
        var page = answer.page();
        assertEquals("错误：要一份别的格式 - 通途", page.title());
        assertEquals(
                List.of("#page", "#format", "#words", "#contact"),
                page.select("#errors a").eachAttr("href"));
        for (var link : page.select("#errors a")) {
            var target = page.getElementById(link.attr("href").substring(1));
            assertNotNull(target, link.text());
            assertTrue(
                    List.of("input", "textarea").contains(target.normalName()), "can be typed in");
        }
        assertTrue(words(only(page, "fieldset"), "aria-describedby").contains("有误：还没有选"));
        assertTrue(
                words(only(page, "#words"), "aria-describedby").contains("写了 5001 个字，最多 5000 个字"));
        assertEquals("长".repeat(5_001), only(page, "#words").wholeText());
        assertEquals(4, page.select(".field--wrong").size());
    }

    @Test
    void aChoiceThatWasMadeStays() throws Exception {
        var answer = site.fill("/feedback/format", Map.of("format", "sign"));
        assertEquals(422, answer.status());
        assertEquals("sign", only(answer.page(), "input[checked]").attr("value"));
        var other = site.fill("/feedback/format", Map.of("format", "nonsense"));
        assertTrue(other.page().select("input[checked]").isEmpty());
    }

    @Test
    void theFormsAreThereInEnglish() throws Exception {
        var page = site.get("/feedback/mistake?page=" + SERVICE + "&lang=en").page();
        assertEquals("en", only(page, "html").attr("lang"));
        assertEquals("Report a mistake", only(page, "h1").text());
        assertEquals("zh-CN", only(page, "main form a[href='" + SERVICE + "']").attr("lang"));
        var back = only(page, "aside a[hreflang=zh-CN]");
        assertEquals("/feedback/mistake?page=" + SERVICE, back.attr("href"));

        var answer = site.submit(page, Map.of());
        assertEquals(422, answer.status());
        assertTrue(answer.page().title().startsWith("Error: "), answer.page().title());
        var received = site.submit(answer.page(), Map.of("words", "The number is wrong."));
        assertEquals(303, received.status());
        assertTrue(received.header("Location").endsWith("&lang=en"));
        var receipt = site.get(received.header("Location")).page();
        assertEquals("We have it", only(receipt, "h1").text());
        assertTrue(receipt.text().contains("not published"));
        assertEquals(
                "en",
                site.messages(store -> store.list(null, null, 0, 10))
                        .getFirst()
                        .draft()
                        .language());
    }

    @Test
    void noPageSetsACookieOrIsSharedByCaches() throws Exception {
        for (var path : List.of("/feedback", "/feedback/mistake", "/feedback/receipt?number=1")) {
            var answer = site.get(path);
            assertEquals("", answer.header("Set-Cookie"));
            assertEquals("private, no-cache", answer.header("Cache-Control"));
        }
    }

    @Test
    void publicPagesStayTheSameBytesForEverybody() throws Exception {
        var once = site.get(SERVICE);
        var again = site.get(SERVICE);
        assertEquals(once.response().body(), again.response().body());
        assertFalse(once.header("ETag").isEmpty());
        assertEquals(once.header("ETag"), again.header("ETag"));
    }
}
