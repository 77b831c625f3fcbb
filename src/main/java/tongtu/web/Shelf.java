package tongtu.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server sends without asking anybody, by path. A path is decoded UTF-8:
/// `/policies/残疾人保障法`. Swapped whole; reading takes no lock.
public final class Shelf {
    private volatile @Nullable Map<String, Prebuilt> replies;

    public void swap(Map<String, Prebuilt> next) {
        replies = Map.copyOf(next);
    }

    /// Whether there is anything to serve yet.
    public boolean isReady() {
        return replies != null;
    }

    /// The reply at a path; a slash at its end makes no difference.
    @Nullable Prebuilt get(String path) {
        var now = replies;
        if (now == null) {
            return null;
        }
        var reply = now.get(path);
        return reply == null && path.endsWith("/") && path.length() > 1
                ? now.get(path.substring(0, path.length() - 1))
                : reply;
    }
}
