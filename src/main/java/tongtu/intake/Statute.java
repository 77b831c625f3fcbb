package tongtu.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.document.Numbering;
import tongtu.document.Numbering.Style;

/// A law, regulation or other text in articles: 编, 分编, 章, 节 and 条 become sections within each
/// other, the dates under the title become a list and the front matter.
final class Statute {
    private static final List<Style> RANKS =
            List.of(
                    Style.STATUTE_BOOK,
                    Style.STATUTE_SUBBOOK,
                    Style.STATUTE_CHAPTER,
                    Style.STATUTE_SECTION,
                    Style.STATUTE_ARTICLE);

    /// As many articles make a text a statute; fewer may be quoted ones.
    private static final int FEWEST_ARTICLES = 3;

    private static final int LONGEST_HEADING = 60;
    private static final Pattern MARKS = Pattern.compile("#{1,6}\\s+");
    private static final Pattern COMMENT = Pattern.compile("<!--[^<>]*-->");

    private final List<Piece> pieces = new ArrayList<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private final StatuteFacts facts = new StatuteFacts();
    private final List<Remark> fileRemarks = new ArrayList<>();
    private Piece.@Nullable Heading title;
    private boolean isInHead = true;

    private Statute() {}

    /// Whether lines are a statute's: the first article and others, each at the beginning of a
    /// line.
    static boolean isOne(List<Line> lines) {
        long articles = lines.stream().filter(line -> isArticle(numbering(line))).count();
        return articles >= FEWEST_ARTICLES
                && lines.stream()
                        .map(Statute::numbering)
                        .filter(Statute::isArticle)
                        .findFirst()
                        .filter(numbering -> numbering.value() == 1)
                        .isPresent();
    }

    private static Numbering numbering(Line line) {
        return Numbering.of(MARKS.matcher(line.words()).replaceFirst(""));
    }

    /// An article's number has a space after it, or stands alone; 第三条规定的 only refers to one.
    private static boolean isArticle(Numbering numbering) {
        return numbering.isArticle() && !numbering.written().equals(numbering.written().strip());
    }

    /// `markdown` says that the lines are Markdown already.
    static Draft draft(List<Line> lines, String fileName, String folder, boolean markdown) {
        var statute = new Statute();
        if (markdown) {
            var contents = Contents.lines(lines);
            lines.stream()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> statute.add(line, contents));
        } else {
            Paragraphs.of(lines).forEach(statute::add);
        }
        return statute.finish(lines, fileName, folder, !markdown);
    }

    private void add(Chunk chunk) {
        switch (chunk) {
            case Chunk.Words(var line, var words, var remarks) -> add(line, words, remarks);
            case Chunk.Entry(var line, var words, var remarks) ->
                    pieces.add(new Piece.Item(line, words, remarks));
            case Chunk.Grid grid ->
                    pieces.add(new Piece.Table(grid.line(), "", grid.rows(), grid.remarks()));
        }
    }

    private void add(Line line, Set<Integer> contents) {
        var words = MARKS.matcher(line.words()).replaceFirst("");
        if (contents.contains(line.number())) {
            boolean isFirst = pieces.isEmpty() || !(pieces.getLast() instanceof Piece.Item);
            pieces.add(
                    new Piece.Item(
                            line.number(),
                            words,
                            isFirst
                                    ? List.of(Contents.remark(line.number(), contents.size()))
                                    : List.of()));
        } else if (COMMENT.matcher(line.words()).matches()) {
            fileRemarks.add(
                    Remark.note(
                            "intake/comment",
                            line.number(),
                            "原文件里的标记「%s」没有写进来。".formatted(line.words()),
                            "不用处理。"));
        } else {
            add(line.number(), words, List.of());
        }
    }

    private void add(int line, String words, List<Remark> remarks) {
        var numbering = Numbering.of(words);
        int rank = RANKS.indexOf(numbering.style());
        if (isArticle(numbering) || isBareArticle(numbering, words)) {
            isInHead = false;
            article(line, words, numbering, remarks);
        } else if (rank >= 0 && !numbering.isArticle() && words.length() <= LONGEST_HEADING) {
            isInHead = false;
            division(line, words, numbering, remarks);
        } else if (title == null) {
            var more = new ArrayList<>(remarks);
            title = new Piece.Heading(line, 1, Spacing.closed(words, line, more), more);
        } else {
            paragraph(line, words, remarks);
        }
    }

    private void paragraph(int line, String words, List<Remark> remarks) {
        var event = isInHead ? facts.header(line, words) : null;
        if (event != null) {
            var more = new ArrayList<>(remarks);
            more.addAll(event);
            pieces.add(new Piece.Item(line, words, more));
            return;
        }
        if (!isInHead) {
            facts.paragraph(line, words);
        }
        pieces.add(new Piece.Paragraph(line, words, remarks));
    }

    private static boolean isBareArticle(Numbering numbering, String words) {
        return numbering.isArticle() && numbering.written().equals(words);
    }

    private void article(int line, String words, Numbering numbering, List<Remark> remarks) {
        heading(line, RANKS.size() - 1, numbering.written().strip(), List.of());
        var text = words.substring(numbering.written().length()).strip();
        facts.article(numbering.written().strip());
        if (!text.isEmpty()) {
            facts.paragraph(line, text);
            pieces.add(new Piece.Paragraph(line, text, remarks));
        }
    }

    private void division(int line, String words, Numbering numbering, List<Remark> remarks) {
        var more = new ArrayList<>(remarks);
        var number = numbering.written().strip();
        var name = words.substring(numbering.written().length()).strip();
        var closed = Spacing.closed(name, line, more);
        heading(line, RANKS.indexOf(numbering.style()), (number + " " + closed).strip(), more);
    }

    private void heading(int line, int rank, String words, List<Remark> remarks) {
        while (!open.isEmpty() && open.getLast() >= rank) {
            open.removeLast();
        }
        open.add(rank);
        pieces.add(new Piece.Heading(line, open.size() + 1, words, remarks));
    }

    private Draft finish(List<Line> lines, String fileName, String folder, boolean escaped) {
        var heading =
                title == null
                        ? new Piece.Heading(0, 1, Slug.stem(fileName), List.of(PlainText.NO_TITLE))
                        : title;
        var about = new About();
        about.put("title", heading.words());
        Guesses.kind(about, folder, heading.words());
        Guesses.language(about, lines);
        Guesses.region(about, heading.words());
        facts.tell(about);
        about.put("source", fileName, fileRemarks.toArray(new Remark[0]));
        return new Draft(heading, about, pieces, escaped);
    }
}
