package tongtu.app;

import java.io.PrintWriter;
import java.util.List;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.language.Characters;

/// A finding as one line of a terminal: where, how bad, which rule, what, and what to do.
final class FindingLine {
    private FindingLine() {}

    static String of(Finding finding) {
        return clean(
                "%s:%d: %s [%s] %s %s"
                        .formatted(
                                finding.file(),
                                finding.line(),
                                name(finding.severity()),
                                finding.rule(),
                                finding.message(),
                                finding.remedy()));
    }

    static void print(List<Finding> findings, PrintWriter out) {
        findings.forEach(finding -> out.println(of(finding)));
    }

    /// How many there are of each kind.
    static String counts(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "没有发现问题。";
        }
        var counts = new StringBuilder("共 %d 条：".formatted(findings.size()));
        for (var severity : Severity.values()) {
            counts.append(name(severity))
                    .append(' ')
                    .append(
                            findings.stream()
                                    .filter(finding -> finding.severity() == severity)
                                    .count())
                    .append(severity == Severity.NOTE ? "。" : "，");
        }
        return counts.toString();
    }

    /// Words from files and their names without what could make a terminal do something.
    static String clean(String words) {
        return Characters.clean(words).replaceAll("[\\r\\n\\t]+", " ");
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "注意";
            case NOTE -> "说明";
        };
    }
}
