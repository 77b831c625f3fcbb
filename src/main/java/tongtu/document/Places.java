package tongtu.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.language.Numerals;

/// The place of every unit of a document. In a plan the numbers of the headings add up; in a
/// statute an article's number stands alone, its paragraphs are 款 and their numbered items 项.
public final class Places {
    private final Map<BlockId, Place> places = new HashMap<>();

    private Places() {}

    public static Map<BlockId, Place> of(Document document) {
        var places = new Places();
        places.blocks(document.opening(), Place.NONE);
        document.sections().forEach(section -> places.section(section, Place.NONE));
        return Map.copyOf(places.places);
    }

    private void section(Section section, Place outer) {
        var place = place(section.numbering(), outer);
        put(section.id(), place);
        if (section.numbering().isArticle()) {
            article(section.blocks(), place);
        } else {
            blocks(section.blocks(), place);
        }
        section.sections().forEach(inner -> section(inner, place));
    }

    private static Place place(Numbering numbering, Place outer) {
        int value = numbering.value();
        return switch (numbering.style()) {
            case NONE -> outer;
            case PART -> new Place(Numerals.chinese(value), "第" + Numerals.chinese(value) + "部分");
            case DIVISION ->
                    outer.then(
                            "（" + Numerals.chinese(value) + "）",
                            "（" + Numerals.chinese(value) + "）");
            case POINT -> outer.then(String.valueOf(value), "第" + value + "点");
            case SUBPOINT -> outer.then("（" + value + "）", "第" + value + "小点");
            case STATUTE_ARTICLE -> alone(numbering);
            case STATUTE_BOOK, STATUTE_SUBBOOK, STATUTE_CHAPTER, STATUTE_SECTION -> {
                var own = numbering.written().strip();
                yield outer.then(own, own);
            }
        };
    }

    private static Place alone(Numbering numbering) {
        var own = numbering.written().strip();
        return new Place(own, own);
    }

    /// The paragraphs of an article are its 款; numbered items belong to the paragraph before them.
    private void article(List<Block> blocks, Place article) {
        long paragraphs = blocks.stream().filter(Block.Paragraph.class::isInstance).count();
        int paragraph = 0;
        for (var block : blocks) {
            if (block instanceof Block.Paragraph) {
                paragraph++;
            }
            var own = "第" + Numerals.chinese(Math.max(paragraph, 1)) + "款";
            var place = paragraphs > 1 ? article.then(own, own) : article;
            if (block instanceof Block.ItemList list
                    && list.marker() == Block.ItemList.Marker.WRITTEN) {
                int item = list.start();
                for (var each : list.items()) {
                    var number = "第（" + Numerals.chinese(item++) + "）项";
                    item(each, place.then(number, number));
                }
            } else {
                block(block, place);
            }
        }
    }

    private void blocks(List<Block> blocks, Place place) {
        blocks.forEach(block -> block(block, place));
    }

    private void block(Block block, Place place) {
        switch (block) {
            case Block.ItemList list -> list.items().forEach(item -> item(item, place));
            case Block.Steps steps -> steps.items().forEach(item -> item(item, place));
            case Block.Quotation quotation -> blocks(quotation.blocks(), place);
            case Block.Callout callout -> blocks(callout.blocks(), place);
            case Block.Definitions definitions ->
                    definitions
                            .definitions()
                            .forEach(definition -> {
                                put(definition.id(), place);
                                blocks(definition.explanation(), place);
                            });
            case Block.Table table -> {
                put(table.id(), place);
                table.rows().forEach(row -> put(row.id(), place));
            }
            case Block.Figure figure -> {
                put(figure.id(), place);
                blocks(figure.description(), place);
            }
            case Block.Paragraph unit -> put(unit.id(), place);
            case Block.Preformatted unit -> put(unit.id(), place);
            case Block.Contact unit -> put(unit.id(), place);
            case Block.SignVideo unit -> put(unit.id(), place);
        }
    }

    private void item(Block.Item item, Place place) {
        put(item.id(), place);
        blocks(item.blocks(), place);
    }

    private void put(BlockId id, Place place) {
        places.put(id, place);
    }
}
