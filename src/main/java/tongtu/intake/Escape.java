package tongtu.intake;

/// Plain words as Markdown that shows them as they stand (CommonMark 0.31, 2.4: a backslash before
/// ASCII punctuation).
final class Escape {
    /// Marks of one kind that one paragraph may hold for the parser; beyond it they are written as
    /// entities, which it need not match.
    private static final int MARKS = 200;

    private static final int PIPES = 40;
    private static final String COUNTED = "*_`[<~";

    private Escape() {}

    /// Words inside a paragraph or heading.
    static String words(String text) {
        boolean dense = isDense(text);
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (dense && (COUNTED.indexOf(c) >= 0 || c == '|')) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(isMark(text, i) ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    /// A paragraph of its own: what would make its beginning something else is escaped too.
    static String paragraph(String text) {
        var escaped = words(text);
        char first = escaped.isEmpty() ? ' ' : escaped.charAt(0);
        if ("#>-+=:~|".indexOf(first) >= 0) {
            return "\\" + escaped;
        }
        int digits = 0;
        while (digits < escaped.length() && isDigit(escaped.charAt(digits))) {
            digits++;
        }
        boolean isNumber =
                digits > 0
                        && digits < escaped.length()
                        && (escaped.charAt(digits) == '.' || escaped.charAt(digits) == ')')
                        && (digits + 1 == escaped.length()
                                || Character.isWhitespace(escaped.charAt(digits + 1))
                                || isDigit(escaped.charAt(digits + 1)));
        return isNumber ? escaped.substring(0, digits) + "\\" + escaped.substring(digits) : escaped;
    }

    /// The words of a heading: a `#` at the end would be taken for its close.
    static String heading(String text) {
        var escaped = words(text);
        return escaped.endsWith("#") ? escaped.substring(0, escaped.length() - 1) + "\\#" : escaped;
    }

    static String cell(String text) {
        return words(text).replace("|", "\\|");
    }

    static String caption(String text) {
        return words(text).replace("]", "\\]");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDense(String text) {
        if (text.chars().filter(c -> c == '|').count() > PIPES) {
            return true;
        }
        for (int i = 0; i < COUNTED.length(); i++) {
            char mark = COUNTED.charAt(i);
            if (text.chars().filter(c -> c == mark).count() > MARKS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (text.charAt(at)) {
            case '\\', '`', '*', '_', '[' -> true;
            case '<' -> next == '/' || next == '!' || next == '?' || Character.isLetter(next);
            case '&' -> next == '#' || Character.isLetter(next);
            default -> false;
        };
    }
}
