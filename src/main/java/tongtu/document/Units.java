package tongtu.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The units of a document in reading order, and the same document under other ids.
public final class Units {
    private final List<Unit> units = new ArrayList<>();

    private Units() {}

    public static List<Unit> of(Document document) {
        var units = new Units();
        units.blocks(document.opening());
        document.sections().forEach(units::section);
        document.footnotes().forEach(note -> units.lead(note.id(), note.blocks()));
        return List.copyOf(units.units);
    }

    /// The units of some blocks, in reading order.
    public static List<Unit> of(List<Block> blocks) {
        var units = new Units();
        units.blocks(blocks);
        return List.copyOf(units.units);
    }

    private void section(Section section) {
        add(section.id(), section.title());
        blocks(section.blocks());
        section.sections().forEach(this::section);
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var inlines) -> add(id, Inline.words(inlines));
            case Block.ItemList list -> list.items().forEach(this::item);
            case Block.Steps steps -> steps.items().forEach(this::item);
            case Block.Quotation quotation -> blocks(quotation.blocks());
            case Block.Callout callout -> blocks(callout.blocks());
            case Block.Definitions definitions ->
                    definitions.definitions().forEach(this::definition);
            case Block.Preformatted(var id, var text) -> add(id, text);
            case Block.Contact contact -> add(contact.id(), words(contact));
            case Block.SignVideo video ->
                    add(video.id(), video.title() + " " + video.source().text());
            case Block.Figure figure -> {
                add(
                        figure.id(),
                        String.join(
                                " ",
                                figure.alternative(),
                                Inline.words(figure.caption()),
                                figure.source().text()));
                blocks(figure.description());
            }
            case Block.Table table -> {
                add(table.id(), words(table));
                table.rows().forEach(row -> add(row.id(), cells(row.cells())));
            }
        }
    }

    private void item(Block.Item item) {
        add(item.id(), Inline.words(item.inlines()));
        blocks(item.blocks());
    }

    private void definition(Block.Definition definition) {
        var words = new StringBuilder();
        definition.terms().forEach(term -> words.append(Inline.words(term)).append(' '));
        add(definition.id(), words.toString().strip());
        blocks(definition.explanation());
    }

    /// A note has no words of its own: its first paragraph's are.
    private void lead(BlockId id, List<Block> blocks) {
        if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(_, var inlines)) {
            add(id, Inline.words(inlines));
            blocks(blocks.subList(1, blocks.size()));
        } else {
            add(id, "");
            blocks(blocks);
        }
    }

    private static String words(Block.Table table) {
        var headers = table.columns().stream().map(Block.Column::header).toList();
        return (Inline.words(table.caption()) + " " + cells(headers)).strip();
    }

    private static String words(Block.Contact contact) {
        var words = new StringBuilder();
        for (var line : contact.lines()) {
            words.append(line.label())
                    .append(' ')
                    .append(Inline.words(line.inlines()))
                    .append('\n');
        }
        return words.toString().strip();
    }

    private static String cells(List<List<Inline>> cells) {
        return String.join(" ", cells.stream().map(Inline::words).toList());
    }

    private void add(BlockId id, String words) {
        units.add(new Unit(id, words));
    }

    /// The document with each id replaced by the one `ids` has for it.
    static Document rename(Document document, Map<BlockId, BlockId> ids) {
        return new Renaming(ids).document(document);
    }
}
