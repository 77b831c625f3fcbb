package tongtu.web;

import java.util.Locale;

/// How much a request wants an encoding (RFC 9110, 12.5.3).
final class AcceptEncoding {
    private AcceptEncoding() {}

    /// From 0 (not at all) to 1; `*` stands for what is not named.
    static double weight(String header, String encoding) {
        double any = 0;
        int from = 0;
        while (from < header.length()) {
            int end = header.indexOf(',', from);
            end = end < 0 ? header.length() : end;
            var item = header.substring(from, end).strip();
            int semicolon = item.indexOf(';');
            var name = (semicolon < 0 ? item : item.substring(0, semicolon)).strip();
            if (name.equalsIgnoreCase(encoding)) {
                return quality(item, semicolon);
            }
            if (name.equals("*")) {
                any = quality(item, semicolon);
            }
            from = end + 1;
        }
        return any;
    }

    private static double quality(String item, int semicolon) {
        if (semicolon < 0) {
            return 1;
        }
        var parameter = item.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
        if (!parameter.startsWith("q=")) {
            return 1;
        }
        try {
            return Math.clamp(Double.parseDouble(parameter.substring(2)), 0, 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
