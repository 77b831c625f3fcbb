package tongtu.takeaway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Href;
import tongtu.document.Inline;
import tongtu.document.Section;
import tongtu.office.WordFile;
import tongtu.office.WordFile.Piece;
import tongtu.office.WordFile.Style;

/// A document as a Word file.
public final class DocxFile {
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Document document;
    private final Cover cover;
    private final Pictures pictures;
    private final Function<Href, @Nullable String> links;
    private final TextWords words;
    private final WordFile file;

    private DocxFile(
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links) {
        this.document = document;
        this.cover = cover;
        this.pictures = pictures;
        this.links = Anchors.of(document).links(links);
        var language = document.frontMatter().language();
        words = TextWords.in(language);
        file = new WordFile(document.title(), cover.publisher(), language, cover.date());
    }

    /// `links` gives the whole address that a link to elsewhere leads to, null when it leads
    /// nowhere.
    public static byte[] of(
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links)
            throws IOException {
        return new DocxFile(document, cover, pictures, links).make();
    }

    private byte[] make() throws IOException {
        file.notes(document.footnotes().size());
        file.paragraph(Style.TITLE, "", plain(document.title()));
        for (var line : cover.lines(document)) {
            file.paragraph(Style.BODY, "", plain(line));
        }
        if (!document.frontMatter().summary().isEmpty()) {
            var list = file.list(0);
            for (var point : document.frontMatter().summary()) {
                file.item(list, 0, "", plain(point));
            }
        }
        blocks(document.opening(), Style.BODY, 0);
        for (var section : document.sections()) {
            section(section);
        }
        for (var note : document.footnotes()) {
            for (var block : note.blocks()) {
                for (var line : lines(block)) {
                    file.note(note.number(), line);
                }
            }
        }
        return packed(file.bytes());
    }

    /// The same files in the same order under the same date.
    private byte[] packed(byte[] word) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(word))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new Zip(out, cover.date())) {
            // What is in the file is looked up here first.
            var types = entries.remove("[Content_Types].xml");
            zip.add("[Content_Types].xml", types == null ? new byte[0] : types);
            for (var entry : entries.entrySet()) {
                zip.add(entry.getKey(), entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static List<Piece> plain(String text) {
        return List.of(new Piece.Words(text, false, "", ""));
    }

    private static String bookmark(Object id) {
        return XhtmlWriter.PREFIX + id;
    }

    private void section(Section section) throws IOException {
        var heading = new ArrayList<Piece>();
        heading.addAll(plain(section.numbering().written()));
        heading.addAll(pieces(section.heading()));
        file.paragraph(Style.heading(section.level() - 1), bookmark(section.id()), heading);
        blocks(section.blocks(), Style.BODY, 0);
        for (var below : section.sections()) {
            section(below);
        }
    }

    private void blocks(List<Block> blocks, Style style, int depth) throws IOException {
        for (var block : blocks) {
            block(block, style, depth);
        }
    }

    private void block(Block block, Style style, int depth) throws IOException {
        switch (block) {
            case Block.Paragraph(var id, var inlines) ->
                    file.paragraph(style, bookmark(id), pieces(inlines));
            case Block.ItemList list -> {
                if (list.marker() == Block.ItemList.Marker.WRITTEN) {
                    for (var item : list.items()) {
                        file.paragraph(Style.LIST, bookmark(item.id()), pieces(item.inlines()));
                        blocks(item.blocks(), style, depth + 1);
                    }
                } else {
                    boolean counts = list.marker() == Block.ItemList.Marker.NUMBER;
                    items(list.items(), counts ? Math.max(1, list.start()) : 0, style, depth);
                }
            }
            case Block.Steps(var items) -> items(items, 1, style, depth);
            case Block.Quotation(var inner) -> blocks(inner, Style.QUOTATION, depth);
            case Block.Callout(var tone, var inner) -> {
                file.paragraph(
                        Style.QUOTATION,
                        "",
                        List.of(
                                new Piece.Words(
                                        words.tone(tone) + words.colon().strip(), true, "", "")));
                blocks(inner, Style.QUOTATION, depth);
            }
            case Block.Definitions(var definitions) -> {
                for (var definition : definitions) {
                    for (int i = 0; i < definition.terms().size(); i++) {
                        file.paragraph(
                                style,
                                i == 0 ? bookmark(definition.id()) : "",
                                pieces(List.of(new Inline.Strong(definition.terms().get(i)))));
                    }
                    blocks(definition.explanation(), Style.QUOTATION, depth);
                }
            }
            case Block.Table table -> table(table);
            case Block.Figure _, Block.Preformatted _, Block.Contact _, Block.SignVideo _ -> {
                var lines = lines(block);
                for (int i = 0; i < lines.size(); i++) {
                    var id = block instanceof Block.Unit unit && i == 0 ? bookmark(unit.id()) : "";
                    file.paragraph(style, id, lines.get(i));
                }
                if (block instanceof Block.Figure figure) {
                    blocks(figure.description(), style, depth);
                }
            }
        }
    }

    private void items(List<Block.Item> items, int start, Style style, int depth)
            throws IOException {
        var list = file.list(start);
        for (var item : items) {
            file.item(list, depth, bookmark(item.id()), pieces(item.inlines()));
            blocks(item.blocks(), style, depth + 1);
        }
    }

    private void table(Block.Table table) throws IOException {
        file.paragraph(Style.CAPTION, bookmark(table.id()), pieces(table.caption()));
        file.table(
                table.columns().stream().map(column -> pieces(column.header())).toList(),
                table.rows().stream()
                        .map(row -> row.cells().stream().map(this::pieces).toList())
                        .toList());
    }

    /// The words of a block in paragraphs, where it cannot be more: in a footnote, and of what has
    /// no style of its own.
    private List<List<Piece>> lines(Block block) {
        return switch (block) {
            case Block.Paragraph(var _, var inlines) -> List.of(pieces(inlines));
            case Block.Preformatted(var _, var text) -> text.lines().map(DocxFile::plain).toList();
            case Block.Contact(var _, var lines) ->
                    lines.stream()
                            .map(line -> {
                                var label =
                                        line.label().isEmpty() ? "" : line.label() + words.colon();
                                var all = new ArrayList<>(plain(label));
                                all.addAll(pieces(line.inlines()));
                                return List.<Piece>copyOf(all);
                            })
                            .toList();
            case Block.SignVideo video -> {
                var all = new ArrayList<>(plain(words.video() + words.colon()));
                all.addAll(
                        pieces(
                                List.of(
                                        new Inline.Link(
                                                video.source(),
                                                List.of(new Inline.Text(video.title()))))));
                yield List.of(all);
            }
            case Block.Figure figure -> {
                var all = new ArrayList<List<Piece>>();
                all.add(figure(figure));
                if (!figure.caption().isEmpty()) {
                    all.add(pieces(figure.caption()));
                }
                yield all;
            }
            case Block.ItemList(var _, var _, var items) -> items(items);
            case Block.Steps(var items) -> items(items);
            case Block.Quotation(var inner) -> all(inner);
            case Block.Callout(var _, var inner) -> all(inner);
            case Block.Definitions(var definitions) ->
                    definitions.stream()
                            .flatMap(definition -> {
                                var all = new ArrayList<List<Piece>>();
                                definition.terms().forEach(term -> all.add(pieces(term)));
                                all.addAll(all(definition.explanation()));
                                return all.stream();
                            })
                            .toList();
            case Block.Table table ->
                    table.rows().stream()
                            .map(row ->
                                    plain(
                                            table.sentence(
                                                    row,
                                                    words.colon(),
                                                    words.separator(),
                                                    (header, cell) -> header + ' ' + cell)))
                            .toList();
        };
    }

    private List<List<Piece>> items(List<Block.Item> items) {
        var all = new ArrayList<List<Piece>>();
        for (var item : items) {
            all.add(pieces(item.inlines()));
            all.addAll(all(item.blocks()));
        }
        return all;
    }

    private List<List<Piece>> all(List<Block> blocks) {
        return blocks.stream().flatMap(block -> lines(block).stream()).toList();
    }

    private List<Piece> figure(Block.Figure figure) {
        var bytes = pictures.printable(figure.source());
        return bytes == null
                ? plain(
                        words.picture()
                                + words.colon()
                                + figure.alternative()
                                + words.open()
                                + words.noPicture()
                                + words.close())
                : List.of(
                        new Piece.Picture(
                                bytes, Pictures.ending(figure.source()), figure.alternative()));
    }

    private List<Piece> pieces(List<Inline> inlines) {
        var pieces = new ArrayList<Piece>();
        inlines.forEach(inline -> add(inline, false, "", pieces));
        return pieces;
    }

    private void add(Inline inline, boolean strong, String link, List<Piece> pieces) {
        switch (inline) {
            case Inline.Text(var text) -> pieces.add(new Piece.Words(text, strong, link, ""));
            case Inline.Code(var text) -> pieces.add(new Piece.Words(text, strong, link, ""));
            case Inline.Foreign(var language, var text) ->
                    pieces.add(new Piece.Words(text, strong, link, language));
            case Inline.Strong(var inner) -> inner.forEach(each -> add(each, true, link, pieces));
            case Inline.Emphasis(var inner) -> inner.forEach(each -> add(each, true, link, pieces));
            case Inline.Link(var target, var inner) -> {
                var address = links.apply(target);
                var to = address == null ? link : address;
                inner.forEach(each -> add(each, strong, to, pieces));
            }
            case Inline.Image(var source, var alternative) -> {
                var bytes = pictures.printable(source);
                pieces.add(
                        bytes == null
                                ? new Piece.Words(alternative, strong, link, "")
                                : new Piece.Picture(bytes, Pictures.ending(source), alternative));
            }
            case Inline.FootnoteMark(var number) -> {
                if (number <= document.footnotes().size()) {
                    pieces.add(new Piece.Note(number));
                }
            }
            case Inline.LineBreak() -> pieces.add(new Piece.Break());
        }
    }
}
