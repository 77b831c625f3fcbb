package tongtu.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where the text of a document leads.
public final class Links {
    private final Set<String> targets = new TreeSet<>();
    private final Set<Href> pictures = new LinkedHashSet<>();

    private Links() {}

    /// The paths of the documents of the same library that a text links to, without `.md`.
    public static Set<String> of(Document document) {
        var paths = new TreeSet<String>();
        for (var target : targets(document)) {
            int hash = target.indexOf('#');
            var path = hash < 0 ? target : target.substring(0, hash);
            if (path.startsWith("/") && path.endsWith(".md")) {
                paths.add(path.substring(1, path.length() - 3));
            }
        }
        return paths;
    }

    /// Every address that a text links to, as written in the tree.
    public static Set<String> targets(Document document) {
        return walked(document).targets;
    }

    /// Every picture that a text shows, in the order of the text.
    public static Set<Href> pictures(Document document) {
        return walked(document).pictures;
    }

    private static Links walked(Document document) {
        var links = new Links();
        links.blocks(document.opening());
        document.sections().forEach(links::section);
        document.footnotes().forEach(note -> links.blocks(note.blocks()));
        return links;
    }

    private void section(Section section) {
        inlines(section.heading());
        blocks(section.blocks());
        section.sections().forEach(this::section);
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(_, var words) -> inlines(words);
            case Block.ItemList(_, _, var items) -> items.forEach(this::item);
            case Block.Steps(var items) -> items.forEach(this::item);
            case Block.Table table -> {
                inlines(table.caption());
                table.columns().forEach(column -> inlines(column.header()));
                table.rows().forEach(row -> row.cells().forEach(this::inlines));
            }
            case Block.Figure figure -> {
                pictures.add(figure.source());
                inlines(figure.caption());
                blocks(figure.description());
            }
            case Block.Quotation(var inner) -> blocks(inner);
            case Block.Callout(_, var inner) -> blocks(inner);
            case Block.Definitions(var definitions) ->
                    definitions.forEach(definition -> {
                        definition.terms().forEach(this::inlines);
                        blocks(definition.explanation());
                    });
            case Block.Contact(_, var lines) -> lines.forEach(line -> inlines(line.inlines()));
            case Block.SignVideo video -> targets.add(video.source().text());
            case Block.Preformatted _ -> {}
        }
    }

    private void item(Block.Item item) {
        inlines(item.inlines());
        blocks(item.blocks());
    }

    private void inlines(List<Inline> inlines) {
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Link(var target, var inner) -> {
                    targets.add(target.text());
                    inlines(inner);
                }
                case Inline.Strong(var inner) -> inlines(inner);
                case Inline.Emphasis(var inner) -> inlines(inner);
                case Inline.Image(var source, _) -> pictures.add(source);
                case Inline.Text _, Inline.Code _, Inline.Foreign _ -> {}
                case Inline.FootnoteMark _, Inline.LineBreak() -> {}
            }
        }
    }
}
