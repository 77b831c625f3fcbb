package tongtu.document;

import java.util.List;

/// A run of words inside a block.
public sealed interface Inline {

    record Text(String text) implements Inline {}

    record Strong(List<Inline> inlines) implements Inline {
        public Strong {
            inlines = List.copyOf(inlines);
        }
    }

    record Emphasis(List<Inline> inlines) implements Inline {
        public Emphasis {
            inlines = List.copyOf(inlines);
        }
    }

    record Code(String text) implements Inline {}

    record Link(Href target, List<Inline> inlines) implements Inline {
        public Link {
            inlines = List.copyOf(inlines);
        }
    }

    /// A small picture between words; an empty alternative says that it is decorative.
    record Image(Href source, String alternative) implements Inline {}

    /// Words in another language than their surroundings; `language` is a BCP 47 tag.
    record Foreign(String language, String text) implements Inline {}

    /// The mark that leads to the footnote of that number.
    record FootnoteMark(int number) implements Inline {}

    /// A line end that the author asked for.
    record LineBreak() implements Inline {}

    /// The words alone, as one string: a line break is a space, a footnote mark nothing.
    static String words(List<Inline> inlines) {
        if (inlines.size() == 1 && inlines.getFirst() instanceof Text(var text)) {
            return text;
        }
        var words = new StringBuilder();
        append(inlines, words);
        return words.toString();
    }

    private static void append(List<Inline> inlines, StringBuilder words) {
        for (var inline : inlines) {
            switch (inline) {
                case Text(var text) -> words.append(text);
                case Code(var text) -> words.append(text);
                case Foreign(_, var text) -> words.append(text);
                case Strong(var inner) -> append(inner, words);
                case Emphasis(var inner) -> append(inner, words);
                case Link(_, var inner) -> append(inner, words);
                case Image(_, var alternative) -> words.append(alternative);
                case FootnoteMark _ -> {}
                case LineBreak() -> words.append(' ');
            }
        }
    }
}
