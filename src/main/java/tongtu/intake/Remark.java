package tongtu.intake;

import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

/// Something to say about a line of the file that was sent, before it is known where its words will
/// stand. `sourceLine` counts from 1; 0 is the file as a whole.
record Remark(Severity severity, String rule, int sourceLine, String message, String remedy) {

    static Remark note(String rule, int sourceLine, String message, String remedy) {
        return new Remark(Severity.NOTE, rule, sourceLine, message, remedy);
    }

    static Remark warning(String rule, int sourceLine, String message, String remedy) {
        return new Remark(Severity.WARNING, rule, sourceLine, message, remedy);
    }

    /// The finding at a line of the result.
    Finding at(String file, int line) {
        var place = sourceLine > 0 ? "（原文第 %d 行）".formatted(sourceLine) : "";
        return new Finding(rule, severity, file, line, message + place, remedy);
    }
}
