package tongtu.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.language.Characters;

/// Punctuation that is probably damage: quotation marks and brackets without their other half, and
/// marks of half width in Chinese words. They stay as they are.
final class Marks {
    private static final String OPENING = "“‘《〈【（(";
    private static final String CLOSING = "”’》〉】）)";
    private static final String HALF_WIDTH = ",;:!?()\"";

    /// A number with a bracket after it, as «1)» before an item.
    private static final Pattern ITEM = Pattern.compile("^\\s*[\\p{Alnum}一二三四五六七八九十]{1,3}[)）]");

    /// A number in brackets of half width before an item: «(一)».
    private static final Pattern HALF_WIDTH_ITEM = Pattern.compile("^\\([\\d一二三四五六七八九十百]{1,4}\\)");

    private Marks() {}

    static List<Finding> check(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        var items = new ArrayList<Passage>();
        for (var passage : passages) {
            unpaired(passage, findings);
            var item = HALF_WIDTH_ITEM.matcher(passage.words());
            int from = item.find() ? item.end() : 0;
            if (from > 0) {
                items.add(passage);
            }
            halfWidth(passage, from, findings);
        }
        if (!items.isEmpty()) {
            findings.add(
                    items.getFirst()
                            .finding(
                                    Severity.NOTE,
                                    "text/half-width-numbers",
                                    "有 %d 个编号用了半角括号，如「%s」；照原样留着：原文%s。"
                                            .formatted(
                                                    items.size(),
                                                    Line.head(items.getFirst().words()),
                                                    Line.numbers(
                                                            items.stream()
                                                                    .map(Passage::source)
                                                                    .toList())),
                                    "要统一的，改成全角括号（一）。"));
        }
        return findings;
    }

    private record Open(int kind, int at) {}

    private static void unpaired(Passage passage, List<Finding> findings) {
        var text = passage.words();
        var item = ITEM.matcher(text);
        var open = new ArrayDeque<Open>();
        for (int i = item.find() ? item.end() : 0; i < text.length(); i++) {
            int opening = OPENING.indexOf(text.charAt(i));
            int closing = CLOSING.indexOf(text.charAt(i));
            if (opening >= 0) {
                open.push(new Open(kind(opening), i));
            } else if (closing >= 0 && !isApostrophe(text, i)) {
                if (open.isEmpty() || open.peek().kind() != kind(closing)) {
                    report(passage, i, "没有前一半", findings);
                    return;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            report(passage, open.getLast().at(), "没有后一半", findings);
        }
    }

    /// Brackets of both widths are of one kind: their width is another matter.
    private static int kind(int index) {
        return OPENING.charAt(index) == '(' ? OPENING.indexOf('（') : index;
    }

    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '’'
                && at > 0
                && Character.isLetter(text.charAt(at - 1))
                && !Characters.isFullWidth(text.charAt(at - 1));
    }

    private static void report(Passage passage, int at, String lack, List<Finding> findings) {
        findings.add(
                passage.warning(
                        "text/unpaired-mark",
                        "「%s」这里的 %s %s；照原样留着。"
                                .formatted(
                                        around(passage.words(), at),
                                        passage.words().charAt(at),
                                        lack),
                        "对照原文件，补上另一半，或删去多出来的。"));
    }

    private static void halfWidth(Passage passage, int from, List<Finding> findings) {
        var text = passage.words();
        var marks = new ArrayList<Integer>();
        for (int i = from; i < text.length(); i++) {
            if (HALF_WIDTH.indexOf(text.charAt(i)) >= 0 && isAmongChinese(text, i)) {
                marks.add(i);
            }
        }
        if (!marks.isEmpty()) {
            var kinds = marks.stream().map(i -> text.substring(i, i + 1)).distinct().toList();
            findings.add(
                    passage.warning(
                            "text/half-width",
                            "这一段有 %d 个半角标点（%s），如「%s」，朗读的停顿可能不对；照原样留着。"
                                    .formatted(
                                            marks.size(),
                                            String.join(" ", kinds),
                                            around(text, marks.getFirst())),
                            "改成全角标点。"));
        }
    }

    /// Some words around a character.
    private static String around(String text, int at) {
        return Line.quote(Line.tail(text.substring(0, at)) + Line.head(text.substring(at)), 20);
    }

    /// Whether a character beside it is Chinese.
    private static boolean isAmongChinese(String text, int at) {
        boolean before = at > 0 && Characters.isFullWidth(text.charAt(at - 1));
        boolean after = at + 1 < text.length() && Characters.isFullWidth(text.charAt(at + 1));
        return before || after;
    }
}
