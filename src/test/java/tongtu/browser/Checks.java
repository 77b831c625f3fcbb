package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Every check and walk of one page.
final class Checks {
    private final RunningSite site;
    private final String path;

    private Checks(RunningSite site, String path) {
        this.site = site;
        this.path = path;
    }

    /// The tests for the page at a path.
    static Stream<DynamicTest> of(RunningSite site, String path) {
        var checks = new Checks(site, path);
        return Stream.of(
                checks.test("axe finds nothing, light", browser -> Axe.faults(browser)),
                checks.test(
                        "axe finds nothing, dark, 320 px",
                        browser ->
                                Axe.faults(
                                        browser.size(320, 700)
                                                .prefers("prefers-color-scheme", "dark"))),
                DynamicTest.dynamicTest(
                        "Nu finds nothing",
                        () -> assertEquals(List.of(), Nu.faults(site.bytes(path)))),
                checks.test(
                        "the tree is right",
                        browser -> TreeRules.faults(AccessibilityTree.of(browser))),
                checks.test("parts say their language", MarkupRules::languages),
                checks.test("ids are once and links lead somewhere", MarkupRules::ids),
                checks.test(
                        "fits at 1280 px",
                        browser -> all(LayoutRules.fit(browser), LayoutRules.targets(browser))),
                checks.test("fits at 320 px", browser -> fitsNarrow(browser.size(320, 700))),
                checks.test("fits at 400 %", browser -> fitsNarrow(browser.size(320, 256))),
                checks.test("fits at 768 px", browser -> LayoutRules.fit(browser.size(768, 900))),
                checks.test(
                        "fits with double text",
                        browser -> LayoutRules.fit(browser.style("html{font-size:200%}"))),
                checks.test(
                        "fits with double text at 320 px",
                        browser ->
                                LayoutRules.fit(
                                        browser.size(320, 700).style("html{font-size:200%}"))),
                checks.test(
                        "fits with text spacing",
                        browser -> LayoutRules.fit(browser.style(LayoutRules.TEXT_SPACING))),
                checks.test(
                        "fits with text spacing at 320 px",
                        browser ->
                                LayoutRules.fit(
                                        browser.size(320, 700).style(LayoutRules.TEXT_SPACING))),
                checks.test("a keyboard gets everywhere", browser -> new Keyboard(browser).walk()),
                checks.test(
                        "a keyboard gets everywhere at 400 %",
                        browser -> new Keyboard(browser.size(320, 256)).walk()),
                checks.test(
                        "a keyboard sees its way in forced colours",
                        browser -> new Keyboard(browser.prefers("forced-colors", "active")).walk()),
                checks.test("the skip link skips", checks::skips),
                checks.test(
                        "nothing moves",
                        browser ->
                                LayoutRules.motion(
                                        browser.prefers("prefers-reduced-motion", "reduce"))),
                checks.test("is the same without script", checks::sameWithoutScript),
                checks.test("makes sense without style", Walks::withoutStyle),
                checks.test("is good on paper", Walks::onPaper));
    }

    private DynamicTest test(String name, Function<Browser, List<String>> check) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        assertEquals(
                                "",
                                String.join(
                                        "\n",
                                        check.apply(Browser.get().reset().open(site.url(path))))));
    }

    private static List<String> fitsNarrow(Browser browser) {
        return all(LayoutRules.fit(browser), LayoutRules.targets(browser));
    }

    private static List<String> all(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<String> skips(Browser browser) {
        var keyboard = new Keyboard(browser);
        keyboard.tab();
        keyboard.enter();
        var focus = keyboard.focus();
        return focus.equals("MAIN#main") ? List.of() : List.of("the skip link leads to " + focus);
    }

    private List<String> sameWithoutScript(Browser browser) {
        var with = AccessibilityTree.of(browser).aloud();
        var without =
                AccessibilityTree.of(Browser.get().reset().withoutScript().open(site.url(path)))
                        .aloud();
        return with.equals(without)
                ? List.of()
                : List.of("with script " + with, "without " + without);
    }
}
