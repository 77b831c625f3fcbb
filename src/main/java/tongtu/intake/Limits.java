package tongtu.intake;

/// What a file may be at most to be imported. What is over them here would be over the limits of
/// the Markdown parser too; said earlier, it is said in the words of the file that was sent.
final class Limits {
    static final int BYTES = 2 * 1024 * 1024;
    static final int LINES = 20_000;
    static final int LINE_LENGTH = 40_000;

    /// Columns of a table; lines with more tabs are words.
    static final int COLUMNS = 30;

    /// Findings of one rule that are told one by one.
    static final int FINDINGS_PER_RULE = 200;

    private Limits() {}
}
