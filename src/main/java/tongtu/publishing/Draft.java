package tongtu.publishing;

import java.time.Instant;

/// One person's text of a document, as it was saved last. `base` is the revision that it began
/// from, 0 when there was none; `version` counts what was saved.
public record Draft(
        DocumentPath path, String account, int base, int version, String text, Instant savedAt) {}
