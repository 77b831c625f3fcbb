package tongtu.office;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Prints XHTML as a PDF that is tagged for assistive technology (PDF/UA-1, ISO 14289-1) and to be
/// kept (PDF/A-3a, ISO 19005-3) at once. The same markup gives the same bytes. One at a time: the
/// typefaces are read once and shared.
public final class PdfPrinter {
    /// Pages of a document; what is longer is refused, not cut.
    public static final int MOST_PAGES = 5_000;

    private static final String NEVER = "about:nothing";

    /// What is printed: the bytes, how many pages they are, and on which page (from 1) each element
    /// with an id that was asked for begins.
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    public record Printed(byte[] bytes, int pages, Map<String, Integer> places) {
        public Printed {
            places = Map.copyOf(places);
        }
    }

    private static final Object TURN = new Object();

    private PdfPrinter() {}

    /// Prints a page. `pictures` are the bytes (PNG, JPEG, GIF) of what its `img` elements name;
    /// nothing else is read. `date` is what it counts as made on, `seed` tells it from other
    /// documents, `ids` are those whose page is wanted.
    public static Printed print(
            String xhtml, Map<String, byte[]> pictures, LocalDate date, long seed, Pattern ids)
            throws IOException {
        var page = parsed(xhtml);
        synchronized (TURN) {
            XRLog.listRegisteredLoggers()
                    .forEach(name -> XRLog.setLevel(name, java.util.logging.Level.OFF));
            try (var document = new PDDocument()) {
                return print(page, pictures, date, seed, ids, document);
            }
        }
    }

    private static Printed print(
            Document page,
            Map<String, byte[]> pictures,
            LocalDate date,
            long seed,
            Pattern ids,
            PDDocument document)
            throws IOException {
        var builder = builder(page, pictures, document);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var places = new HashMap<String, Integer>();
            for (var place : renderer.findPagePositionsByID(ids)) {
                places.putIfAbsent(place.getId(), place.getPageNo() + 1);
            }
            finish(document, date, seed);
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new IOException(pages + " pages, at most " + MOST_PAGES);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return new Printed(out.toByteArray(), pages, places);
        }
    }

    private static PdfRendererBuilder builder(
            Document page, Map<String, byte[]> pictures, PDDocument document) {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfVersion(1.7f);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Tongtu");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.SIMPLIFIED_CHINESE));
        builder.useReplacementText("\u3013");
        for (var face : Typefaces.ALL) {
            builder.useFont(
                    new Typeface(face, document),
                    face.name(),
                    face.weight(),
                    FontStyle.NORMAL,
                    true);
        }
        builder.useUriResolver((_, address) -> pictures.containsKey(address) ? address : NEVER);
        builder.useProtocolsStreamImplementation(
                address -> new Held(pictures.getOrDefault(address, new byte[0])), "picture");
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, _) -> pictures.containsKey(address), priority);
        }
        builder.withW3cDocument(page, "picture:/");
        return builder;
    }

    /// What the library takes from the clock and from chance is taken from the revision.
    private static void finish(PDDocument document, LocalDate date, long seed) throws IOException {
        document.setDocumentId(seed);
        var labels = new PDPageLabels(document);
        var range = new PDPageLabelRange();
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        labels.setLabelItem(0, range);
        document.getDocumentCatalog().setPageLabels(labels);
        var made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.clear();
        made.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        var information = document.getDocumentInformation();
        information.setCreationDate(made);
        information.setModificationDate(made);
        var catalog = document.getDocumentCatalog();
        var written = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        var dated =
                written.replaceAll(
                        "(<xmp:(Create|Modify|Metadata)Date>)[^<]*",
                        "$1" + date + "T00:00:00+00:00");
        catalog.setMetadata(
                new PDMetadata(
                        document,
                        new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
    }

    private static Document parsed(String xhtml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
            describeLinks(page);
            moveCaptions(page);
            return page;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not well-formed", e);
        }
    }

    /// Each link is described where its words are not read with it (ISO 14289-1, 7.18.5).
    private static void describeLinks(Document page) {
        var links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            if (links.item(i) instanceof Element link && !link.hasAttribute("title")) {
                var words = link.getTextContent().strip();
                link.setAttribute("title", words.isEmpty() ? link.getAttribute("href") : words);
            }
        }
    }

    /// The library draws a caption and does not tag it, so that nobody hears it: it stands before
    /// its table instead, which is summed up in its words.
    private static void moveCaptions(Document page) {
        var captions = page.getElementsByTagName("caption");
        while (captions.getLength() > 0) {
            var caption = captions.item(0);
            var table = caption.getParentNode();
            var words = page.createElementNS("http://www.w3.org/1999/xhtml", "p");
            words.setAttribute("class", "caption");
            while (caption.hasChildNodes()) {
                words.appendChild(caption.getFirstChild());
            }
            table.removeChild(caption);
            table.getParentNode().insertBefore(words, table);
            if (table instanceof Element element) {
                element.setAttribute("summary", words.getTextContent().strip());
            }
        }
    }

    /// The bytes of a picture as the library asks for them.
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    private record Held(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }

    /// A typeface that is put into a document when it is first asked for a character.
    private static final class Typeface extends PDFontSupplier {
        private final Typefaces.Face face;
        private final PDDocument document;

        Typeface(Typefaces.Face face, PDDocument document) {
            super(null);
            this.face = face;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, Shared.font(face), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The typefaces that were read, for one thread at a time.
    private static final class Shared {
        private static final Map<String, TrueTypeFont> FONTS = new HashMap<>();

        static TrueTypeFont font(Typefaces.Face face) throws IOException {
            var known = FONTS.get(face.font());
            if (known != null) {
                return known;
            }
            try (var stream = face.open()) {
                var font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                FONTS.put(face.font(), font);
                return font;
            }
        }
    }

    /// The ids of elements whose number of page is wanted, none.
    public static final Pattern NO_IDS = Pattern.compile("(?!)");
}
