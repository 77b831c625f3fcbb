package tongtu.publishing;

import java.time.Instant;

/// Something that became of a revision: its state from then on, who brought it there and why.
public record Step(State state, String account, Instant at, String reason) {}
