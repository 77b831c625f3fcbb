package tongtu.document;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a link leads or a picture lies: an address with a harmless scheme, a path, or a fragment.
/// What could run (`javascript:`, `data:`), leaves the page's scheme open (`//host`) or hides its
/// reading (controls, backslashes) cannot be one.
public record Href(String text) {
    public static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    public Href {
        if (!isSafe(text)) {
            throw new IllegalArgumentException("not a safe address");
        }
    }

    public static @Nullable Href of(String text) {
        return isSafe(text) ? new Href(text) : null;
    }

    /// The scheme in small letters, empty for a path or a fragment.
    public String scheme() {
        return scheme(text);
    }

    public boolean isFragment() {
        return text.startsWith("#");
    }

    private static boolean isSafe(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' '
                    || c == '\\'
                    || c == '"'
                    || c == '<'
                    || c == '>'
                    || c == '`'
                    || c == 0x7f
                    || isHidden(c)) {
                return false;
            }
        }
        var scheme = scheme(text);
        return scheme.isEmpty() || SCHEMES.contains(scheme);
    }

    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    private static String scheme(String text) {
        int end = text.indexOf(':');
        for (char stop : new char[] {'/', '?', '#'}) {
            int at = text.indexOf(stop);
            if (at >= 0 && at < end) {
                return "";
            }
        }
        return end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
