package tongtu.document;

import java.util.List;

/// A word of the glossary: `names` are the ways it is written, the first of them its own; the
/// explanation is a few sentences.
public record Term(BlockId id, List<String> names, List<Block> explanation) {
    public Term {
        names = List.copyOf(names);
        explanation = List.copyOf(explanation);
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a term without a name");
        }
    }

    public String name() {
        return names.getFirst();
    }
}
