package tongtu.portal;

import java.util.List;

/// A document as one line of a list: its title, what it is, and a sentence about it (empty when
/// none is known).
public record Entry(String title, String address, String language, List<Tag> tags, String line) {
    public Entry {
        tags = List.copyOf(tags);
    }

    /// A word about a document; one that warns is drawn with dots.
    public record Tag(String text, boolean warns) {}
}
