package tongtu.markdown;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Href;

/// The addresses written in a file, made independent of the folder that it lies in: a link to
/// `../services/a.md` from `policies/b.md` is `/services/a.md`, a picture `p.png` beside it is
/// `/media/policies/p.png`.
final class Addresses {
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "webp", "gif", "svg", "avif");

    private final String folder;

    /// For the file at `path` in the content folder.
    Addresses(String path) {
        int slash = path.lastIndexOf('/');
        folder = slash < 0 ? "" : path.substring(0, slash + 1);
    }

    /// Where a link leads; null when it is unsafe or leads out of the content folder.
    @Nullable Href link(String written) {
        var href = Href.of(written);
        if (href == null || !isRelative(href)) {
            return href;
        }
        int end = fragmentAt(written);
        var path = inside(written.substring(0, end));
        if (path == null) {
            return null;
        }
        return Href.of((path.endsWith(".md") ? "/" : "/media/") + path + written.substring(end));
    }

    /// Where a picture lies: in the content folder only.
    @Nullable Href picture(String written) {
        var href = Href.of(written);
        if (href == null || !href.scheme().isEmpty() || href.isFragment()) {
            return null;
        }
        int dot = written.lastIndexOf('.');
        if (dot < 0 || !PICTURES.contains(written.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (written.startsWith("/")) {
            return href;
        }
        var path = inside(written);
        return path == null ? null : Href.of("/media/" + path);
    }

    private static boolean isRelative(Href href) {
        return href.scheme().isEmpty() && !href.isFragment() && !href.text().startsWith("/");
    }

    private static int fragmentAt(String address) {
        int at = address.indexOf('#');
        return at < 0 ? address.length() : at;
    }

    /// The path from the content folder; null when it leads out of it.
    private @Nullable String inside(String relative) {
        var parts = new ArrayDeque<String>();
        for (var part : (folder + relative).split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        return null;
                    }
                }
                default -> parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join("/", parts);
    }
}
