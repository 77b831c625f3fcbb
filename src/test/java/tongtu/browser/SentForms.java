package tongtu.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tongtu.web.Prebuilt;
import tongtu.web.Server;
import tongtu.web.Shelf;

/// What the real site answers to forms and to numbers: each answer at the path of its name, so that
/// it can be opened as often as there are checks.
final class SentForms implements AutoCloseable {
    private final Map<String, Prebuilt> answers = new HashMap<>();
    private final RunningSite site;
    private final Server server;
    private final Shelf shelf = new Shelf();

    SentForms(RunningSite site) throws Server.CannotStart {
        this.site = site;
        answers.putAll(RunningSite.styles());
        server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, RunningSite.BASE_URL),
                        shelf,
                        site.site().pages()::problem,
                        RunningSite.NOON,
                        RunningSite.NO_LOG);
    }

    /// The page that answers a form.
    Page page(String kind, String path, String body) throws IOException, InterruptedException {
        return copy(
                kind,
                HttpRequest.newBuilder(URI.create(site.page(kind, path).url()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The page at a path that may not be asked for as often as there are checks.
    Page page(String kind, String path) throws IOException, InterruptedException {
        return copy(kind, HttpRequest.newBuilder(URI.create(site.page(kind, path).url())));
    }

    private Page copy(String kind, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            // The checks begin at the top of a page; FeedbackWalkTest looks at where the focus is.
            var html = answer.body().replace(" autofocus ", " ");
            var address = "/" + kind.replaceAll("[^a-z]+", "-");
            answers.put(address, Prebuilt.problem(answer.statusCode(), html));
            shelf.swap(answers);
            return new Page(kind, "http://127.0.0.1:" + server.port() + address)
                    .sentWith(answer.statusCode());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
