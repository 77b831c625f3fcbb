package tongtu.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines with tabs between their cells.
final class Grids {
    private Grids() {}

    static boolean isRow(Line line) {
        var words = line.words();
        return words.indexOf('\t') > 0
                && words.chars().filter(c -> c == '\t').count() < Limits.COLUMNS;
    }

    /// The grid that begins at line `from`, at least two rows long; how many lines it takes is the
    /// number of its rows. An empty list is none.
    static List<Line> at(List<Line> lines, int from) {
        int end = from;
        while (end < lines.size() && isRow(lines.get(end))) {
            end++;
        }
        return end - from >= 2 ? lines.subList(from, end) : List.of();
    }

    /// The rows as cells; short rows are filled up, with a remark.
    static Chunk.Grid of(List<Line> lines) {
        var cells = lines.stream().map(line -> Arrays.asList(line.text().split("\t", -1))).toList();
        int width = cells.stream().mapToInt(Grids::width).max().orElse(0);
        var remarks = new ArrayList<Remark>();
        var rows = new ArrayList<Piece.Row>();
        var uneven = new ArrayList<Integer>();
        for (int i = 0; i < cells.size(); i++) {
            int number = lines.get(i).number();
            if (width(cells.get(i)) != width(cells.getFirst())) {
                uneven.add(number);
            }
            rows.add(new Piece.Row(number, row(cells.get(i), width, number, remarks)));
        }
        if (!uneven.isEmpty()) {
            remarks.add(
                    Remark.warning(
                            "intake/uneven-row",
                            uneven.getFirst(),
                            "表格各行的格数不一样（表头 %d 格，最多 %d 格），短的补了空格子：原文%s。"
                                    .formatted(
                                            width(cells.getFirst()), width, Line.numbers(uneven)),
                            "对照原文，看数据有没有错位。"));
        }
        var holed =
                rows.stream().filter(row -> row.cells().contains("")).map(Piece.Row::line).toList();
        if (!holed.isEmpty()) {
            remarks.add(
                    Remark.note(
                            "text/empty-cell",
                            0,
                            "表格里有空格子：原文%s。".formatted(Line.numbers(holed)),
                            "对照原文件；原文件就没有数据的，不用处理。"));
        }
        return new Chunk.Grid(lines.getFirst().number(), rows, remarks);
    }

    /// How many cells a row has, empty ones at its end left out.
    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    private static List<String> row(List<String> cells, int width, int line, List<Remark> remarks) {
        var row = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            row.add(i < cells.size() ? Spacing.closed(cells.get(i).strip(), line, remarks) : "");
        }
        return row;
    }
}
