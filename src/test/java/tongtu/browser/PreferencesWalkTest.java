package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Pages as they look to readers who chose how they look: each setting alone does what it says, and
/// the pages stay without faults with each of them, with the mode for older readers and with many
/// at once, at 320 and at 1280 px.
@Tag("browser")
class PreferencesWalkTest {
    private static final boolean FULL = Boolean.getBoolean("tongtu.full");

    private static final List<String> EACH =
            List.of(
                    "text-200",
                    "scheme-light",
                    "scheme-dark",
                    "scheme-yellow",
                    "scheme-soft",
                    "lines-wider",
                    "letters-wider",
                    "words-wider",
                    "band-on",
                    "pointer-large",
                    "layout-simple",
                    "links-underlined",
                    "motion-off");

    private static final String MANY =
            "text-200.scheme-yellow.lines-wider.letters-wider.words-wider.band-on.pointer-large.layout-simple.links-underlined.motion-off";

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        site = SampleSite.with(folder, Path.of("src/test/resources/tongtu/browser/content"));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    /// Pages that between them have everything that a setting changes.
    private static List<Page> some() {
        return List.of(
                site.page("home", "/"),
                site.page("document with a table", "/explainers/indicators"),
                site.page("list of services", "/services"),
                site.page("form", "/feedback/format"),
                site.page("display settings", "/preferences"));
    }

    private static List<Page> all() {
        var all = new ArrayList<>(SampleSite.pages(site));
        all.add(site.page("form", "/feedback/format"));
        return all;
    }

    /// The page as it is shown to who chose `settings`, by the link that carries them.
    private static Browser shown(Page page, String settings) {
        var url = page.url();
        return Browser.get()
                .reset()
                .open(url + (url.indexOf('?') < 0 ? "?" : "&") + "prefs=" + settings);
    }

    @TestFactory
    Stream<DynamicTest> thePagesStayWithoutFaults() {
        var cases = new LinkedHashMap<String, List<Page>>();
        EACH.forEach(settings -> cases.put(settings, FULL ? all() : some()));
        cases.put("elder", all());
        cases.put(MANY, all());
        return cases.entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream()
                                .map(page ->
                                        DynamicTest.dynamicTest(
                                                page.kind() + ": " + each.getKey(),
                                                () -> isWithoutFaults(page, each.getKey()))));
    }

    private static void isWithoutFaults(Page page, String settings) throws Exception {
        var faults = new ArrayList<String>();
        for (int width : List.of(1280, 320)) {
            var browser = shown(page, settings);
            browser.size(width, 900);
            assertEquals(
                    page.url(), browser.driver().getCurrentUrl(), "the link leads to the page");
            assertNotEquals("", sheet(browser), "the settings are taken over");
            var found = new ArrayList<String>();
            found.addAll(Axe.faults(browser));
            found.addAll(TreeRules.faults(browser));
            found.addAll(Layout.faultsAndTargets(browser));
            found.forEach(fault -> faults.add(width + " px: " + fault));
        }
        assertEquals(List.of(), faults, page.kind() + " with " + settings);
    }

    /// The sheet of preferences that the page has, as text.
    private static String sheet(Browser browser) {
        return String.valueOf(
                browser.run(
                        "return [...document.styleSheets].filter(s => s.href?.endsWith('/preferences.css'))"
                                + ".flatMap(s => [...s.cssRules].map(r => r.cssText)).join('')"));
    }

    private static String computed(Browser browser, String selector, String property) {
        return String.valueOf(
                browser.run(
                        "const [s, p] = arguments; const at = s.indexOf('::');"
                                + " const e = document.querySelector(at < 0 ? s : s.slice(0, at));"
                                + " return getComputedStyle(e, at < 0 ? null : s.slice(at)).getPropertyValue(p)",
                        selector,
                        property));
    }

    private static double px(Browser browser, String selector, String property) {
        return Double.parseDouble(computed(browser, selector, property).replace("px", ""));
    }

    @Test
    void textGrowsToTwiceItsSizeEverywhere() {
        var page = site.page("document", "/explainers/indicators");
        var places = List.of("main p", "h1", ".text h2", "td", ".path a", ".foot p", ".brand span");
        var usual = shown(page, "none");
        var before = places.stream().map(each -> px(usual, each, "font-size")).toList();
        var large = shown(page, "text-200");
        for (int i = 0; i < places.size(); i++) {
            assertEquals(
                    2 * before.get(i), px(large, places.get(i), "font-size"), 0.1, places.get(i));
        }
    }

    @Test
    void eachSchemeHasItsGroundAndInk() {
        var page = site.page("home", "/");
        var grounds =
                Map.of(
                        "light", "rgb(255, 255, 255)",
                        "dark", "rgb(17, 24, 28)",
                        "yellow", "rgb(0, 0, 0)",
                        "soft", "rgb(239, 232, 218)");
        grounds.forEach((scheme, ground) -> {
            var browser = shown(page, "scheme-" + scheme);
            assertEquals(ground, computed(browser, "html", "background-color"), scheme);
            // Also for who has the other one as their system's.
            browser.prefers("prefers-color-scheme", scheme.equals("light") ? "dark" : "light");
            assertEquals(ground, computed(browser, "html", "background-color"), scheme);
        });
        assertEquals("rgb(255, 230, 0)", computed(shown(page, "scheme-yellow"), "main p", "color"));
        // Who chose nothing gets what their system says.
        var system = shown(page, "none").prefers("prefers-color-scheme", "dark");
        assertEquals("rgb(17, 24, 28)", computed(system, "html", "background-color"));
    }

    @Test
    void forcedColoursStandAboveEveryScheme() {
        var browser = shown(site.page("home", "/"), "scheme-yellow");
        browser.prefers("forced-colors", "active");
        assertNotEquals("rgb(255, 230, 0)", computed(browser, "main p", "color"));
    }

    @Test
    void spacingGrows() {
        var page = site.page("document", "/explainers/indicators");
        var usual = shown(page, "none");
        double size = px(usual, "main p", "font-size");
        double line = px(usual, "main p", "line-height");
        var wide = shown(page, "lines-wider.letters-wider.words-wider");
        assertTrue(px(wide, "main p", "line-height") > 1.3 * line);
        // WCAG 2.2, 1.4.12: at least .12 and .16 of the text's size.
        assertTrue(px(wide, "main p", "letter-spacing") >= 0.12 * size);
        assertTrue(px(wide, "main p", "word-spacing") >= 0.16 * size);
        assertTrue(px(wide, "td", "letter-spacing") > 0);
    }

    @Test
    void theBandLetsWordsBeReadAndPressedAndFollowsPointerAndKeyboard() {
        var page = site.page("list of services", "/services");
        assertEquals("none", computed(shown(page, "none"), "body::after", "content"));
        var browser = shown(page, "band-on");
        assertEquals("none", computed(browser, "body::after", "pointer-events"));
        assertEquals("fixed", computed(browser, "body::after", "position"));
        assertEquals("rgba(0, 0, 0, 0)", computed(browser, "body::after", "background-color"));
        double height = px(browser, "body::after", "height");
        assertTrue(height >= 2 * px(browser, "main p", "line-height"), "a line has room in it");
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .moveToLocation(400, 600)
                .perform();
        settle(browser);
        assertEquals(600, px(browser, "body::after", "top") + height / 2, 12);
        browser.run("document.querySelector('.path li:nth-child(3) a').focus()");
        settle(browser);
        assertTrue(px(browser, "body::after", "top") < 150);
        // Without script it stands still.
        browser.withoutScript().open(page.url());
        assertEquals(0.38 * 900, px(browser, "body::after", "top"), 2);
    }

    private static void settle(Browser browser) {
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    @Test
    void thePointerLinksAndColumnsAreAsAskedFor() {
        var home = site.page("home", "/");
        assertTrue(computed(shown(home, "pointer-large"), "main a", "cursor").contains("pointer."));
        assertEquals(
                List.of(200L),
                List.of(
                        (Long)
                                shown(home, "pointer-large")
                                        .driver()
                                        .executeAsyncScript(
                                                "const done = arguments[0], u = getComputedStyle(document.body).cursor.match(/url\\(\"(.*?)\"/)[1];"
                                                        + " fetch(u).then(r => done(r.status))")));
        var links =
                "return [...document.querySelectorAll('a')].filter(e => !getComputedStyle(e).textDecorationLine.includes('underline')).length";
        assertNotEquals(0L, shown(home, "none").run(links));
        assertEquals(0L, shown(home, "links-underlined").run(links));
        var page = site.page("document", "/explainers/indicators");
        double beside = px(shown(page, "none"), ".contents", "margin-top");
        assertTrue(left(shown(page, "none"), ".contents") > 600, "beside the text " + beside);
        assertTrue(left(shown(page, "layout-simple"), ".contents") < 400, "in the text's column");
    }

    private static double left(Browser browser, String selector) {
        return ((Number)
                        browser.run(
                                "return document.querySelector(arguments[0]).getBoundingClientRect().left",
                                selector))
                .doubleValue();
    }

    @Test
    void elderModeIsPressedOnAnyPageHoldsOnOthersAndIsPressedAgain() {
        var page = site.page("document", "/explainers/indicators");
        var browser = shown(page, "scheme-dark");
        double usual = px(browser, ".foot p", "font-size");
        press(browser, ".elder a");
        assertEquals(page.url(), browser.driver().getCurrentUrl());
        assertEquals(1.5 * usual, px(browser, ".foot p", "font-size"), 0.1);
        assertEquals("rgb(17, 24, 28)", computed(browser, "html", "background-color"));
        browser.open(site.page("home", "/").url());
        assertEquals(List.of("关闭长者模式"), offered(browser));
        assertEquals(1.5 * usual, px(browser, ".foot p", "font-size"), 0.1);
        press(browser, ".elder-off a");
        assertEquals(List.of("长者模式"), offered(browser));
        assertEquals("rgb(17, 24, 28)", computed(browser, "html", "background-color"));
    }

    private static void press(Browser browser, String selector) {
        browser.run("document.querySelector(arguments[0]).click()", selector);
        for (int i = 0; i < 100 && browser.driver().getCurrentUrl().contains("prefs="); i++) {
            settle(browser);
        }
    }

    /// The links about that mode that a screen reader meets.
    private static List<String> offered(Browser browser) {
        return AccessibilityTree.of(browser).of("link").stream()
                .map(AccessibilityTree.Node::name)
                .filter(name -> name.contains("长者模式"))
                .toList();
    }

    @Test
    void savingIsSaidAndTheFocusIsOnWhatWasSaid() {
        var browser = Browser.get().reset();
        for (var script : List.of(true, false)) {
            browser.reset();
            browser.open(site.page("settings", "/preferences?from=/services").url());
            browser.run("document.querySelector('#text-150').click()");
            browser.run("document.querySelector('[name=save]').click()");
            assertTrue(
                    browser.driver().getCurrentUrl().contains("done=saved"),
                    browser.driver().getCurrentUrl() + script);
            assertEquals("done", browser.run("return document.activeElement.id"));
            var tree = AccessibilityTree.of(browser);
            assertTrue(tree.of("status").size() == 1, "a status says it");
            assertEquals("已经保存 - 显示设置 - 通途", browser.driver().getTitle());
            assertEquals(true, browser.run("return document.querySelector('#text-150').checked"));
            press(browser, "#done a");
            assertTrue(browser.driver().getCurrentUrl().endsWith("/services"));
        }
    }

    @Test
    void paperIsBlackOnWhiteWhateverIsChosen() {
        var browser = shown(site.page("document", "/explainers/indicators"), MANY).onPaper();
        assertEquals("rgb(0, 0, 0)", computed(browser, "main p", "color"));
        assertEquals("rgb(255, 255, 255)", computed(browser, "html", "background-color"));
        assertEquals("none", computed(browser, "body::after", "content"));
    }
}
