package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/// Every check and walk that every page must stand.
final class Checks {
    /// A reader's narrowest window, in CSS px (WCAG 2.2, 1.4.10).
    private static final int NARROW = 320;

    /// One thing that is looked at: the faults it finds on a page, none on a good one.
    record Check(String name, Look look) {}

    interface Look {
        List<String> faults(Page page) throws Exception;
    }

    private Checks() {}

    /// The tests of some pages: a container for each page, a test for each check.
    static Stream<DynamicContainer> of(Stream<Page> pages) {
        return pages.map(page ->
                DynamicContainer.dynamicContainer(
                        page.kind(), ALL.stream().map(check -> test(page, check))));
    }

    private static DynamicTest test(Page page, Check check) {
        return DynamicTest.dynamicTest(
                page.kind() + ": " + check.name(),
                () -> {
                    var faults = new ArrayList<String>(List.of(page.kind() + ": " + check.name()));
                    int none = faults.size();
                    faults.addAll(check.look().faults(page));
                    assertEquals(none, faults.size(), () -> String.join("\n  ", faults));
                });
    }

    static final List<Check> ALL =
            List.of(
                    new Check("is sent with its status", Checks::status),
                    new Check("Nu finds nothing", page -> Nu.faults(page.response().body())),
                    new Check("axe finds nothing", page -> Axe.faults(page.open())),
                    new Check(
                            "axe finds nothing, narrow, dark, unfolded",
                            page -> Axe.faults(dark(narrow(page)).unfolded())),
                    new Check("reads well aloud", page -> TreeRules.faults(page.open())),
                    new Check(
                            "reads well aloud, unfolded",
                            page -> TreeRules.faults(page.open().unfolded())),
                    new Check(
                            "says its languages",
                            page -> page.open().faults("languages", page.language())),
                    new Check("has each id once", page -> page.open().faults("ids")),
                    new Check("fits", page -> Layout.faultsAndTargets(page.open())),
                    new Check(
                            "fits, unfolded",
                            page -> Layout.faultsAndTargets(page.open().unfolded())),
                    new Check("fits 768 px", page -> Layout.faults(page.open().size(768, 1024))),
                    new Check("fits 320 px", page -> Layout.faultsAndTargets(narrow(page))),
                    new Check(
                            "fits 320 px, unfolded",
                            page -> Layout.faultsAndTargets(narrow(page).unfolded())),
                    new Check(
                            "fits at 400 %",
                            page -> Layout.faultsAndTargets(page.open().zoom(400))),
                    new Check(
                            "fits with text twice as large",
                            page -> Layout.faults(page.open().textSize(200))),
                    new Check(
                            "fits 320 px with text twice as large",
                            page -> Layout.faults(narrow(page).textSize(200))),
                    new Check("lets text grow", page -> Layout.textThatDoesNotGrow(page.open())),
                    new Check(
                            "fits with text spacing",
                            page -> Layout.faults(page.open().style(Layout.TEXT_SPACING))),
                    new Check(
                            "fits 320 px with text spacing, unfolded",
                            page ->
                                    Layout.faults(
                                            narrow(page).unfolded().style(Layout.TEXT_SPACING))),
                    new Check(
                            "a keyboard gets everywhere", page -> new Keyboard(page.open()).walk()),
                    new Check(
                            "a keyboard gets everywhere at 400 %, unfolded",
                            page -> new Keyboard(page.open().zoom(400).unfolded()).walk()),
                    new Check(
                            "a keyboard gets everywhere in the dark",
                            page -> new Keyboard(dark(page.open())).walk()),
                    new Check(
                            "a keyboard gets everywhere in forced colours",
                            page ->
                                    new Keyboard(page.open().prefers("forced-colors", "active"))
                                            .walk()),
                    new Check("the skip link skips", page -> new Keyboard(page.open()).skip()),
                    new Check("Enter opens", page -> new Keyboard(page.open()).enters()),
                    new Check(
                            "stands forced colours",
                            page -> OtherMedia.inForcedColours(page.open())),
                    new Check(
                            "keeps still",
                            page ->
                                    page.open()
                                            .prefers("prefers-reduced-motion", "reduce")
                                            .faults("motion")),
                    new Check("is the same without script", OtherMedia::withoutScript),
                    new Check(
                            "makes sense without style",
                            page -> page.open().withoutStyle().faults("unstyled")),
                    new Check(
                            "fits 320 px without style",
                            page -> narrow(page).withoutStyle().faults("overlaps")),
                    new Check("is good on paper", page -> OtherMedia.onPaper(page.open())));

    private static Browser narrow(Page page) {
        return page.open().size(NARROW, 700);
    }

    private static Browser dark(Browser browser) {
        return browser.prefers("prefers-color-scheme", "dark");
    }

    private static List<String> status(Page page) throws Exception {
        int status = page.response().statusCode();
        return status == page.status() ? List.of() : List.of("status " + status);
    }
}
