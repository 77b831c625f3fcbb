package tongtu.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Writes what is prebuilt as the reply to a request: the form that it accepts, 304 when it has
/// that, a part when it asks for one, no body for HEAD. Bytes are sent from where they lie; no
/// thread waits for a slow reader.
final class Sender {
    private final SecurityHeaders security;

    Sender(SecurityHeaders security) {
        this.security = security;
    }

    void send(Prebuilt reply, Request request, Response response, Callback callback) {
        send(reply, reply.status(), request, response, callback);
    }

    /// Under another status than its own, for a page that stands for several.
    void send(Prebuilt reply, int status, Request request, Response response, Callback callback) {
        var asked = request.getHeaders();
        var form = reply.form(asked.get(HttpHeader.ACCEPT_ENCODING));
        var headers = response.getHeaders();
        security.addTo(headers, reply.isSandboxed());
        if (status == 200) {
            headers.add(form.etag());
        }
        if (status == 200 && has(asked, form)) {
            reply.unchanged().forEach(headers::add);
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        reply.headers().forEach(headers::add);
        form.headers().forEach(headers::add);
        response.setStatus(status);
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        var body = status == 200 && !isHead ? part(reply, form, asked, response) : all(form);
        headers.put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, isHead ? null : body, callback);
    }

    /// The bytes of a form, shared with every other reply that sends them.
    private static ByteBuffer all(Prebuilt.Form form) {
        return form.body().slice();
    }

    /// Whether a request has these bytes already (RFC 9110, 13.1.2): strong and weak tags alike, in
    /// a list or alone, or any with `*`.
    private static boolean has(HttpFields asked, Prebuilt.Form form) {
        for (var field : asked) {
            var value = field.getHeader() == HttpHeader.IF_NONE_MATCH ? field.getValue() : null;
            if (value != null
                    && (value.contains(form.etag().getValue()) || value.strip().equals("*"))) {
                return true;
            }
        }
        return false;
    }

    /// The bytes that a request asks for: all of them, or a part, whose status and headers are set.
    private static ByteBuffer part(
            Prebuilt reply, Prebuilt.Form form, HttpFields asked, Response response) {
        var all = all(form);
        var range = asked.get(HttpHeader.RANGE);
        if (range == null || !reply.hasRanges() || !isSame(asked.get(HttpHeader.IF_RANGE), form)) {
            return all;
        }
        var headers = response.getHeaders();
        return switch (ByteRange.of(range, all.remaining())) {
            case ByteRange.Asked.Whole() -> all;
            case ByteRange.Asked.Part(var part) -> {
                response.setStatus(206);
                headers.add(contentRange(part.first() + "-" + part.last(), all));
                yield all.slice((int) part.first(), (int) part.length());
            }
            case ByteRange.Asked.Nothing() -> {
                response.setStatus(416);
                headers.add(contentRange("*", all));
                yield ByteBuffer.allocate(0);
            }
        };
    }

    private static HttpField contentRange(String range, ByteBuffer all) {
        return new HttpField(HttpHeader.CONTENT_RANGE, "bytes " + range + "/" + all.remaining());
    }

    private static boolean isSame(@Nullable String ifRange, Prebuilt.Form form) {
        return ifRange == null || ifRange.equals(form.etag().getValue());
    }
}
