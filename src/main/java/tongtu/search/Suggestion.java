package tongtu.search;

/// What may be typed next: a term or a title of the site that begins with, contains, or is
/// pronounced like what was typed.
public record Suggestion(String words) {
    /// Suggestions at once.
    public static final int MOST = 8;

    /// Characters for which there are any.
    public static final int LONGEST = 40;
}
