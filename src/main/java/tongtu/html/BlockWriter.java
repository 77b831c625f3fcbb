package tongtu.html;

import java.util.List;
import java.util.Map;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Inline;

/// Blocks to markup, each unit under its id. `anchors` are the ids of units that live on inside
/// another.
final class BlockWriter {
    /// Terms of one block that each have a line of their own.
    private static final int MOST_APART = 3;

    private final Markup markup;
    private final InlineWriter inlines;
    private final Map<BlockId, List<BlockId>> anchors;
    private final Wording wording;

    BlockWriter(
            Markup markup,
            InlineWriter inlines,
            Map<BlockId, List<BlockId>> anchors,
            Wording wording) {
        this.markup = markup;
        this.inlines = inlines;
        this.anchors = anchors;
        this.wording = wording;
    }

    void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var words) -> {
                unit(Tag.P, id);
                anchorsOf(id);
                inlines.explained(words);
                markup.close().line();
                explanations();
            }
            case Block.ItemList list -> list(list);
            case Block.Steps(var items) -> {
                markup.open(Tag.OL).style("steps").line();
                items.forEach(this::item);
                markup.close().line();
            }
            case Block.Table table -> new TableWriter(markup, inlines, this).write(table);
            case Block.Figure figure -> figure(figure);
            case Block.Quotation(var inner) -> {
                markup.open(Tag.BLOCKQUOTE).line();
                blocks(inner);
                markup.close().line();
            }
            case Block.Callout(var tone, var inner) -> callout(tone, inner);
            case Block.Definitions(var definitions) -> definitions(definitions);
            case Block.Preformatted(var id, var text) -> {
                unit(Tag.PRE, id).open(Tag.CODE).text(text).close().close().line();
            }
            case Block.Contact(var id, var lines) -> contact(id, lines);
            case Block.SignVideo video -> {
                unit(Tag.P, video.id());
                markup.open(Tag.A)
                        .style("signvideo")
                        .href(video.source())
                        .text(wording.signVideo + wording.colon + video.title())
                        .close()
                        .close()
                        .line();
            }
        }
    }

    /// Opens the element of a unit; the ids that were merged into it stand at its beginning.
    Markup unit(Tag tag, BlockId id) {
        markup.open(tag).id(id.text());
        return markup;
    }

    void anchorsOf(BlockId id) {
        for (var anchor : anchors.getOrDefault(id, List.of())) {
            markup.open(Tag.SPAN).id(anchor.text()).close();
        }
    }

    /// What the terms used since the last call mean, closed until it is asked for: each by itself,
    /// many of them together. A link to an explanation opens it: a fragment inside a closed
    /// `details` does (HTML Living Standard, 7.4.6.4).
    void explanations() {
        var uses = inlines.terms().takeWaiting();
        if (uses.isEmpty()) {
            return;
        }
        markup.open(Tag.DIV).style("terms").line();
        if (uses.size() > MOST_APART) {
            together(uses);
        } else {
            uses.forEach(this::apart);
        }
        markup.close().line();
    }

    private void apart(Terms.Use use) {
        markup.open(Tag.DETAILS)
                .open(Tag.SUMMARY)
                .text(wording.whatIs(use.term().name()))
                .close()
                .open(Tag.DIV)
                .id(use.id());
        explanation(use);
        markup.close().close().line();
    }

    private void together(List<Terms.Use> uses) {
        markup.open(Tag.DETAILS)
                .open(Tag.SUMMARY)
                .text(wording.whatAre(uses.getFirst().term().name(), uses.size()))
                .close()
                .open(Tag.DL)
                .line();
        for (var use : uses) {
            markup.open(Tag.DIV);
            markup.open(Tag.DT).text(use.term().name()).close().open(Tag.DD).id(use.id());
            explanation(use);
            markup.close().close().line();
        }
        markup.close().close().line();
    }

    /// What a term means, as a copy: the ids of its blocks belong to the glossary's page.
    private void explanation(Terms.Use use) {
        var plain = inlines.without();
        for (var block : use.term().explanation()) {
            if (block instanceof Block.Paragraph(_, var words)) {
                markup.open(Tag.P);
                plain.plain(words);
                markup.close();
            }
        }
    }

    private void list(Block.ItemList list) {
        switch (list.marker()) {
            case BULLET -> markup.open(Tag.UL);
            case NUMBER -> {
                markup.open(Tag.OL);
                if (list.start() != 1) {
                    markup.start(list.start());
                }
            }
            // Safari takes a list without markers for none, unless its role says so.
            case WRITTEN -> markup.open(Tag.UL).style("written").role("list");
        }
        markup.line();
        list.items().forEach(this::item);
        markup.close().line();
    }

    private void item(Block.Item item) {
        unit(Tag.LI, item.id());
        anchorsOf(item.id());
        inlines.explained(item.inlines());
        explanations();
        if (!item.blocks().isEmpty()) {
            markup.line();
            blocks(item.blocks());
        }
        markup.close().line();
    }

    private void figure(Block.Figure figure) {
        unit(Tag.FIGURE, figure.id());
        anchorsOf(figure.id());
        markup.open(Tag.IMG).src(figure.source()).alt(figure.alternative()).lazy();
        // A caption is the first or the last thing in a figure (HTML Living Standard, 4.4.12).
        if (!figure.description().isEmpty()) {
            markup.open(Tag.DETAILS)
                    .style("description")
                    .open(Tag.SUMMARY)
                    .text(wording.description + wording.colon)
                    .text(
                            figure.caption().isEmpty()
                                    ? figure.alternative()
                                    : Inline.words(figure.caption()))
                    .close()
                    .line();
            blocks(figure.description());
            markup.close();
        }
        if (!figure.caption().isEmpty()) {
            markup.open(Tag.FIGCAPTION);
            inlines.plain(figure.caption());
            markup.close();
        }
        markup.close().line();
    }

    private void callout(Block.Callout.Tone tone, List<Block> inner) {
        var name = tone.name().toLowerCase(java.util.Locale.ROOT);
        markup.open(Tag.DIV).style("callout " + name).role("note").label(wording.of(tone));
        markup.open(Tag.P).style("label").text(wording.of(tone)).close().line();
        blocks(inner);
        markup.close().line();
    }

    private void definitions(List<Block.Definition> definitions) {
        markup.open(Tag.DL).style("definitions").line();
        for (var definition : definitions) {
            unit(Tag.DIV, definition.id());
            for (var term : definition.terms()) {
                markup.open(Tag.DT);
                inlines.plain(term);
                markup.close();
            }
            markup.open(Tag.DD).line();
            anchorsOf(definition.id());
            blocks(definition.explanation());
            markup.close().close().line();
        }
        markup.close().line();
    }

    private void contact(BlockId id, List<Block.Contact.Line> lines) {
        unit(Tag.ADDRESS, id).style("contact").line();
        anchorsOf(id);
        for (var line : lines) {
            markup.open(Tag.P);
            if (!line.label().isEmpty()) {
                markup.open(Tag.SPAN).style("label").text(line.label() + wording.colon).close();
            }
            inlines.plain(line.inlines());
            markup.close().line();
        }
        markup.close().line();
    }
}
