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

    @Nullable Prebuilt get(String path) {
        var now = replies;
        return now == null ? null : now.get(path);
    }
}
