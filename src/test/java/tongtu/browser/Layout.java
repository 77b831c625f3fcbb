package tongtu.browser;

import java.util.ArrayList;
import java.util.List;

/// How the words of a page fit the window, at whatever width, size and spacing.
final class Layout {
    /// WCAG 2.2, 1.4.12. A line may be higher than it asks, and pages have 1.9: so 2, where more is
    /// more likely to be cut off.
    static final String TEXT_SPACING =
            "*{line-height:2!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
                    + "p{margin-block-end:2em!important}";

    private Layout() {}

    /// Words outside the window, cut off, over each other or out of order.
    static List<String> faults(Browser browser) {
        var faults = new ArrayList<String>();
        for (var rule : List.of("overflow", "clipped", "overlaps", "order")) {
            faults.addAll(browser.faults(rule));
        }
        return faults;
    }

    /// As [#faults], and what is pressed is large enough.
    static List<String> faultsAndTargets(Browser browser) {
        var faults = new ArrayList<>(faults(browser));
        faults.addAll(browser.faults("targets"));
        return faults;
    }

    /// Text that does not become twice as large for a reader who sets it so (WCAG 2.2, 1.4.4),
    /// before the page that is open.
    static List<String> textThatDoesNotGrow(Browser browser) {
        var before = browser.strings("font-sizes");
        var after = browser.textSize(200).strings("font-sizes");
        var faults = new ArrayList<String>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (size(after.get(i)) < 1.99 * size(before.get(i))) {
                faults.add(before.get(i) + " becomes " + after.get(i));
            }
        }
        if (before.size() != after.size()) {
            faults.add(before.size() + " texts become " + after.size());
        }
        return faults;
    }

    private static double size(String line) {
        return Double.parseDouble(line.substring(0, line.indexOf(' ')));
    }
}
