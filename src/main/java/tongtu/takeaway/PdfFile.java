package tongtu.takeaway;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.document.Section;
import tongtu.office.PdfPrinter;
import tongtu.office.Typefaces;
import tongtu.qr.Code;

/// A document on paper and as PDF: tagged, with bookmarks, contents with page numbers, links, the
/// permanent address in words and as a QR code.
public final class PdfFile {
    /// How large the text is, in points.
    public enum Size {
        NORMAL(12),
        LARGE(18),
        LARGEST(24);

        private final int points;

        Size(int points) {
            this.points = points;
        }

        public int points() {
            return points;
        }
    }

    private static final Pattern UNITS = Pattern.compile("u-.*");
    private static final int QR_SCALE = 8;

    /// Levels of headings in the contents.
    private static final int LISTED = 3;

    private final Document document;
    private final Cover cover;
    private final TextWords words;
    private final Size size;
    private final Pictures pictures;
    private final Map<String, byte[]> used = new HashMap<>();

    private PdfFile(Document document, Cover cover, Pictures pictures, Size size) {
        this.document = document;
        this.cover = cover;
        this.pictures = pictures;
        this.size = size;
        words = TextWords.in(document.frontMatter().language());
    }

    /// A document in a size. `links` gives the whole address that a link leads to, null when it
    /// leads nowhere from paper. Characters that no typeface has are written as their names and
    /// told in [Made#unknown].
    public static Made of(
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links,
            Size size)
            throws IOException {
        return new PdfFile(document, cover, pictures, size).make(links);
    }

    /// A file, its pages, the page that each unit begins on by its id in the markup (`u-…`), and
    /// the characters that have no glyph.
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    public record Made(byte[] bytes, int pages, Map<String, Integer> places, List<String> unknown) {
        public Made {
            places = Map.copyOf(places);
            unknown = List.copyOf(unknown);
        }
    }

    private Made make(Function<Href, @Nullable String> links) throws IOException {
        var xhtml = xhtml(links);
        var missing = new TreeSet<>(Typefaces.missing(xhtml));
        var printed =
                PdfPrinter.print(
                        named(xhtml, missing),
                        used,
                        cover.date(),
                        seed(),
                        size == Size.NORMAL ? UNITS : PdfPrinter.NO_IDS);
        return new Made(
                printed.bytes(),
                printed.pages(),
                printed.places(),
                missing.stream().map(Character::toString).toList());
    }

    private long seed() {
        return Long.parseUnsignedLong(
                Hash.of(document.path() + document.revision() + size).substring(0, 16), 16);
    }

    /// What cannot be drawn is named: 〔U+1F9FF〕 can be looked up, a box cannot.
    private static String named(String xhtml, Set<Integer> missing) {
        if (missing.isEmpty()) {
            return xhtml;
        }
        var named = new StringBuilder();
        xhtml.codePoints()
                .forEach(c -> {
                    if (missing.contains(c)) {
                        named.append("〔U+%04X〕".formatted(c));
                    } else {
                        named.appendCodePoint(c);
                    }
                });
        return named.toString();
    }

    private String xhtml(Function<Href, @Nullable String> links) {
        var language = document.frontMatter().language();
        var xml = new Xml();
        xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language);
        xml.open("head");
        xml.element("title", document.title());
        meta(xml, "description", String.join(" ", document.frontMatter().summary()));
        meta(xml, "author", cover.publisher());
        meta(xml, "subject", document.kind().label());
        meta(xml, "keywords", String.join(", ", document.frontMatter().topics()));
        xml.element("style", css());
        if (!document.sections().isEmpty()) {
            xml.open("bookmarks");
            document.sections().forEach(section -> bookmark(xml, section));
            xml.close();
        }
        xml.close().open("body");
        front(xml);
        contents(xml);
        var writer =
                new XhtmlWriter(
                        xml,
                        document,
                        new XhtmlWriter.Look(
                                0,
                                false,
                                false,
                                Anchors.of(document).links(links),
                                this::picture,
                                _ -> ""));
        writer.blocks(document.opening());
        document.sections().forEach(writer::section);
        notes(xml, writer, document.footnotes());
        return xml.finish();
    }

    private static void meta(Xml xml, String name, String content) {
        if (!content.isEmpty()) {
            xml.empty("meta", "name", name, "content", content);
        }
    }

    private static void bookmark(Xml xml, Section section) {
        xml.open("bookmark", "name", section.title(), "href", "#" + XhtmlWriter.id(section.id()));
        section.sections().forEach(below -> bookmark(xml, below));
        xml.close();
    }

    private void front(Xml xml) {
        xml.element("h1", document.title()).line();
        xml.open("div", "class", "about");
        if (!cover.address().isEmpty()) {
            used.put("picture:qr", qr(cover.address()));
            xml.empty(
                    "img",
                    "src",
                    "picture:qr",
                    "alt",
                    words.code() + words.colon() + cover.address(),
                    "class",
                    "code");
        }
        for (var line : cover.lines(document)) {
            xml.element("p", line).line();
        }
        xml.close().line();
        if (!document.frontMatter().summary().isEmpty()) {
            xml.open("ul", "class", "summary");
            document.frontMatter().summary().forEach(point -> xml.element("li", point));
            xml.close().line();
        }
    }

    private void contents(Xml xml) {
        if (document.sections().size() < 2) {
            return;
        }
        xml.element("p", words.contents(), "class", "contents-title");
        xml.open("ul", "class", "contents");
        document.sections().forEach(section -> entry(xml, section));
        xml.close().line();
    }

    private static void entry(Xml xml, Section section) {
        if (section.level() > LISTED || section.numbering().isArticle()) {
            return;
        }
        xml.open("li", "class", "level-" + section.level());
        xml.element("a", section.title(), "href", "#" + XhtmlWriter.id(section.id()));
        xml.close().line();
        section.sections().forEach(below -> entry(xml, below));
    }

    private void notes(Xml xml, XhtmlWriter writer, List<Footnote> notes) {
        if (!notes.isEmpty()) {
            xml.element("h2", words.notes()).line();
            notes.forEach(writer::note);
        }
    }

    private @Nullable String picture(Href source) {
        var bytes = pictures.printable(source);
        if (bytes == null) {
            return null;
        }
        var address = "picture:" + source.text();
        used.put(address, bytes);
        return address;
    }

    private static byte[] qr(String address) {
        var code = Code.of(address);
        int side = code.box() * QR_SCALE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.isDark(x / QR_SCALE - Code.QUIET, y / QR_SCALE - Code.QUIET);
                image.setRGB(x, y, dark ? 0 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    /// The header of a table is not repeated on the next page: the repetition would be tagged as a
    /// second text of the same cells, and read twice.
    private String css() {
        var faces = Typefaces.families();
        return """
        @page { size: A4; margin: 20mm 18mm 22mm;
          @bottom-center { content: counter(page) " / " counter(pages); font-family: %1$s; font-size: %3$dpt; } }
        body { font-family: %1$s; font-size: %2$dpt; line-height: 1.75; color: #000; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.4; font-weight: 700; page-break-after: avoid; }
        h1 { font-size: 1.7em; margin: 0 0 .6em; }
        h2 { font-size: 1.35em; margin: 1.2em 0 .5em; }
        h3 { font-size: 1.15em; margin: 1em 0 .4em; }
        h4, h5, h6 { font-size: 1em; margin: .8em 0 .3em; }
        p { margin: 0 0 .6em; orphans: 2; widows: 2; }
        a { color: #00387a; text-decoration: underline; }
        ul, ol { margin: 0 0 .6em; padding-left: 1.8em; }
        ul.written, ul.contents { list-style: none; padding-left: 0; }
        .about { border-top: 1pt solid #000; border-bottom: 1pt solid #000; padding: .5em 0; margin: 0 0 1em; }
        .about p { margin: 0 0 .2em; }
        .code { width: 28mm; height: 28mm; float: right; margin-left: 4mm; }
        .contents-title { font-weight: 700; font-size: 1.15em; margin: 1em 0 .3em; page-break-after: avoid; }
        .contents a::after { content: "  " target-counter(attr(href), page); }
        .level-3 { margin-left: 1.6em; }
        table { width: 100%%; border-collapse: collapse; margin: .4em 0 .9em; }
        th, td { border: .75pt solid #000; padding: .2em .4em; text-align: left; vertical-align: top; word-wrap: break-word; }
        th { font-weight: 700; }
        tr { page-break-inside: avoid; }
        .caption { font-weight: 700; margin: .6em 0 .2em; page-break-after: avoid; }
        blockquote { margin: .4em 0 .8em; padding-left: 1em; border-left: 3pt solid #000; }
        .callout { border: 1pt solid #000; padding: .4em .8em; margin: .4em 0 .9em; }
        pre { font-family: %1$s; white-space: pre-wrap; word-wrap: break-word; margin: .4em 0 .8em; }
        code { font-family: %1$s; }
        strong, em { font-style: normal; font-weight: 700; }
        dt { font-weight: 700; }
        dd { margin: 0 0 .6em 1.6em; }
        sup { font-size: .75em; }
        .figure img { max-width: 100%%; max-height: 160mm; }
        img.small { height: 1.2em; }
        """
                .formatted(faces, size.points(), Math.max(10, size.points() * 3 / 4));
    }
}
