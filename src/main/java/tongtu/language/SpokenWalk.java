package tongtu.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tongtu.language.Spoken.Pause;
import tongtu.language.Spoken.Piece;
import tongtu.language.Spoken.Said;
import tongtu.language.Spoken.Silence;

/// Walks a text for what is said of it: Han as they stand, what a lexicon says otherwise, what the
/// first of the rules that holds makes of a figure, a letter or a sign, and pauses.
final class SpokenWalk {
    private static final String SENTENCE = "。！？…｡!?";
    private static final String PART = "；：;:\n";
    private static final String CLAUSE = "，,";
    private static final String BREATH = "（）()《》〈〉【】〔〕[]［］{}｛｝“”‘’\"「」『』•●■◆◇○□▲△★☆※·\t|";

    private final String text;
    private final Lexicon lexicon;
    private final Matcher[] matchers;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int plainStart;

    SpokenWalk(String original, Lexicon lexicon) {
        this.text = halfWidth(original);
        this.lexicon = lexicon;
        matchers =
                SpokenRules.RULES.stream()
                        .map(rule ->
                                rule.pattern()
                                        .matcher(text)
                                        .useTransparentBounds(true)
                                        .useAnchoringBounds(false))
                        .toArray(Matcher[]::new);
    }

    /// Digits and letters of full width as their half; a text as long as before.
    private static String halfWidth(String text) {
        var half = new StringBuilder(text);
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            boolean wide =
                    (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
            if (wide) {
                half.setCharAt(i, (char) (c - '０' + '0'));
            }
        }
        return half.toString();
    }

    List<Piece> pieces() {
        int at = 0;
        while (at < text.length()) {
            var entry = lexicon.saidAt(text, at);
            if (entry != null) {
                say(entry.said(), at, at + entry.word().length());
                at += entry.word().length();
                continue;
            }
            int c = text.codePointAt(at);
            if (Character.isIdeographic(c)) {
                plain(c, at);
                at += Character.charCount(c);
            } else {
                at = sign(c, at);
            }
        }
        flush(text.length());
        return pieces;
    }

    private void plain(int c, int at) {
        if (plain.isEmpty()) {
            plainStart = at;
        }
        plain.appendCodePoint(c == '〇' ? '零' : c);
    }

    private void flush(int end) {
        if (!plain.isEmpty()) {
            pieces.add(new Said(plain.toString(), plainStart, end));
            plain.setLength(0);
        }
    }

    private void say(String words, int start, int end) {
        flush(start);
        int from = 0;
        // What is said may hold pauses of its own.
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || "，、".indexOf(words.charAt(i)) >= 0) {
                if (i > from) {
                    pieces.add(new Said(words.substring(from, i), start, end));
                }
                if (i < words.length()) {
                    var pause = words.charAt(i) == '，' ? Pause.CLAUSE : Pause.LIST;
                    pieces.add(new Silence(pause, end, end));
                }
                from = i + 1;
            }
        }
    }

    /// What stands at `at` and is not Han; where it ends.
    private int sign(int c, int at) {
        for (int i = 0; i < matchers.length; i++) {
            var matcher = matchers[i].region(at, text.length());
            if (matcher.lookingAt() && matcher.end() > at) {
                say(SpokenRules.RULES.get(i).said().apply(matcher), at, matcher.end());
                return matcher.end();
            }
        }
        int end = at + Character.charCount(c);
        var pause = pause(c);
        if (pause != null) {
            flush(at);
            pieces.add(new Silence(pause, at, end));
        } else if (!Character.isWhitespace(c) && c != 0x3000) {
            flush(at);
        }
        return end;
    }

    private static @Nullable Pause pause(int c) {
        if (SENTENCE.indexOf(c) >= 0) {
            return Pause.SENTENCE;
        }
        if (PART.indexOf(c) >= 0) {
            return Pause.PART;
        }
        if (CLAUSE.indexOf(c) >= 0 || c == '—' || c == '–') {
            return Pause.CLAUSE;
        }
        if (c == '、') {
            return Pause.LIST;
        }
        return BREATH.indexOf(c) >= 0 || c == '-' ? Pause.BREATH : null;
    }
}
