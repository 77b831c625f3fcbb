package tongtu.braille;

import java.util.List;

/// Text in cells that begins a line of its own, and how it stands on the page: `indent` cells
/// before its first line, `hang` before the others. `number` is that of a heading in the contents,
/// from 0; -1 for what is none.
record Passage(Kind kind, int indent, int hang, Transcript transcript, int number) {
    enum Kind {
        /// In the middle, with a blank line before and behind.
        TITLE,
        /// At the left, with a blank line before.
        HEADING,
        TEXT,
        /// One of a list, or a line among lines.
        ITEM,
        /// A line of a table that is drawn as a grid, kept as it is.
        GRID,
        /// Where a page of the printed edition begins.
        PAGE
    }

    static Passage text(int indent, int hang, Transcript transcript) {
        return new Passage(Kind.TEXT, indent, hang, transcript, -1);
    }

    /// A line of cells, kept as it is, with the print that it stands for.
    static Passage line(Kind kind, String print, String cells) {
        var whole = new Transcript.Piece(cells, true, 0, print.length(), "");
        return new Passage(kind, 0, 0, new Transcript(print, List.of(whole), List.of()), -1);
    }

    static Passage item(int indent, int hang, Transcript transcript) {
        return new Passage(Kind.ITEM, indent, hang, transcript, -1);
    }
}
