package tongtu.braille;

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
        ITEM
    }

    static Passage text(int indent, int hang, Transcript transcript) {
        return new Passage(Kind.TEXT, indent, hang, transcript, -1);
    }

    static Passage item(int indent, int hang, Transcript transcript) {
        return new Passage(Kind.ITEM, indent, hang, transcript, -1);
    }
}
