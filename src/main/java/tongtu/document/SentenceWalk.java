package tongtu.document;

import java.util.ArrayList;
import java.util.List;
import tongtu.language.Sentences;

/// Walks a document for its sentences. Numbers run within a unit.
final class SentenceWalk {
    private final List<Sentence> sentences = new ArrayList<>();

    List<Sentence> document(Document document) {
        blocks(document.opening());
        document.sections().forEach(this::section);
        document.footnotes().forEach(note -> blocks(note.blocks()));
        return List.copyOf(sentences);
    }

    private void section(Section section) {
        whole(section.id(), section.title());
        blocks(section.blocks());
        section.sections().forEach(this::section);
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var words) -> divided(id, Inline.words(words));
            case Block.ItemList list -> list.items().forEach(this::item);
            case Block.Steps steps -> steps.items().forEach(this::item);
            case Block.Quotation quotation -> blocks(quotation.blocks());
            case Block.Callout callout -> blocks(callout.blocks());
            case Block.Definitions definitions ->
                    definitions.definitions().forEach(this::definition);
            case Block.Preformatted(var id, var text) ->
                    text.lines().forEach(line -> divided(id, line));
            case Block.Contact(var id, var lines) ->
                    lines.forEach(line ->
                            whole(id, (line.label() + " " + Inline.words(line.inlines())).strip()));
            case Block.SignVideo video -> whole(video.id(), video.title());
            case Block.Figure figure -> {
                whole(figure.id(), figure.alternative());
                whole(figure.id(), Inline.words(figure.caption()));
                blocks(figure.description());
            }
            case Block.Table table -> {
                whole(table.id(), Inline.words(table.caption()));
                table.columns().forEach(column -> whole(table.id(), Inline.words(column.header())));
                table.rows()
                        .forEach(row ->
                                row.cells().forEach(cell -> whole(row.id(), Inline.words(cell))));
            }
        }
    }

    private void item(Block.Item item) {
        divided(item.id(), Inline.words(item.inlines()));
        blocks(item.blocks());
    }

    private void definition(Block.Definition definition) {
        definition.terms().forEach(term -> whole(definition.id(), Inline.words(term)));
        blocks(definition.explanation());
    }

    private void divided(BlockId id, String words) {
        Sentences.of(words).forEach(sentence -> whole(id, sentence));
    }

    private void whole(BlockId id, String words) {
        var stripped = words.strip();
        if (!stripped.isEmpty()) {
            boolean continues = !sentences.isEmpty() && sentences.getLast().block().equals(id);
            int number = continues ? sentences.getLast().number() + 1 : 1;
            sentences.add(new Sentence(id, number, stripped));
        }
    }
}
