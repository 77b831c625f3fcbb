package tongtu.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tongtu.document.Block;
import tongtu.document.Inline;

/// Quotes whose first line names a kind of block: `> [!重要]`. Any other quote is a quotation.
final class SpecialBlocks {
    private static final Pattern NAME = Pattern.compile("\\[!([^\\]\\s]{1,20})\\][ \\t　]*\\n?");
    private static final int LONGEST_LABEL = 12;

    private final BlockBuilder blocks;
    private final InlineBuilder inlines;
    private final Marks marks;
    private final Report report;

    SpecialBlocks(BlockBuilder blocks, InlineBuilder inlines, Marks marks, Report report) {
        this.blocks = blocks;
        this.inlines = inlines;
        this.marks = marks;
        this.report = report;
    }

    void add(BlockQuote quote, List<Block> before) {
        if (quote.getFirstChild() instanceof Paragraph paragraph) {
            var name = NAME.matcher(paragraph.getChars());
            if (name.lookingAt()) {
                named(
                        name.group(1),
                        quote,
                        paragraph,
                        paragraph.getStartOffset() + name.end(),
                        before);
                return;
            }
        }
        var inner = blocks.blocks(quote);
        if (!inner.isEmpty()) {
            before.add(new Block.Quotation(inner));
        }
    }

    private void named(
            String name, BlockQuote quote, Paragraph first, int from, List<Block> before) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "重要", "important" -> callout(Block.Callout.Tone.IMPORTANT, first, from, before);
            case "警告", "warning" -> callout(Block.Callout.Tone.WARNING, first, from, before);
            case "举例", "example" -> callout(Block.Callout.Tone.EXAMPLE, first, from, before);
            case "步骤", "steps" -> steps(inner(first, from), before);
            case "联系", "contact" -> contact(quote, first, from, before);
            case "手语", "sign" -> signVideo(quote, first, from, before);
            case "图解", "description" -> description(quote, first, from, before);
            default -> {
                report.warning(
                        "markdown/unknown-block",
                        marks.line(quote),
                        "不认识「[!%s]」这种段落，页面上当作引用。".formatted(Report.quote(name)),
                        "可以用：重要、警告、举例、步骤、联系、手语、图解。");
                before.add(new Block.Quotation(blocks.blocks(quote)));
            }
        }
    }

    /// What the quote holds after its first line.
    private List<Block> inner(Paragraph first, int from) {
        var inner = new ArrayList<Block>();
        blocks.paragraph(first, from, inner);
        for (var node = first.getNext(); node != null; node = node.getNext()) {
            blocks.add(node, inner);
        }
        return inner;
    }

    private void callout(Block.Callout.Tone tone, Paragraph first, int from, List<Block> before) {
        var inner = inner(first, from);
        if (!inner.isEmpty()) {
            before.add(new Block.Callout(tone, inner));
        }
    }

    private static void steps(List<Block> inner, List<Block> before) {
        for (var block : inner) {
            before.add(
                    block instanceof Block.ItemList(var marker, _, var items)
                                    && marker == Block.ItemList.Marker.NUMBER
                            ? new Block.Steps(items)
                            : block);
        }
    }

    private void contact(BlockQuote quote, Paragraph first, int from, List<Block> before) {
        var lines = new ArrayList<Block.Contact.Line>();
        var id = marks.id(quote);
        contactLines(first, from, lines);
        for (var node = first.getNext(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                contactLines(node, 0, lines);
            } else {
                for (var item = node.getFirstChild(); item != null; item = item.getNext()) {
                    for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
                        contactLines(part, 0, lines);
                    }
                }
            }
        }
        if (!lines.isEmpty()) {
            before.add(new Block.Contact(id, lines));
        }
    }

    /// Each line of a paragraph is a way to reach somebody: «电话：12385».
    private void contactLines(Node paragraph, int from, List<Block.Contact.Line> lines) {
        for (var line : inlines.lines(paragraph, from)) {
            var label = "";
            var words = new ArrayList<>(line);
            if (words.getFirst() instanceof Inline.Text(var text)) {
                int colon = text.indexOf('：');
                if (colon > 0 && colon <= LONGEST_LABEL) {
                    label = text.substring(0, colon).strip();
                    var rest = text.substring(colon + 1).stripLeading();
                    words.removeFirst();
                    if (!rest.isEmpty()) {
                        words.addFirst(new Inline.Text(rest));
                    }
                }
            }
            lines.add(new Block.Contact.Line(label, words));
        }
    }

    private void signVideo(BlockQuote quote, Paragraph first, int from, List<Block> before) {
        var words = inlines.inlines(first, from);
        for (var inline : words) {
            if (inline instanceof Inline.Link(var target, var title)) {
                before.add(new Block.SignVideo(marks.id(quote), target, Inline.words(title), null));
                return;
            }
        }
        report.warning(
                "markdown/sign-video",
                marks.line(quote),
                "手语段落里没有视频链接，页面上不显示。",
                "写成「[视频名称](视频文件)」。");
    }

    private void description(BlockQuote quote, Paragraph first, int from, List<Block> before) {
        var inner = inner(first, from);
        if (!before.isEmpty()
                && before.getLast()
                        instanceof
                        Block.Figure(var id, var source, var alternative, var caption, _)) {
            before.removeLast();
            before.add(new Block.Figure(id, source, alternative, caption, inner));
            return;
        }
        report.warning(
                "markdown/description", marks.line(quote), "图解前面没有图片，页面上当作引用。", "把图解紧接在图片下面。");
        before.add(new Block.Quotation(inner));
    }
}
