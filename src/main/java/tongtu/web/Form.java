package tongtu.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names and values as a form or a query carries them (application/x-www-form-urlencoded, WHATWG
/// URL, 5.1). Of a name that comes twice, the first counts.
public final class Form {
    /// Fields of one form.
    static final int FIELDS = 100;

    /// Characters of a field's name.
    static final int NAME = 100;

    /// One without a field.
    public static final Form NONE = new Form(Map.of(), Map.of());

    private final Map<String, String> values;
    private final Map<String, Attached> files;

    private Form(Map<String, String> values, Map<String, Attached> files) {
        this.values = values;
        this.files = files;
    }

    /// A form with files, as multipart/form-data carries them (RFC 7578).
    static Form of(Map<String, String> values, Map<String, Attached> files) {
        return new Form(Map.copyOf(values), Map.copyOf(files));
    }

    /// A file that was sent: the name that it has with its sender, and its bytes.
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    public record Attached(String name, byte[] bytes) {}

    /// The file of a field; null when none was chosen.
    public @Nullable Attached file(String name) {
        return files.get(name);
    }

    /// A form as one text, as a query carries it; null when it is no such text.
    public static @Nullable Form of(String encoded) {
        return read(encoded);
    }

    /// The value of a field; empty when it was not sent.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// Reads a form, each character a byte; null when it is no such text: not UTF-8, a percent sign
    /// without its two digits, too many fields, a name that is too long. Browsers send none of
    /// these.
    static @Nullable Form read(String encoded) {
        var values = new HashMap<String, String>();
        int fields = 0;
        for (int from = 0; from < encoded.length(); ) {
            int end = encoded.indexOf('&', from);
            end = end < 0 ? encoded.length() : end;
            if (end > from) {
                int equals = encoded.indexOf('=', from);
                boolean hasValue = equals >= 0 && equals < end;
                var name = decoded(encoded, from, hasValue ? equals : end);
                var value = hasValue ? decoded(encoded, equals + 1, end) : "";
                fields++;
                if (name == null || value == null || name.length() > NAME || fields > FIELDS) {
                    return null;
                }
                values.putIfAbsent(name, value);
            }
            from = end + 1;
        }
        return new Form(Map.copyOf(values), Map.of());
    }

    private static @Nullable String decoded(String encoded, int from, int end) {
        var bytes = new ByteArrayOutputStream(end - from);
        for (int i = from; i < end; i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int value = i + 2 < end ? hex(encoded, i + 1) : -1;
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                i += 2;
            } else if (c < 0x100) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /// The names that were sent.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }
}
