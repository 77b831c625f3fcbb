package tongtu.intake;

/// Bytes that are not imported, and why.
record Refused(Refusal refusal) implements Decoding {}
