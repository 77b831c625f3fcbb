package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.database.Database;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;

/// The program as it is started, killed (SIGKILL) while residents send messages.
class KilledServerTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final int KILLS = 4;
    private static final int SENDERS = 8;
    private static final int BEFORE_A_KILL = 60;

    @TempDir Path folder;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void everyMessageThatWasAcknowledgedIsThereAfterKills() throws Exception {
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(folder.resolve("content/site.yaml"), "version: 1\nname: 通途\n");
        for (int kill = 1; kill <= KILLS; kill++) {
            sendUntilKilled(kill * BEFORE_A_KILL);
        }
        assertTrue(acknowledged.size() >= KILLS * BEFORE_A_KILL);
        try (var database = new Database(folder.resolve("data"))) {
            var store = new MessageStore(database, InstantSource.system(), new SecureRandom());
            for (var each : acknowledged.entrySet()) {
                var message = store.find(new Receipt(each.getKey()));
                assertNotNull(message, "lost: " + each);
                assertEquals(each.getValue(), message.draft().words());
            }
            int kept = store.count(null, null);
            // At most one of each sender was kept and not yet acknowledged at a kill.
            assertTrue(kept <= acknowledged.size() + KILLS * SENDERS, kept + " kept");
        }
    }

    private void sendUntilKilled(int enough) throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "tongtu.app.Main",
                                "serve",
                                "--speech-cores",
                                "0",
                                "--forms-ahead",
                                "off",
                                "--port",
                                "0",
                                "--content",
                                folder.resolve("content").toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--trusted-proxy",
                                "127.0.0.1")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var client = HttpClient.newHttpClient();
                var senders = Executors.newFixedThreadPool(SENDERS)) {
            int port = port(process.inputReader(StandardCharsets.UTF_8));
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> send(client, port));
            }
            while (acknowledged.size() < enough && process.isAlive()) {
                Thread.sleep(2);
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    private static int port(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                // Nobody may stop because nobody reads the access log.
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("the server did not start");
    }

    /// Sends messages until the server is gone.
    private void send(HttpClient client, int port) {
        try {
            while (true) {
                var words = "message " + number.incrementAndGet();
                var address = URI.create("http://127.0.0.1:" + port + "/feedback/help");
                var form =
                        client.send(
                                HttpRequest.newBuilder(address).build(),
                                HttpResponse.BodyHandlers.ofString());
                var token = TOKEN.matcher(form.body());
                assertTrue(token.find(), form.body());
                int n = number.get();
                var answer =
                        client.send(
                                HttpRequest.newBuilder(address)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .header(
                                                "X-Forwarded-For",
                                                "10.%d.%d.%d"
                                                        .formatted(
                                                                n >> 16, (n >> 8) & 255, n & 255))
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "token="
                                                                + token.group(1)
                                                                + "&words="
                                                                + words.replace(' ', '+')))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertEquals(303, answer.statusCode(), answer.body());
                var location = answer.headers().firstValue("Location").orElseThrow();
                acknowledged.put(location.substring(location.indexOf('=') + 1), words);
            }
        } catch (IOException e) {
            // Killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
