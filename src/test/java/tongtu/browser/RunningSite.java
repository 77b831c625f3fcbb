package tongtu.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.app.Config;
import tongtu.app.Site;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.messages.Retention;
import tongtu.web.Assets;
import tongtu.web.Prebuilt;
import tongtu.web.TrustedProxies;

/// The real program on a free port of this machine, on a day of which the tests know what is in
/// force.
final class RunningSite implements AutoCloseable {
    /// Noon in Jiashan.
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-25T04:00:00Z"));

    static final String BASE_URL = "https://tongtu.example";
    static final PrintStream NO_LOG =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Site site;
    private volatile List<Finding> findings = List.of();

    /// Serves a content folder; `data` is a folder that the program may write to. Nothing is read
    /// aloud.
    RunningSite(Path content, Path data) throws Exception {
        this(new Config("127.0.0.1", 0, content, BASE_URL, data));
    }

    /// The same, read aloud by the voices in a folder.
    RunningSite(Path content, Path data, Path voices) throws Exception {
        this(
                new Config(
                        "127.0.0.1",
                        0,
                        content,
                        BASE_URL,
                        data,
                        Retention.DEFAULT,
                        TrustedProxies.NONE,
                        false,
                        new Config.Speech(voices, 2, 4_000, false)));
    }

    private RunningSite(Config config) throws Exception {
        site = Site.start(config, NOON, NO_LOG, (_, _) -> {}, found -> findings = found);
    }

    /// What every page loads, for a server of copies.
    static Map<String, Prebuilt> styles() {
        var styles =
                new HashMap<>(
                        new Assets(
                                        List.of(
                                                "css/tongtu.css",
                                                "js/tongtu.js",
                                                "js/listen.js",
                                                "mark.svg",
                                                "pointer.svg"))
                                .byAddress());
        styles.put("/preferences.css", Prebuilt.open(new byte[0], "text/css;charset=utf-8"));
        return styles;
    }

    /// What is wrong with the files of the content folder.
    List<Finding> findings() {
        return findings;
    }

    Site site() {
        return site;
    }

    /// The page at a path, which is written as in a URL.
    Page page(String kind, String path) {
        return new Page(kind, "http://127.0.0.1:" + site.port() + path);
    }

    /// The page of a document.
    Page page(Document document) {
        try {
            var path = new URI(null, null, document.address(), null).toASCIIString();
            return page(document.title(), path).in(document.frontMatter().language());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
