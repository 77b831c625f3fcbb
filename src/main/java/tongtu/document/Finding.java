package tongtu.document;

import java.util.Comparator;

/// Something that staff should see: which rule, where, what is the matter and what to do, in
/// Chinese. `line` counts from 1; 0 is the file as a whole. `rule` is a stable name such as
/// `front-matter/date`.
public record Finding(
        String rule, Severity severity, String file, int line, String message, String remedy) {
    public static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::file)
                    .thenComparingInt(Finding::line)
                    .thenComparing(Finding::rule);

    /// ERROR: the file is not published until it is mended. WARNING: it is published, somebody must
    /// look. NOTE: what the program did or guessed.
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    public Finding {
        if (line < 0 || !rule.matches("[a-z0-9-]+/[a-z0-9-]+")) {
            throw new IllegalArgumentException(rule + " at line " + line);
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
