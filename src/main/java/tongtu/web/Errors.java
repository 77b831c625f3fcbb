package tongtu.web;

import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Every refusal as a page of the site: what routes refuse, what has no route, and what Jetty finds
/// wrong with a request before anybody sees it. A failure of ours is logged under a reference,
/// without the request; readers are told the reference alone.
final class Errors extends ErrorHandler {
    private static final Logger LOG = Logger.getLogger(Errors.class.getName());
    private static final String ALLOWED = "GET, HEAD";

    /// Where Javalin says which methods a route has.
    private static final String ALLOWED_METHODS = "availableMethods";

    private static final String SECONDS_TO_WAIT = "10";

    private final Function<Problem, Prebuilt> pages;
    private final Sender sender;
    private final Shelf shelf;

    Errors(Function<Problem, Prebuilt> pages, Sender sender, Shelf shelf) {
        this.pages = pages;
        this.sender = sender;
        this.shelf = shelf;
    }

    /// What Jetty refuses, and what fails outside of the routes.
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var cause = request.getAttribute(ERROR_EXCEPTION);
        int said = response.getStatus() < 400 ? 500 : response.getStatus();
        int status =
                switch (cause) {
                    case HttpException refusal -> refusal.getCode();
                    case TimeoutException _ -> 408;
                    // Outside of the routes only the network throws these: the client has gone.
                    case IOException _ -> 400;
                    case null, default -> said;
                };
        var path = RequestPath.decoded(request.getHttpURI().getPath());
        var page = page(status, path, cause instanceof Throwable thrown ? thrown : null);
        send(page, status, request, response, callback);
        return true;
    }

    /// Refuses a request that has not come to the routes.
    void refuse(int status, Request request, Response response, Callback callback) {
        var path = RequestPath.decoded(request.getHttpURI().getPath());
        send(page(status, path, null), status, request, response, callback);
    }

    private void send(
            Prebuilt page, int status, Request request, Response response, Callback callback) {
        if (status == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, ALLOWED);
        } else if (page.status() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        sender.send(page, shown(page, status), request, response, callback);
    }

    /// The page for 400 stands for several: 408, 417, 426 and so on are said as they are. But 5xx
    /// is for failures of ours alone, so that they can be counted.
    private static int shown(Prebuilt page, int status) {
        return page.status() == 400 && status < 500 ? status : page.status();
    }

    /// Refuses a request in a route's stead.
    void refuse(
            HttpResponseException refusal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var methods = refusal.getDetails().get(ALLOWED_METHODS);
        if (methods != null) {
            response.setHeader("Allow", methods);
        }
        var path = RequestPath.decoded(request.getRequestURI());
        write(page(refusal.getStatus(), path, refusal), refusal.getStatus(), response);
    }

    /// Refuses a request whose body did not come in time.
    void late(HttpServletResponse response) {
        write(page(408, null, null), 408, response);
    }

    /// Tells of a route that failed, unless it failed because of the request, or of a client that
    /// has gone.
    void failed(Throwable cause, HttpServletRequest request, HttpServletResponse response) {
        int status = 500;
        for (var each = cause; each != null && status == 500; each = each.getCause()) {
            status =
                    switch (each) {
                        case HttpException refusal -> refusal.getCode();
                        case IOException _ when hasGone(request) -> 400;
                        default -> 500;
                    };
        }
        write(page(status, null, cause), status, response);
    }

    private static boolean hasGone(HttpServletRequest request) {
        var connection =
                ServletContextRequest.getServletContextRequest(request)
                        .getConnectionMetaData()
                        .getConnection();
        return !connection.getEndPoint().isOpen();
    }

    /// Tells of a route that failed in a way that nothing should.
    void failed(Error cause, HttpServletResponse response) {
        write(page(500, null, cause), 500, response);
    }

    private static void write(Prebuilt page, int status, HttpServletResponse response) {
        var body = page.form(null).body().slice();
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        response.resetBuffer();
        response.setStatus(shown(page, status));
        page.headers().forEach(field -> response.setHeader(field.getName(), field.getValue()));
        if (page.status() == 503) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        response.setContentLength(bytes.length);
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The page for a status. While nothing is on the shelf yet nothing is missing: the site is
    /// being made ready. A cause of ours is logged.
    private Prebuilt page(int status, @Nullable String path, @Nullable Throwable cause) {
        var problem =
                status == 404 && !shelf.isReady()
                        ? new Problem.Unavailable()
                        : Problem.of(
                                status, path == null ? "" : path, status >= 500 ? reference() : "");
        if (problem instanceof Problem.Broken(var reference)) {
            LOG.log(Level.SEVERE, "failure " + reference, cause);
        }
        try {
            return pages.apply(problem);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "the page for status " + status + " cannot be made", e);
            return Prebuilt.problemOnce(problem.status(), plain(problem));
        }
    }

    /// For when the site's own page cannot be made.
    private static String plain(Problem problem) {
        var reference = problem instanceof Problem.Broken broken ? "编号：" + broken.reference() : "";
        return """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>网站出错了</title></head>
        <body><main><h1>网站出错了</h1><p>请过几分钟再试。%s</p><p><a href="/">回到首页</a></p></main></body></html>
        """
                .formatted(reference);
    }

    private static String reference() {
        var bytes = new byte[4];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "R-" + HexFormat.of().formatHex(bytes);
    }
}
