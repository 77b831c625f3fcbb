package tongtu.html;

import java.util.List;
import tongtu.document.Block;
import tongtu.document.Inline;

/// A table to markup: header cells know what they head, and a wide one scrolls by itself, by
/// keyboard too.
record TableWriter(Markup markup, InlineWriter inlines, BlockWriter blocks) {
    /// Columns that do not fit 320 CSS px side by side when their text is doubled.
    private static final int WIDE = 3;

    void write(Block.Table table) {
        boolean scrolls = table.columns().size() >= WIDE;
        var captionId = table.id() + "-caption";
        if (scrolls) {
            markup.open(Tag.DIV).style("scroll");
            if (!table.caption().isEmpty()) {
                markup.role("region").labelledBy(captionId).focusable();
            }
        }
        blocks.unit(Tag.TABLE, table.id()).line();
        if (!table.caption().isEmpty()) {
            markup.open(Tag.CAPTION).id(captionId);
            blocks.anchorsOf(table.id());
            inlines.plain(table.caption());
            markup.close().line();
        }
        header(table);
        markup.open(Tag.TBODY).line();
        table.rows().forEach(row -> row(table, row));
        markup.close().close().line();
        if (scrolls) {
            markup.close().line();
        }
        blocks.explanations();
    }

    private void header(Block.Table table) {
        markup.open(Tag.THEAD).open(Tag.TR);
        for (var column : table.columns()) {
            if (Inline.words(column.header()).isBlank()) {
                markup.open(Tag.TD).close();
                continue;
            }
            markup.open(Tag.TH).scope("col");
            if (column.numeric()) {
                markup.style("n");
            }
            inlines.plain(column.header());
            markup.close();
        }
        markup.close().close().line();
    }

    private void row(Block.Table table, Block.Row row) {
        blocks.unit(Tag.TR, row.id());
        for (int i = 0; i < row.cells().size(); i++) {
            boolean heads = i == table.rowHeader() && !Inline.words(row.cells().get(i)).isBlank();
            markup.open(heads ? Tag.TH : Tag.TD);
            if (heads) {
                markup.scope("row");
            }
            if (table.columns().get(i).numeric()) {
                markup.style("n");
            }
            if (i == 0) {
                blocks.anchorsOf(row.id());
            }
            cell(row.cells().get(i));
            markup.close();
        }
        markup.close().line();
    }

    private void cell(List<Inline> words) {
        inlines.explained(words);
    }
}
