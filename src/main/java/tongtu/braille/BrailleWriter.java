package tongtu.braille;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Inline;
import tongtu.document.Section;

/// A document in Braille: its title, what is said of it, contents, then its text in reading order.
/// Tables are grids where they fit, else lists, each row a sentence with its headers; pictures are
/// their alternatives; notes stand at the end.
public final class BrailleWriter {
    /// Cells before the first line of a paragraph.
    private static final int PARAGRAPH = 2;

    /// Between the columns of a grid.
    private static final int GAP = 2;

    /// Rows of a grid: longer tables lose their headers over the pages.
    private static final int HIGHEST_GRID = 20;

    private static final String DOTS = Cells.of("36");
    private static final String UNDER = Cells.of("25");

    /// Deeper levels are not indented further.
    private static final int DEEPEST = 4;

    private final Transcriber transcriber;
    private final BrailleWords words;
    private final List<Passage> passages = new ArrayList<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private int headings;
    private int page;

    /// Cells of a line; 0 where whoever reads it lays it out.
    private final int width;

    /// The page of the printed edition that a unit begins on.
    private final Map<BlockId, Integer> printed;

    private BrailleWriter(
            Transcriber transcriber, BrailleWords words, int width, Map<BlockId, Integer> printed) {
        this.transcriber = transcriber;
        this.words = words;
        this.width = width;
        this.printed = printed;
    }

    /// `before` are lines that stand between the title and the text: whether it is in force, its
    /// address.
    public static Pages pages(
            Document document, List<String> before, Transcriber transcriber, Format format) {
        return pages(document, before, transcriber, format, Map.of());
    }

    /// The same with references to print: `printed` is the page of the printed edition that each
    /// unit begins on. Where one begins a line says so, its number at the end.
    public static Pages pages(
            Document document,
            List<String> before,
            Transcriber transcriber,
            Format format,
            Map<BlockId, Integer> printed) {
        var language = document.frontMatter().language();
        var writer =
                new BrailleWriter(transcriber, BrailleWords.in(language), format.width(), printed);
        var front = writer.front(document, before);
        writer.text(document);
        var pages =
                new Typesetter(format)
                        .pages(
                                front.getFirst().transcript().cells(),
                                front,
                                writer.cells(writer.words.contents()).cells(),
                                writer.passages);
        return new Pages(document.title(), language, format, pages, List.copyOf(writer.unknown));
    }

    /// The same text without pages, to be laid out by whoever reads it.
    public static Flow flow(Document document, List<String> before, Transcriber transcriber) {
        var language = document.frontMatter().language();
        var writer = new BrailleWriter(transcriber, BrailleWords.in(language), 0, Map.of());
        var all = new ArrayList<>(writer.front(document, before));
        writer.text(document);
        all.addAll(writer.passages);
        return new Flow(
                document.title(),
                language,
                writer.cells(writer.words.contents()).cells(),
                all.stream().map(Flow.Line::of).toList(),
                List.copyOf(writer.unknown));
    }

    private List<Passage> front(Document document, List<String> before) {
        var title = cells(document.title());
        passages.add(new Passage(Passage.Kind.TITLE, 0, 0, title, -1));
        before.forEach(line -> text(line, 0));
        var front = List.copyOf(passages);
        passages.clear();
        return front;
    }

    private void text(Document document) {
        blocks(document.opening(), 0);
        document.sections().forEach(this::section);
        notes(document.footnotes());
    }

    private Transcript cells(String text) {
        var transcript = transcriber.of(text, words.language());
        transcript.unknown().forEach(c -> unknown.add(Character.toString(c)));
        return transcript;
    }

    /// A line of dots with the number of the printed page that begins here, if one does. Pages that
    /// begin inside a unit are told before the next.
    private void printed(BlockId id) {
        var begins = printed.get(id);
        if (begins != null && begins > page) {
            if (page > 0) {
                var number = Typesetter.number(begins);
                var dots = DOTS.repeat(width - number.length());
                passages.add(
                        Passage.line(Passage.Kind.PAGE, String.valueOf(begins), dots + number));
            }
            page = begins;
        }
    }

    private void section(Section section) {
        printed(section.id());
        int depth = Math.min(DEEPEST, Math.max(0, section.level() - 2));
        passages.add(
                new Passage(
                        Passage.Kind.HEADING,
                        2 * depth,
                        2 * depth + 2,
                        cells(section.title()),
                        headings++));
        blocks(section.blocks(), 0);
        section.sections().forEach(this::section);
    }

    private void text(String text, int depth) {
        if (!text.isBlank()) {
            int hang = 2 * Math.min(DEEPEST, depth);
            passages.add(Passage.text(hang + PARAGRAPH, hang, cells(text.strip())));
        }
    }

    /// An item hangs under its mark.
    private void item(String text, int depth) {
        if (!text.isBlank()) {
            int indent = 2 * Math.min(DEEPEST, depth);
            passages.add(Passage.item(indent, indent + PARAGRAPH, cells(text.strip())));
        }
    }

    private void blocks(List<Block> blocks, int depth) {
        blocks.forEach(block -> block(block, depth));
    }

    private void block(Block block, int depth) {
        if (block instanceof Block.Unit unit) {
            printed(unit.id());
        }
        switch (block) {
            case Block.Paragraph(var _, var inlines) -> text(Inline.words(inlines), depth);
            case Block.ItemList list -> {
                boolean counts = list.marker() == Block.ItemList.Marker.NUMBER;
                for (int i = 0; i < list.items().size(); i++) {
                    item(list.items().get(i), counts ? list.start() + i : -1, depth);
                }
            }
            case Block.Steps(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    item(items.get(i), i + 1, depth);
                }
            }
            case Block.Quotation(var blocks) -> blocks(blocks, depth + 1);
            case Block.Callout(var tone, var blocks) -> {
                text(words.tone(tone), depth);
                blocks(blocks, depth + 1);
            }
            case Block.Definitions(var definitions) ->
                    definitions.forEach(definition -> {
                        definition.terms().forEach(term -> item(Inline.words(term), depth));
                        blocks(definition.explanation(), depth + 1);
                    });
            case Block.Preformatted(var _, var text) ->
                    text.lines().forEach(line -> item(line, depth));
            case Block.Contact(var _, var lines) ->
                    lines.forEach(line ->
                            item(
                                    (line.label().isEmpty() ? "" : line.label() + words.colon())
                                            + Inline.words(line.inlines()),
                                    depth));
            case Block.SignVideo video -> text(words.video() + video.title(), depth);
            case Block.Figure figure -> {
                text(words.picture() + figure.alternative(), depth);
                text(Inline.words(figure.caption()), depth);
                blocks(figure.description(), depth + 1);
            }
            case Block.Table table -> table(table, depth);
        }
    }

    private void item(Block.Item item, int number, int depth) {
        printed(item.id());
        var mark = number < 0 ? "" : number + ". ";
        item(mark + Inline.words(item.inlines()), depth);
        blocks(item.blocks(), depth + 1);
    }

    private void table(Block.Table table, int depth) {
        text(Inline.words(table.caption()), depth);
        if (grid(table)) {
            return;
        }
        for (var row : table.rows()) {
            var said =
                    table.sentence(
                            row,
                            words.comma(),
                            words.comma(),
                            (header, cell) ->
                                    header
                                            + words.colon()
                                            + (cell.isEmpty() ? words.empty() : cell));
            item(said + words.stop(), depth);
        }
    }

    /// Draws a table as a grid where each row fits on a line: the headers, a line under each, the
    /// rows, two blanks between columns.
    private boolean grid(Block.Table table) {
        int columns = table.columns().size();
        if (width == 0 || table.rows().size() > HIGHEST_GRID) {
            return false;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(
                table.columns().stream()
                        .map(column -> cells(Inline.words(column.header())).cells())
                        .toList());
        for (var row : table.rows()) {
            rows.add(row.cells().stream().map(cell -> cells(Inline.words(cell)).cells()).toList());
        }
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Math.max(2, row.get(i).length()));
            }
        }
        if (Arrays.stream(widths).sum() + GAP * (columns - 1) > width) {
            return false;
        }
        for (int at = 0; at < rows.size(); at++) {
            passages.add(Passage.line(Passage.Kind.GRID, "", line(rows.get(at), widths)));
            if (at == 0) {
                var under = Arrays.stream(widths).mapToObj(UNDER::repeat).toList();
                passages.add(Passage.line(Passage.Kind.GRID, "", line(under, widths)));
            }
        }
        return true;
    }

    private static String line(List<String> cells, int... widths) {
        var blank = String.valueOf(Cells.BLANK);
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : blank.repeat(GAP)).append(cells.get(i));
            if (i < widths.length - 1) {
                line.append(blank.repeat(widths[i] - cells.get(i).length()));
            }
        }
        return line.toString();
    }

    private void notes(List<Footnote> notes) {
        for (var note : notes) {
            text(words.note() + note.number() + words.colon(), 0);
            blocks(note.blocks(), 1);
        }
    }
}
