package tongtu.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tongtu.app.Config;
import tongtu.app.Site;
import tongtu.document.Finding;

/// The real program on a free port of this machine, on a day of which the tests know what is in
/// force.
public final class RunningSite implements AutoCloseable {
    /// Noon in Jiashan.
    static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

    private final Site site;
    private volatile List<Finding> findings = List.of();

    public RunningSite(Path content) throws Exception {
        site =
                Site.start(
                        new Config(
                                "127.0.0.1",
                                0,
                                content,
                                "https://tongtu.example",
                                content.resolve("../data")),
                        InstantSource.fixed(NOW),
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        (_, _) -> {},
                        found -> findings = found);
    }

    List<Finding> findings() {
        return findings;
    }

    Site site() {
        return site;
    }

    String root() {
        return "http://127.0.0.1:" + site.port();
    }

    /// The whole address of a path on the site.
    String url(String path) {
        var encoded = new StringBuilder();
        for (var part : path.split("/", -1)) {
            encoded.append('/')
                    .append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return root() + encoded.substring(1);
    }

    /// The bytes that are served at a path, whatever the status.
    byte[] bytes(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url(path))).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
