package tongtu.markdown;

import java.util.List;

/// What a Markdown file may be at most. The parser behind it needs stack for depth and squares of
/// time for unclosed marks (measured: lists of depth 500, quotes of 1,000, 2,000 `**`, 20,000
/// `[a](`), so all are counted before it starts.
final class Limits {
    /// Six times the longest statute in force in China, the Civil Code.
    static final int BYTES = 2 * 1024 * 1024;

    /// Four times its lines; long tables cost the parser the square of their rows.
    static final int LINES = 20_000;

    /// Lines without a blank one between them: the rows of a table, the items of a list.
    static final int LINES_TOGETHER = 3_000;

    /// Lines together that a quote or spaces begin, which the parser joins from pieces at the
    /// square of their number (2,900 took it 30 s), and the sum of these squares.
    static final int NESTED_LINES = 300;

    static final int NESTED_WORK = 1_500_000;

    /// Characters of one line; a paragraph is often one line.
    static final int LINE_LENGTH = 40_000;

    /// Quotes and lists within each other.
    static final int DEPTH = 12;

    /// Characters of a line of nothing but dashes, stars or underscores.
    static final int LONGEST_RULE = 300;

    static final int INDENT = 60;

    /// Marks of one kind in one paragraph, item or row.
    static final int MARKS = 400;

    /// The most frequent mark of a paragraph times the paragraph's length, all added up.
    static final long WORK = 50_000_000;

    static final int TABLE_COLUMNS = 60;

    static final String COUNTED = "[*_`<";

    static final String REMEDY = "请检查这里是不是粘贴错了；确有需要的，分成几篇或几段。";

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
        int together = 0;
        int nested = 0;
        int nestedWork = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.length() > LINE_LENGTH) {
                return refuse(
                        report,
                        i + 1,
                        "limits/line-length",
                        "这一行有 %,d 个字符，超过上限 %,d 个。".formatted(line.length(), LINE_LENGTH));
            }
            together = line.isBlank() ? 0 : together + 1;
            nested = isBlank(line) ? 0 : nested + (isNested(line) ? 1 : 0);
            nestedWork += nested == 0 ? 0 : 2 * nested - 1;
            if (together > LINES_TOGETHER || nested > NESTED_LINES || nestedWork > NESTED_WORK) {
                return refuse(
                        report,
                        i + 1,
                        "limits/lines-together",
                        "连续 %,d 行没有空行，太多了（上限 %,d 行，引用和缩进的 %,d 行）。"
                                .formatted(together, LINES_TOGETHER, NESTED_LINES));
            }
            if (depth(line) > DEPTH || indent(line) > INDENT) {
                return refuse(report, i + 1, "limits/depth", "引用或列表套得太深，超过 %d 层。".formatted(DEPTH));
            }
            if (line.chars().filter(c -> c == '|').count() > TABLE_COLUMNS) {
                return refuse(
                        report, i + 1, "limits/columns", "这一行的竖线超过 %d 个。".formatted(TABLE_COLUMNS));
            }
        }
        return true;
    }

    /// Whether a line is empty but for the marks of quotes.
    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c == '>' || Character.isWhitespace(c));
    }

    private static boolean isNested(String line) {
        return line.startsWith(" ") || line.startsWith("\t") || line.startsWith(">");
    }

    private static boolean refuse(Report report, int line, String rule, String message) {
        report.error(rule, line, message, REMEDY);
        return false;
    }

    /// How many quotes, items and definitions a line opens, counting generously. A line of nothing
    /// but dashes or stars is a rule, which the parser reads with its stack.
    private static int depth(String line) {
        if (isRule(line)) {
            return line.length() > LONGEST_RULE ? DEPTH + 1 : 0;
        }
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '>' || ("-+*:".indexOf(c) >= 0 && isSpace(line, i + 1))) {
                depth++;
            } else if (Character.isDigit(c)) {
                int end = i + 1;
                while (end < line.length() && Character.isDigit(line.charAt(end))) {
                    end++;
                }
                if (end == line.length() || ".)".indexOf(line.charAt(end)) < 0) {
                    return depth;
                }
                depth++;
                i = end;
            } else if (c != ' ' && c != '\t') {
                return depth;
            }
        }
        return depth;
    }

    private static boolean isRule(String line) {
        var marks = line.replace(" ", "").replace("\t", "");
        return marks.length() > 2
                && "-*_".indexOf(marks.charAt(0)) >= 0
                && marks.chars().allMatch(c -> c == marks.charAt(0));
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

    /// How often the most frequent of the counted marks stands in a text. Backticks count by runs,
    /// as the parser looks for them.
    static int marks(CharSequence text) {
        var counts = new int[COUNTED.length()];
        int most = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = COUNTED.indexOf(c);
            if (kind >= 0 && !(c == '`' && before == '`')) {
                most = Math.max(most, ++counts[kind]);
            }
            before = c;
        }
        return most;
    }
}
