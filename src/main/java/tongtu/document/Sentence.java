package tongtu.document;

import java.util.ArrayList;
import java.util.List;
import tongtu.language.Sentences;

/// The smallest thing that is read aloud, marked or cited: the `number`th sentence (from 1) of a
/// unit.
public record Sentence(BlockId block, int number, String words) {

    /// The sentences of a unit's words. A heading, a caption or a cell is one sentence whatever it
    /// holds; pass it to the constructor instead.
    public static List<Sentence> of(Unit unit) {
        var sentences = new ArrayList<Sentence>();
        for (var words : Sentences.of(unit.words())) {
            sentences.add(new Sentence(unit.id(), sentences.size() + 1, words));
        }
        return sentences;
    }

    /// The hash of its words: the key of what is derived from them alone.
    public String hash() {
        return Hash.of(words);
    }
}
