package tongtu.portal;

import tongtu.exchange.Urls;

/// Addresses as a URL writes them (RFC 3986): what is not unreserved or a slash is percent-encoded
/// UTF-8.
final class Addresses {
    private Addresses() {}

    /// An address as a page's markup writes it (RFC 3987): letters of all scripts as they are, what
    /// would end a path or mean something else encoded.
    static String iri(String address) {
        var written = new StringBuilder();
        address.codePoints()
                .forEach(c -> {
                    if (c >= 0x80) {
                        written.appendCodePoint(c);
                    } else {
                        written.append(encoded(Character.toString(c)));
                    }
                });
        return written.toString();
    }

    /// What [#iri] has written, as a URL writes it.
    static String uri(String iri) {
        var written = new StringBuilder();
        iri.codePoints()
                .forEach(c ->
                        written.append(
                                c < 0x80 ? Character.toString(c) : encoded(Character.toString(c))));
        return written.toString();
    }

    static String encoded(String address) {
        return Urls.encoded(address);
    }
}
