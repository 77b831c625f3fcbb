package tongtu.speech;

/// Where a section begins in a file to listen to, in milliseconds.
public record Chapter(String title, int startMs) {}
