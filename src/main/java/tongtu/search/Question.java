package tongtu.search;

/// What somebody asks: words as they were typed, what to narrow to, and which page of the results
/// (from 1). Nothing in the words is syntax.
public record Question(String words, Filters filters, int page) {
    /// Characters that are looked at; the rest of a longer question is left out.
    public static final int LONGEST = 200;

    /// Results on one page.
    public static final int IN_A_PAGE = 10;

    /// The last page that can be asked for.
    public static final int LAST_PAGE = 1_000;

    public Question {
        if (page < 1 || page > LAST_PAGE) {
            throw new IllegalArgumentException("page " + page);
        }
    }

    public static Question of(String words) {
        return new Question(words, Filters.NONE, 1);
    }
}
