package tongtu.publishing;

import java.time.Instant;

/// What somebody has to say about a paragraph of a revision (`block` is its id), or about all of it
/// (`block` is empty). `account` is empty for an expert from outside. `settledBy` is empty until
/// somebody has seen to it.
public record Remark(
        String id,
        int number,
        String block,
        String account,
        String authorName,
        String words,
        Instant at,
        String settledBy) {
    /// Characters of a remark.
    static final int WORDS = 2_000;

    boolean isSettled() {
        return !settledBy.isEmpty();
    }
}
