package tongtu.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chunks of plain text to pieces: which numbered paragraphs are headings and at which level, which
/// line is a table's caption.
final class Outline {
    private final List<Piece> pieces = new ArrayList<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private Chunk.@Nullable Words caption;

    private Outline() {}

    static List<Piece> of(List<Chunk> chunks) {
        var outline = new Outline();
        var numbered = Numbered.of(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            switch (chunks.get(i)) {
                case Chunk.Grid grid -> outline.table(grid);
                case Chunk.Entry(var line, var words, var remarks) ->
                        outline.pieces.add(new Piece.Item(line, words, remarks));
                case Chunk.Words words -> {
                    var each = numbered.get(i);
                    if (i + 1 < chunks.size()
                            && chunks.get(i + 1) instanceof Chunk.Grid
                            && isCaption(words.words())) {
                        outline.caption = words;
                    } else if (each != null
                            && each.isAmongHeadings()
                            && each.form() != Numbered.Form.NEITHER) {
                        outline.heading(each);
                    } else {
                        outline.paragraph(words, each != null && each.isAmongHeadings());
                    }
                }
            }
        }
        return outline.pieces;
    }

    private void heading(Numbered each) {
        while (!open.isEmpty() && open.getLast() >= each.rank()) {
            open.removeLast();
        }
        open.add(each.rank());
        var chunk = each.chunk();
        var remarks = new ArrayList<Remark>();
        var words = Spacing.closed(each.heading(), chunk.line(), remarks);
        int level = open.size() + 1;
        if (each.form() == Numbered.Form.ALONE) {
            remarks.addAll(chunk.remarks());
            pieces.add(new Piece.Heading(chunk.line(), level, words, remarks));
            return;
        }
        remarks.add(
                Remark.note(
                        "intake/run-in-heading",
                        chunk.line(),
                        "「%s」和后面的话原来在一段里，拆成了标题和正文。".formatted(Line.quote(words, 40)),
                        "看看第一句是不是小标题；不是的，去掉 # 号接回去。"));
        pieces.add(new Piece.Heading(chunk.line(), level, words, remarks));
        pieces.add(new Piece.Paragraph(chunk.line(), each.rest(), chunk.remarks()));
    }

    private void paragraph(Chunk.Words words, boolean isAmongHeadings) {
        var remarks = new ArrayList<>(words.remarks());
        if (isAmongHeadings) {
            remarks.add(
                    Remark.warning(
                            "intake/long-heading",
                            words.line(),
                            "「%s」的编号和前后的标题同级，但不像标题，留作正文。".formatted(Line.quote(words.words())),
                            "是标题的，在前面加上 # 号。"));
        }
        pieces.add(new Piece.Paragraph(words.line(), words.words(), remarks));
    }

    /// Whether a line right before a grid names it: 专栏 1, 表 2, or short words that end in 表.
    private static boolean isCaption(String words) {
        return words.length() <= Numbered.LONGEST
                && (Paragraphs.CAPTION.matcher(words).matches() || words.endsWith("表"))
                && "。；，".indexOf(words.charAt(words.length() - 1)) < 0;
    }

    private void table(Chunk.Grid grid) {
        var remarks = new ArrayList<>(grid.remarks());
        remarks.add(
                Remark.note(
                        "intake/table",
                        0,
                        "原文第 %d 到 %d 行用制表符分格，当作一张表：%d 列，%d 行数据；第一行当作表头%s。"
                                .formatted(
                                        grid.line(),
                                        grid.rows().getLast().line(),
                                        grid.rows().getFirst().cells().size(),
                                        grid.rows().size() - 1,
                                        caption == null ? "" : "，表前的一行当作表题"),
                        "对照原文件，看行、列、表头对不对。"));
        if (caption == null) {
            pieces.add(new Piece.Table(grid.line(), "", grid.rows(), remarks));
        } else {
            remarks.addAll(caption.remarks());
            pieces.add(new Piece.Table(caption.line(), caption.words(), grid.rows(), remarks));
            caption = null;
        }
    }
}
