package tongtu.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Sends what is on the [Shelf], ahead of all routes: a look-up and a write, nothing rendered,
/// nothing compressed.
final class PrebuiltHandler extends Handler.Wrapper {
    private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD");

    private final Shelf shelf;
    private final SecurityHeaders security;

    PrebuiltHandler(Shelf shelf, SecurityHeaders security) {
        this.shelf = shelf;
        this.security = security;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var reply = find(request.getHttpURI().getDecodedPath());
        if (reply == null) {
            security.addTo(response.getHeaders());
            return super.handle(request, response, callback);
        }
        var method = request.getMethod();
        boolean isHead = HttpMethod.HEAD.is(method);
        if (!isHead && !HttpMethod.GET.is(method)) {
            security.addTo(response.getHeaders());
            response.getHeaders().put(ALLOW);
            response.setStatus(405);
            response.write(true, null, callback);
            return true;
        }
        send(reply, request.getHeaders(), response, isHead, callback);
        return true;
    }

    /// The reply at a path; a slash at the end leads to the same reply.
    private @Nullable Prebuilt find(@Nullable String path) {
        if (path == null) {
            return null;
        }
        var reply = shelf.get(path);
        return reply == null && path.length() > 1 && path.endsWith("/")
                ? shelf.get(path.substring(0, path.length() - 1))
                : reply;
    }

    private void send(
            Prebuilt reply,
            HttpFields asked,
            Response response,
            boolean isHead,
            Callback callback) {
        var form = reply.form(asked.get(HttpHeader.ACCEPT_ENCODING));
        var headers = response.getHeaders();
        security.addTo(headers);
        var wanted = asked.get(HttpHeader.IF_NONE_MATCH);
        if (wanted != null && reply.status() == 200 && matches(wanted, reply, form)) {
            headers.add(form.unchanged());
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        headers.add(form.headers());
        response.setStatus(reply.status());
        response.write(true, isHead ? null : body(form), callback);
    }

    private static ByteBuffer body(Prebuilt.Form form) {
        return form.body().slice();
    }

    /// Whether a request has these bytes already (RFC 9110, 13.1.2): in the form that it would be
    /// sent, or any when it asks with `*`.
    private static boolean matches(String wanted, Prebuilt reply, Prebuilt.Form form) {
        if (wanted.equals(form.etag())) {
            return true;
        }
        if (wanted.equals("*")) {
            return true;
        }
        for (var each : reply.forms()) {
            if (wanted.contains(each.etag())) {
                return each.etag().equals(form.etag());
            }
        }
        return false;
    }
}
