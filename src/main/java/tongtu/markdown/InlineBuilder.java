package tongtu.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.document.Href;
import tongtu.document.Inline;
import tongtu.language.Characters;
import tongtu.language.ForeignRuns;

/// Flexmark's inline nodes to ours.
final class InlineBuilder {
    private final String language;
    private final Addresses addresses;
    private final Footnotes footnotes;
    private final Marks marks;
    private final Report report;

    InlineBuilder(
            String language, Addresses addresses, Footnotes footnotes, Marks marks, Report report) {
        this.language = language;
        this.addresses = addresses;
        this.footnotes = footnotes;
        this.marks = marks;
        this.report = report;
    }

    /// The inlines inside a node, without white space at either end.
    List<Inline> inlines(Node parent) {
        return inlines(parent, 0);
    }

    /// Those that begin at `from` or after it in the source.
    List<Inline> inlines(Node parent, int from) {
        return stripped(new Run(parent, from).inlines());
    }

    /// Those that begin at `from` or after it, cut where the source has a line end.
    List<List<Inline>> lines(Node parent, int from) {
        var lines = new ArrayList<List<Inline>>();
        int start = from;
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                lines.add(stripped(new Run(parent, start, node.getStartOffset()).inlines()));
                start = node.getEndOffset();
            }
        }
        lines.add(stripped(new Run(parent, start, Integer.MAX_VALUE).inlines()));
        lines.removeIf(List::isEmpty);
        return lines;
    }

    private final class Run {
        private final List<Inline> inlines = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();

        Run(Node parent, int from) {
            this(parent, from, Integer.MAX_VALUE);
        }

        Run(Node parent, int from, int end) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (node.getStartOffset() >= from && node.getStartOffset() < end) {
                    add(node);
                }
            }
            flush();
        }

        List<Inline> inlines() {
            return inlines;
        }

        private void add(Node node) {
            switch (node) {
                case Text _, HtmlEntity _ -> words.append(plain(node));
                case SoftLineBreak _ -> words.append(isJoined(node) ? "" : " ");
                case HardLineBreak _ -> put(new Inline.LineBreak());
                case StrongEmphasis _ -> putUnlessEmpty(node, Inline.Strong::new);
                case Emphasis _ -> putUnlessEmpty(node, Inline.Emphasis::new);
                case Code code -> put(new Inline.Code(Characters.clean(code.getText().toString())));
                case Link link -> link(link, link.getUrl().unescape());
                case LinkRef link ->
                        reference(
                                link,
                                link.isDefined()
                                        ? link.getReferenceNode(link.getDocument())
                                        : null);
                case AutoLink link -> autolink(link.getText().toString(), "");
                case MailLink link -> autolink(link.getText().toString(), "mailto:");
                case Image image -> image(image, image.getUrl().unescape());
                case ImageRef image -> {
                    var target =
                            image.isDefined() ? image.getReferenceNode(image.getDocument()) : null;
                    image(image, target == null ? "" : target.getUrl().unescape());
                }
                case Footnote note -> footnote(note);
                case HtmlInlineComment _ -> {}
                case HtmlInline html -> {
                    report.warning(
                            "markdown/html",
                            marks.line(html),
                            "HTML 标记「%s」不会起作用，页面上照原样显示成文字。"
                                    .formatted(Report.quote(html.getChars().toString())),
                            "改用 Markdown 的写法，见“怎样写一页”。");
                    words.append(plain(html));
                }
                default -> {
                    if (node.getFirstChild() == null) {
                        words.append(plain(node));
                    } else {
                        node.getChildren().forEach(this::add);
                    }
                }
            }
        }

        private void put(Inline inline) {
            flush();
            inlines.add(inline);
        }

        private void putUnlessEmpty(
                Node node, java.util.function.Function<List<Inline>, Inline> make) {
            var inner = new Run(node, 0).inlines();
            if (!inner.isEmpty()) {
                put(make.apply(inner));
            }
        }

        private void flush() {
            for (var run : ForeignRuns.of(words.toString(), language)) {
                inlines.add(
                        run.language().isEmpty()
                                ? new Inline.Text(run.text())
                                : new Inline.Foreign(run.language(), run.text()));
            }
            words.setLength(0);
        }

        private void link(Node link, String written) {
            var inner = new Run(link, 0).inlines();
            var target = addresses.link(written);
            if (target == null) {
                report.warning(
                        "links/unsafe",
                        marks.line(link),
                        "链接地址「%s」不能用，页面上只留下文字。".formatted(Report.quote(written)),
                        "写完整的 https:// 地址，或本站文件的相对路径。");
                flush();
                inlines.addAll(inner);
            } else {
                put(
                        new Inline.Link(
                                target,
                                Inline.words(inner).isBlank() ? named(target, link) : inner));
            }
        }

        private List<Inline> named(Href target, Node link) {
            report.warning(
                    "links/no-words", marks.line(link), "链接没有文字，读屏软件说不出它通向哪里。", "在方括号里写上目标的名称。");
            return List.of(new Inline.Text(target.text()));
        }

        private void reference(LinkRef link, @Nullable Reference target) {
            if (target == null) {
                words.append(plain(link));
            } else {
                link(link, target.getUrl().unescape());
            }
        }

        private void autolink(String written, String scheme) {
            var target = Href.of(scheme + written);
            if (target == null) {
                words.append(Characters.clean(written));
            } else {
                put(new Inline.Link(target, List.of(new Inline.Text(written))));
            }
        }

        private void image(Node image, String written) {
            var alternative = Inline.words(new Run(image, 0).inlines());
            var source = addresses.picture(written);
            if (source == null) {
                report.warning(
                        "pictures/address",
                        marks.line(image),
                        "图片「%s」不在内容文件夹里，或不是图片格式，页面上只留下替代文字。".formatted(Report.quote(written)),
                        "把图片（PNG、JPEG、WebP、SVG）放到内容文件夹，用相对路径引用。");
                words.append(alternative);
            } else {
                put(new Inline.Image(source, alternative));
            }
        }

        private void footnote(Footnote note) {
            var block = note.isDefined() ? note.getFootnoteBlock() : null;
            if (block == null) {
                report.warning(
                        "markdown/footnote",
                        marks.line(note),
                        "没有找到注释「%s」的内容。".formatted(Report.quote(note.getText().toString())),
                        "在文末补上这条注释，或删去这个标记。");
                words.append(plain(note));
            } else {
                put(new Inline.FootnoteMark(footnotes.number(block)));
            }
        }
    }

    private static String plain(Node node) {
        return Characters.clean(node.getChars().unescape()).replace('\n', ' ');
    }

    /// Whether a line end in the source is none in the text: Chinese is written without spaces.
    private static boolean isJoined(Node lineBreak) {
        var source = lineBreak.getDocument().getChars();
        int before = lineBreak.getStartOffset() - 1;
        int after = lineBreak.getEndOffset();
        while (before > 0 && " \t*_`]".indexOf(source.charAt(before)) >= 0) {
            before--;
        }
        while (after < source.length() && " \t>*_`[".indexOf(source.charAt(after)) >= 0) {
            after++;
        }
        return before >= 0
                && after < source.length()
                && (Characters.isFullWidth(source.charAt(before))
                        || Characters.isFullWidth(source.charAt(after)));
    }

    private static List<Inline> stripped(List<Inline> inlines) {
        var list = new ArrayList<>(inlines);
        while (!list.isEmpty() && isBlank(list.getFirst())) {
            list.removeFirst();
        }
        while (!list.isEmpty() && isBlank(list.getLast())) {
            list.removeLast();
        }
        if (!list.isEmpty() && list.getFirst() instanceof Inline.Text(var text)) {
            list.set(0, new Inline.Text(text.stripLeading()));
        }
        if (!list.isEmpty() && list.getLast() instanceof Inline.Text(var text)) {
            list.set(list.size() - 1, new Inline.Text(text.stripTrailing()));
        }
        return list;
    }

    private static boolean isBlank(Inline inline) {
        return inline instanceof Inline.LineBreak
                || (inline instanceof Inline.Text(var text) && text.isBlank());
    }
}
