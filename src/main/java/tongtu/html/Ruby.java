package tongtu.html;

/// What is written small over the characters of a text from `start` to before `end`: their reading.
public record Ruby(int start, int end, String text) {}
