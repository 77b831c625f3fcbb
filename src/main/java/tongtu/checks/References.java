package tongtu.checks;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Inline;
import tongtu.document.Section;

/// Every link and picture of a document, with the unit that it stands in.
final class References {
    private final List<Reference> references = new ArrayList<>();

    private References() {}

    static List<Reference> of(Document document) {
        var references = new References();
        references.blocks(document.opening());
        document.sections().forEach(references::section);
        document.footnotes().forEach(note -> references.blocks(note.blocks()));
        return references.references;
    }

    private void section(Section section) {
        inlines(section.id(), section.heading());
        blocks(section.blocks());
        section.sections().forEach(this::section);
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var words) -> inlines(id, words);
            case Block.ItemList(_, _, var items) -> items.forEach(this::item);
            case Block.Steps(var items) -> items.forEach(this::item);
            case Block.Table table -> {
                inlines(table.id(), table.caption());
                table.columns().forEach(column -> inlines(table.id(), column.header()));
                table.rows().forEach(row -> row.cells().forEach(cell -> inlines(row.id(), cell)));
            }
            case Block.Figure figure -> {
                references.add(new Reference(figure.id(), figure.source().text(), true));
                inlines(figure.id(), figure.caption());
                blocks(figure.description());
            }
            case Block.Quotation(var inner) -> blocks(inner);
            case Block.Callout(_, var inner) -> blocks(inner);
            case Block.Definitions(var definitions) ->
                    definitions.forEach(definition -> {
                        definition.terms().forEach(term -> inlines(definition.id(), term));
                        blocks(definition.explanation());
                    });
            case Block.Contact(var id, var lines) ->
                    lines.forEach(line -> inlines(id, line.inlines()));
            case Block.SignVideo video ->
                    references.add(new Reference(video.id(), video.source().text(), false));
            case Block.Preformatted _ -> {}
        }
    }

    private void item(Block.Item item) {
        inlines(item.id(), item.inlines());
        blocks(item.blocks());
    }

    private void inlines(BlockId unit, List<Inline> inlines) {
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Link(var target, var inner) -> {
                    references.add(new Reference(unit, target.text(), false));
                    inlines(unit, inner);
                }
                case Inline.Image(var source, _) ->
                        references.add(new Reference(unit, source.text(), true));
                case Inline.Strong(var inner) -> inlines(unit, inner);
                case Inline.Emphasis(var inner) -> inlines(unit, inner);
                case Inline.Text _, Inline.Code _, Inline.Foreign _ -> {}
                case Inline.FootnoteMark _, Inline.LineBreak() -> {}
            }
        }
    }
}
