package tongtu.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tongtu.app.Config;
import tongtu.app.Site;
import tongtu.database.Database;
import tongtu.messages.MessageStore;
import tongtu.messages.Retention;
import tongtu.web.TrustedProxies;

/// The sample site on a free port behind a trusted proxy, on a clock that can be moved; and what a
/// browser without script does with its forms.
final class FeedbackSite implements AutoCloseable {
    /// Noon in Jiashan.
    static final Instant START = Instant.parse("2026-11-25T04:00:00Z");

    private final ByteArrayOutputStream accessLog = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final Site site;
    private volatile Instant now;

    FeedbackSite(Path data) throws Exception {
        this(data, START);
    }

    FeedbackSite(Path data, Instant start) throws Exception {
        this(data, start, Config.Speech.NONE);
    }

    FeedbackSite(Path data, Instant start, Config.Speech speech) throws Exception {
        this.data = data;
        now = start;
        site =
                Site.start(
                        new Config(
                                "127.0.0.1",
                                0,
                                Path.of("content"),
                                "https://tongtu.example",
                                data,
                                Retention.DEFAULT,
                                Objects.requireNonNull(TrustedProxies.read(List.of("127.0.0.1"))),
                                false,
                                speech),
                        () -> now,
                        new PrintStream(accessLog, true, StandardCharsets.UTF_8),
                        (_, _) -> {},
                        _ -> {});
    }

    /// A reply, and its body as a browser reads it.
    record Answer(HttpResponse<String> response, Document page) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    void awaitSearch() throws InterruptedException {
        site.awaitSearch();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + site.port() + path);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response =
                client.send(
                        request.build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response, Jsoup.parse(response.body(), "https://tongtu.example/"));
    }

    Answer post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Opens a form, fills in the fields, and sends it.
    Answer fill(String path, Map<String, String> typed, String... headers)
            throws IOException, InterruptedException {
        return submit(get(path).page(), typed, headers);
    }

    /// Sends the form of a page that is open, with what is in it and what is typed besides.
    Answer submit(Document page, Map<String, String> typed, String... headers)
            throws IOException, InterruptedException {
        var form = Objects.requireNonNull(page.selectFirst("main form[method=post]"));
        return post(form.attr("action"), encoded(form, typed), headers);
    }

    static String encoded(org.jsoup.nodes.Element form, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        for (var field : form.select("input, textarea")) {
            boolean isRadio = field.attr("type").equals("radio");
            if (!isRadio || field.hasAttr("checked")) {
                values.put(
                        field.attr("name"),
                        field.normalName().equals("textarea")
                                ? field.wholeText()
                                : field.attr("value"));
            }
        }
        values.putAll(typed);
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The messages, as another program sees them.
    <T extends @Nullable Object> T messages(Reading<T> reading) throws Exception {
        try (var database = new Database(data)) {
            return reading.read(new MessageStore(database, () -> now, new SecureRandom()));
        }
    }

    interface Reading<T extends @Nullable Object> {
        T read(MessageStore store) throws Exception;
    }

    String accessLog() {
        return accessLog.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
        site.close();
    }
}
