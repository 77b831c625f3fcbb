package tongtu.exchange;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML 1.0 in UTF-8 with the JDK's writer.
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /// Something that writes, and may fail as the writer does.
    private interface Writing {
        void write() throws XMLStreamException;
    }

    static byte[] document(Consumer<Xml> content) {
        var bytes = new ByteArrayOutputStream(8_192);
        write(() -> {
            var out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            content.accept(new Xml(out));
            out.writeEndDocument();
            out.close();
        });
        return bytes.toByteArray();
    }

    Xml open(String name) {
        write(() -> out.writeStartElement(name));
        return this;
    }

    Xml attribute(String name, String value) {
        write(() -> out.writeAttribute(name, value));
        return this;
    }

    /// An element with words; none when there are no words.
    Xml element(String name, String words) {
        if (!words.isEmpty()) {
            write(() -> {
                out.writeStartElement(name);
                out.writeCharacters(words);
                out.writeEndElement();
            });
        }
        return this;
    }

    Xml words(String words) {
        write(() -> out.writeCharacters(words));
        return this;
    }

    Xml close() {
        write(() -> {
            out.writeEndElement();
            out.writeCharacters("\n");
        });
        return this;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
