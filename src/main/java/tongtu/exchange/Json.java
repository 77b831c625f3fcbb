package tongtu.exchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes JSON (RFC 8259) in UTF-8. What is empty is left out: a field that is not there was not
/// stated.
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /// Something that writes, and may fail as a stream does.
    private interface Writing {
        void write() throws IOException;
    }

    static byte[] object(Consumer<Json> fields) {
        var bytes = new ByteArrayOutputStream(8_192);
        try (var out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            var json = new Json(out);
            out.writeStartObject();
            fields.accept(json);
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] array(Consumer<Json> elements) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            out.writeStartArray();
            elements.accept(new Json(out));
            out.writeEndArray();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Json field(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            write(() -> out.writeStringField(name, value));
        }
        return this;
    }

    Json field(String name, @Nullable LocalDate date) {
        return field(name, date == null ? "" : date.toString());
    }

    /// A constant in small letters with hyphens: `NOT_YET` is `not-yet`.
    Json field(String name, Enum<?> constant) {
        return field(name, constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    Json field(String name, int number) {
        write(() -> out.writeNumberField(name, number));
        return this;
    }

    /// A number as it is written.
    Json number(String name, String written) {
        write(() -> {
            out.writeFieldName(name);
            out.writeNumber(written);
        });
        return this;
    }

    Json field(String name, boolean value) {
        write(() -> out.writeBooleanField(name, value));
        return this;
    }

    Json strings(String name, List<String> values) {
        return list(name, values, this::string);
    }

    /// An array of what `each` writes for an element; left out when there is none.
    <T> Json list(String name, List<T> elements, Consumer<T> each) {
        if (!elements.isEmpty()) {
            write(() -> out.writeArrayFieldStart(name));
            elements.forEach(each);
            write(out::writeEndArray);
        }
        return this;
    }

    Json nested(String name, Runnable fields) {
        write(() -> out.writeObjectFieldStart(name));
        fields.run();
        write(out::writeEndObject);
        return this;
    }

    /// An object as an element of an array.
    void element(Runnable fields) {
        write(out::writeStartObject);
        fields.run();
        write(out::writeEndObject);
    }

    /// An array as an element of an array.
    <T> void array(List<T> elements, Consumer<T> each) {
        write(out::writeStartArray);
        elements.forEach(each);
        write(out::writeEndArray);
    }

    void string(String value) {
        write(() -> out.writeString(value));
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
