package tongtu.takeaway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Href;
import tongtu.document.Inline;
import tongtu.document.Section;
import tongtu.language.Sentences;

/// The text of a document as XHTML for books and paper: real headings, lists and tables, nothing
/// that only a page on the screen needs. Each unit has the id `u-` and its [BlockId]; where
/// sentences are wanted, each is a `span`.
final class XhtmlWriter {
    /// How the text is wanted: `raise` is how many levels headings are raised, `sentences` whether
    /// each is a `span`, `popups` whether notes are marked as an EPUB's. `links` gives where a link
    /// leads, null when it leads nowhere from here; `pictures` the address of a picture, null when
    /// there is none; `notes` the file that the note of a number stands in.
    record Look(
            int raise,
            boolean sentences,
            boolean popups,
            Function<Href, @Nullable String> links,
            Function<Href, @Nullable String> pictures,
            Function<Integer, String> notes) {}

    /// A sentence in the markup: the id of its element and its words.
    record Spot(String id, String words) {}

    static final String PREFIX = "u-";
    private static final int DEEPEST = 6;

    private final Xml xml;
    private final TextWords words;
    private final Look look;
    private final Map<BlockId, List<Spot>> spots = new HashMap<>();
    private final Map<Integer, String> marks;
    private final String file;
    private Map<BlockId, Integer> pages = Map.of();
    private IntConsumer paged = _ -> {};

    /// One file alone.
    XhtmlWriter(Xml xml, Document document, Look look) {
        this(xml, document, look, "", new HashMap<>());
    }

    /// A file of several. `marks` are the files of the first marks of notes, which those written
    /// after know.
    XhtmlWriter(Xml xml, Document document, Look look, String file, Map<Integer, String> marks) {
        this.xml = xml;
        this.look = look;
        this.file = file;
        this.marks = marks;
        words = TextWords.in(document.frontMatter().language());
    }

    /// Writes the number of a printed page where the first unit begins that is given one; `paged`
    /// is told of each that was written.
    XhtmlWriter withPages(Map<BlockId, Integer> pages, IntConsumer paged) {
        this.pages = pages;
        this.paged = paged;
        return this;
    }

    /// The sentences written so far, by their units.
    Map<BlockId, List<Spot>> spots() {
        return spots;
    }

    static String id(BlockId id) {
        return PREFIX + id;
    }

    static String page(int number) {
        return "page-" + number;
    }

    void section(Section section) {
        heading(section);
        blocks(section.blocks());
        section.sections().forEach(this::section);
    }

    /// The heading of a section alone.
    void heading(Section section) {
        int level = Math.min(DEEPEST, Math.max(1, section.level() - look.raise()));
        xml.open("h" + level, "id", id(section.id()));
        page(section.id());
        xml.text(section.numbering().written());
        inlines(section.heading());
        xml.close().line();
    }

    void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    /// The beginning of a printed page, inside an element that may hold words.
    private void page(BlockId id) {
        var number = pages.get(id);
        if (number != null) {
            xml.empty(
                    "span",
                    "id",
                    page(number),
                    "epub:type",
                    "pagebreak",
                    "role",
                    "doc-pagebreak",
                    "aria-label",
                    words.pageNumber(number));
            paged.accept(number);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var inlines) -> {
                xml.open("p", "id", id(id));
                page(id);
                sentences(id, inlines);
                xml.close().line();
            }
            case Block.ItemList list -> {
                switch (list.marker()) {
                    case BULLET -> xml.open("ul");
                    case NUMBER -> {
                        var start = list.start() == 1 ? "" : String.valueOf(list.start());
                        xml.open("ol", "start", start);
                    }
                    case WRITTEN -> xml.open("ul", "class", "written");
                }
                list.items().forEach(this::item);
                xml.close().line();
            }
            case Block.Steps(var items) -> {
                xml.open("ol", "class", "steps");
                items.forEach(this::item);
                xml.close().line();
            }
            case Block.Quotation(var inner) -> {
                xml.open("blockquote").line();
                blocks(inner);
                xml.close().line();
            }
            case Block.Callout(var tone, var inner) -> {
                xml.open("div", "class", "callout").line();
                xml.open("p").element("strong", words.tone(tone) + words.colon().strip());
                xml.close().line();
                blocks(inner);
                xml.close().line();
            }
            case Block.Definitions(var definitions) -> {
                xml.open("dl").line();
                definitions.forEach(this::definition);
                xml.close().line();
            }
            case Block.Preformatted(var id, var text) ->
                    xml.element("pre", text, "id", id(id)).line();
            case Block.Contact contact -> contact(contact);
            case Block.SignVideo video -> {
                xml.open("p", "id", id(video.id())).text(words.video() + words.colon());
                link(video.source(), List.of(new Inline.Text(video.title())));
                xml.close().line();
            }
            case Block.Figure figure -> figure(figure);
            case Block.Table table -> table(table);
        }
    }

    private void contact(Block.Contact contact) {
        xml.open("div", "id", id(contact.id()), "class", "contact").line();
        for (var line : contact.lines()) {
            xml.open("p");
            if (!line.label().isEmpty()) {
                xml.text(line.label() + words.colon());
            }
            inlines(line.inlines());
            xml.close().line();
        }
        xml.close().line();
    }

    private void item(Block.Item item) {
        xml.open("li", "id", id(item.id()));
        page(item.id());
        sentences(item.id(), item.inlines());
        if (!item.blocks().isEmpty()) {
            xml.line();
            blocks(item.blocks());
        }
        xml.close().line();
    }

    private void definition(Block.Definition definition) {
        for (int i = 0; i < definition.terms().size(); i++) {
            xml.open("dt", "id", i == 0 ? id(definition.id()) : "");
            inlines(definition.terms().get(i));
            xml.close().line();
        }
        xml.open("dd").line();
        blocks(definition.explanation());
        xml.close().line();
    }

    /// A picture that cannot be had is its alternative, and says so.
    private void figure(Block.Figure figure) {
        var source = look.pictures().apply(figure.source());
        xml.open("div", "id", id(figure.id()), "class", "figure").line();
        if (source == null) {
            xml.element(
                    "p",
                    words.picture()
                            + words.colon()
                            + figure.alternative()
                            + words.open()
                            + words.noPicture()
                            + words.close());
        } else {
            xml.open("p").empty("img", "src", source, "alt", figure.alternative()).close();
        }
        xml.line();
        if (!figure.caption().isEmpty()) {
            xml.open("p", "class", "caption");
            inlines(figure.caption());
            xml.close().line();
        }
        blocks(figure.description());
        xml.close().line();
    }

    private void table(Block.Table table) {
        xml.open("table", "id", id(table.id())).line();
        if (!table.caption().isEmpty()) {
            xml.open("caption");
            inlines(table.caption());
            xml.close().line();
        }
        xml.open("thead").open("tr");
        for (var column : table.columns()) {
            if (Inline.words(column.header()).isBlank()) {
                xml.empty("td");
            } else {
                xml.open("th", "scope", "col");
                inlines(column.header());
                xml.close();
            }
        }
        xml.close().close().line();
        if (!table.rows().isEmpty()) {
            xml.open("tbody").line();
            table.rows().forEach(row -> row(table, row));
            xml.close();
        }
        xml.close().line();
    }

    private void row(Block.Table table, Block.Row row) {
        xml.open("tr", "id", id(row.id()));
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (i == table.rowHeader() && !Inline.words(cell).isBlank()) {
                xml.open("th", "scope", "row");
            } else {
                xml.open("td");
            }
            if (i == 0) {
                page(row.id());
            }
            inlines(cell);
            xml.close();
        }
        xml.close().line();
    }

    /// A note as it stands at the end; in an EPUB its reader shows it over the text (EPUB 3
    /// Structural Semantics, footnote).
    void note(Footnote note) {
        var id = "note-" + note.number();
        if (look.popups()) {
            xml.open("aside", "id", id, "epub:type", "footnote", "role", "doc-footnote").line();
        } else {
            xml.open("div", "id", id, "class", "note").line();
        }
        xml.open("p").text(words.note().strip() + " " + note.number() + words.colon());
        var file = marks.get(note.number());
        if (file != null) {
            xml.element("a", words.back(), "href", file + "#note-mark-" + note.number());
        }
        xml.close().line();
        blocks(note.blocks());
        xml.close().line();
    }

    private void sentences(BlockId id, List<Inline> inlines) {
        var text = Inline.words(inlines);
        var spans = look.sentences() ? Sentences.spans(text) : List.<Sentences.Span>of();
        if (spans.isEmpty()) {
            inlines(inlines);
            return;
        }
        var found = new ArrayList<Spot>();
        for (int i = 0; i < spans.size(); i++) {
            int from = i == 0 ? 0 : spans.get(i).start();
            int to = i == spans.size() - 1 ? text.length() : spans.get(i + 1).start();
            var spot =
                    new Spot(
                            id(id) + "-" + (i + 1),
                            text.substring(spans.get(i).start(), spans.get(i).end()));
            xml.open("span", "id", spot.id());
            inlines(Slices.of(inlines, from, to));
            xml.close();
            found.add(spot);
        }
        spots.put(id, found);
    }

    void inlines(List<Inline> inlines) {
        inlines.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text(var text) -> xml.text(text);
            case Inline.Strong(var inner) -> {
                xml.open("strong");
                inlines(inner);
                xml.close();
            }
            case Inline.Emphasis(var inner) -> {
                xml.open("em");
                inlines(inner);
                xml.close();
            }
            case Inline.Code(var text) -> xml.element("code", text);
            case Inline.Foreign(var language, var text) ->
                    xml.element("span", text, "lang", language, "xml:lang", language);
            case Inline.LineBreak() -> xml.empty("br");
            case Inline.FootnoteMark(var number) -> mark(number);
            case Inline.Link(var target, var inner) -> link(target, inner);
            case Inline.Image(var source, var alternative) -> {
                var address = look.pictures().apply(source);
                if (address == null) {
                    xml.text(alternative);
                } else {
                    xml.empty("img", "src", address, "alt", alternative, "class", "small");
                }
            }
        }
    }

    private void mark(int number) {
        xml.open("sup");
        var id = marks.putIfAbsent(number, file) == null ? "note-mark-" + number : "";
        xml.element(
                "a",
                "[" + number + "]",
                "id",
                id,
                "href",
                look.notes().apply(number) + "#note-" + number,
                "title",
                words.note().strip() + " " + number,
                "epub:type",
                look.popups() ? "noteref" : "",
                "role",
                look.popups() ? "doc-noteref" : "");
        xml.close();
    }

    private void link(Href target, List<Inline> inner) {
        var address = look.links().apply(target);
        if (address == null) {
            inlines(inner);
            return;
        }
        xml.open("a", "href", address);
        inlines(inner);
        xml.close();
    }
}
