package tongtu.publishing;

import java.time.Instant;

/// A text that was handed in. It never changes; what becomes of it is its [State].
///
/// `number` counts the revisions of its document from 1; `parent` is the one that it was made from,
/// `merged` another whose changes were put in, 0 for none. `author` is the id of an account, empty
/// where it came from outside. `note` tells residents what changed.
public record Revision(
        DocumentPath path,
        int number,
        int parent,
        int merged,
        String author,
        String authorName,
        Instant madeAt,
        String note,
        String hash,
        String text) {}
