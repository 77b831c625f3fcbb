package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongtu.document.Numbering;
import tongtu.language.Characters;

/// A paragraph of plain text as far as it was read, and whether the next line goes on with it.
final class OpenParagraph {
    private static final String ENDS = "。！？；：….!?;:";
    private static final String CLOSERS = "”’」』）)》】〉\"'";
    private static final String COMMAS = "，、,";

    /// Prose has marks inside, or at least so many characters.
    private static final int LONG = 30;

    /// As many characters as two pages may both show of the same words.
    private static final int LONGEST_OVERLAP = 12;

    private static final Pattern INNER_MARKS = Pattern.compile("[，。；：、！？,;]");
    private static final Pattern DATE =
            Pattern.compile("[二\\d][〇零一二三四五六七八九\\d]{3}\\s*年.{1,4}月.{1,4}日.{0,4}");

    private final StringBuilder words = new StringBuilder();
    private final List<Remark> remarks = new ArrayList<>();
    private final int first;
    private final boolean isIndented;
    private final boolean isNumbered;
    private int last;
    private boolean hasStop;
    private boolean hasMark;

    OpenParagraph(Line line, String start) {
        first = line.number();
        isIndented = isIndented(line);
        isNumbered = isNumbered(start);
        append(line, start);
    }

    private void append(Line line, String more) {
        last = line.number();
        words.append(more);
        hasStop |= more.indexOf('。') >= 0;
        hasMark |= INNER_MARKS.matcher(more).find();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Chunk.Words close() {
        if (isUnfinished() && words.length() >= LONG && hasStop) {
            remarks.add(
                    Remark.warning(
                            "text/unfinished",
                            last,
                            "这一段的末尾没有句号：「…%s」，可能少了字。".formatted(tail()),
                            "对照原文件，补全这一段。"));
        }
        return new Chunk.Words(first, words.toString(), remarks);
    }

    /// Whether a line goes on where this stops.
    boolean goesOnIn(Line line, String next) {
        if (words.isEmpty()
                || words.length() + next.length() >= Limits.LINE_LENGTH
                || !isUnfinished()
                || !isProse()) {
            return false;
        }
        boolean startsAnother =
                isNumbered(next)
                        || Paragraphs.CAPTION.matcher(next).matches()
                        || DATE.matcher(next).matches()
                        || (isIndented && isIndented(line));
        return !startsAnother
                && (INNER_MARKS.matcher(next).find()
                        || next.endsWith(".")
                        || next.length() >= LONG);
    }

    /// Whether it stops in the middle of a sentence. The marks that close a quotation or a bracket
    /// end one only together with what stands before them.
    private boolean isUnfinished() {
        int at = words.length() - 1;
        while (at > 0 && CLOSERS.indexOf(words.charAt(at)) >= 0) {
            at--;
        }
        return ENDS.indexOf(words.charAt(at)) < 0;
    }

    /// Whether it is made of sentences. A numbered line without a sentence end is a heading,
    /// however long, unless a comma ends it.
    private boolean isProse() {
        boolean endsInComma = COMMAS.indexOf(words.charAt(words.length() - 1)) >= 0;
        return endsInComma || (isNumbered ? hasStop : hasMark || words.length() >= LONG);
    }

    void join(Line line, String next) {
        remarks.add(
                Remark.note(
                        "intake/joined",
                        0,
                        "原文第 %d 行和第 %d 行是一句话，中间断开了，已经接上：「…%s｜%s…」。"
                                .formatted(last, line.number(), tail(), Line.head(next)),
                        "读一读接上的地方；不该接的，从竖线处分成两段。"));
        int overlap = overlap(next);
        if (overlap > 0) {
            remarks.add(
                    Remark.warning(
                            "text/doubled",
                            line.number(),
                            "断开处前后都有「%s」：「…%s｜%s…」，可能重复了；两处都留着。"
                                    .formatted(next.substring(0, overlap), tail(), Line.head(next)),
                            "对照原文件；重复了的，删去一个。"));
        }
        boolean isLatin =
                !Characters.isFullWidth(words.charAt(words.length() - 1))
                        && !Characters.isFullWidth(next.charAt(0));
        append(line, isLatin ? " " + next : next);
    }

    /// How many characters stand at the end of this and at the beginning of `next`.
    private int overlap(String next) {
        int most = Math.min(LONGEST_OVERLAP, Math.min(words.length(), next.length()));
        for (int length = most; length > 0; length--) {
            var end = words.substring(words.length() - length);
            if (next.startsWith(end) && Characters.isFullWidth(next.charAt(0))) {
                return length;
            }
        }
        return 0;
    }

    private String tail() {
        return Line.tail(words.substring(Math.max(0, words.length() - 2 * LONGEST_OVERLAP)));
    }

    private static boolean isNumbered(String text) {
        return !Numbering.of(text).equals(Numbering.NONE);
    }

    private static boolean isIndented(Line line) {
        var text = line.text();
        return text.startsWith("　　") || text.startsWith("    ") || text.startsWith("\t");
    }
}
