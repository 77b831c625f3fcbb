package tongtu.document;

import java.util.List;
import java.util.Map;

/// The same tree under other ids.
record Renaming(Map<BlockId, BlockId> ids) {

    Document document(Document document) {
        return new Document(
                document.path(),
                document.revision(),
                document.frontMatter(),
                blocks(document.opening()),
                sections(document.sections()),
                document.footnotes().stream().map(this::footnote).toList(),
                document.anchors());
    }

    private Footnote footnote(Footnote note) {
        return new Footnote(id(note.id()), note.number(), lead(note));
    }

    /// The first paragraph of a note goes under the note's own id.
    private List<Block> lead(Footnote note) {
        if (note.blocks().isEmpty()
                || !(note.blocks().getFirst() instanceof Block.Paragraph(_, var inlines))) {
            return blocks(note.blocks());
        }
        var rest = blocks(note.blocks().subList(1, note.blocks().size()));
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Block.Paragraph(id(note.id()), inlines)),
                        rest.stream())
                .toList();
    }

    private List<Section> sections(List<Section> sections) {
        return sections.stream()
                .map(section ->
                        new Section(
                                id(section.id()),
                                section.level(),
                                section.numbering(),
                                section.heading(),
                                blocks(section.blocks()),
                                sections(section.sections())))
                .toList();
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Paragraph(var id, var inlines) -> new Block.Paragraph(id(id), inlines);
            case Block.ItemList(var marker, var start, var items) ->
                    new Block.ItemList(marker, start, items(items));
            case Block.Steps(var items) -> new Block.Steps(items(items));
            case Block.Quotation(var blocks) -> new Block.Quotation(blocks(blocks));
            case Block.Callout(var tone, var blocks) -> new Block.Callout(tone, blocks(blocks));
            case Block.Definitions(var definitions) ->
                    new Block.Definitions(
                            definitions.stream()
                                    .map(each ->
                                            new Block.Definition(
                                                    id(each.id()),
                                                    each.terms(),
                                                    blocks(each.explanation())))
                                    .toList());
            case Block.Preformatted(var id, var text) -> new Block.Preformatted(id(id), text);
            case Block.Contact(var id, var lines) -> new Block.Contact(id(id), lines);
            case Block.SignVideo(var id, var source, var title, var signer) ->
                    new Block.SignVideo(id(id), source, title, signer);
            case Block.Figure(var id, var source, var alternative, var caption, var description) ->
                    new Block.Figure(id(id), source, alternative, caption, blocks(description));
            case Block.Table(var id, var caption, var columns, var rowHeader, var rows) ->
                    new Block.Table(
                            id(id),
                            caption,
                            columns,
                            rowHeader,
                            rows.stream()
                                    .map(row -> new Block.Row(id(row.id()), row.cells()))
                                    .toList());
        };
    }

    private List<Block.Item> items(List<Block.Item> items) {
        return items.stream()
                .map(item -> new Block.Item(id(item.id()), item.inlines(), blocks(item.blocks())))
                .toList();
    }

    private BlockId id(BlockId id) {
        var renamed = ids.get(id);
        if (renamed == null) {
            throw new IllegalArgumentException("no new id for " + id);
        }
        return renamed;
    }
}
