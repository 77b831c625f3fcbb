package tongtu.portal;

import java.util.List;

/// A document as one line of a list: its title, its kind (which lists of one kind leave out),
/// whether it binds, its date and a sentence about it. What is not known or not said is empty.
public record Entry(
        String title,
        String address,
        String language,
        String kind,
        List<Tag> tags,
        String date,
        String line) {
    public Entry {
        tags = List.copyOf(tags);
    }

    /// A word about whether a document binds; one that warns is drawn with dots.
    public record Tag(String text, boolean warns) {}
}
