package tongtu.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// axe-core with every rule it has: WCAG 2.2 A to AAA, best practice, experimental.
final class Axe {
    private static final String SCRIPT = script();

    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: { type: 'rule', values: axe.getRules().map(rule => rule.ruleId) },
                    resultTypes: ['violations', 'incomplete'] })
                .then(result => done({ violations: result.violations, incomplete: result.incomplete }), e => done(String(e)));
            """;

    /// What axe leaves open by design, and what looks instead.
    private static final Map<String, String> LOOKED_AT_ELSEWHERE =
            Map.of(
                    "hidden-content",
                            "it is said of everything hidden; pages are also checked unfolded",
                    "identical-links-same-purpose", "LinkRules compares the places they lead to");

    private Axe() {}

    private static String script() {
        try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Violations, and what axe could not decide and the pixels do not settle.
    static List<String> faults(Browser browser) {
        browser.run(SCRIPT);
        if (!(browser.driver().executeAsyncScript(RUN) instanceof Map<?, ?> result)) {
            return List.of("axe did not run");
        }
        var faults = new ArrayList<String>();
        for (var node : nodes(result.get("violations"))) {
            faults.add(node.line());
        }
        for (var node : nodes(result.get("incomplete"))) {
            if (LOOKED_AT_ELSEWHERE.containsKey(node.rule())) {
                continue;
            }
            if (!node.rule().startsWith("color-contrast")) {
                faults.add("undecided: " + node.line());
            } else {
                faults.addAll(Pixels.contrastFaults(browser, node.target()));
            }
        }
        return faults.stream().distinct().toList();
    }

    /// An element that a rule says something of: where it is, and why.
    private record Finding(String rule, String help, String target, String html, String why) {
        String line() {
            return rule + ": " + help + ": " + html + " " + why;
        }
    }

    private static List<Finding> nodes(Object rules) {
        var findings = new ArrayList<Finding>();
        for (var each : (List<?>) rules) {
            var rule = (Map<?, ?>) each;
            for (var inner : (List<?>) rule.get("nodes")) {
                var node = (Map<?, ?>) inner;
                var target = (List<?>) node.get("target");
                findings.add(
                        new Finding(
                                String.valueOf(rule.get("id")),
                                String.valueOf(rule.get("help")),
                                String.valueOf(target.getLast()),
                                String.valueOf(node.get("html")),
                                String.valueOf(node.get("failureSummary"))
                                        .replaceAll("\\s+", " ")));
            }
        }
        return findings;
    }
}
