package tongtu.speech;

import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;

/// What is said at once: a clause or two of the `number`th sentence (from 1) of a unit, the
/// `piece`th of it (from 0). A short sentence is one piece; the first sound of a long one need not
/// wait for its end.
///
/// `block` is null for what stands before the text: the title, whether it is in force, the summary.
/// `words` are in `language` (BCP 47) as they are written; `isLiteral` when they stand so in the
/// unit, and not when they are said about it («共三项») or made of it (a row with its headers). `rest`
/// is the silence behind, in milliseconds; `recording` the voice of a person who read it.
public record Utterance(
        @Nullable BlockId block,
        int number,
        int piece,
        String words,
        boolean isLiteral,
        String language,
        boolean isHeading,
        int rest,
        @Nullable Recording recording) {
    public Utterance {
        if (number < 1 || piece < 0 || words.isBlank() || rest < 0) {
            throw new IllegalArgumentException("utterance " + number + " «" + words + "»");
        }
    }
}
