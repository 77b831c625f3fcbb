package tongtu.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// A page to be checked: what kind of page it is, where it is served, the language it is in, the
/// status it is sent with.
record Page(String kind, String url, String language, int status) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Page(String kind, String url) {
        this(kind, url, "zh-CN", 200);
    }

    Page in(String other) {
        return new Page(kind, url, other, status);
    }

    Page sentWith(int other) {
        return new Page(kind, url, language, other);
    }

    /// The page in the tests' browser, as a reader without wishes meets it.
    Browser open() {
        return Browser.get().reset().open(url);
    }

    /// What is sent, whatever the status.
    HttpResponse<byte[]> response() throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
