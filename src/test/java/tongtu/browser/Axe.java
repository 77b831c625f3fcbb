package tongtu.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;

/// axe-core with every rule it has: WCAG 2.2 A to AAA, best practice, experimental.
final class Axe {
    private static final List<String> TAGS =
            List.of(
                    "wcag2a",
                    "wcag2aa",
                    "wcag2aaa",
                    "wcag21a",
                    "wcag21aa",
                    "wcag22aa",
                    "best-practice",
                    "experimental");

    private Axe() {}

    /// Violations, and what axe could not decide by itself.
    static List<String> faults(Browser browser) {
        var results = new AxeBuilder().withTags(TAGS).analyze(browser.driver());
        var faults = new ArrayList<String>();
        if (results.isErrored()) {
            faults.add("axe did not run: " + results.getErrorMessage());
        }
        results.getViolations().forEach(rule -> add(rule, "", faults));
        results.getIncomplete().forEach(rule -> add(rule, "undecided ", faults));
        return faults;
    }

    private static void add(Rule rule, String prefix, List<String> faults) {
        rule.getNodes().stream()
                .limit(5)
                .forEach(node ->
                        faults.add(
                                prefix
                                        + rule.getId()
                                        + ": "
                                        + rule.getHelp()
                                        + ": "
                                        + node.getHtml()
                                        + " "
                                        + reasons(node)));
    }

    private static String reasons(com.deque.html.axecore.results.CheckedNode node) {
        var reasons = new StringBuilder();
        node.getAny().forEach(check -> reasons.append(check.getMessage()).append(' '));
        return reasons.toString();
    }
}
