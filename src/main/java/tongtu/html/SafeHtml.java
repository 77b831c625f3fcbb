package tongtu.html;

/// Markup made by this package alone: every tag closed, every word escaped, nothing in it that
/// runs. Templates print it with `raw`; they print nothing else so.
public final class SafeHtml {
    private final String text;

    SafeHtml(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
