import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// How long listeners wait for a sound that is not made yet, while the rest is voiced in the
/// background; with `whole`, how long it takes until all of it is there.
final class FirstSound {
    private static final int ROUNDS = 12;

    public static void main(String[] arguments) throws Exception {
        var base = arguments[0];
        try (var client = HttpClient.newHttpClient()) {
            var script = text(client, base + "/speech/policies/plan/script.json");
            var audio = new ArrayList<String>();
            // Where a listener begins: at a sentence, a heading, a paragraph.
            var firsts = new ArrayList<String>();
            var matcher = Pattern.compile("\"piece\":(\\d+)[^{}]*?\"audio\":\"([^\"]+)\"").matcher(script);
            while (matcher.find()) {
                audio.add(matcher.group(2));
                if (matcher.group(1).equals("0")) {
                    firsts.add(matcher.group(2));
                }
            }
            System.out.println(audio.size() + " pieces of " + firsts.size() + " sentences");
            // The model is loaded and warm.
            bytes(client, base + audio.getLast());
            for (int listeners : new int[] {1, 4}) {
                var waits = new ArrayList<Double>();
                try (var threads = Executors.newFixedThreadPool(listeners)) {
                    for (int round = 0; round < ROUNDS; round++) {
                        var asked = new ArrayList<java.util.concurrent.Future<Double>>();
                        for (int i = 0; i < listeners; i++) {
                            // From the end, which the background reaches last.
                            var url = base + firsts.get(firsts.size() - 2 - (listeners * 20 + round * listeners + i) % (firsts.size() / 2));
                            asked.add(threads.submit(() -> {
                                long start = System.nanoTime();
                                bytes(client, url);
                                return (System.nanoTime() - start) / 1e9;
                            }));
                        }
                        for (var each : asked) {
                            waits.add(each.get());
                        }
                    }
                }
                waits.sort(Double::compare);
                System.out.printf(
                        "first sound, %d listeners: median %.2f s, 95 %% %.2f s, longest %.2f s%n",
                        listeners, waits.get(waits.size() / 2), waits.get(waits.size() * 95 / 100), waits.getLast());
                System.out.printf(
                        "RATIO first sound for %d, against 3 s: %.2f (goal 1.0: %s)%n",
                        listeners, waits.get(waits.size() / 2) / 3, waits.get(waits.size() / 2) <= 3 ? "reached" : "not reached");
            }
            if (arguments.length > 1) {
                long start = System.nanoTime();
                int done = 0;
                while (done < audio.size()) {
                    Thread.sleep(10_000);
                    var now = text(client, base + "/speech/policies/plan/script.json");
                    done = Integer.parseInt(now.replaceAll("(?s).*\"done\":(\\d+).*", "$1"));
                    System.out.printf("%d of %d after %.1f minutes%n", done, audio.size(), (System.nanoTime() - start) / 6e10);
                }
            }
        }
    }

    private static String text(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void bytes(HttpClient client, String url) throws Exception {
        var reply = client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(url + " is " + reply.statusCode());
        }
    }

    private FirstSound() {}

}
