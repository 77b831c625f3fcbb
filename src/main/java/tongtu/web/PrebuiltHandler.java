package tongtu.web;

import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Sends what is on the [Shelf], ahead of all routes: a look-up and a write, nothing rendered,
/// nothing compressed, nothing waited for. So it runs on the thread that reads the network; what is
/// not on the shelf goes to the routes on a virtual thread of its own.
final class PrebuiltHandler extends Handler.Wrapper {
    private final Shelf shelf;
    private final Sender sender;
    private final Errors errors;
    private final SecurityHeaders security;
    private final List<CookieLink> links;
    private final boolean isHttps;
    private final int requests;

    /// `requests` is how many a connection may send before it is closed; `links` are what may stand
    /// in the query of any page.
    PrebuiltHandler(
            Shelf shelf,
            Sender sender,
            Errors errors,
            SecurityHeaders security,
            List<CookieLink> links,
            boolean isHttps,
            int requests) {
        this.links = links;
        this.isHttps = isHttps;
        this.shelf = shelf;
        this.sender = sender;
        this.errors = errors;
        this.security = security;
        this.requests = requests;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getConnectionMetaData().getConnection().getMessagesIn() >= requests) {
            response.getHeaders().add(HttpFields.CONNECTION_CLOSE);
        }
        var uri = request.getHttpURI();
        var method = request.getMethod();
        boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
        if (length(uri) > Limits.ADDRESS) {
            errors.refuse(414, request, response, callback);
        } else if (!reads && !HttpMethod.POST.is(method)) {
            errors.refuse(405, request, response, callback);
        } else {
            var path = RequestPath.decoded(uri.getPath());
            var reply = path == null ? null : shelf.get(path);
            if (path == null) {
                errors.refuse(400, request, response, callback);
            } else if (reads && isFollowed(request, response, callback)) {
                return true;
            } else if (reply == null) {
                toRoutes(path, request, response, callback);
            } else if (reads) {
                sender.send(reply, request, response, callback);
            } else {
                errors.refuse(405, request, response, callback);
            }
        }
        return true;
    }

    /// Whether the query sets a cookie; then the reader is sent to the same address without it.
    private boolean isFollowed(Request request, Response response, Callback callback) {
        var uri = request.getHttpURI();
        for (var link : links) {
            var present = uri.getQuery() == null ? "" : cookie(link.cookieName(), request);
            var followed = link.follow(uri.getPath(), uri.getQuery(), present);
            if (followed != null) {
                var headers = response.getHeaders();
                security.addTo(headers, false);
                response.setStatus(303);
                headers.put(HttpHeader.LOCATION, followed.location());
                headers.add(HttpHeader.SET_COOKIE, followed.cookie().header(isHttps));
                headers.put(HttpHeader.CACHE_CONTROL, "no-store");
                headers.put(HttpHeader.CONTENT_LENGTH, 0);
                response.write(true, null, callback);
                return true;
            }
        }
        return false;
    }

    /// What the browser keeps under a name; empty when it keeps nothing or the header makes no
    /// sense.
    private String cookie(String name, Request request) {
        var full = Cookie.name(name, isHttps);
        try {
            return Request.getCookies(request).stream()
                    .filter(cookie -> cookie.getName().equals(full))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static int length(HttpURI uri) {
        var path = uri.getPath();
        var query = uri.getQuery();
        return (path == null ? 0 : path.length()) + (query == null ? 0 : query.length());
    }

    private void toRoutes(String path, Request request, Response response, Callback callback) {
        request.getComponents()
                .getExecutor()
                .execute(() -> {
                    try {
                        int refusal = refusal(path, request);
                        if (refusal != 0) {
                            errors.refuse(refusal, request, response, callback);
                            return;
                        }
                        security.addTo(response.getHeaders(), false);
                        if (!super.handle(request, response, callback)) {
                            errors.refuse(404, request, response, callback);
                        }
                    } catch (Throwable e) {
                        Response.writeError(request, response, callback, e);
                    }
                });
    }

    /// What no route answers: a percent sign in a path, on which servlets do not agree, and web
    /// sockets, for which Javalin would begin a session. 0 for anything else.
    private static int refusal(String path, Request request) {
        return request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION)
                ? 400
                : path.indexOf('%') >= 0 ? 404 : 0;
    }
}
