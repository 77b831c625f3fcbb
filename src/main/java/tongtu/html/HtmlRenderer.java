package tongtu.html;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Glossary;

/// A document's text, without its title and what is known about it, as [SafeHtml]: each unit under
/// its id, headings one level below the page's title, terms of the glossary explained after the
/// block that uses them first.
public final class HtmlRenderer {
    private final Glossary glossary;
    private final Function<String, @Nullable String> addresses;
    private final Function<String, List<Ruby>> ruby;

    /// `addresses` gives the address on the site of the document at a path, null when it is not
    /// held.
    public HtmlRenderer(Glossary glossary, Function<String, @Nullable String> addresses) {
        this(glossary, addresses, _ -> List.of());
    }

    private HtmlRenderer(
            Glossary glossary,
            Function<String, @Nullable String> addresses,
            Function<String, List<Ruby>> ruby) {
        this.glossary = glossary;
        this.addresses = addresses;
        this.ruby = ruby;
    }

    /// The same, with what `above` gives for a text over its characters.
    public HtmlRenderer withRuby(Function<String, List<Ruby>> above) {
        return new HtmlRenderer(glossary, addresses, above);
    }

    public SafeHtml render(Document document) {
        var markup = new Markup();
        new DocumentWriter(document, glossary, addresses, ruby, markup).write();
        return markup.finish();
    }

    /// A title as the words of a large heading.
    public static SafeHtml heading(String title) {
        var markup = new Markup();
        Phrases.write(title, markup);
        return markup.finish();
    }

    /// Blocks that stand by themselves in the language given, such as a term's explanation on the
    /// glossary's page.
    public SafeHtml render(List<Block> blocks, String language) {
        var markup = new Markup();
        var inlines =
                new InlineWriter(
                        markup, new Terms(Glossary.EMPTY), addresses, Wording.in(language));
        new BlockWriter(markup, inlines, java.util.Map.of(), Wording.in(language)).blocks(blocks);
        return markup.finish();
    }
}
