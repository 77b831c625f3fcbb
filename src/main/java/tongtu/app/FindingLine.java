package tongtu.app;

import tongtu.document.Finding;

/// A finding as one line of a terminal: where, how bad, which rule, what, and what to do.
final class FindingLine {
    private FindingLine() {}

    static String of(Finding finding) {
        var severity =
                switch (finding.severity()) {
                    case ERROR -> "错误";
                    case WARNING -> "注意";
                    case NOTE -> "说明";
                };
        return "%s:%d: %s [%s] %s %s"
                .formatted(
                        finding.file(),
                        finding.line(),
                        severity,
                        finding.rule(),
                        finding.message(),
                        finding.remedy());
    }
}
