package tongtu.language;

import java.util.ArrayList;
import java.util.List;

/// Where sentences end: at 。！？… with the marks that close them, or at . ! ? where Latin text ends
/// one; never inside brackets or 《》, never at ；.
///
/// A sentence taken out and divided again is one sentence, and what lies between two is white space
/// only.
public final class Sentences {
    /// A sentence of a text, from `start` to before `end`, without white space around it.
    public record Span(int start, int end) {}

    static final String ENDS = "。！？…｡";
    static final String LATIN_ENDS = ".!?";
    private static final String CLOSING_QUOTES = "”’」』";

    private final String text;
    private final boolean[] enclosed;
    private final List<Span> spans = new ArrayList<>();
    private int start;
    private boolean quoted;

    private Sentences(String text) {
        this.text = text;
        enclosed = Brackets.enclosed(text);
    }

    /// The sentences of a text in order; what follows the last mark is one too.
    public static List<Span> spans(String text) {
        var sentences = new Sentences(text);
        sentences.divide();
        return sentences.spans;
    }

    /// The words of the sentences of a text.
    public static List<String> of(String text) {
        return spans(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    private void divide() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            quoted ^= c == '"';
            boolean chinese = ENDS.indexOf(c) >= 0;
            if (enclosed[at] || !(chinese || LATIN_ENDS.indexOf(c) >= 0)) {
                at++;
                continue;
            }
            int end = closed(at + 1);
            boolean more = text.substring(at, end).chars().anyMatch(i -> ENDS.indexOf(i) >= 0);
            if (more || LatinEnd.isAt(text, start, at, end)) {
                cut(end);
            }
            at = end;
        }
        cut(text.length());
    }

    /// After what still belongs to a sentence whose end was reached: more ends («……», «？！») and
    /// marks that close.
    private int closed(int from) {
        int end = from;
        while (end < text.length() && closes(end)) {
            end++;
        }
        return end;
    }

    private boolean closes(int at) {
        char c = text.charAt(at);
        if (c == '"') {
            boolean closes = quoted;
            quoted = false;
            return closes;
        }
        if (c == '\'') {
            return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return ENDS.indexOf(c) >= 0
                || LATIN_ENDS.indexOf(c) >= 0
                || CLOSING_QUOTES.indexOf(c) >= 0
                || Brackets.closes(c);
    }

    private void cut(int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            spans.add(new Span(from, to));
        }
        start = end;
        quoted = false;
    }
}
