package tongtu.document;

import java.util.List;

/// A heading with all that stands under it. `level` is 2 to 6, one more than its parent's (1 is the
/// title).
public record Section(
        BlockId id,
        int level,
        Numbering numbering,
        List<Inline> heading,
        List<Block> blocks,
        List<Section> sections) {
    public Section {
        heading = List.copyOf(heading);
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
        if (level < 2 || level > 6) {
            throw new IllegalArgumentException("a section of level " + level);
        }
    }

    /// The heading as it stands, number and all.
    public String title() {
        return numbering.written() + Inline.words(heading);
    }
}
