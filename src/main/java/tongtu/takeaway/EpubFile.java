package tongtu.takeaway;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.document.Units;

/// A document as a book: EPUB 3.3, each chapter a file, with the sound of each sentence where the
/// document is voiced (Media Overlays). The same document, cover and sounds give the same bytes.
public final class EpubFile {
    public static final String TYPE = "application/epub+zip";

    static final String COVER = "cover.xhtml";
    static final String FRONT = "front.xhtml";
    static final String NOTES = "notes.xhtml";
    private static final String PICTURES = "pictures/";

    private final Document document;
    private final Cover cover;
    private final Pictures pictures;
    private final @Nullable Narration narration;
    private final TextWords words;
    private final Map<String, byte[]> used = new TreeMap<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<Integer, String> pages = new TreeMap<>();
    private final Map<Integer, String> marks = new HashMap<>();

    private EpubFile(
            Document document, Cover cover, Pictures pictures, @Nullable Narration narration) {
        this.document = document;
        this.cover = cover;
        this.pictures = pictures;
        this.narration = narration;
        words = TextWords.in(document.frontMatter().language());
    }

    /// Writes a book. `links` gives the whole address that a link to elsewhere leads to, null when
    /// it leads nowhere; `places` the printed page that each unit begins on (as [PdfFile.Made] has
    /// them), for the list of pages; without `narration` it is silent. How many milliseconds are
    /// heard.
    public static int write(
            OutputStream out,
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links,
            Map<String, Integer> places,
            @Nullable Narration narration)
            throws IOException {
        var book = new EpubFile(document, cover, pictures, narration);
        book.read(links, places);
        book.write(out);
        return book.chapters.stream().mapToInt(Chapter::milliseconds).sum();
    }

    private void read(Function<Href, @Nullable String> outside, Map<String, Integer> places) {
        var anchors = new Anchors(document);
        anchors.add(document, name(0), document.opening(), List.of(), List.of());
        for (int i = 0; i < document.sections().size(); i++) {
            anchors.add(
                    document,
                    name(i + 1),
                    List.of(),
                    List.of(document.sections().get(i)),
                    List.of());
        }
        anchors.add(document, NOTES, List.of(), List.of(), document.footnotes());
        var links = anchors.links(outside);
        var breaks = breaks(places);

        chapters.add(new Chapter(COVER, document.title(), coverPage(), List.of(), null));
        front();
        if (!document.opening().isEmpty()) {
            chapter(
                    name(0),
                    document.title(),
                    links,
                    breaks,
                    narration == null ? null : narration.opening(),
                    (xml, writer) -> {
                        xml.element("h1", words.opening()).line();
                        writer.blocks(document.opening());
                    });
        }
        for (int i = 0; i < document.sections().size(); i++) {
            var section = document.sections().get(i);
            chapter(
                    name(i + 1),
                    section.title(),
                    links,
                    breaks,
                    narration == null ? null : narration.section(section.id()),
                    (_, writer) -> writer.section(section));
        }
        if (!document.footnotes().isEmpty()) {
            chapter(
                    NOTES,
                    words.notes(),
                    links,
                    breaks,
                    narration == null ? null : narration.notes(),
                    (xml, writer) -> {
                        xml.element("h1", words.notes()).line();
                        document.footnotes().forEach(writer::note);
                    });
        }
    }

    static String name(int chapter) {
        return "chapter-" + chapter + ".xhtml";
    }

    /// Of the units that begin on a page, the first in the order of the text.
    private Map<BlockId, Integer> breaks(Map<String, Integer> places) {
        var breaks = new HashMap<BlockId, Integer>();
        int page = 0;
        for (var unit : Units.of(document)) {
            var at = places.get(XhtmlWriter.id(unit.id()));
            if (at != null && at > page) {
                breaks.put(unit.id(), at);
                page = at;
            }
        }
        return breaks;
    }

    private interface Body {
        void write(Xml xml, XhtmlWriter writer);
    }

    private void chapter(
            String name,
            String title,
            Function<Href, @Nullable String> links,
            Map<BlockId, Integer> breaks,
            Narration.@Nullable Range range,
            Body body) {
        var xml = page(document, title);
        xml.open("section", "epub:type", name.equals(NOTES) ? "endnotes" : "chapter");
        xml.line();
        var look = new XhtmlWriter.Look(1, true, true, links, this::picture, _ -> NOTES);
        var writer =
                new XhtmlWriter(xml, document, look, name, marks)
                        .withPages(breaks, number -> pages.put(number, name));
        body.write(xml, writer);
        var clips =
                narration == null || range == null || range.isEmpty()
                        ? List.<Narration.Clip>of()
                        : narration.clips(range, writer.spots());
        chapters.add(new Chapter(name, title, xml.finish(), clips, clips.isEmpty() ? null : range));
    }

    static Xml page(Document document, String title) {
        var language = document.frontMatter().language();
        var xml = new Xml();
        xml.open(
                "html",
                "xmlns",
                "http://www.w3.org/1999/xhtml",
                "xmlns:epub",
                "http://www.idpf.org/2007/ops",
                "lang",
                language,
                "xml:lang",
                language);
        xml.open("head").element("title", title);
        xml.empty("link", "rel", "stylesheet", "type", "text/css", "href", "style.css");
        xml.close().line().open("body").line();
        return xml;
    }

    private String coverPage() {
        var xml = page(document, document.title());
        xml.open("section", "epub:type", "cover");
        xml.empty("img", "src", "cover.svg", "alt", words.cover() + document.title());
        return xml.finish();
    }

    /// What is said before the text, line by line, then what is only read.
    private void front() {
        var xml = page(document, document.title());
        xml.open("section", "epub:type", "titlepage").line();
        xml.element("h1", document.title(), "id", Narration.front(1)).line();
        var said = narration == null ? List.<String>of() : narration.before();
        for (int i = 1; i < said.size(); i++) {
            xml.element("p", said.get(i), "id", Narration.front(i + 1)).line();
        }
        for (var line : cover.lines(document)) {
            if (!said.contains(line)) {
                xml.element("p", line).line();
            }
        }
        for (var point : document.frontMatter().summary()) {
            if (!said.contains(point)) {
                xml.element("p", point).line();
            }
        }
        var range = narration == null ? null : narration.front();
        var clips =
                narration == null || range == null || range.isEmpty()
                        ? List.<Narration.Clip>of()
                        : narration.clips(range, Map.of());
        chapters.add(
                new Chapter(
                        FRONT,
                        document.title(),
                        xml.finish(),
                        clips,
                        clips.isEmpty() ? null : range));
    }

    private @Nullable String picture(Href source) {
        var ending = Pictures.ending(source);
        if (!Pictures.TYPES.containsKey(ending)) {
            return null;
        }
        var bytes = pictures.shown(source);
        if (bytes == null) {
            return null;
        }
        // Under its hash: names of files in a book must be plain.
        var name = PICTURES + Hash.of(bytes).substring(0, 16) + "." + ending;
        used.put(name, bytes);
        return name;
    }

    private void write(OutputStream out) throws IOException {
        var about = new EpubPackage(document, cover, words, chapters, used.keySet(), pages);
        try (var zip = new Zip(out, cover.date())) {
            zip.mimetype(TYPE);
            zip.add("META-INF/container.xml", EpubPackage.container("EPUB/package.opf"));
            zip.add("EPUB/package.opf", about.packageDocument());
            zip.add("EPUB/nav.xhtml", about.navigation());
            zip.add("EPUB/style.css", STYLE);
            zip.add("EPUB/cover.svg", about.picture());
            for (var picture : used.entrySet()) {
                zip.add("EPUB/" + picture.getKey(), picture.getValue());
            }
            for (var chapter : chapters) {
                zip.add("EPUB/" + chapter.name(), chapter.xhtml());
                if (narration != null && chapter.range() != null) {
                    zip.add("EPUB/" + chapter.overlay(), EpubPackage.overlay(chapter));
                    zip.add(
                            "EPUB/" + chapter.sound(),
                            narration.sound(chapter.range(), chapter.title()));
                }
            }
        }
    }

    private static final String STYLE =
            """
            body { line-height: 1.75; }
            h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-align: left; }
            p, li, dd { margin: 0 0 .6em; text-align: left; }
            ul.written { list-style: none; padding-left: 0; }
            strong, em { font-style: normal; font-weight: bold; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid; padding: .2em .4em; text-align: left; vertical-align: top; }
            caption { text-align: left; font-weight: bold; }
            blockquote { margin: .6em 0; padding-left: 1em; border-left: 3px solid; }
            .callout { border: 1px solid; padding: .4em .8em; }
            pre { white-space: pre-wrap; font-family: inherit; }
            img { max-width: 100%; }
            .heard { background-color: #ffe066; color: #000000; }
            """;
}
