package tongtu.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.EofException;

/// Answers routes: hands the request to the action, and alone writes what it replies. A refusal, or
/// a failure, is shown as the site's page for it.
final class Responder {
    /// Seconds after which a client that was refused for asking too often may ask again.
    private static final String AGAIN_S = "60";

    private static final Logger LOG = Logger.getLogger(Responder.class.getName());
    private static final String HTML = "text/html;charset=utf-8";

    private final Templates templates;
    private final Request.Settings settings;

    Responder(Templates templates, Request.Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    void add(List<Route> routes, RoutesConfig to) {
        for (var route : routes) {
            switch (route.method()) {
                case GET -> {
                    // Without its own handler a request for headers would be told of no length.
                    to.get(route.path(), context -> answer(route, context));
                    to.head(route.path(), context -> answer(route, context));
                }
                case POST -> to.post(route.path(), context -> answer(route, context));
            }
        }
    }

    private void answer(Route route, Context context) throws Exception {
        write(route.action().answer(new Request(context, route.body(), settings)), context);
    }

    private void write(Reply reply, Context context) throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Page(var status, var view, var retryAfter, var cookies) -> {
                add(cookies, context);
                if (retryAfter.isPositive()) {
                    context.header("Retry-After", String.valueOf(seconds(retryAfter)));
                }
                context.status(status);
                write(templates.render(view).getBytes(StandardCharsets.UTF_8), HTML, context);
            }
            case Reply.Redirect(var location, var cookies) -> {
                add(cookies, context);
                context.header("Location", location);
                context.header("Cache-Control", "no-store");
                context.status(303);
            }
            case Reply.File(var bytes, var contentType, var name) -> {
                if (!name.isEmpty()) {
                    context.header(
                            "Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
                }
                write(bytes, contentType, context);
            }
            case Reply.Media media -> media(media, context);
            case Reply.Live live -> live(live, context);
            case Reply.Styles(var css) -> styles(css, context);
            case Reply.Html(var text) ->
                    write(text.getBytes(StandardCharsets.UTF_8), HTML, context);
            case Reply.Json(var text) ->
                    write(
                            text.getBytes(StandardCharsets.UTF_8),
                            "application/json;charset=utf-8",
                            context);
            case Reply.Refusal(var problem) -> {
                if (problem instanceof Problem.TooMany) {
                    context.header("Retry-After", AGAIN_S);
                }
                throw new HttpResponseException(problem.status());
            }
        }
    }

    private void add(List<Cookie> cookies, Context context) {
        for (var cookie : cookies) {
            context.res().addHeader("Set-Cookie", cookie.header(settings.isHttps()));
        }
    }

    private static void live(Reply.Live live, Context context)
            throws IOException, InterruptedException {
        context.header("Content-Type", live.contentType());
        context.header("Cache-Control", "no-store");
        context.header("Accept-Ranges", "none");
        if (!context.method().name().equals("HEAD")) {
            try {
                live.body().writeTo(context.res().getOutputStream());
            } catch (EofException e) {
                LOG.log(Level.FINE, "the reader went away", e);
            }
        }
    }

    /// The whole, or the part that is asked for, read while it is sent.
    private static void media(Reply.Media media, Context context) throws IOException {
        var tag = '"' + media.tag() + '"';
        context.header("ETag", tag);
        context.header("Accept-Ranges", "bytes");
        context.header(
                "Cache-Control",
                media.isLasting() ? "public, max-age=31536000, immutable" : "no-cache");
        if (!media.name().isEmpty()) {
            context.header(
                    "Content-Disposition", "attachment; filename*=UTF-8''" + encoded(media.name()));
        }
        var known = context.header("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            context.status(304);
            return;
        }
        long length = media.content().length();
        var same = context.header("If-Range");
        boolean whole = same != null && !same.equals(tag);
        var range = whole ? null : context.header("Range");
        long first = 0;
        long count = length;
        switch (ByteRange.of(range, length)) {
            case ByteRange.Asked.Whole() -> {}
            case ByteRange.Asked.Part(var part) -> {
                context.status(206);
                first = part.first();
                count = part.length();
                context.header(
                        "Content-Range", "bytes " + first + "-" + part.last() + "/" + length);
            }
            case ByteRange.Asked.Nothing() -> {
                context.status(416);
                context.header("Content-Range", "bytes */" + length);
                return;
            }
        }
        context.header("Content-Type", media.contentType());
        context.header("Content-Length", String.valueOf(count));
        if (!context.method().name().equals("HEAD")) {
            context.result(new Limited(media.content().from(first), count));
        }
    }

    /// So many bytes of a stream.
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? in.read() : -1;
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    /// Asked for with every page, so it is sent only when it is another than before.
    private static void styles(String css, Context context) {
        var bytes = css.getBytes(StandardCharsets.UTF_8);
        var tag = '"' + ETag.of(bytes) + '"';
        context.header("ETag", tag);
        context.header("Vary", "Cookie");
        if (tag.equals(context.header("If-None-Match"))) {
            context.header("Cache-Control", "private, no-cache");
            context.status(304);
            return;
        }
        write(bytes, "text/css;charset=utf-8", context);
    }

    /// Made for one reader: no cache shares it, and a browser asks before it shows it again. It may
    /// keep it for its back button, so that what was typed is still there.
    private static void write(byte[] bytes, String contentType, Context context) {
        context.header("Content-Type", contentType);
        context.header("Cache-Control", "private, no-cache");
        context.header("Content-Length", String.valueOf(bytes.length));
        context.result(bytes);
    }

    /// RFC 8187, 3.2.
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
