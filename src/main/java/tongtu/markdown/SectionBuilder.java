package tongtu.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Inline;
import tongtu.document.Numbering;
import tongtu.document.Section;
import tongtu.language.Numerals;

/// Headings and what follows them to sections within sections.
final class SectionBuilder {
    private static final Pattern ITEM =
            Pattern.compile("[（(]([一二三四五六七八九十百]{1,4})[）)].*", Pattern.DOTALL);

    private final BlockBuilder blocks;
    private final InlineBuilder inlines;
    private final Marks marks;
    private final Report report;
    private final Open root = new Open(null, 1, Numbering.NONE, List.of());
    private final ArrayDeque<Open> open = new ArrayDeque<>(List.of(root));
    private @Nullable String title;

    SectionBuilder(BlockBuilder blocks, InlineBuilder inlines, Marks marks, Report report) {
        this.blocks = blocks;
        this.inlines = inlines;
        this.marks = marks;
        this.report = report;
    }

    /// A section not yet closed; the root has no id.
    private record Open(
            @Nullable BlockId id,
            int level,
            Numbering numbering,
            List<Inline> heading,
            List<Block> blocks,
            List<Section> sections) {
        Open(@Nullable BlockId id, int level, Numbering numbering, List<Inline> heading) {
            this(id, level, numbering, heading, new ArrayList<>(), new ArrayList<>());
        }

        Section close() {
            if (id == null) {
                throw new IllegalStateException("the root is no section");
            }
            return new Section(
                    id,
                    level,
                    numbering,
                    heading,
                    numbering.isArticle() ? listed(blocks) : blocks,
                    sections);
        }
    }

    void build(Node document) {
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else {
                blocks.add(node, open.getLast().blocks());
            }
        }
        closeTo(1);
    }

    /// The words of the `#` heading; null when there is none.
    @Nullable String title() {
        return title;
    }

    List<Block> opening() {
        return root.blocks();
    }

    List<Section> sections() {
        return root.sections();
    }

    private void heading(Heading heading) {
        var words = inlines.inlines(heading);
        if (Inline.words(words).isBlank()) {
            report.warning("headings/empty", marks.line(heading), "标题没有字。", "写上标题，或删去 # 号。");
            return;
        }
        if (heading.getLevel() == 1) {
            if (title == null && open.size() == 1 && root.blocks().isEmpty()) {
                title = Inline.words(words);
                return;
            }
            report.warning(
                    "headings/one-title",
                    marks.line(heading),
                    "一篇只能有一个一级标题（#），而且在最前面；这里当作二级标题。",
                    "改成 ##。");
        }
        int wanted = Math.max(2, heading.getLevel());
        closeTo(wanted - 1);
        int level = open.getLast().level() + 1;
        if (level != wanted) {
            report.warning(
                    "headings/skipped-level",
                    marks.line(heading),
                    "标题从第 %d 级跳到第 %d 级，中间缺一级；页面上当作第 %d 级。".formatted(level - 1, wanted, level),
                    "逐级写标题：## 之下用 ###。");
        }
        var numbering =
                words.getFirst() instanceof Inline.Text(var text)
                        ? Numbering.of(text)
                        : Numbering.NONE;
        open.add(new Open(marks.id(heading), level, numbering, without(numbering, words)));
    }

    private static List<Inline> without(Numbering numbering, List<Inline> words) {
        if (!(words.getFirst() instanceof Inline.Text(var text))
                || numbering.equals(Numbering.NONE)) {
            return words;
        }
        var rest = new ArrayList<>(words);
        rest.removeFirst();
        var remaining = text.substring(numbering.written().length());
        if (!remaining.isEmpty()) {
            rest.addFirst(new Inline.Text(remaining));
        }
        return rest;
    }

    /// Closes the sections deeper than `level`.
    private void closeTo(int level) {
        while (open.size() > 1 && open.getLast().level() > level) {
            var closed = open.removeLast();
            open.getLast().sections().add(closed.close());
        }
    }

    /// The blocks of an article with its numbered paragraphs （一）（二）… as one list.
    private static List<Block> listed(List<Block> blocks) {
        var listed = new ArrayList<Block>();
        var items = new ArrayList<Block.Item>();
        for (var block : blocks) {
            if (block instanceof Block.Paragraph(var id, var words)
                    && number(words) == items.size() + 1) {
                items.add(new Block.Item(id, words, List.of()));
            } else {
                flush(items, listed);
                listed.add(block);
            }
        }
        flush(items, listed);
        return listed;
    }

    private static int number(List<Inline> words) {
        var matcher = ITEM.matcher(Inline.words(words));
        return matcher.matches() ? Numerals.value(matcher.group(1)) : -1;
    }

    private static void flush(List<Block.Item> items, List<Block> listed) {
        if (!items.isEmpty()) {
            listed.add(new Block.ItemList(Block.ItemList.Marker.WRITTEN, 1, items));
            items.clear();
        }
    }
}
