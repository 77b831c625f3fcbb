package tongtu.exchange;

import java.util.List;
import java.util.Map;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Inline;
import tongtu.document.Place;
import tongtu.document.Section;

/// Sections, blocks and inlines as JSON. Words without marks are strings; what is marked is an
/// object with its `type`. The shapes are described in docs/api.md.
final class TreeJson {
    private final Json json;
    private final Map<BlockId, Place> places;

    TreeJson(Json json, Map<BlockId, Place> places) {
        this.json = json;
        this.places = places;
    }

    void section(Section section) {
        json.element(() -> {
            id(section.id());
            json.field("level", section.level());
            json.field("number", section.numbering().written().strip());
            inlines("heading", section.heading());
            blocks("blocks", section.blocks());
            json.list("sections", section.sections(), this::section);
        });
    }

    void blocks(String name, List<Block> blocks) {
        json.list(name, blocks, this::block);
    }

    private void block(Block block) {
        json.element(() -> {
            switch (block) {
                case Block.Paragraph(var id, var words) -> {
                    type("paragraph", id);
                    inlines("words", words);
                }
                case Block.ItemList(var marker, var start, var items) -> {
                    json.field("type", "list").field("marker", marker).field("start", start);
                    json.list("items", items, this::item);
                }
                case Block.Steps(var items) -> {
                    json.field("type", "steps");
                    json.list("items", items, this::item);
                }
                case Block.Table table -> table(table);
                case Block.Figure figure -> {
                    type("figure", figure.id());
                    json.field("source", figure.source().text());
                    json.field("alternative", figure.alternative());
                    inlines("caption", figure.caption());
                    blocks("description", figure.description());
                }
                case Block.Quotation(var inner) -> {
                    json.field("type", "quotation");
                    blocks("blocks", inner);
                }
                case Block.Callout(var tone, var inner) -> {
                    json.field("type", "callout").field("tone", tone);
                    blocks("blocks", inner);
                }
                case Block.Definitions(var definitions) -> {
                    json.field("type", "definitions");
                    json.list("definitions", definitions, this::definition);
                }
                case Block.Preformatted(var id, var text) -> {
                    type("preformatted", id);
                    json.field("text", text);
                }
                case Block.Contact(var id, var lines) -> {
                    type("contact", id);
                    json.list("lines", lines, this::line);
                }
                case Block.SignVideo video -> {
                    type("sign-video", video.id());
                    json.field("source", video.source().text()).field("title", video.title());
                    json.field("signer", video.signer());
                }
            }
        });
    }

    private void table(Block.Table table) {
        type("table", table.id());
        inlines("caption", table.caption());
        json.field("rowHeader", table.rowHeader());
        json.list(
                "columns",
                table.columns(),
                column ->
                        json.element(() -> {
                            inlines("header", column.header());
                            json.field("unit", column.unit()).field("numeric", column.numeric());
                        }));
        json.list(
                "rows",
                table.rows(),
                row ->
                        json.element(() -> {
                            id(row.id());
                            json.list("cells", row.cells(), cell -> json.array(cell, this::inline));
                        }));
    }

    private void item(Block.Item item) {
        json.element(() -> {
            id(item.id());
            inlines("words", item.inlines());
            blocks("blocks", item.blocks());
        });
    }

    private void definition(Block.Definition definition) {
        json.element(() -> {
            id(definition.id());
            json.list("terms", definition.terms(), term -> json.array(term, this::inline));
            blocks("explanation", definition.explanation());
        });
    }

    private void line(Block.Contact.Line line) {
        json.element(() -> {
            json.field("label", line.label());
            inlines("words", line.inlines());
        });
    }

    private void type(String type, BlockId id) {
        json.field("type", type);
        id(id);
    }

    private void id(BlockId id) {
        json.field("id", id.text());
        json.field("place", places.getOrDefault(id, Place.NONE).cited());
    }

    private void inlines(String name, List<Inline> inlines) {
        json.list(name, inlines, this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text(var text) -> json.string(text);
            case Inline.Strong(var inner) -> marked("strong", inner);
            case Inline.Emphasis(var inner) -> marked("emphasis", inner);
            case Inline.Code(var text) ->
                    json.element(() -> json.field("type", "code").field("text", text));
            case Inline.Foreign(var language, var text) ->
                    json.element(() ->
                            json.field("type", "foreign")
                                    .field("language", language)
                                    .field("text", text));
            case Inline.Image(var source, var alternative) ->
                    json.element(() ->
                            json.field("type", "image")
                                    .field("source", source.text())
                                    .field("alternative", alternative));
            case Inline.Link(var target, var inner) ->
                    json.element(() -> {
                        json.field("type", "link").field("target", target.text());
                        inlines("words", inner);
                    });
            case Inline.FootnoteMark(var number) ->
                    json.element(() -> json.field("type", "note").field("number", number));
            case Inline.LineBreak() -> json.element(() -> json.field("type", "break"));
        }
    }

    private void marked(String type, List<Inline> inner) {
        json.element(() -> {
            json.field("type", type);
            inlines("words", inner);
        });
    }
}
