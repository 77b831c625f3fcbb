package tongtu.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Href;
import tongtu.document.Inline;

/// Runs of words to markup.
final class InlineWriter {
    /// Characters of a text that may be nothing but terms; a longer one is not looked through.
    private static final int MOST_ALONE = 30;

    private final Markup markup;
    private final Terms terms;
    private final Function<String, @Nullable String> addresses;
    private final Wording wording;
    private final Function<String, List<Ruby>> ruby;
    private final Set<Integer> marked = new HashSet<>();

    /// Whether the links being written stand without a line of words around them.
    private boolean lone;

    InlineWriter(
            Markup markup,
            Terms terms,
            Function<String, @Nullable String> addresses,
            Wording wording) {
        this(markup, terms, addresses, wording, _ -> List.of());
    }

    /// `ruby` gives what stands over the characters of a text.
    InlineWriter(
            Markup markup,
            Terms terms,
            Function<String, @Nullable String> addresses,
            Wording wording,
            Function<String, List<Ruby>> ruby) {
        this.markup = markup;
        this.ruby = ruby;
        this.terms = terms;
        this.addresses = addresses;
        this.wording = wording;
    }

    /// A writer at the same place that explains nothing.
    InlineWriter without() {
        return new InlineWriter(
                markup, new Terms(tongtu.document.Glossary.EMPTY), addresses, wording, ruby);
    }

    Terms terms() {
        return terms;
    }

    /// Words in which terms are explained. Links that are all there is of them are made large
    /// enough to press (WCAG 2.2, 2.5.5 excepts only those in a line of words).
    void explained(List<Inline> inlines) {
        lone = isLinksAlone(inlines);
        inlines.forEach(inline -> write(inline, true));
        lone = false;
    }

    /// Words that are a link, a heading or a caption themselves.
    void plain(List<Inline> inlines) {
        inlines.forEach(inline -> write(inline, false));
    }

    /// The words of a heading, in phrases.
    void phrased(List<Inline> inlines) {
        for (var inline : inlines) {
            if (inline instanceof Inline.Text(var text)) {
                if (ruby.apply(text).isEmpty()) {
                    Phrases.write(text, markup);
                } else {
                    words(text);
                }
            } else {
                write(inline, false);
            }
        }
    }

    private void write(Inline inline, boolean explain) {
        switch (inline) {
            case Inline.Text(var text) -> {
                if (explain) {
                    termed(text);
                } else {
                    words(text);
                }
            }
            case Inline.Strong(var inner) -> wrapped(Tag.STRONG, inner, explain);
            case Inline.Emphasis(var inner) -> wrapped(Tag.EM, inner, explain);
            case Inline.Code(var text) -> markup.open(Tag.CODE).text(text).close();
            case Inline.Foreign(var language, var text) ->
                    markup.open(Tag.SPAN).lang(language).text(text).close();
            case Inline.Image(var source, var alternative) ->
                    markup.open(Tag.IMG).src(source).alt(alternative).lazy();
            case Inline.LineBreak() -> markup.open(Tag.BR);
            case Inline.FootnoteMark(var number) -> mark(number);
            case Inline.Link(var target, var inner) -> link(target, inner);
        }
    }

    private boolean isLinksAlone(List<Inline> inlines) {
        return inlines.stream()
                .allMatch(inline ->
                        switch (inline) {
                            case Inline.Link _, Inline.FootnoteMark _, Inline.LineBreak _ -> true;
                            case Inline.Text(var text) -> isTermsAlone(text);
                            case Inline.Strong(var inner) -> isLinksAlone(inner);
                            case Inline.Emphasis(var inner) -> isLinksAlone(inner);
                            case Inline.Code _, Inline.Foreign _, Inline.Image _ -> false;
                        });
    }

    private boolean isTermsAlone(String text) {
        if (text.length() > MOST_ALONE) {
            return false;
        }
        var rest = new StringBuilder(text);
        for (var match = terms.find(text, 0);
                match != null;
                match = terms.find(text, match.end())) {
            rest.replace(match.start(), match.end(), " ".repeat(match.end() - match.start()));
        }
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private void wrapped(Tag tag, List<Inline> inner, boolean explain) {
        markup.open(tag);
        inner.forEach(each -> write(each, explain));
        markup.close();
    }

    private void termed(String text) {
        int from = 0;
        for (var match = terms.find(text, 0); match != null; match = terms.find(text, from)) {
            var use = terms.use(match.term());
            words(text.substring(from, match.start()));
            markup.open(Tag.A)
                    .style(lone ? "term way" : "term")
                    .href("", use.id())
                    // Read by itself, it would sound like a link to the thing: 12385 like a call.
                    .label(
                            text.substring(match.start(), match.end())
                                    + wording.colon
                                    + wording.meaning)
                    .text(text.substring(match.start(), match.end()))
                    .close();
            from = match.end();
        }
        words(text.substring(from));
    }

    /// Words with their readings above them, where there are any.
    private void words(String text) {
        int from = 0;
        for (var above : ruby.apply(text)) {
            markup.text(text.substring(from, above.start()))
                    .open(Tag.RUBY)
                    .text(text.substring(above.start(), above.end()))
                    .open(Tag.RP)
                    .text("（")
                    .close()
                    .open(Tag.RT)
                    .text(above.text())
                    .close()
                    .open(Tag.RP)
                    .text("）")
                    .close()
                    .close();
            from = above.end();
        }
        markup.text(text.substring(from));
    }

    private void mark(int number) {
        markup.open(Tag.SUP).open(Tag.A);
        if (marked.add(number)) {
            markup.id("note-mark-" + number);
        }
        markup.href("note-", number)
                .label(wording.note + number)
                .text("[" + number + "]")
                .close()
                .close();
    }

    /// A link to a document of the site goes to its address; when it is not held its words stay.
    private void link(Href target, List<Inline> inner) {
        var resolved = resolve(target);
        if (resolved == null) {
            plain(inner);
            return;
        }
        markup.open(Tag.A).href(resolved);
        if (lone) {
            markup.style("way");
        }
        plain(inner);
        markup.close();
    }

    private @Nullable Href resolve(Href target) {
        var text = target.text();
        int hash = text.indexOf('#');
        var path = hash < 0 ? text : text.substring(0, hash);
        if (!path.startsWith("/") || !path.endsWith(".md")) {
            return target;
        }
        var address = addresses.apply(path.substring(1, path.length() - 3));
        return address == null ? null : Href.of(address + text.substring(path.length()));
    }
}
