package tongtu.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What must be true of tables as a screen reader gets them: on each cell it says what row and
/// column that is.
final class TableRules {
    private static final Set<String> CELLS = Set.of("cell", "columnheader", "rowheader");

    private TableRules() {}

    static List<String> faults(AccessibilityTree tree) {
        var faults = new ArrayList<String>();
        for (var table : tree.of("table")) {
            if (table.of("caption").isEmpty()) {
                faults.add("no caption: " + table.line());
            }
            var rows = table.of("row").stream().map(TableRules::cells).toList();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).size() != rows.getFirst().size()) {
                    faults.add("row " + (i + 1) + " has another number of cells: " + table.line());
                }
                row(table, rows, i, faults);
            }
        }
        return faults;
    }

    private static List<AccessibilityTree.Node> cells(AccessibilityTree.Node row) {
        return row.children().stream().filter(cell -> CELLS.contains(cell.role())).toList();
    }

    /// Each cell with words has a header above it, and one in its row where there is more than one
    /// column.
    private static void row(
            AccessibilityTree.Node table,
            List<List<AccessibilityTree.Node>> rows,
            int at,
            List<String> faults) {
        var row = rows.get(at);
        boolean isNamed =
                row.size() == 1 || row.stream().anyMatch(cell -> cell.role().equals("rowheader"));
        for (int column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            if (!cell.role().equals("cell") || cell.name().isEmpty()) {
                continue;
            }
            if (!isNamed) {
                faults.add("no row header for " + cell.line() + " in " + table.line());
            }
            if (!hasHeader(rows, at, column)) {
                faults.add("no column header for " + cell.line() + " in " + table.line());
            }
        }
    }

    private static boolean hasHeader(List<List<AccessibilityTree.Node>> rows, int at, int column) {
        return rows.subList(0, at).stream()
                .anyMatch(row ->
                        column < row.size() && row.get(column).role().equals("columnheader"));
    }
}
