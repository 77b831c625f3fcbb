package tongtu.web;

import java.util.Locale;
import java.util.regex.Pattern;

/// How much a request wants an encoding (RFC 9110, 12.5.3).
final class AcceptEncoding {
    private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private AcceptEncoding() {}

    /// From 0 (not at all) to 1; `*` stands for what is not named. Plain bytes (`identity`) that
    /// are not named are wanted least of all, but wanted.
    static double weight(String header, String encoding) {
        double any = encoding.equals("identity") ? Double.MIN_VALUE : 0;
        int from = 0;
        while (from < header.length()) {
            int end = header.indexOf(',', from);
            end = end < 0 ? header.length() : end;
            int semicolon = header.indexOf(';', from);
            int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
            if (isToken(header, from, nameEnd, encoding)) {
                return quality(header, nameEnd, end);
            }
            if (isToken(header, from, nameEnd, "*")) {
                any = quality(header, nameEnd, end);
            }
            from = end + 1;
        }
        return any;
    }

    /// Whether the characters from `start` to before `end`, but for space around them, are `token`.
    private static boolean isToken(String header, int start, int end, String token) {
        while (start < end && isSpace(header.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(header.charAt(end - 1))) {
            end--;
        }
        return end - start == token.length()
                && header.regionMatches(true, start, token, 0, token.length());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /// The weight after a name: 1 when there is none, 0 when it cannot be read.
    private static double quality(String header, int nameEnd, int end) {
        if (nameEnd == end) {
            return 1;
        }
        var parameter = header.substring(nameEnd + 1, end).strip().toLowerCase(Locale.ROOT);
        if (!parameter.startsWith("q=")) {
            return 0;
        }
        var value = parameter.substring(2);
        return QUALITY.matcher(value).matches() ? Double.parseDouble(value) : 0;
    }
}
