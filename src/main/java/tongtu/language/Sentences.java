package tongtu.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Where sentences end: at 。！？… with the marks that close them, or at . ! ? with a space or the end
/// after it; never inside brackets or 《》, never at ；. A bracket that is not closed holds nothing.
public final class Sentences {
    private static final String OPENING = "（(《〈【〔[";
    private static final String CLOSING = "）)》〉】〕]";
    private static final String ENDS = "。！？…";
    private static final String LATIN_ENDS = ".!?";
    private static final String QUOTES = "”’」』\"'";

    private Sentences() {}

    /// The sentences of a text, each without the white space around it; what follows the last mark
    /// is one too. Nothing but white space is lost.
    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        int[] depths = depths(text);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (depths[i] > 0 || !endsAt(text, i)) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && closes(text.charAt(end))) {
                end++;
            }
            add(sentences, text.substring(start, end));
            start = end;
            i = end - 1;
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static void add(List<String> sentences, String words) {
        var stripped = words.strip();
        if (!stripped.isEmpty()) {
            sentences.add(stripped);
        }
    }

    private static boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        if (ENDS.indexOf(c) >= 0) {
            return true;
        }
        if (LATIN_ENDS.indexOf(c) < 0) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && closes(text.charAt(next))) {
            next++;
        }
        boolean isPoint = c == '.' && at > 0 && Character.isDigit(text.charAt(at - 1));
        return next == text.length() || (Character.isWhitespace(text.charAt(next)) && !isPoint);
    }

    /// What still belongs to a sentence whose end was reached: more ends («……», «？！») and closing
    /// quotes.
    private static boolean closes(char c) {
        return ENDS.indexOf(c) >= 0
                || LATIN_ENDS.indexOf(c) >= 0
                || QUOTES.indexOf(c) >= 0
                || CLOSING.indexOf(c) >= 0;
    }

    /// How many closed brackets each character stands in.
    private static int[] depths(String text) {
        var changes = new int[text.length() + 1];
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0) {
                closeAt(text, i, open, changes);
            }
        }
        for (int i = 1; i < changes.length; i++) {
            changes[i] += changes[i - 1];
        }
        return changes;
    }

    private static void closeAt(String text, int at, ArrayDeque<Integer> open, int[] changes) {
        char opening = OPENING.charAt(CLOSING.indexOf(text.charAt(at)));
        for (int start : open) {
            if (text.charAt(start) == opening) {
                while (!open.isEmpty() && open.peek() >= start) {
                    open.pop();
                }
                changes[start]++;
                changes[at]--;
                return;
            }
        }
    }
}
