package tongtu.web;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// A reply made once and sent many times: its bytes in each encoding, each under a strong ETag (RFC
/// 9110, 8.8.3), and its headers.
public final class Prebuilt {
    /// One form of the body: what it is called in Accept-Encoding, its bytes, its headers, and
    /// those of a 304.
    record Form(
            String encoding,
            ByteBuffer body,
            String etag,
            HttpFields headers,
            HttpFields unchanged) {}

    private final int status;
    private final Form identity;
    private final @Nullable Form gzip;
    private final @Nullable Form brotli;
    private final int length;

    /// A page is asked for again each time, an asset never: its name changes with its bytes.
    private static final String REVALIDATE = "no-cache";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Prebuilt(int status, HttpFields headers, byte[] bytes, int brotliQuality) {
        this.status = status;
        this.length = bytes.length;
        identity = form("identity", bytes, headers);
        gzip = brotliQuality < 0 ? null : smaller("gzip", bytes, Compression.gzip(bytes), headers);
        brotli =
                brotliQuality < 0
                        ? null
                        : smaller("br", bytes, Compression.brotli(bytes, brotliQuality), headers);
    }

    /// A page of the site.
    public static Prebuilt page(String html) {
        return text(200, html);
    }

    /// A page that says what is wrong, with the status that says it to programs.
    public static Prebuilt problem(int status, String html) {
        return text(status, html);
    }

    private static Prebuilt text(int status, String html) {
        return new Prebuilt(
                status,
                headers("text/html;charset=utf-8", REVALIDATE),
                html.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Compression.PAGE_QUALITY);
    }

    /// A file whose address changes with its bytes.
    public static Prebuilt asset(byte[] bytes, String contentType) {
        boolean compresses =
                contentType.startsWith("text/")
                        || contentType.contains("svg")
                        || contentType.contains("javascript");
        return new Prebuilt(
                200,
                headers(contentType, FOR_EVER),
                bytes,
                compresses ? Compression.ASSET_QUALITY : -1);
    }

    /// A file whose address stays when its bytes change.
    public static Prebuilt file(byte[] bytes, String contentType) {
        return new Prebuilt(200, headers(contentType, REVALIDATE), bytes, -1);
    }

    /// Sends elsewhere; `location` is percent-encoded.
    public static Prebuilt redirect(int status, String location) {
        var headers = HttpFields.build(headers("text/plain;charset=utf-8", REVALIDATE));
        headers.put(HttpHeader.LOCATION, location);
        return new Prebuilt(status, headers, new byte[0], -1);
    }

    int status() {
        return status;
    }

    /// The length of its plain body in bytes.
    public int length() {
        return length;
    }

    /// The best form that a request accepts; an Accept-Encoding that refuses all of them gets the
    /// plain one, as a server may (RFC 9110, 12.5.3).
    Form form(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || (gzip == null && brotli == null)) {
            return identity;
        }
        double br = brotli == null ? 0 : AcceptEncoding.weight(acceptEncoding, "br");
        double gz = gzip == null ? 0 : AcceptEncoding.weight(acceptEncoding, "gzip");
        if (brotli != null && br > 0 && br >= gz) {
            return brotli;
        }
        return gzip != null && gz > 0 ? gzip : identity;
    }

    List<Form> forms() {
        var forms = new ArrayList<Form>(List.of(identity));
        if (gzip != null) {
            forms.add(gzip);
        }
        if (brotli != null) {
            forms.add(brotli);
        }
        return forms;
    }

    private static HttpFields headers(String contentType, String caching) {
        var headers = HttpFields.build();
        headers.put(HttpHeader.CONTENT_TYPE, contentType);
        headers.put(HttpHeader.CACHE_CONTROL, caching);
        return headers;
    }

    private static @Nullable Form smaller(
            String encoding, byte[] plain, byte[] compressed, HttpFields headers) {
        return compressed.length < plain.length ? form(encoding, compressed, headers) : null;
    }

    private static Form form(String encoding, byte[] bytes, HttpFields headers) {
        boolean plain = encoding.equals("identity");
        var etag = "\"" + ETag.of(bytes) + "\"";
        var unchanged = HttpFields.build();
        unchanged.put(HttpHeader.ETAG, etag);
        unchanged.put(HttpHeader.VARY, "Accept-Encoding");
        var cache = headers.getField(HttpHeader.CACHE_CONTROL);
        if (cache != null) {
            unchanged.put(cache);
        }
        var all = HttpFields.build(headers);
        all.put(HttpHeader.ETAG, etag);
        all.put(HttpHeader.VARY, "Accept-Encoding");
        if (!plain) {
            all.put(HttpHeader.CONTENT_ENCODING, encoding);
        }
        all.put(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, bytes.length));
        return new Form(
                encoding,
                ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                etag,
                all.asImmutable(),
                unchanged.asImmutable());
    }
}
