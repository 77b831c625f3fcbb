package tongtu.document;

import java.time.LocalDate;

/// Whether a text binds anybody today: computed from its dates and from what other documents say of
/// it, never written down. [Standing] is apart: a draft whose period is over is both.
public enum Validity {
    NOT_YET("尚未施行"),
    IN_FORCE("现行有效"),
    AMENDED("现行有效，已被修改"),
    EXPIRED("已过期"),
    REPEALED("已废止"),
    UNKNOWN("有效性未知");

    private final String label;

    Validity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The validity on `today`, given whether a document in force by then repeals or amends this
    /// one. What is repealed stays so whatever its dates say; without a date of effect nothing is
    /// claimed, except that an end has passed.
    static Validity of(FrontMatter about, boolean repealed, boolean amended, LocalDate today) {
        if (repealed) {
            return REPEALED;
        }
        if (about.expires() != null && about.expires().isBefore(today)) {
            return EXPIRED;
        }
        if (about.effective() == null) {
            return UNKNOWN;
        }
        if (about.effective().isAfter(today)) {
            return NOT_YET;
        }
        return amended ? AMENDED : IN_FORCE;
    }
}
