package tongtu.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import tongtu.document.Block;
import tongtu.document.Footnote;
import tongtu.document.Inline;
import tongtu.language.Characters;

/// Flexmark's block nodes to ours.
final class BlockBuilder {
    private final InlineBuilder inlines;
    private final Addresses addresses;
    private final Marks marks;
    private final Report report;
    private final TableBuilder tables;
    private final SpecialBlocks special;

    BlockBuilder(InlineBuilder inlines, Addresses addresses, Marks marks, Report report) {
        this.inlines = inlines;
        this.addresses = addresses;
        this.marks = marks;
        this.report = report;
        tables = new TableBuilder(inlines, marks, report);
        special = new SpecialBlocks(this, inlines, marks, report);
    }

    /// The blocks inside a node.
    List<Block> blocks(Node parent) {
        var blocks = new ArrayList<Block>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, blocks);
        }
        return blocks;
    }

    /// Adds what a node becomes to the blocks before it, which a long description joins.
    void add(Node node, List<Block> blocks) {
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph, 0, blocks);
            case BulletList list ->
                    blocks.add(new Block.ItemList(Block.ItemList.Marker.BULLET, 1, items(list)));
            case OrderedList list ->
                    blocks.add(
                            new Block.ItemList(
                                    Block.ItemList.Marker.NUMBER,
                                    Math.max(0, list.getStartNumber()),
                                    items(list)));
            case BlockQuote quote -> special.add(quote, blocks);
            case FencedCodeBlock code -> preformatted(code, blocks);
            case TableBlock table -> tables.add(table, blocks);
            case DefinitionList list -> blocks.add(new Block.Definitions(definitions(list)));
            case Heading heading -> innerHeading(heading, blocks);
            case FootnoteBlock _, Reference _, ThematicBreak _ -> {}
            default -> {
                if (node.hasChildren()) {
                    blocks.addAll(blocks(node));
                }
            }
        }
    }

    /// A paragraph from `from` on; a picture alone is a figure.
    void paragraph(Paragraph paragraph, int from, List<Block> blocks) {
        if (from == 0
                && paragraph.getFirstChild() instanceof Image image
                && image.getNext() == null
                && addresses.picture(image.getUrl().unescape()) != null) {
            blocks.add(figure(image));
            return;
        }
        var words = inlines.inlines(paragraph, from);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(marks.id(paragraph), words));
        }
    }

    private Block.Figure figure(Image image) {
        var source = addresses.picture(image.getUrl().unescape());
        var alternative = Inline.words(inlines.inlines(image));
        if (source == null) {
            throw new IllegalStateException("a figure without a picture");
        }
        if (alternative.isBlank()) {
            report.warning(
                    "pictures/no-alternative",
                    marks.line(image),
                    "图片没有替代文字，看不见图的人不知道图里有什么。",
                    "在方括号里用一句话写出图中的信息；信息多的，在图下用「> [!图解]」写全。");
        }
        var caption = Characters.clean(image.getTitle().unescape()).strip();
        return new Block.Figure(
                marks.id(image),
                source,
                alternative,
                caption.isEmpty() ? List.of() : List.of(new Inline.Text(caption)),
                List.of());
    }

    List<Block.Item> items(Node list) {
        var items = new ArrayList<Block.Item>();
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            var id = marks.id(node);
            List<Inline> words = List.of();
            var rest = new ArrayList<Block>();
            for (var inner = node.getFirstChild(); inner != null; inner = inner.getNext()) {
                if (inner instanceof Paragraph && words.isEmpty() && rest.isEmpty()) {
                    words = inlines.inlines(inner);
                } else {
                    add(inner, rest);
                }
            }
            items.add(new Block.Item(id, words, rest));
        }
        return items;
    }

    private void preformatted(FencedCodeBlock code, List<Block> blocks) {
        var text = Characters.clean(code.getContentChars().toString()).stripTrailing();
        if (!text.isBlank()) {
            blocks.add(new Block.Preformatted(marks.id(code), text));
        }
    }

    private List<Block.Definition> definitions(DefinitionList list) {
        var definitions = new ArrayList<Block.Definition>();
        var terms = new ArrayList<Node>();
        var explanation = new ArrayList<Block>();
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DefinitionItem) {
                explanation.addAll(blocks(node));
            } else if (node instanceof DefinitionTerm) {
                if (!explanation.isEmpty()) {
                    definitions.add(definition(terms, explanation));
                    terms.clear();
                    explanation.clear();
                }
                terms.add(node);
            }
        }
        if (!terms.isEmpty()) {
            definitions.add(definition(terms, explanation));
        }
        return definitions;
    }

    private Block.Definition definition(List<Node> terms, List<Block> explanation) {
        return new Block.Definition(
                marks.id(terms.getFirst()),
                terms.stream().map(inlines::inlines).toList(),
                explanation);
    }

    /// A heading inside a list or quotation would break the order of levels: its words stay, in
    /// bold.
    private void innerHeading(Heading heading, List<Block> blocks) {
        report.warning(
                "headings/nested",
                marks.line(heading),
                "标题写在引用或列表里面，不能进目录，页面上只是一段加粗的文字。",
                "把标题移到引用或列表外面，或去掉 # 号。");
        var words = inlines.inlines(heading);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(marks.id(heading), List.of(new Inline.Strong(words))));
        }
    }

    Footnote footnote(FootnoteBlock block, int number) {
        return new Footnote(marks.id(block), number, blocks(block));
    }
}
