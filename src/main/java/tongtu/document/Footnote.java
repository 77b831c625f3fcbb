package tongtu.document;

import java.util.List;

/// A note at the end of the document; numbers run from 1 in the order of their first marks. The id
/// is that of its words.
public record Footnote(BlockId id, int number, List<Block> blocks) {
    public Footnote {
        blocks = List.copyOf(blocks);
    }
}
