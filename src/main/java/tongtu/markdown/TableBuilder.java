package tongtu.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongtu.document.Block;
import tongtu.document.Inline;

/// A Markdown table to ours: which column names the rows, which hold figures, and in what unit.
final class TableBuilder {
    private static final Pattern FIGURE =
            Pattern.compile(
                    "[≥≤＞＜><＝=约近±+-]?\\s*[\\d０-９][\\d０-９.,，:\\s]*\\s*(?:%|％|‰|\\p{IsHan}{0,3})\\s*(?:以上|以下|左右)?");
    private static final Pattern UNIT =
            Pattern.compile("[（(]\\s*(?:单位：)?([%‰℃\\p{IsHan}\\p{Alpha}/²³]{1,8})\\s*[）)]$");
    private static final Pattern CAPTION_UNIT =
            Pattern.compile("单位[：:]\\s*([%‰\\p{IsHan}\\p{Alpha}/²³]{1,8})");
    private static final Pattern SERIAL =
            Pattern.compile("序号|编号|序|No\\.?|#", Pattern.CASE_INSENSITIVE);

    private final InlineBuilder inlines;
    private final Marks marks;
    private final Report report;

    TableBuilder(InlineBuilder inlines, Marks marks, Report report) {
        this.inlines = inlines;
        this.marks = marks;
        this.report = report;
    }

    void add(TableBlock table, List<Block> blocks) {
        var id = marks.id(table);
        List<List<Inline>> header = List.of();
        List<Inline> caption = List.of();
        var nodes = new ArrayList<Node>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            switch (part) {
                case TableHead head ->
                        header =
                                head.getFirstChild() == null ? header : cells(head.getFirstChild());
                case TableBody body -> body.getChildren().forEach(nodes::add);
                case TableCaption words -> caption = inlines.inlines(words);
                default -> {}
            }
        }
        var rows = nodes.stream().map(this::cells).toList();
        int width = Math.max(header.size(), rows.stream().mapToInt(List::size).max().orElse(0));
        if (width == 0) {
            return;
        }
        complain(table, caption, header, rows, width);
        var columns = columns(pad(header, width), rows, Inline.words(caption));
        var ours = new ArrayList<Block.Row>();
        for (int i = 0; i < nodes.size(); i++) {
            ours.add(new Block.Row(marks.id(nodes.get(i)), pad(rows.get(i), width)));
        }
        blocks.add(new Block.Table(id, caption, columns, rowHeader(columns, rows), ours));
    }

    private void complain(
            Node table,
            List<Inline> caption,
            List<List<Inline>> header,
            List<List<List<Inline>>> rows,
            int width) {
        int line = marks.line(table);
        if (caption.isEmpty()) {
            report.warning(
                    "tables/no-caption", line, "表格没有标题，读屏软件不能报出这是什么表。", "在表格下面另起一行写「[表格标题]」。");
        }
        if (rows.stream().anyMatch(row -> row.size() > header.size())) {
            report.warning(
                    "tables/ragged",
                    line,
                    "有的行比表头多出几格（表头 %d 格，最多 %d 格）。".formatted(header.size(), width),
                    "给每一列写上表头。");
        }
        if (header.stream().skip(1).anyMatch(cell -> Inline.words(cell).isBlank())) {
            report.warning("tables/empty-header", line, "表头有空格子，读屏软件读数据时报不出列名。", "给每一列写上表头。");
        }
    }

    private List<List<Inline>> cells(Node row) {
        var cells = new ArrayList<List<Inline>>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(inlines.inlines(cell));
            }
        }
        return cells;
    }

    private static List<List<Inline>> pad(List<List<Inline>> cells, int width) {
        var padded = new ArrayList<>(cells);
        while (padded.size() < width) {
            padded.add(List.of());
        }
        return padded;
    }

    private static List<Block.Column> columns(
            List<List<Inline>> header, List<List<List<Inline>>> rows, String caption) {
        var tableUnit = CAPTION_UNIT.matcher(caption);
        var shared = tableUnit.find() ? tableUnit.group(1) : "";
        var columns = new ArrayList<Block.Column>();
        for (int i = 0; i < header.size(); i++) {
            boolean numeric = isNumeric(rows, i);
            var unit = UNIT.matcher(Inline.words(header.get(i)));
            columns.add(
                    new Block.Column(
                            header.get(i),
                            !numeric ? "" : unit.find() ? unit.group(1) : shared,
                            numeric));
        }
        return columns;
    }

    /// Whether at least half of a column's filled cells are figures.
    private static boolean isNumeric(List<List<List<Inline>>> rows, int column) {
        int filled = 0;
        int figures = 0;
        for (var row : rows) {
            var words = column < row.size() ? Inline.words(row.get(column)).strip() : "";
            if (!words.isEmpty()) {
                filled++;
                figures += FIGURE.matcher(words).matches() ? 1 : 0;
            }
        }
        return filled > 0 && figures * 2 >= filled;
    }

    /// The first column names the rows, or the second when the first only counts them.
    private static int rowHeader(List<Block.Column> columns, List<List<List<Inline>>> rows) {
        if (columns.size() < 2) {
            return -1;
        }
        boolean counts =
                SERIAL.matcher(Inline.words(columns.getFirst().header()).strip()).matches()
                        || (!rows.isEmpty() && counts(rows));
        return counts ? 1 : 0;
    }

    private static boolean counts(List<List<List<Inline>>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var first = rows.get(i).isEmpty() ? "" : Inline.words(rows.get(i).getFirst()).strip();
            if (!first.equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return true;
    }
}
