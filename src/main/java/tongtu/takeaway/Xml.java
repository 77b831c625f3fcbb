package tongtu.takeaway;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML 1.0 in which every element is closed and every word escaped. Names are written as
/// they are given, prefix and all; who uses a prefix declares it with an `xmlns` attribute.
final class Xml {
    /// The elements of HTML that have no end tag, of those that are written here.
    private static final Set<String> VOID = Set.of("br", "img", "link", "meta");

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;
    private final ArrayDeque<String> open = new ArrayDeque<>();

    Xml() {
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("text can always be written", e);
    }

    /// Opens an element; `attributes` are names and values in turn, an empty value is left out
    /// unless it is that of `alt`.
    Xml open(String name, String... attributes) {
        try {
            writer.writeStartElement(name);
            attributes(attributes);
            open.push(name);
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty() || attributes[i].equals("alt")) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }

    Xml text(String text) {
        try {
            writer.writeCharacters(text);
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Xml close() {
        try {
            open.pop();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /// An element with nothing in it, written so that HTML reads it too.
    Xml empty(String name, String... attributes) {
        if (!VOID.contains(name)) {
            return open(name, attributes).close();
        }
        try {
            writer.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /// An element with words in it.
    Xml element(String name, String words, String... attributes) {
        return open(name, attributes).text(words).close();
    }

    Xml line() {
        return text("\n");
    }

    String finish() {
        try {
            while (!open.isEmpty()) {
                close();
            }
            writer.writeEndDocument();
            writer.close();
            return out.toString();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }
}
