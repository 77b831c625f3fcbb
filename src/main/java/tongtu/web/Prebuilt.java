package tongtu.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/// A reply made once and sent many times: its bytes in each encoding, each under a strong ETag (RFC
/// 9110, 8.8.3), and its headers.
public final class Prebuilt {
    /// One form of the body: what it is called in Accept-Encoding, its bytes, their ETag, and the
    /// headers that tell how to read them.
    record Form(String encoding, ByteBuffer body, HttpField etag, List<HttpField> headers) {}

    private static final String HTML = "text/html;charset=utf-8";

    /// A page is asked for again each time, an asset never: its name changes with its bytes.
    private static final HttpField REVALIDATE = field(HttpHeader.CACHE_CONTROL, "no-cache");

    private static final HttpField FOR_EVER =
            field(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");

    /// What is wrong now may be right the next moment.
    private static final HttpField NOT_KEPT = field(HttpHeader.CACHE_CONTROL, "no-store");

    private static final HttpField VARY = field(HttpHeader.VARY, "Accept-Encoding");
    private static final HttpField ANY_ORIGIN = field(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    private static final HttpField RANGES = field(HttpHeader.ACCEPT_RANGES, "bytes");
    private static final int NOT_COMPRESSED = -1;

    private final int status;
    private final boolean isSandboxed;
    private final List<HttpField> headers;
    private final List<HttpField> unchanged;
    private final Form identity;
    private final @Nullable Form gzip;
    private final @Nullable Form brotli;

    private Prebuilt(
            int status, String contentType, List<HttpField> headers, byte[] bytes, int quality) {
        this.status = status;
        // A picture of this kind is a document that could run scripts when opened by itself.
        isSandboxed = contentType.startsWith("image/svg");
        gzip = quality < 0 ? null : smaller("gzip", bytes, Compression.gzip(bytes));
        brotli = quality < 0 ? null : smaller("br", bytes, Compression.brotli(bytes, quality));
        identity = form("identity", bytes);
        var caching = new ArrayList<>(headers);
        if (gzip != null || brotli != null) {
            caching.add(VARY);
        }
        unchanged = List.copyOf(caching);
        caching.add(field(HttpHeader.CONTENT_TYPE, contentType));
        if (status == 200 && hasRanges()) {
            caching.add(RANGES);
        }
        this.headers = List.copyOf(caching);
    }

    /// A page of the site.
    public static Prebuilt page(String html) {
        return new Prebuilt(200, HTML, List.of(REVALIDATE), bytes(html), Compression.PAGE_QUALITY);
    }

    /// A page that says what is wrong, with the status that says it to programs.
    public static Prebuilt problem(int status, String html) {
        return new Prebuilt(status, HTML, List.of(NOT_KEPT), bytes(html), Compression.PAGE_QUALITY);
    }

    /// A page that says what is wrong to one reader, and is not worth compressing.
    public static Prebuilt problemOnce(int status, String html) {
        return new Prebuilt(status, HTML, List.of(NOT_KEPT), bytes(html), NOT_COMPRESSED);
    }

    /// A file whose address changes with its bytes.
    public static Prebuilt asset(byte[] bytes, String contentType) {
        return new Prebuilt(
                200,
                contentType,
                List.of(FOR_EVER),
                bytes,
                isText(contentType) ? Compression.ASSET_QUALITY : NOT_COMPRESSED);
    }

    /// A file whose address stays when its bytes change.
    public static Prebuilt file(byte[] bytes, String contentType) {
        return new Prebuilt(
                200,
                contentType,
                List.of(REVALIDATE),
                bytes,
                isText(contentType) ? Compression.PAGE_QUALITY : NOT_COMPRESSED);
    }

    /// Content for programs, which may be read from pages of any origin.
    public static Prebuilt open(byte[] bytes, String contentType) {
        return new Prebuilt(
                200, contentType, List.of(REVALIDATE, ANY_ORIGIN), bytes, Compression.PAGE_QUALITY);
    }

    /// Sends elsewhere; `location` is percent-encoded.
    public static Prebuilt redirect(int status, String location) {
        return new Prebuilt(
                status,
                HTML,
                List.of(REVALIDATE, field(HttpHeader.LOCATION, location)),
                new byte[0],
                NOT_COMPRESSED);
    }

    private static boolean isText(String contentType) {
        return contentType.contains("charset=");
    }

    public int status() {
        return status;
    }

    /// Whether it is a page for people.
    public boolean isPage() {
        return header(HttpHeader.CONTENT_TYPE).equals(HTML);
    }

    /// Where it sends, percent-encoded; empty when it sends nowhere.
    public String location() {
        return header(HttpHeader.LOCATION);
    }

    private String header(HttpHeader name) {
        return headers.stream()
                .filter(field -> field.getHeader() == name)
                .map(HttpField::getValue)
                .findFirst()
                .orElse("");
    }

    /// Its plain body.
    public byte[] bytes() {
        var body = identity.body().slice();
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    /// Whether it is a document in which nothing may run or load.
    boolean isSandboxed() {
        return isSandboxed;
    }

    /// The headers of all forms, without those of the form.
    List<HttpField> headers() {
        return headers;
    }

    /// The headers of a reply that it has not changed, without the form's ETag.
    List<HttpField> unchanged() {
        return unchanged;
    }

    /// The length of its plain body in bytes.
    public int length() {
        return identity.body().remaining();
    }

    /// Whether parts of it may be asked for: where there is one form only.
    boolean hasRanges() {
        return gzip == null && brotli == null;
    }

    /// The form that a request wants most, the smallest of those; one that refuses all of them gets
    /// the plain one, as a server may (RFC 9110, 12.5.3).
    Form form(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || hasRanges()) {
            return identity;
        }
        var best = identity;
        double weight = AcceptEncoding.weight(acceptEncoding, "identity");
        for (var form : new @Nullable Form[] {gzip, brotli}) {
            double wanted = form == null ? 0 : AcceptEncoding.weight(acceptEncoding, form.encoding);
            if (form != null && wanted > 0 && wanted >= weight) {
                best = form;
                weight = wanted;
            }
        }
        return best;
    }

    private static @Nullable Form smaller(
            String encoding, byte[] plain, byte @Nullable [] compressed) {
        return compressed != null && compressed.length < plain.length
                ? form(encoding, compressed)
                : null;
    }

    private static Form form(String encoding, byte[] bytes) {
        return new Form(
                encoding,
                ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                field(HttpHeader.ETAG, "\"" + ETag.of(bytes) + "\""),
                encoding.equals("identity")
                        ? List.of()
                        : List.of(field(HttpHeader.CONTENT_ENCODING, encoding)));
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpField field(HttpHeader header, String value) {
        return new PreEncodedHttpField(header, value);
    }
}
