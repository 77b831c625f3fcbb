package tongtu.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Every refusal as a page of the site: what routes refuse, what has no route, and what Jetty finds
/// wrong with a request before anybody sees it. A failure of ours is logged under a reference;
/// readers are told the reference alone.
final class Errors extends ErrorHandler {
    private static final Logger LOG = Logger.getLogger(Errors.class.getName());

    private final Function<Problem, View> pages;
    private final Templates templates;
    private final SecurityHeaders security;

    Errors(Function<Problem, View> pages, Templates templates, SecurityHeaders security) {
        this.pages = pages;
        this.templates = templates;
        this.security = security;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        var cause =
                request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        var path = request.getHttpURI() == null ? null : request.getHttpURI().getDecodedPath();
        var body = page(status, path == null ? "" : path, cause).getBytes(StandardCharsets.UTF_8);
        var headers = response.getHeaders();
        security.addTo(headers);
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.setStatus(status);
        boolean isHead = "HEAD".equals(request.getMethod());
        response.write(true, isHead ? null : ByteBuffer.wrap(body), callback);
        return true;
    }

    /// The page for a status; a cause of ours is logged.
    String page(int status, String path, @Nullable Throwable cause) {
        var reference = status >= 500 && status != 503 ? reference() : "";
        if (!reference.isEmpty()) {
            LOG.log(Level.SEVERE, "failure " + reference, cause);
        }
        try {
            return templates.render(pages.apply(Problem.of(status, path, reference)));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.SEVERE, "the page for status " + status + " cannot be made", e);
            return plain(reference);
        }
    }

    /// For when the site's own page cannot be made.
    private static String plain(String reference) {
        return """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>网站出错了</title></head>
        <body><main><h1>网站出错了</h1><p>请过几分钟再试。%s</p><p><a href="/">回到首页</a></p></main></body></html>
        """
                .formatted(reference.isEmpty() ? "" : "编号：" + reference);
    }

    private static String reference() {
        var bytes = new byte[4];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "R-" + HexFormat.of().formatHex(bytes);
    }
}
