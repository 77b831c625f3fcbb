package tongtu.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request's path as characters. There is one reading of each path, or none: what could be read
/// in two ways (dot segments, empty segments, parameters, encoded slashes), or in no way (bad
/// percent signs, bad UTF-8, control characters), is refused, so that no other part needs to know
/// the tricks (RFC 3986, 3.3 and 6.2.2).
///
/// Example: `/policies/%E6%B3%95` is `/policies/法`; `/a/../b`, `/a//b`, `/a;b` and `/%2e%2e/` are
/// nothing.
public final class RequestPath {
    private static final String MARKS = "-._~!$&'()*+,=:@/";

    private RequestPath() {}

    /// The characters of a raw path, null when it has no one reading.
    public static @Nullable String decoded(@Nullable String raw) {
        if (raw == null || raw.isEmpty() || raw.charAt(0) != '/') {
            return null;
        }
        boolean isEncoded = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            isEncoded |= c == '%';
            if (c != '%' && !isPlain(c)) {
                return null;
            }
        }
        var path = isEncoded ? withoutPercents(raw) : raw;
        return path == null || hasOddSegment(path) ? null : path;
    }

    /// RFC 3986's `pchar` without what starts a parameter, and the slash.
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || MARKS.indexOf(c) >= 0;
    }

    private static @Nullable String withoutPercents(String raw) {
        var bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            int value = i + 2 < raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
            if (value < ' ' || value == 0x7f || value == '/' || value == '\\') {
                return null;
            }
            bytes.put((byte) value);
            i += 2;
        }
        try {
            // Strict: neither overlong forms nor surrogates nor cut sequences pass.
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int hex(char high, char low) {
        int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
        return high < 0x80 && low < 0x80 ? value : -1;
    }

    /// A segment that is empty (but for the last), `.` or `..`; or a character that steers text.
    private static boolean hasOddSegment(String path) {
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            char c = i < path.length() ? path.charAt(i) : '/';
            if (c == '/') {
                int length = i - start;
                boolean isDots =
                        length <= 2
                                && length > 0
                                && path.charAt(start) == '.'
                                && path.charAt(i - 1) == '.';
                if (isDots || (length == 0 && i < path.length())) {
                    return true;
                }
                start = i + 1;
            } else if (c >= 0x80 && c < 0xa0) {
                return true;
            }
        }
        return false;
    }
}
