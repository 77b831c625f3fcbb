package tongtu.publishing;

import java.time.Instant;

/// Half a step of the review, signed.
public record Signature(int step, Task task, String account, Instant at, String words) {}
