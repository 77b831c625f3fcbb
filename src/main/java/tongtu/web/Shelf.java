package tongtu.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server sends without asking anybody, by path. A path is decoded UTF-8:
/// `/policies/残疾人保障法`. Swapped whole; reading takes no lock.
public final class Shelf {
    private volatile Map<String, Prebuilt> replies = Map.of();
    private volatile boolean isReady;

    /// What is served before there is a site: the style of the page that says so.
    public void prepare(Map<String, Prebuilt> first) {
        replies = Map.copyOf(first);
    }

    public void swap(Map<String, Prebuilt> next) {
        replies = Map.copyOf(next);
        isReady = true;
    }

    /// Whether there is anything to serve yet.
    public boolean isReady() {
        return isReady;
    }

    /// The reply at a path; a slash at its end makes no difference.
    @Nullable Prebuilt get(String path) {
        var now = replies;
        var reply = now.get(path);
        return reply == null && path.endsWith("/") && path.length() > 1
                ? now.get(path.substring(0, path.length() - 1))
                : reply;
    }
}
