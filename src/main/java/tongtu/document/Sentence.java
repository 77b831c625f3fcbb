package tongtu.document;

import java.util.List;

/// The smallest thing that is read aloud, marked or cited: the `number`th sentence (from 1) of a
/// unit.
public record Sentence(BlockId block, int number, String words) {
    public Sentence {
        if (number < 1 || words.isBlank()) {
            throw new IllegalArgumentException("sentence " + number + " «" + words + "»");
        }
    }

    /// All sentences of a document in reading order. Paragraphs and items are divided at the ends
    /// of sentences; a heading, a caption, a cell, a term, a picture's alternative and a line of a
    /// contact are one sentence each, whatever they hold.
    public static List<Sentence> of(Document document) {
        return new SentenceWalk().document(document);
    }

    /// The hash of its words: the key of what is derived from them alone.
    public String hash() {
        return Hash.of(words);
    }
}
