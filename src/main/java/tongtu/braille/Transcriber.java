package tongtu.braille;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tongtu.braille.Syllables.Syllable;
import tongtu.braille.Transcript.Piece;
import tongtu.language.ForeignRuns;
import tongtu.language.Reading.Word;
import tongtu.language.Readings;

/// Writes text in Braille: Chinese as National Common Braille, from words and pinyin in context;
/// other languages in uncontracted English Braille. For any number of threads.
public final class Transcriber {
    private static final String NUMBER = Cells.of("3456");
    private static final String POINT = Cells.of("3");
    private static final String COMMA = Cells.of("2");
    private static final String ER = Cells.of("1235");

    private final Readings readings;

    public Transcriber(Readings readings) {
        this.readings = readings;
    }

    /// A text in `language` (BCP 47) in cells.
    public Transcript of(String text, String language) {
        var writing = new Writing();
        if (language.startsWith("zh")) {
            int at = 0;
            for (var run : ForeignRuns.of(text, language)) {
                if (run.language().isEmpty()) {
                    writing.chinese(run.text(), at);
                } else {
                    writing.english(run.text(), at);
                }
                at += run.text().length();
            }
        } else {
            int at = 0;
            for (var run : ForeignRuns.of(text, language)) {
                if (run.language().startsWith("zh")) {
                    writing.chinese(run.text(), at);
                } else {
                    writing.english(run.text(), at);
                }
                at += run.text().length();
            }
        }
        return new Transcript(text, writing.pieces, writing.unknown);
    }

    /// One text while it is written.
    private final class Writing {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Integer> unknown = new ArrayList<>();

        /// Whether what comes next needs a blank before it.
        private boolean afterWord;

        void english(String text, int offset) {
            int from = 0;
            while (from < text.length()) {
                int to = from;
                while (to < text.length() && !isSpace(text.charAt(to))) {
                    to++;
                }
                if (to > from) {
                    var cells = English.word(text.substring(from, to), unknown::add);
                    word(cells, offset + from, offset + to, "");
                }
                from = to + 1;
            }
        }

        void chinese(String text, int offset) {
            var words = WordDivision.joined(readings.written(text)).iterator();
            @Nullable Word next = words.hasNext() ? words.next() : null;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int end = i + Character.charCount(c);
                if (next != null && next.start() == i) {
                    end = next.end();
                    word(cells(next), offset + i, offset + end, pinyin(next));
                    next = words.hasNext() ? words.next() : null;
                } else if (digit(c) >= 0) {
                    end = number(text, i, offset);
                } else if (English.isLetter(letter(c))) {
                    while (end < text.length() && isLatin(text, end)) {
                        end++;
                    }
                    word(latin(text.substring(i, end)), offset + i, offset + end, "");
                } else if (isSpace(text.charAt(i))) {
                    afterWord = !pieces.isEmpty();
                } else {
                    end = sign(text, c, i, end, offset);
                }
                i = end;
            }
        }

        private void word(String cells, int start, int end, String pinyin) {
            if (!cells.isEmpty()) {
                pieces.add(new Piece(cells, afterWord, start, end, pinyin));
                afterWord = true;
            }
        }

        /// A mark that is written twice in a row (…… ——) is one.
        private int sign(String text, int c, int start, int end, int offset) {
            var sign = Signs.of(c);
            if (sign == null) {
                if (!isNothing(c)) {
                    unknown.add(c);
                }
                return end;
            }
            int to = end;
            if ((c == '…' || c == '—') && text.startsWith(Character.toString(c), end)) {
                to = end + 1;
            }
            switch (sign.side()) {
                case OPENS -> {
                    put(sign.cells(), afterWord, offset + start, offset + to);
                    afterWord = false;
                }
                case CLOSES -> {
                    put(sign.cells(), false, offset + start, offset + to);
                    afterWord = true;
                }
                case JOINS -> {
                    put(sign.cells(), false, offset + start, offset + to);
                    afterWord = false;
                }
                case APART -> {
                    put(sign.cells(), afterWord, offset + start, offset + to);
                    afterWord = true;
                }
            }
            return to;
        }

        private void put(String cells, boolean isApart, int start, int end) {
            pieces.add(new Piece(cells, isApart, start, end, ""));
        }

        private int number(String text, int start, int offset) {
            var cells = new StringBuilder(NUMBER);
            int at = start;
            while (at < text.length()) {
                int digit = digit(text.charAt(at));
                boolean more = at + 1 < text.length() && digit(text.charAt(at + 1)) >= 0;
                char c = letter(text.charAt(at));
                if (digit >= 0) {
                    cells.append(English.cell((char) ('0' + digit)));
                } else if (more && at > start && c == '.') {
                    cells.append(POINT);
                } else if (more && at > start && text.charAt(at) == ',') {
                    cells.append(COMMA);
                } else {
                    break;
                }
                at++;
            }
            word(cells.toString(), offset + start, offset + at, "");
            return at;
        }

        private String latin(String letters) {
            var half = new StringBuilder();
            letters.codePoints().forEach(c -> half.append(letter(c)));
            return English.word(half.toString(), unknown::add);
        }

        private String cells(Word word) {
            var cells = new StringBuilder();
            var syllables = word.syllables();
            for (int i = 0; i < syllables.size(); i++) {
                var own = syllables.get(i);
                var parts = Syllables.of(own.written());
                var next =
                        i + 1 < syllables.size()
                                ? Syllables.of(syllables.get(i + 1).written())
                                : null;
                if (parts == null) {
                    unknown.add(own.character().codePointAt(0));
                    continue;
                }
                cells.append(character(own.character(), parts, own.rhotic() ? null : next));
                cells.append(own.rhotic() ? ER : "");
            }
            return cells.toString();
        }
    }

    /// Some characters have short forms of their own.
    private static String character(String character, Syllable syllable, @Nullable Syllable next) {
        var own =
                switch (character + syllable.letters()) {
                    case "的de" -> "145";
                    case "么me" -> "134";
                    case "你ni" -> "1345";
                    case "他ta" -> "2345";
                    case "她ta" -> "2345 1";
                    case "它ta" -> "4 2345";
                    default -> "";
                };
        // Before a final alone the short form would be read as its initial.
        boolean wouldJoin = next != null && next.initial().isEmpty();
        // 再 keeps the tone that 在 leaves out.
        boolean isWritten = character.equals("再") || ToneRules.isWritten(syllable, next);
        return own.isEmpty() || wouldJoin ? syllable.cells(isWritten) : Cells.of(own);
    }

    private static String pinyin(Word word) {
        var pinyin = new StringJoiner(" ");
        word.syllables().forEach(one -> pinyin.add(one.written() + (one.rhotic() ? "r" : "")));
        return pinyin.toString();
    }

    private static int digit(int c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
    }

    /// A full-width Latin character as the half-width one.
    private static char letter(int c) {
        return (char) (c >= '！' && c <= '～' ? c - 0xfee0 : c);
    }

    private static boolean isLatin(String text, int at) {
        char c = letter(text.charAt(at));
        return English.isLetter(c) || c == '\'' || c == '’';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000';
    }

    /// Signs that are nothing to read: formats, joiners.
    private static boolean isNothing(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL;
    }
}
