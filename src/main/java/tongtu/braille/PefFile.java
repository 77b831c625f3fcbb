package tongtu.braille;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Braille as PEF 2008 (Portable Embosser Format): the pages as they are embossed, with who and
/// what.
public final class PefFile {
    private static final String PEF = "http://www.daisy.org/ns/2008/pef";
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    private PefFile() {}

    /// `identifier` names the edition; `creator` is who publishes it; `date` that of its revision,
    /// null when it is not known.
    public static byte[] of(
            Pages pages, String identifier, String creator, @Nullable LocalDate date) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("pef");
            xml.writeDefaultNamespace(PEF);
            xml.writeAttribute("version", "2008-1");
            head(xml, pages, identifier, creator, date);
            body(xml, pages);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text can always be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void head(
            XMLStreamWriter xml,
            Pages pages,
            String identifier,
            String creator,
            @Nullable LocalDate date)
            throws XMLStreamException {
        xml.writeStartElement("head");
        xml.writeStartElement("meta");
        xml.writeNamespace("dc", DC);
        element(xml, "format", "application/x-pef+xml");
        element(xml, "identifier", identifier);
        element(xml, "title", pages.title());
        element(xml, "creator", creator);
        element(xml, "language", brailleOf(pages.language()));
        element(xml, "date", date == null ? "" : date.toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// A language as it is written in Braille (BCP 47: the script stands before the region):
    /// `zh-CN` is `zh-Brai-CN`.
    public static String brailleOf(String language) {
        int region = language.indexOf('-');
        return region < 0
                ? language + "-Brai"
                : language.substring(0, region) + "-Brai" + language.substring(region);
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement("dc", name, DC);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private static void body(XMLStreamWriter xml, Pages pages) throws XMLStreamException {
        xml.writeStartElement("body");
        xml.writeStartElement("volume");
        xml.writeAttribute("cols", String.valueOf(pages.format().width()));
        xml.writeAttribute("rows", String.valueOf(pages.format().height()));
        xml.writeAttribute("rowgap", "0");
        xml.writeAttribute("duplex", "false");
        xml.writeStartElement("section");
        for (var page : pages.pages()) {
            xml.writeStartElement("page");
            for (var line : page) {
                if (line.isEmpty()) {
                    xml.writeEmptyElement("row");
                } else {
                    xml.writeStartElement("row");
                    xml.writeCharacters(line);
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
