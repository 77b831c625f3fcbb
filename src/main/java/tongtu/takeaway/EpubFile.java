package tongtu.takeaway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.document.Section;
import tongtu.document.Units;

/// A document as a book: EPUB 3.3, each chapter a file, with the sound of each sentence where the
/// document is voiced (Media Overlays). The same document, cover and sounds give the same bytes.
public final class EpubFile {
    public static final String TYPE = "application/epub+zip";

    private static final String COVER = "cover.xhtml";
    private static final String FRONT = "front.xhtml";
    private static final String NOTES = "notes.xhtml";
    private static final String PICTURES = "pictures/";

    private final Document document;
    private final Cover cover;
    private final Pictures pictures;
    private final @Nullable Narration narration;
    private final TextWords words;
    private final String language;
    private final Map<String, byte[]> used = new TreeMap<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<Integer, String> pages = new TreeMap<>();
    private final Map<Integer, String> marks = new HashMap<>();

    /// A file of the book. `clips` are when its elements are heard, in the sound of `range`.
    private record Chapter(
            String name,
            String title,
            String xhtml,
            List<Narration.Clip> clips,
            Narration.@Nullable Range range) {
        String sound() {
            return name.replace(".xhtml", ".mp3");
        }

        String overlay() {
            return name.replace(".xhtml", ".smil");
        }

        int milliseconds() {
            return clips.stream().mapToInt(clip -> clip.to() - clip.from()).sum();
        }
    }

    private EpubFile(
            Document document, Cover cover, Pictures pictures, @Nullable Narration narration) {
        this.document = document;
        this.cover = cover;
        this.pictures = pictures;
        this.narration = narration;
        language = document.frontMatter().language();
        words = TextWords.in(language);
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

    private static String name(int chapter) {
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
        var xml = page(title);
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

    private Xml page(String title) {
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
        var xml = page(document.title());
        xml.open("section", "epub:type", "cover");
        xml.empty("img", "src", "cover.svg", "alt", words.cover() + document.title());
        return xml.finish();
    }

    /// What is said before the text, line by line, then what is only read.
    private void front() {
        var xml = page(document.title());
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
        try (var zip = new Zip(out, cover.date())) {
            zip.mimetype(TYPE);
            zip.add("META-INF/container.xml", container());
            zip.add("EPUB/package.opf", packageDocument());
            zip.add("EPUB/nav.xhtml", navigation());
            zip.add("EPUB/style.css", STYLE);
            zip.add("EPUB/cover.svg", picture());
            for (var picture : used.entrySet()) {
                zip.add("EPUB/" + picture.getKey(), picture.getValue());
            }
            for (var chapter : chapters) {
                zip.add("EPUB/" + chapter.name(), chapter.xhtml());
                if (narration != null && chapter.range() != null) {
                    zip.add("EPUB/" + chapter.overlay(), overlay(chapter));
                    zip.add(
                            "EPUB/" + chapter.sound(),
                            narration.sound(chapter.range(), chapter.title()));
                }
            }
        }
    }

    private static String container() {
        var xml = new Xml();
        xml.open(
                "container",
                "version",
                "1.0",
                "xmlns",
                "urn:oasis:names:tc:opendocument:xmlns:container");
        xml.open("rootfiles");
        xml.empty(
                "rootfile",
                "full-path",
                "EPUB/package.opf",
                "media-type",
                "application/oebps-package+xml");
        return xml.finish();
    }

    private boolean isHeard() {
        return chapters.stream().anyMatch(chapter -> chapter.range() != null);
    }

    private String packageDocument() {
        var xml = new Xml();
        xml.open(
                "package",
                "xmlns",
                "http://www.idpf.org/2007/opf",
                "version",
                "3.0",
                "unique-identifier",
                "id",
                "xml:lang",
                language);
        xml.line().open("metadata", "xmlns:dc", "http://purl.org/dc/elements/1.1/").line();
        metadata(xml);
        xml.close().line().open("manifest").line();
        manifest(xml);
        xml.close().line().open("spine").line();
        chapters.forEach(chapter -> xml.empty("itemref", "idref", id(chapter.name())).line());
        return xml.finish();
    }

    private void metadata(Xml xml) {
        var name = document.path() + "@" + document.revision();
        var uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        xml.element("dc:identifier", "urn:uuid:" + uuid, "id", "id").line();
        xml.element("dc:title", document.title()).line();
        xml.element("dc:language", language).line();
        for (var issuer : document.frontMatter().issuer()) {
            xml.element("dc:creator", issuer).line();
        }
        if (!cover.publisher().isEmpty()) {
            xml.element("dc:publisher", cover.publisher()).line();
        }
        if (!cover.address().isEmpty()) {
            xml.element("dc:source", cover.address()).line();
        }
        xml.element("dc:date", cover.date().toString()).line();
        meta(xml, "dcterms:modified", cover.date() + "T00:00:00Z");
        meta(xml, "schema:accessMode", "textual");
        meta(xml, "schema:accessModeSufficient", "textual");
        if (!used.isEmpty()) {
            meta(xml, "schema:accessMode", "visual");
            meta(xml, "schema:accessibilityFeature", "alternativeText");
        }
        meta(xml, "schema:accessibilityFeature", "structuralNavigation");
        meta(xml, "schema:accessibilityFeature", "tableOfContents");
        meta(xml, "schema:accessibilityFeature", "readingOrder");
        meta(xml, "schema:accessibilityFeature", "displayTransformability");
        if (!pages.isEmpty()) {
            meta(xml, "schema:accessibilityFeature", "pageBreakMarkers");
            meta(xml, "schema:accessibilityFeature", "pageNavigation");
            meta(
                    xml,
                    "pageBreakSource",
                    cover.address().isEmpty() ? "urn:uuid:" + uuid : cover.address());
        }
        meta(xml, "schema:accessibilityHazard", "none");
        if (isHeard()) {
            meta(xml, "schema:accessMode", "auditory");
            meta(xml, "schema:accessibilityFeature", "synchronizedAudioText");
            meta(xml, "media:active-class", "heard");
            long whole = 0;
            for (var chapter : chapters) {
                if (chapter.range() != null) {
                    whole += chapter.milliseconds();
                    xml.element(
                                    "meta",
                                    clock(chapter.milliseconds()),
                                    "property",
                                    "media:duration",
                                    "refines",
                                    "#" + id(chapter.overlay()))
                            .line();
                }
            }
            meta(xml, "media:duration", clock(whole));
        }
        meta(xml, "schema:accessibilitySummary", words.bookSummary(isHeard(), cover.checked()));
    }

    private static void meta(Xml xml, String property, String content) {
        xml.element("meta", content, "property", property).line();
    }

    /// A SMIL clock value, `h:mm:ss.fff`.
    private static String clock(long ms) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1_000 % 60,
                ms % 1_000);
    }

    private static String id(String name) {
        return "file-" + name.replace('/', '-');
    }

    private static void item(Xml xml, String name, String type, String properties, String overlay) {
        xml.empty(
                        "item",
                        "id",
                        id(name),
                        "href",
                        name,
                        "media-type",
                        type,
                        "properties",
                        properties,
                        "media-overlay",
                        overlay)
                .line();
    }

    private void manifest(Xml xml) {
        item(xml, "nav.xhtml", "application/xhtml+xml", "nav", "");
        item(xml, "style.css", "text/css", "", "");
        item(xml, "cover.svg", "image/svg+xml", "cover-image", "");
        for (var name : used.keySet()) {
            var type = Pictures.TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            item(xml, name, String.valueOf(type), "", "");
        }
        for (var chapter : chapters) {
            boolean isHeard = chapter.range() != null;
            item(
                    xml,
                    chapter.name(),
                    "application/xhtml+xml",
                    "",
                    isHeard ? id(chapter.overlay()) : "");
            if (isHeard) {
                item(xml, chapter.overlay(), "application/smil+xml", "", "");
                item(xml, chapter.sound(), "audio/mpeg", "", "");
            }
        }
    }

    private static String overlay(Chapter chapter) {
        var xml = new Xml();
        xml.open(
                "smil",
                "xmlns",
                "http://www.w3.org/ns/SMIL",
                "xmlns:epub",
                "http://www.idpf.org/2007/ops",
                "version",
                "3.0");
        xml.open("body");
        xml.open("seq", "id", "all", "epub:textref", chapter.name()).line();
        int number = 0;
        for (var clip : chapter.clips()) {
            xml.open("par", "id", "par-" + ++number);
            xml.empty("text", "src", chapter.name() + "#" + clip.element());
            xml.empty(
                    "audio",
                    "src",
                    chapter.sound(),
                    "clipBegin",
                    clock(clip.from()),
                    "clipEnd",
                    clock(clip.to()));
            xml.close().line();
        }
        return xml.finish();
    }

    private String navigation() {
        var xml = page(words.contents());
        xml.open("nav", "epub:type", "toc", "role", "doc-toc", "id", "toc").line();
        xml.element("h1", words.contents()).open("ol").line();
        entry(xml, document.title(), FRONT);
        if (!document.opening().isEmpty()) {
            entry(xml, words.opening(), name(0));
        }
        for (int i = 0; i < document.sections().size(); i++) {
            section(xml, document.sections().get(i), name(i + 1));
        }
        if (!document.footnotes().isEmpty()) {
            entry(xml, words.notes(), NOTES);
        }
        xml.close().close().line();
        landmarks(xml);
        if (!pages.isEmpty()) {
            xml.open("nav", "epub:type", "page-list", "role", "doc-pagelist", "hidden", "hidden");
            xml.element("h2", words.pageList()).open("ol").line();
            pages.forEach((number, file) ->
                    entry(xml, String.valueOf(number), file + "#" + XhtmlWriter.page(number)));
            xml.close().close();
        }
        return xml.finish();
    }

    private static void entry(Xml xml, String title, String address) {
        xml.open("li").element("a", title, "href", address).close().line();
    }

    private static void section(Xml xml, Section section, String file) {
        xml.open("li")
                .element("a", section.title(), "href", file + "#" + XhtmlWriter.id(section.id()));
        if (!section.sections().isEmpty()) {
            xml.open("ol").line();
            section.sections().forEach(below -> section(xml, below, file));
            xml.close();
        }
        xml.close().line();
    }

    private void landmarks(Xml xml) {
        xml.open("nav", "epub:type", "landmarks", "hidden", "hidden");
        xml.element("h2", words.landmarks()).open("ol").line();
        landmark(xml, "cover", words.cover(), COVER);
        landmark(xml, "toc", words.contents(), "#toc");
        if (chapters.size() > 2) {
            landmark(xml, "bodymatter", words.text(), chapters.get(2).name());
        }
        xml.close().close().line();
    }

    private static void landmark(Xml xml, String type, String title, String address) {
        xml.open("li");
        xml.element("a", title.strip(), "epub:type", type, "href", address);
        xml.close().line();
    }

    /// The cover: the title in lines.
    private String picture() {
        var xml = new Xml();
        xml.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 600 800",
                "role",
                "img",
                "xml:lang",
                language);
        xml.element("title", words.cover() + document.title());
        xml.empty("rect", "width", "600", "height", "800", "fill", "#ffffff");
        xml.empty(
                "rect",
                "x",
                "20",
                "y",
                "20",
                "width",
                "560",
                "height",
                "760",
                "fill",
                "none",
                "stroke",
                "#000000",
                "stroke-width",
                "4");
        int y = 180;
        for (var line : lines(document.title())) {
            svgLine(xml, line, y, 48);
            y += 72;
        }
        svgLine(xml, cover.publisher(), 700, 28);
        return xml.finish();
    }

    private static void svgLine(Xml xml, String line, int y, int size) {
        if (!line.isEmpty()) {
            xml.element(
                    "text",
                    line,
                    "x",
                    "300",
                    "y",
                    String.valueOf(y),
                    "font-size",
                    String.valueOf(size),
                    "text-anchor",
                    "middle",
                    "font-family",
                    "sans-serif",
                    "fill",
                    "#000000");
        }
    }

    /// A title in at most seven lines of ten wide characters; what is longer ends in dots.
    private static List<String> lines(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double width = 0;
        for (int c : title.codePoints().toArray()) {
            width += c < 0x2000 ? 0.55 : 1;
            if (width > 10) {
                lines.add(line.toString());
                line.setLength(0);
                width = c < 0x2000 ? 0.55 : 1;
            }
            line.appendCodePoint(c);
        }
        lines.add(line.toString());
        return lines.size() <= 7
                ? lines
                : List.of(
                        lines.get(0),
                        lines.get(1),
                        lines.get(2),
                        lines.get(3),
                        lines.get(4),
                        lines.get(5),
                        "……");
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
