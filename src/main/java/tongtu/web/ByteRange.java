package tongtu.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of some bytes that a request asks for (RFC 9110, 14): from `first` to `last`, counted
/// from 0, both of them in it. One range only; several are answered with the whole, as a server
/// may.
record ByteRange(long first, long last) {
    private static final String UNIT = "bytes=";
    private static final int LONGEST = 40;
    private static final Pattern RANGE = Pattern.compile("\\d{1,18}-\\d{0,18}|-\\d{1,18}");

    /// What a Range header asks of `length` bytes.
    sealed interface Asked {
        /// The whole: there is no range, or none that a server must understand.
        record Whole() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        /// Nothing of the bytes lies in the range: 416.
        record Nothing() implements Asked {}
    }

    static Asked of(@Nullable String header, long length) {
        if (header == null || header.length() > LONGEST || !header.startsWith(UNIT)) {
            return new Asked.Whole();
        }
        var range = header.substring(UNIT.length()).strip();
        if (!RANGE.matcher(range).matches()) {
            return new Asked.Whole();
        }
        int dash = range.indexOf('-');
        long first;
        long last = length - 1;
        if (dash == 0) {
            long suffix = Long.parseLong(range.substring(1));
            first = suffix == 0 ? length : Math.max(0, length - suffix);
        } else {
            first = Long.parseLong(range.substring(0, dash));
            if (dash + 1 < range.length()) {
                long end = Long.parseLong(range.substring(dash + 1));
                if (end < first) {
                    return new Asked.Whole();
                }
                last = Math.min(last, end);
            }
        }
        return first >= length ? new Asked.Nothing() : new Asked.Part(new ByteRange(first, last));
    }

    long length() {
        return last - first + 1;
    }
}
