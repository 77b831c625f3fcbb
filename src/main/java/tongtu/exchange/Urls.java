package tongtu.exchange;

import java.nio.charset.StandardCharsets;

/// Addresses as a URL writes them (RFC 3986): what is not unreserved or a slash is percent-encoded
/// UTF-8.
public final class Urls {
    private static final String PLAIN = "-._~/";

    private Urls() {}

    public static String encoded(String address) {
        var encoded = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
