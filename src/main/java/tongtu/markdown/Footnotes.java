package tongtu.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The notes of a document in the order of their first marks.
final class Footnotes {
    private final List<FootnoteBlock> blocks = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> numbers = new HashMap<>();

    /// The note's number, from 1.
    int number(FootnoteBlock block) {
        return numbers.computeIfAbsent(
                block,
                _ -> {
                    blocks.add(block);
                    return blocks.size();
                });
    }

    boolean has(FootnoteBlock block) {
        return numbers.containsKey(block);
    }

    int size() {
        return blocks.size();
    }

    FootnoteBlock get(int number) {
        return blocks.get(number - 1);
    }
}
