package tongtu.markdown;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

/// The findings about one file as they come in. Of one rule at most [#MOST_PER_RULE] are kept: a
/// broken file gives the same finding thousands of times.
final class Report {
    static final int MOST_PER_RULE = 50;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Report(String file) {
        this.file = file;
    }

    void error(String rule, int line, String message, String remedy) {
        add(Severity.ERROR, rule, line, message, remedy);
    }

    void warning(String rule, int line, String message, String remedy) {
        add(Severity.WARNING, rule, line, message, remedy);
    }

    boolean hasError() {
        return findings.stream().anyMatch(Finding::isError);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void add(Severity severity, String rule, int line, String message, String remedy) {
        if (findings.stream().filter(finding -> finding.rule().equals(rule)).count()
                < MOST_PER_RULE) {
            findings.add(new Finding(rule, severity, file, line, message, remedy));
        }
    }

    /// Words of the file as a finding quotes them: at most 40 characters, on one line.
    static String quote(String words) {
        var line = tongtu.language.Characters.clean(words).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }
}
