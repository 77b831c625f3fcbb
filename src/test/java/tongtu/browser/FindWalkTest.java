package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Looking for something by keyboard alone, as a screen reader is told of it: what is suggested
/// while typing, and what comes of it, with script and without.
@Tag("browser")
class FindWalkTest {
    private static final String TYPED = "return document.querySelector('search-box input').value";

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        site = SampleSite.with(folder);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static Browser home() {
        return Browser.get().reset().open(site.page("home", "/").url());
    }

    private static void until(BooleanSupplier happened, String what) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!happened.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience), () -> what + " does not happen");
        }
    }

    /// Goes to the box by Tab, and types.
    private static Keyboard type(Browser browser, String words) {
        var keyboard = new Keyboard(browser);
        for (int i = 0; i < 40 && !keyboard.focus().equals("INPUT#q"); i++) {
            keyboard.tab();
        }
        assertEquals("INPUT#q", keyboard.focus());
        keyboard.press(words);
        return keyboard;
    }

    private static AccessibilityTree.Node box(Browser browser) {
        return AccessibilityTree.of(browser).of("combobox").getFirst();
    }

    private static List<String> options(Browser browser) {
        return AccessibilityTree.of(browser).of("option").stream()
                .map(AccessibilityTree.Node::name)
                .toList();
    }

    private static boolean isOpen(Browser browser) {
        return box(browser).property("expanded").equals("true");
    }

    private static String said(Browser browser) {
        var words = new StringBuilder();
        for (var status : AccessibilityTree.of(browser).of("status")) {
            status.of("StaticText").forEach(text -> words.append(text.name()));
        }
        return words.toString();
    }

    private static void suggested(Browser browser) {
        until(() -> isOpen(browser) && !options(browser).isEmpty(), "a suggestion");
    }

    @Test
    void suggestionsAreToldAndChosenWithoutLeavingTheField() {
        for (var typed : List.of("康复", "kangfu", "kf")) {
            var browser = home();
            var keyboard = type(browser, typed);
            suggested(browser);
            var options = options(browser);
            assertTrue(
                    options.stream().anyMatch(each -> each.startsWith("康复")), options.toString());
            assertEquals("提示", AccessibilityTree.of(browser).of("listbox").getFirst().name());
            assertEquals(options.size() + " 条提示，按上下键选", said(browser));
            assertEquals("list", box(browser).property("autocomplete"));
            // Nothing is chosen by itself, and the focus stays.
            assertEquals("INPUT#q", keyboard.focus());
            assertTrue(chosen(browser).isEmpty());
            keyboard.press(Keys.ARROW_DOWN);
            assertEquals(options.getFirst(), chosen(browser));
            keyboard.press(Keys.ARROW_UP);
            assertEquals(options.getLast(), chosen(browser));
            keyboard.press(Keys.ARROW_DOWN);
            assertEquals(options.getFirst(), chosen(browser));
            assertEquals("INPUT#q", keyboard.focus());
            assertEquals(typed, browser.run(TYPED), "what was typed stays until it is taken");
            keyboard.enter();
            until(() -> path(browser).startsWith("/search?q="), "a search");
            assertEquals("查找：" + options.getFirst(), heading(browser));
        }
    }

    private static String chosen(Browser browser) {
        return AccessibilityTree.of(browser).of("option").stream()
                .filter(option -> option.property("selected").equals("true"))
                .map(AccessibilityTree.Node::name)
                .reduce("", String::concat);
    }

    private static String path(Browser browser) {
        return String.valueOf(browser.run("return location.pathname + location.search"));
    }

    private static String heading(Browser browser) {
        return AccessibilityTree.of(browser).of("heading").stream()
                .filter(heading -> heading.property("level").equals("1"))
                .map(AccessibilityTree.Node::name)
                .reduce("", String::concat);
    }

    @Test
    void escapeClosesAndKeepsWhatWasTyped() {
        var browser = home();
        var keyboard = type(browser, "kangfu");
        suggested(browser);
        keyboard.press(Keys.ARROW_DOWN);
        keyboard.press(Keys.ESCAPE);
        assertFalse(isOpen(browser));
        assertEquals(List.of(), options(browser));
        assertEquals("", said(browser));
        assertEquals("kangfu", browser.run(TYPED));
        assertEquals("INPUT#q", keyboard.focus());
        // Again by the arrow; then Tab leaves and closes.
        keyboard.press(Keys.ARROW_DOWN);
        suggested(browser);
        keyboard.tab();
        assertFalse(isOpen(browser));
        assertEquals("BUTTON#", keyboard.focus());
    }

    @Test
    void enterSearchesForWhatWasTypedUnlessOneIsChosen() {
        var browser = home();
        var keyboard = type(browser, "kangfu");
        suggested(browser);
        keyboard.enter();
        until(() -> path(browser).equals("/search?q=kangfu"), "a search");
        assertTrue(AccessibilityTree.of(browser).of("StaticText").size() > 20);
    }

    @Test
    void aPointerTakesASuggestionToo() {
        var browser = home();
        type(browser, "kangfu");
        suggested(browser);
        var first = options(browser).getFirst();
        browser.driver().findElement(By.cssSelector("[role=option]")).click();
        until(() -> path(browser).startsWith("/search?q="), "a search");
        assertEquals("查找：" + first, heading(browser));
    }

    /// A reply that is late never opens the list under who has gone on.
    @Test
    void whoHasGoneOnIsNotCalledBack() throws Exception {
        var browser = home();
        var keyboard = type(browser, "k");
        keyboard.tab();
        Thread.sleep(600);
        assertFalse(isOpen(browser));
        assertEquals("BUTTON#", keyboard.focus());
    }

    @Test
    void howManyWereFoundIsTheFirstThingAfterTheBoxAndInTheTitle() {
        for (boolean script : List.of(true, false)) {
            var browser = Browser.get().reset();
            if (!script) {
                browser.withoutScript();
            }
            browser.open(site.page("home", "/").url());
            var keyboard = type(browser, "家里装扶手");
            keyboard.enter();
            until(() -> !path(browser).equals("/"), "a search");
            assertEquals("查找：家里装扶手", heading(browser));
            var title = String.valueOf(browser.driver().getTitle());
            assertTrue(title.matches("家里装扶手：找到 [0-9]+ 条.*"), title);
            var aloud = AccessibilityTree.of(browser).aloud();
            var found = title.substring(title.indexOf('：') + 1).replaceAll("(条).*", "$1");
            int count = aloud.indexOf("heading 2 \"" + found + "\"");
            assertTrue(count > 0, aloud.toString());
            var headings = AccessibilityTree.of(browser).of("heading");
            assertEquals(found, headings.get(1).name(), "the first heading below the title");
            assertEquals("3", headings.get(2).property("level"));
        }
    }

    @Test
    void slashFindsTheBoxOnlyForWhoAskedForIt() {
        var browser = home();
        var keyboard = new Keyboard(browser);
        keyboard.press("/");
        assertEquals("BODY#", keyboard.focus());
        browser.open(site.page("home", "/?prefs=slash-on").url());
        keyboard.press("/");
        assertEquals("INPUT#q", keyboard.focus());
        assertEquals("", browser.run(TYPED), "the key itself is not typed");
        // In a field it is a character.
        keyboard.press("1/2");
        assertEquals("1/2", browser.run(TYPED));
    }

    @Test
    void aResultOpensAtItsParagraph() {
        var browser =
                Browser.get()
                        .reset()
                        .open(
                                site.page(
                                                "results",
                                                "/search?q=%E6%8A%A4%E7%90%86%E8%A1%A5%E8%B4%B4")
                                        .url());
        browser.run("document.querySelector('.hits a[href*=\"#\"]').focus()");
        new Keyboard(browser).enter();
        until(() -> !path(browser).startsWith("/search"), "a page");
        var isThere =
                "const e = document.getElementById(decodeURIComponent(location.hash.slice(1)));"
                        + " const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight;";
        until(() -> Boolean.TRUE.equals(browser.run(isThere)), "the place in the window");
    }
}
