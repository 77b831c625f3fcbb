package tongtu.takeaway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tongtu.braille.Flow;
import tongtu.braille.PefFile;
import tongtu.document.Document;

/// A document as eBraille 1.0 (DAISY Consortium): Braille that whoever reads it lays out for the
/// display at hand, with headings to move by. A package of an EPUB's kind: `package.opf` and
/// `index.html` at its root.
public final class EbrailleFile {
    /// Packages are EPUB's; files end in `.ebrl`.
    public static final String TYPE = "application/epub+zip";

    private static final String TEXT = "ebraille/text.html";
    private static final char BLANK = '\u2800';

    private EbrailleFile() {}

    public static void write(OutputStream out, Document document, Cover cover, Flow flow)
            throws IOException {
        try (var zip = new Zip(out, cover.date())) {
            zip.mimetype(TYPE);
            zip.add("META-INF/container.xml", EpubPackage.container("package.opf"));
            zip.add("package.opf", packageDocument(document, cover));
            zip.add("index.html", navigation(flow));
            zip.add(TEXT, text(flow));
            zip.add("ebraille/style.css", STYLE);
        }
    }

    private static String packageDocument(Document document, Cover cover) {
        var language = document.frontMatter().language();
        var name = document.path() + "@" + document.revision() + " braille";
        var uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var publisher = cover.publisher().isEmpty() ? document.title() : cover.publisher();
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
        xml.element("dc:format", "eBraille 1.0").line();
        xml.element("dc:identifier", "urn:uuid:" + uuid, "id", "id").line();
        xml.element("dc:title", document.title()).line();
        xml.element("dc:creator", publisher).line();
        xml.element("dc:language", PefFile.brailleOf(language)).line();
        xml.element("dc:date", cover.date().toString()).line();
        meta(xml, "dcterms:dateCopyrighted", cover.date().toString());
        meta(xml, "dcterms:modified", cover.date() + "T00:00:00Z");
        meta(xml, "a11y:brailleCellType", "6");
        meta(
                xml,
                "a11y:brailleSystem",
                language.startsWith("zh") ? "Chinese National Common Braille" : "UEB grade1");
        meta(xml, "a11y:completeTranscription", "true");
        meta(xml, "a11y:tactileGraphics", "none");
        meta(xml, "a11y:producer", "Tongtu");
        meta(xml, "schema:accessMode", "tactile");
        meta(xml, "schema:accessModeSufficient", "tactile");
        meta(xml, "schema:accessibilityFeature", "braille");
        meta(xml, "schema:accessibilityFeature", "structuralNavigation");
        meta(xml, "schema:accessibilityFeature", "tableOfContents");
        meta(xml, "schema:accessibilityHazard", "none");
        meta(xml, "schema:accessibilitySummary", cover.brailleChecked());
        xml.close().line().open("manifest").line();
        item(xml, "nav", "index.html", "application/xhtml+xml", "nav");
        item(xml, "text", TEXT, "application/xhtml+xml", "");
        item(xml, "style", "ebraille/style.css", "text/css", "");
        xml.close().line().open("spine").empty("itemref", "idref", "text");
        return xml.finish();
    }

    private static void meta(Xml xml, String property, String content) {
        xml.element("meta", content, "property", property).line();
    }

    private static void item(Xml xml, String id, String href, String type, String properties) {
        xml.empty("item", "id", id, "href", href, "media-type", type, "properties", properties)
                .line();
    }

    private static Xml page(Flow flow, String title, String style) {
        var language = PefFile.brailleOf(flow.language());
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
        xml.open("head").element("title", spaced(title));
        xml.empty("link", "rel", "stylesheet", "type", "text/css", "href", style);
        xml.close().line().open("body").line();
        return xml;
    }

    /// Blanks as spaces: lines break at those.
    private static String spaced(String cells) {
        return cells.replace(BLANK, ' ').strip();
    }

    private static String navigation(Flow flow) {
        var xml = page(flow, flow.contents(), "ebraille/style.css");
        xml.open("nav", "epub:type", "toc", "role", "doc-toc").line();
        xml.element("h1", spaced(flow.contents())).open("ol").line();
        int number = 0;
        int depth = 0;
        boolean isFirst = true;
        for (var line : flow.lines()) {
            if (line.isHeading()) {
                number++;
                // The text may skip a level; a list of contents may not.
                int level = Math.min(Math.max(0, line.level() - 2), isFirst ? 0 : depth + 1);
                if (!isFirst) {
                    if (level > depth) {
                        xml.open("ol");
                    } else {
                        xml.close();
                        for (int i = level; i < depth; i++) {
                            xml.close().close();
                        }
                    }
                }
                xml.open("li");
                xml.element("a", spaced(line.cells()), "href", TEXT + "#h-" + number);
                depth = level;
                isFirst = false;
            }
        }
        return xml.finish();
    }

    private static String text(Flow flow) {
        var title = flow.lines().isEmpty() ? "" : flow.lines().getFirst().cells();
        var xml = page(flow, title, "style.css");
        boolean inList = false;
        int number = 0;
        for (var line : flow.lines()) {
            if (line.isItem() != inList) {
                if (inList) {
                    xml.close().line();
                } else {
                    xml.open("ul").line();
                }
                inList = line.isItem();
            }
            var cells = spaced(line.cells());
            if (line.isHeading()) {
                xml.element("h" + Math.min(6, line.level()), cells, "id", "h-" + ++number);
            } else {
                xml.element(line.isItem() ? "li" : "p", cells);
            }
            xml.line();
        }
        return xml.finish();
    }

    private static final String STYLE =
            """
            h1 { text-align: center; }
            h1, h2, h3, h4, h5, h6 { margin: 1em 0 0; }
            p { margin: 0; text-indent: 2ch; }
            ul { list-style: none; margin: 0; padding: 0; }
            li { padding-left: 2ch; text-indent: -2ch; }
            """;
}
