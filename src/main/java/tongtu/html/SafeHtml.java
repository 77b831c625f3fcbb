package tongtu.html;

import org.jspecify.annotations.Nullable;

/// Markup made by this package alone: every tag closed, every word escaped, nothing in it that
/// runs. Templates print it with `raw`; they print nothing else so.
public final class SafeHtml {
    private final String text;

    SafeHtml(String text) {
        this.text = text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SafeHtml html && html.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
