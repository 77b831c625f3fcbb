package tongtu.braille;

import java.util.List;

/// A text in cells: its pieces in order. Blanks stand between pieces where `isApart`; a line may
/// end there.
public record Transcript(String text, List<Piece> pieces, List<Integer> unknown) {
    /// Cells that stand together, for the text from `start` to before `end`. `pinyin` is that of a
    /// Chinese word, empty for anything else.
    public record Piece(String cells, boolean isApart, int start, int end, String pinyin) {}

    /// `unknown` are the code points that have no cells; they are left out.
    public Transcript {
        pieces = List.copyOf(pieces);
        unknown = List.copyOf(unknown);
    }

    /// All cells, with blanks between those apart.
    public String cells() {
        var cells = new StringBuilder();
        for (var piece : pieces) {
            cells.append(piece.isApart() && !cells.isEmpty() ? Cells.BLANK : "");
            cells.append(piece.cells());
        }
        return cells.toString();
    }
}
