package tongtu.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is asked of a [Route]. Who asks stays in here: an action can limit how often, and learns no
/// address.
public final class Request {
    private final Context context;
    private final int body;
    private final Settings settings;

    /// What a request means depends on: how the site is known, and whose word is taken.
    record Settings(boolean isHttps, SameSite sameSite, TrustedProxies proxies) {}

    Request(Context context, int body, Settings settings) {
        this.context = context;
        this.body = body;
        this.settings = settings;
    }

    /// What is at the place of `{name}` in the route's path.
    public String part(String name) {
        return context.pathParam(name);
    }

    /// The path that was asked for, percent-encoded as it was sent.
    public String path() {
        return context.req().getRequestURI();
    }

    /// The query as it was sent; empty when there is none.
    public String queryString() {
        var query = context.queryString();
        return query == null ? "" : query;
    }

    /// Whether the site is known under https, so that what is sent to it stays between the two.
    public boolean isHttps() {
        return settings.isHttps();
    }

    /// Bytes of the body as its sender says; -1 when nothing was said.
    public long length() {
        return context.req().getContentLengthLong();
    }

    /// The host that was asked, with its port.
    public String host() {
        var host = context.header("Host");
        return host == null ? "" : host;
    }

    /// The browser and the system it runs on, as far as people tell theirs apart by it.
    public String device() {
        return Device.of(context.header("User-Agent"));
    }

    /// The query of the address; one that is no form is as none.
    public Form query() {
        var query = context.queryString();
        var form = query == null ? Form.NONE : Form.read(query);
        return form == null ? Form.NONE : form;
    }

    /// The value of a cookie of this site; empty when the browser has none.
    public String cookie(String name) {
        var value = context.cookie(Cookie.name(name, settings.isHttps()));
        return value == null ? "" : value;
    }

    /// The form in the body. Read once.
    public Sent sent() throws IOException {
        var type = context.header("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return checked(Multipart.read(context, body));
        }
        if (type == null
                || !type.toLowerCase(Locale.ROOT)
                        .matches("application/x-www-form-urlencoded *(;.*)?")) {
            return new Sent.Unreadable(new Problem.BadRequest());
        }
        var encoded = read(context.req().getInputStream());
        if (encoded == null) {
            return new Sent.Unreadable(new Problem.TooLarge(413));
        }
        var form = Form.read(encoded);
        return checked(
                form == null ? new Sent.Unreadable(new Problem.BadRequest()) : new Sent.Own(form));
    }

    /// A form that came in, as another site's where one made it be sent.
    private Sent checked(Sent sent) {
        if (!(sent instanceof Sent.Own(var form))) {
            return sent;
        }
        boolean isOwn =
                settings.sameSite()
                        .sends(
                                context.header("Sec-Fetch-Site"),
                                context.header("Origin"),
                                context.header("Host"));
        return isOwn ? new Sent.Own(form) : new Sent.Foreign(form);
    }

    /// The body, or null when it is larger than may be. Such a one is read to its end all the same,
    /// or the browser shows a broken connection instead of the page that says what happened.
    private @Nullable String read(InputStream in) throws IOException {
        var bytes = in.readNBytes(body + 1);
        if (bytes.length <= body) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Arrays.fill(bytes, (byte) 0);
        for (long rest = Limits.LARGEST_BODY; rest > 0; ) {
            int read = in.readNBytes(bytes, 0, (int) Math.min(bytes.length, rest));
            if (read == 0) {
                break;
            }
            rest -= read;
        }
        return null;
    }

    /// The network of the client, for [RateLimit] alone.
    byte[] network() {
        var request = context.req();
        // A proxy may add a line of its own below those that the client sent.
        var forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        return settings.proxies().client(request.getRemoteAddr(), forwarded);
    }
}
