package tongtu.markdown;

import java.util.List;

/// What a Markdown file may be at most. The parser behind it needs stack for depth and squares of
/// time for unclosed marks (measured: lists of depth 500, quotes of 1,000, 2,000 `**`, 20,000
/// `[a](`), so all are counted before it starts.
final class Limits {
    /// Six times the longest statute in force in China, the Civil Code.
    static final int BYTES = 2 * 1024 * 1024;

    static final int LINES = 60_000;

    /// Characters of one line; a paragraph is often one line.
    static final int LINE_LENGTH = 40_000;

    /// Quotes and lists within each other.
    static final int DEPTH = 12;

    static final int INDENT = 60;

    /// Marks of one kind between two blank lines.
    static final int MARKS = 400;

    static final int TABLE_COLUMNS = 60;

    private static final String COUNTED = "[*_`<~";

    private Limits() {}

    /// Whether the lines keep the limits; the first that does not is reported.
    static boolean check(List<String> lines, Report report) {
        if (lines.size() > LINES) {
            return refuse(
                    report,
                    0,
                    "limits/lines",
                    "文件有 %,d 行，超过上限 %,d 行。".formatted(lines.size(), LINES));
        }
        var marks = new int[COUNTED.length()];
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.length() > LINE_LENGTH) {
                return refuse(
                        report,
                        i + 1,
                        "limits/line-length",
                        "这一行有 %,d 个字符，超过上限 %,d 个。".formatted(line.length(), LINE_LENGTH));
            }
            if (depth(line) > DEPTH || indent(line) > INDENT) {
                return refuse(report, i + 1, "limits/depth", "引用或列表套得太深，超过 %d 层。".formatted(DEPTH));
            }
            if (count(line, marks)) {
                return refuse(
                        report,
                        i + 1,
                        "limits/marks",
                        "这一段里同一种符号（%s 之一）超过 %d 个。"
                                .formatted(String.join(" ", COUNTED.split("", 0)), MARKS));
            }
        }
        return true;
    }

    private static boolean refuse(Report report, int line, String rule, String message) {
        report.error(rule, line, message, "请检查这里是不是粘贴错了；确有需要的，分成几篇或几段。");
        return false;
    }

    /// How many quotes and list items a line opens, counting generously.
    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '>' || ((c == '-' || c == '+' || c == '*') && isSpace(line, i + 1))) {
                depth++;
            } else if (Character.isDigit(c)) {
                while (i + 1 < line.length() && Character.isDigit(line.charAt(i + 1))) {
                    i++;
                }
                if (i + 1 < line.length()
                        && (line.charAt(i + 1) == '.' || line.charAt(i + 1) == ')')) {
                    i++;
                    depth++;
                } else {
                    return depth;
                }
            } else if (c != ' ' && c != '\t') {
                return depth;
            }
        }
        return depth;
    }

    private static boolean isSpace(String line, int at) {
        return at >= line.length() || line.charAt(at) == ' ' || line.charAt(at) == '\t';
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                indent += 4;
            } else if (c == ' ') {
                indent++;
            } else if (c != '>') {
                break;
            }
        }
        return line.isBlank() ? 0 : indent;
    }

    /// Adds a line's marks to those of its paragraph; whether one kind is now over the limit. Cells
    /// end a table's marks.
    private static boolean count(String line, int[] marks) {
        if (line.isBlank() || line.startsWith("|")) {
            java.util.Arrays.fill(marks, 0);
        }
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int kind = COUNTED.indexOf(c);
            boolean continues = i > 0 && line.charAt(i - 1) == c && c != '[' && c != '<';
            if (kind >= 0 && !continues && ++marks[kind] > MARKS) {
                return true;
            }
            if (c == '|' && ++columns > TABLE_COLUMNS) {
                return true;
            }
        }
        return false;
    }
}
