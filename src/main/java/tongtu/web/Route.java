package tongtu.web;

/// An address that is answered when it is asked for. `path` is literal or has parts in braces, as
/// `/feedback/{kind}`; `body` is how many bytes may be sent to it.
public record Route(Method method, String path, int body, Action action) {
    /// GET asks (HEAD is answered too), POST changes.
    public enum Method {
        GET,
        POST
    }

    public Route {
        if (!path.startsWith("/") || body < 0 || body > Limits.LARGEST_BODY) {
            throw new IllegalArgumentException("route " + path + " with a body of " + body);
        }
        if (body > Limits.BODY && path.contains("{")) {
            throw new IllegalArgumentException("a large body needs a literal path: " + path);
        }
    }

    public static Route get(String path, Action action) {
        return new Route(Method.GET, path, 0, action);
    }

    /// `body` is the most bytes of a form.
    public static Route post(String path, int body, Action action) {
        return new Route(Method.POST, path, body, action);
    }
}
