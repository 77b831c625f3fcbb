package tongtu.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Asks a site that has just started for a few pages, so that a trained start knows what serving
/// needs.
final class WarmUp {
    private static final int ROUNDS = 50;

    private WarmUp() {}

    static void run(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ROUNDS; i++) {
                for (var path :
                        new String[] {
                            "/",
                            "/policies",
                            "/glossary",
                            "/feedback/help",
                            "/healthz",
                            "/nothing-here"
                        }) {
                    var request =
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Accept-Encoding", i % 2 == 0 ? "br" : "gzip")
                                    .build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        }
    }
}
