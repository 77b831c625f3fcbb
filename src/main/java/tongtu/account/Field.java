package tongtu.account;

import java.util.List;
import java.util.Locale;

/// A field of a form with all that belongs to it: what it is for, a hint, what is wrong with what
/// was typed (empty when nothing is), and what was typed. `complete` is what browsers fill it in
/// with (HTML, autofill detail tokens).
public record Field(
        Type type,
        String id,
        String label,
        String hint,
        String error,
        String value,
        boolean isRequired,
        String complete,
        int rows,
        List<Option> options) {
    /// How it is filled in.
    public enum Type {
        LINE,
        LONG,
        PASSWORD,
        CODE,
        FILE,
        CHOICE,
        CHECKS
    }

    /// One of several; `id` is that of its field for the first, so that a link to the field leads
    /// to it. Each box of [Type#CHECKS] has its own name.
    public record Option(String id, String name, String value, String label, boolean isChosen) {}

    public Field {
        options = List.copyOf(options);
    }

    public String kind() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /// The ids of what describes the field, for `aria-describedby`; empty when nothing does.
    public String describedBy() {
        var ids = hint.isEmpty() ? "" : id + "-hint";
        return error.isEmpty() ? ids : (ids + " " + id + "-error").strip();
    }

    /// The language of what was typed: English where it has letters and nothing Chinese, else that
    /// of the page (empty).
    public String language() {
        return language(value);
    }

    static String language(String text) {
        boolean isForeign =
                text.codePoints().anyMatch(c -> c < 0x80 && Character.isLetter(c))
                        && text.codePoints().noneMatch(Character::isIdeographic);
        return isForeign ? "en" : "";
    }

    public static Field line(String id, String label, String hint, String value) {
        return of(Type.LINE, id, label, hint, value);
    }

    /// A text of some lines.
    public static Field words(String id, String label, String hint, String value, int rows) {
        return new Field(Type.LONG, id, label, hint, "", value, false, "off", rows, List.of());
    }

    public static Field of(Type type, String id, String label, String hint, String value) {
        var complete =
                switch (type) {
                    case PASSWORD -> "current-password";
                    case CODE -> "one-time-code";
                    default -> "off";
                };
        return new Field(type, id, label, hint, "", value, false, complete, 0, List.of());
    }

    /// One of several, by radio buttons; `options` has the label of each value.
    public static Field choice(
            String id, String label, String hint, String value, List<Choice> options) {
        return new Field(
                Type.CHOICE,
                id,
                label,
                hint,
                "",
                value,
                false,
                "off",
                0,
                options(id, value, options));
    }

    private static List<Option> options(String id, String value, List<Choice> choices) {
        var options = new java.util.ArrayList<Option>();
        for (var choice : choices) {
            options.add(
                    new Option(
                            options.isEmpty() ? id : id + "-" + (options.size() + 1),
                            id,
                            choice.value(),
                            choice.label(),
                            choice.value().equals(value)));
        }
        return options;
    }

    /// A value of a choice, and its label.
    public record Choice(String value, String label) {}

    /// Several of several.
    public static Field checks(String id, String label, String hint, List<Option> options) {
        return new Field(Type.CHECKS, id, label, hint, "", "", false, "off", 0, options);
    }

    public Field required() {
        return new Field(type, id, label, hint, error, value, true, complete, rows, options);
    }

    public Field completed(String how) {
        return new Field(type, id, label, hint, error, value, isRequired, how, rows, options);
    }

    /// The same with what is wrong with it; nothing is when `fault` is empty.
    public Field wrong(String fault) {
        return new Field(type, id, label, hint, fault, value, isRequired, complete, rows, options);
    }
}
