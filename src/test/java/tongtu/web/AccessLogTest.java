package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tongtu.RawHttp;

class AccessLogTest {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [!-~]{1,19} [!-~]{1,203} \\d{3} \\d+ \\d+");

    @Test
    void eachRequestIsOneLineWithoutQueryOrAddress() throws IOException, Server.CannotStart {
        var server = new TestServer();
        try (server) {
            server.get("/policies/%E6%AE%8B?name=secret&card=330421#x");
            server.get("/?q=secret", "Referer: http://secret.example/", "User-Agent: secret");
            server.get("http://localhost/old?secret");
            server.get("/", "If-None-Match: *");
            server.ask("HEAD", "/");
            server.ask("POST", "/");
        }
        var lines = server.log().lines().map(line -> line.replaceFirst(" \\d+$", "")).toList();
        var at = "2026-11-25T02:36:02.123Z ";
        int page = TestServer.PAGE.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(lines.contains(at + "GET /old 301 0"), lines.toString());
        assertTrue(lines.contains(at + "GET / 200 " + page), lines.toString());
        assertTrue(lines.contains(at + "GET / 304 0"), lines.toString());
        assertTrue(lines.contains(at + "HEAD / 200 0"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches(at + "POST / 405 \\d\\d+")),
                lines.toString());
        assertFalse(server.log().contains("secret"));
        assertFalse(server.log().contains("330421"));
        assertFalse(server.log().contains("127.0.0.1"));
        assertTrue(server.log().lines().allMatch(line -> LINE.matcher(line).matches()));
    }

    @Test
    void noClientCanForgeALine() throws IOException, Server.CannotStart {
        var server = new TestServer();
        int sent = 0;
        try (server) {
            for (var path :
                    new String[] {
                        "/a%0d%0a2026-01-01T00:00:00.000Z%20GET%20/%20200%200%200",
                        "/a\u0085b\u00a0c\u2028d",
                        "/%1b[31m",
                        "/\u001b[31m",
                        "/法",
                        "/a b c d e",
                        "/" + "a".repeat(1_900)
                    }) {
                server.get(path);
                sent++;
            }
            server.say("GET\u001b / HTTP/1.1\r\nHost: x\r\n\r\n");
            server.say("AVERYVERYVERYLONGMETHOD / HTTP/1.1\r\nHost: x\r\n\r\n");
            server.say("CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n");
            sent += 3;
        }
        assertEquals(sent, server.log().lines().count(), server.log());
        server.log().lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    }

    /// A log that cannot be written must not hold up readers: they are served, and what was left
    /// out is counted.
    @Test
    void aLogThatIsStuckHoldsUpNobody() throws Exception {
        var free = new CountDownLatch(1);
        var bytes =
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] b, int from, int length) {
                        awaitQuietly(free);
                        super.write(b, from, length);
                    }
                };
        var stuck = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        var shelf = new Shelf();
        shelf.swap(TestServer.replies());
        int requests = 20_000;
        try (var server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, ""),
                        shelf,
                        TestServer::page,
                        InstantSource.fixed(TestServer.NOW),
                        stuck)) {
            for (int i = 0; i < requests; i += 500) {
                try (var http = new RawHttp(server.port())) {
                    http.send(RawHttp.request("GET", "/", "If-None-Match: *").repeat(500));
                    for (int j = 0; j < 500; j++) {
                        assertEquals(304, http.read(false).status());
                    }
                }
            }
            free.countDown();
        }
        stuck.flush();
        var written = new AtomicLong();
        var leftOut = new AtomicLong();
        bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    var lost = Pattern.compile("access-log: (\\d+) lines left out").matcher(line);
                    if (lost.matches()) {
                        leftOut.addAndGet(Long.parseLong(lost.group(1)));
                    } else {
                        written.incrementAndGet();
                    }
                });
        assertTrue(leftOut.get() > 0);
        assertEquals(requests, written.get() + leftOut.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean isInterrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
