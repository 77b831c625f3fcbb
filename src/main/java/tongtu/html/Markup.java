package tongtu.html;

import java.util.ArrayDeque;
import tongtu.document.Href;

/// Writes markup in which every element is closed and every word escaped. Addresses come as [Href]
/// only; attributes are the ones that have a method here.
final class Markup {
    private final StringBuilder out = new StringBuilder(16_384);
    private final ArrayDeque<Tag> open = new ArrayDeque<>();
    private boolean inTag;

    Markup open(Tag tag) {
        endTag();
        out.append('<').append(tag.text());
        inTag = true;
        if (!tag.isVoid()) {
            open.push(tag);
        }
        return this;
    }

    Markup close() {
        endTag();
        out.append("</").append(open.pop().text()).append('>');
        return this;
    }

    Markup text(String text) {
        endTag();
        escape(text);
        return this;
    }

    /// A line end between blocks: it makes the page readable as text.
    Markup line() {
        endTag();
        out.append('\n');
        return this;
    }

    Markup id(String id) {
        return attribute("id", id);
    }

    Markup style(String className) {
        return attribute("class", className);
    }

    Markup href(Href target) {
        return attribute("href", target.text());
    }

    Markup href(String fragment, Object id) {
        return attribute("href", "#" + fragment + id);
    }

    Markup src(Href source) {
        return attribute("src", source.text());
    }

    Markup alt(String alternative) {
        return attribute("alt", alternative);
    }

    Markup lang(String language) {
        return attribute("lang", language);
    }

    Markup role(String role) {
        return attribute("role", role);
    }

    Markup label(String words) {
        return attribute("aria-label", words);
    }

    Markup labelledBy(String id) {
        return attribute("aria-labelledby", id);
    }

    Markup scope(String scope) {
        return attribute("scope", scope);
    }

    Markup start(int number) {
        return attribute("start", String.valueOf(number));
    }

    Markup focusable() {
        return attribute("tabindex", "0");
    }

    Markup lazy() {
        return attribute("loading", "lazy");
    }

    SafeHtml finish() {
        endTag();
        if (!open.isEmpty()) {
            throw new IllegalStateException("left open: " + open);
        }
        return new SafeHtml(out.toString());
    }

    private Markup attribute(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException(name + " outside a tag");
        }
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            var entity =
                    switch (text.charAt(i)) {
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '&' -> "&amp;";
                        case '"' -> "&quot;";
                        default -> null;
                    };
            if (entity != null) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
