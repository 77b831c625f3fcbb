package tongtu.takeaway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tongtu.document.Document;
import tongtu.document.Section;

/// What a book says of itself: its metadata, its files and their order, its lists of contents and
/// pages, its cover. `pages` are the files in which printed pages begin, `pictures` the names of
/// its pictures.
record EpubPackage(
        Document document,
        Cover cover,
        TextWords words,
        List<Chapter> chapters,
        Set<String> pictures,
        Map<Integer, String> pages) {
    /// Where the package document of a container is (OCF 3.3, 4.2.6.3.1).
    static String container(String path) {
        var xml = new Xml();
        xml.open(
                "container",
                "version",
                "1.0",
                "xmlns",
                "urn:oasis:names:tc:opendocument:xmlns:container");
        xml.open("rootfiles");
        xml.empty("rootfile", "full-path", path, "media-type", "application/oebps-package+xml");
        return xml.finish();
    }

    private boolean isHeard() {
        return chapters.stream().anyMatch(chapter -> chapter.range() != null);
    }

    /// The package document (EPUB 3.3, 5).
    String packageDocument() {
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
                document.frontMatter().language());
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
        xml.element("dc:language", document.frontMatter().language()).line();
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
        if (!pictures.isEmpty()) {
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
        for (var name : pictures) {
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

    /// When the elements of a chapter are heard (EPUB 3.3, 9).
    static String overlay(Chapter chapter) {
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

    /// The navigation document (EPUB 3.3, 7).
    String navigation() {
        var xml = EpubFile.page(document, words.contents());
        xml.open("nav", "epub:type", "toc", "role", "doc-toc", "id", "toc").line();
        xml.element("h1", words.contents()).open("ol").line();
        entry(xml, document.title(), EpubFile.FRONT);
        if (!document.opening().isEmpty()) {
            entry(xml, words.opening(), EpubFile.name(0));
        }
        for (int i = 0; i < document.sections().size(); i++) {
            section(xml, document.sections().get(i), EpubFile.name(i + 1));
        }
        if (!document.footnotes().isEmpty()) {
            entry(xml, words.notes(), EpubFile.NOTES);
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
        landmark(xml, "cover", words.cover(), EpubFile.COVER);
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
    String picture() {
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
                document.frontMatter().language());
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
}
