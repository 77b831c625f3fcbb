package tongtu.portal;

import java.util.List;

/// A field of a form with all that belongs to it: what it is for, a hint, what is wrong with what
/// was typed (empty when nothing is), and what was typed. `options` makes it a choice of one.
public record FormField(
        String id,
        String label,
        String hint,
        String error,
        String value,
        boolean isLong,
        boolean isRequired,
        List<Option> options) {
    /// One of several; `id` is that of its field for the first, so that a link to the field leads
    /// to it.
    public record Option(String id, String value, String label, boolean isChosen) {}

    public FormField {
        options = List.copyOf(options);
    }

    /// The ids of what describes the field, for `aria-describedby`; empty when nothing does.
    public String describedBy() {
        var ids = hint.isEmpty() ? "" : id + "-hint";
        return error.isEmpty() ? ids : (ids + " " + id + "-error").strip();
    }

    /// A line, a text with a fault, a choice.
    static List<FormField> examples() {
        return List.of(
                new FormField("name", "怎么称呼您", "可以不填。", "", "", false, false, List.of()),
                new FormField("words", "您想说什么", "请勿写病情。", "还没有写。", "", true, true, List.of()),
                new FormField(
                        "format",
                        "想要哪一种",
                        "",
                        "",
                        "",
                        false,
                        true,
                        List.of(
                                new Option("format", "large", "大字版", true),
                                new Option("format-2", "braille", "盲文版", false))));
    }
}
