package tongtu.exchange;

import java.nio.charset.StandardCharsets;

/// JSON that can stand inside a page's `<script type="application/ld+json">`: no word in it ends
/// the element. Templates print it with `raw`.
public final class EmbeddedJson {
    private final String text;

    private EmbeddedJson(String text) {
        this.text = text;
    }

    static EmbeddedJson of(byte[] json) {
        var text = new String(json, StandardCharsets.UTF_8).strip();
        // These three stand in strings only, where JSON may write them as escapes.
        return new EmbeddedJson(
                text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
    }

    @Override
    public String toString() {
        return text;
    }
}
