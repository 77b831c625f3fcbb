import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/// Saves a file as an editor does (a new file takes its name) and asks the server until it answers
/// with the new words: `Save PORT CONTENT ROUNDS`; with `found` as a fourth argument, until a search
/// for them finds them. Prints milliseconds, median and 95th percentile.
public final class Save {
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        var content = Path.of(arguments[1]);
        var times = new double[Integer.parseInt(arguments[2])];
        var file = content.resolve("policies/p0.md");
        var text = Files.readString(file);
        try (var client = HttpClient.newHttpClient()) {
            boolean isSearch = arguments.length > 3;
            var address = "http://127.0.0.1:" + port + (isSearch ? "/search.json?q=" : "/policies/p0");
            for (int i = -10; i < times.length; i++) {
                var mark = "第" + System.nanoTime() + "次保存";
                var request = HttpRequest.newBuilder(URI.create(address + (isSearch ? URLEncoder.encode(mark, StandardCharsets.UTF_8) : ""))).build();
                // The answer to a question holds the question.
                int least = isSearch ? 2 : 1;
                var part = content.resolve("policies/.p0.part");
                Files.writeString(part, text + "\n" + mark + "。\n");
                long start = System.nanoTime();
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                while (!served(client, request, mark, least)) {
                    if (System.nanoTime() - start > 20_000_000_000L) {
                        throw new IOException("not served after 20 s");
                    }
                }
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                Thread.sleep(60);
            }
        }
        Arrays.sort(times);
        System.out.printf("%.1f %.1f%n", times[times.length / 2], times[(int) (times.length * 0.95)]);
    }

    private static boolean served(HttpClient client, HttpRequest request, String mark, int least) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body().split(mark, -1).length > least;
    }
}
