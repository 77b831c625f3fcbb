package tongtu.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tongtu.html.PageLinks;
import tongtu.preferences.PreferenceSheet;
import tongtu.preferences.Preferences;
import tongtu.web.Prebuilt;
import tongtu.web.Reply;
import tongtu.web.RequestPath;

/// A site as files with relative links, which any web server or a memory stick can serve. The same
/// site gives the same bytes.
///
/// What needs a server is not in it: forms lead to the site's permanent address when it has one,
/// and to the page about getting help when it has none; instead of display settings there is one
/// sheet, `preferences.css`, which is the same for every page.
final class StaticExport {
    private static final String SHEET = "preferences.css";

    /// What only a server can do: searching, reading aloud, choosing how pages look.
    private static final String LEFT_OUT =
            "search, .listen, .hear, .elder, .elder-off, a[href=/preferences], a[href^='/preferences?'],"
                    + " li:has(> a[href^='/braille/'])";

    private final SortedMap<String, Prebuilt> served;
    private final Map<String, Path> others;
    private final FileNames names;
    private final String baseUrl;
    private final Preferences preferences;

    /// `others` are files that are too large for memory, by their addresses.
    StaticExport(
            Map<String, Prebuilt> served,
            Map<String, Path> others,
            String baseUrl,
            Preferences preferences) {
        this.served = new TreeMap<>(served);
        this.others = others;
        names = new FileNames(this.served);
        new TreeMap<>(others).keySet().forEach(names::add);
        this.baseUrl = baseUrl;
        this.preferences = preferences;
    }

    /// What each file holds by its path.
    SortedMap<String, Reply.Content> files() throws IOException {
        var files = new TreeMap<String, Reply.Content>();
        for (var name : names.all().entrySet()) {
            var reply = served.get(name.getKey());
            var other = others.get(name.getKey());
            if (reply != null) {
                files.put(name.getValue(), Reply.Content.of(bytes(reply, name.getValue())));
            } else if (other != null) {
                files.put(name.getValue(), Reply.Content.of(other));
            }
        }
        files.put(
                SHEET,
                Reply.Content.of(
                        PreferenceSheet.css(preferences, pointer())
                                .getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /// The large pointer's picture, as the sheet at the top of the folder names it.
    private String pointer() {
        return served.keySet().stream()
                .filter(address -> address.startsWith("/assets/pointer."))
                .findFirst()
                .map(address -> address.substring(1))
                .orElse("");
    }

    private byte[] bytes(Prebuilt reply, String file) {
        if (!reply.location().isEmpty()) {
            return moved(reply.location(), file).getBytes(StandardCharsets.UTF_8);
        }
        if (!reply.isPage()) {
            return reply.bytes();
        }
        var page = new String(reply.bytes(), StandardCharsets.UTF_8);
        return PageLinks.changed(page, link -> relative(link, file), leftOut())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Files that are not here and cannot be reached are not offered.
    private String leftOut() {
        return others.isEmpty() && baseUrl.isEmpty() ? LEFT_OUT + ", .take" : LEFT_OUT;
    }

    /// A page that leads on by itself, and says so where it cannot.
    private String moved(String location, String file) {
        var to = relative(location, file);
        var address = to == null ? "" : to.replace("&", "&amp;").replace("\"", "&quot;");
        return """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>这一页搬走了</title>
        <meta http-equiv="refresh" content="0; url=%s"></head>
        <body><main><h1>这一页搬走了</h1><p><a href="%s">到新的地方去看</a></p></main></body></html>
        """
                .formatted(address, address);
    }

    /// Where a link of the site leads from a file; null when it leads nowhere that can be reached.
    private @Nullable String relative(String link, String from) {
        if (!link.startsWith("/") || link.startsWith("//")) {
            return link;
        }
        if (link.equals(DisplaySettings.SHEET)) {
            return up(from) + SHEET;
        }
        int fragmentAt = link.indexOf('#');
        var fragment = fragmentAt < 0 ? "" : link.substring(fragmentAt);
        var path = fragmentAt < 0 ? link : link.substring(0, fragmentAt);
        int queryAt = path.indexOf('?');
        var address =
                RequestPath.decoded(Addresses.uri(queryAt < 0 ? path : path.substring(0, queryAt)));
        var file = address == null ? null : names.of(address);
        if (file != null) {
            return up(from) + Addresses.encoded(file) + fragment;
        }
        if (!baseUrl.isEmpty()) {
            return baseUrl + link;
        }
        boolean isForm = path.startsWith(FeedbackAddresses.FEEDBACK);
        var help = isForm ? names.of("/" + Frames.HELP_PAGE) : null;
        return help == null ? null : up(from) + Addresses.encoded(help);
    }

    private static String up(String from) {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count());
    }
}
