package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import tongtu.language.Characters;

/// The text of a file that was sent, free of what no text may hold; `remarks` tell how it was read.
record SourceText(List<Line> lines, List<Remark> remarks) implements Decoding {
    /// Page ends and other line ends than those of files: they begin a line but do not count.
    private static final String INNER_ENDS = "\f\u000B\u0085\u2028\u2029";

    /// One control in so many characters: more and the file is no text.
    private static final int LEAST_TEXT_PER_CONTROL = 10;

    SourceText {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /// Splits a decoded text into lines and takes out what is forbidden, each with a remark.
    static Decoding of(String text, List<Remark> remarks) {
        if (text.codePoints().filter(SourceText::isControl).count()
                > text.length() / LEAST_TEXT_PER_CONTROL) {
            return new Refused(Decoder.NOT_TEXT);
        }
        var lines = new ArrayList<Line>();
        var all = new ArrayList<>(remarks);
        int number = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() && i == start && i > 0) {
                break; // The last line end ends a line and begins none.
            }
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\r' && INNER_ENDS.indexOf(c) < 0) {
                continue;
            }
            if (number > Limits.LINES) {
                return refused("文件超过 %,d 行，太长了。".formatted(Limits.LINES), "把文件分成几篇，或去掉成片的空行，再导入。");
            }
            if (i - start > Limits.LINE_LENGTH) {
                return refused(
                        "第 %,d 行有 %,d 个字符，超过上限 %,d 个。"
                                .formatted(number, i - start, Limits.LINE_LENGTH),
                        "检查这里是不是粘贴错了；确有需要的，分成几段再导入。");
            }
            lines.add(line(number, text.substring(start, i), all));
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            number += c == '\n' || c == '\r' ? 1 : 0;
            start = i + 1;
        }
        return new SourceText(lines, all);
    }

    private static Refused refused(String message, String remedy) {
        return new Refused(new Refusal(message, remedy));
    }

    /// Marks without width are unwelcome too, but do not make a text a program or a picture.
    private static boolean isControl(int c) {
        return Characters.isForbidden(c)
                && Character.getType(c) == Character.CONTROL
                && INNER_ENDS.indexOf(c) < 0;
    }

    private static Line line(int number, String text, List<Remark> remarks) {
        var clean = Characters.clean(text);
        if (clean.length() != text.length()) {
            remarks.add(
                    Remark.warning(
                            "intake/control-character",
                            number,
                            "去掉了 %d 个看不见的控制字符：%s。"
                                    .formatted(
                                            text.codePoints()
                                                    .filter(Characters::isForbidden)
                                                    .count(),
                                            names(text)),
                            "看看这一行的字有没有缺。"));
        }
        return new Line(number, clean);
    }

    /// The forbidden characters by number, as «U+0000».
    private static String names(String text) {
        return String.join(
                "、",
                text.codePoints()
                        .filter(Characters::isForbidden)
                        .distinct()
                        .limit(5)
                        .mapToObj(c -> String.format("U+%04X", c))
                        .toList());
    }
}
