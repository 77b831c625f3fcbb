package tongtu.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The media types of the files that a site serves; no other file is served.
final class ContentTypes {
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("css", "text/css;charset=utf-8"),
                    Map.entry("js", "text/javascript;charset=utf-8"),
                    Map.entry("svg", "image/svg+xml;charset=utf-8"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("vtt", "text/vtt;charset=utf-8"),
                    Map.entry("pdf", "application/pdf"));

    private ContentTypes() {}

    static String of(String name) {
        var type = find(name);
        if (type == null) {
            throw new IllegalArgumentException("no type for " + name);
        }
        return type;
    }

    static @Nullable String find(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
