package tongtu.web;

import java.time.Duration;

/// What a browser is asked to keep for this site and to send with each request; scripts cannot read
/// it. Under https it goes by the name `__Host-NAME`, which no other host can set (RFC 6265bis,
/// 4.1.3). `maxAge` of zero deletes it.
public record Cookie(String name, String value, Duration maxAge) {
    private static final int LONGEST = 1_000;
    private static final String PREFIX = "__Host-";

    public Cookie {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")
                || !value.matches("[A-Za-z0-9._~:=&+-]*")
                || value.length() > LONGEST
                || maxAge.isNegative()) {
            throw new IllegalArgumentException("cookie " + name);
        }
    }

    static String name(String name, boolean isHttps) {
        return isHttps ? PREFIX + name : name;
    }

    /// The value of Set-Cookie.
    String header(boolean isHttps) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(
                        name(name, isHttps), value, maxAge.toSeconds(), isHttps ? "; Secure" : "");
    }
}
