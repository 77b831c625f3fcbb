package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tongtu.CapturedLog;
import tongtu.RawHttp;

/// Clients that take their time or more than their share. The limits are those of the program but
/// shorter, so that a test sees their end.
class LimitsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(500);

    private static Limits limits(int connections, Duration request, Duration response) {
        return new Limits(connections, 1_000, request, response, Duration.ofSeconds(5));
    }

    @Test
    void aClientThatTricklesItsHeadersIsCutOff() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(100, SHORT, LONG));
                var http = new RawHttp(server.port())) {
            assertTrue(trickles(http, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "a"));
            assertEquals(200, server.get("/").status());
        }
    }

    @Test
    void aClientThatTricklesItsBodyIsCutOff() throws IOException, Server.CannotStart {
        try (var log = new CapturedLog();
                var server = posts(limits(100, SHORT, LONG));
                var http = new RawHttp(server.port())) {
            server.shelf.swap(TestServer.replies());
            var head = "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n";
            assertTrue(trickles(http, head, "a"));
            assertEquals(200, server.get("/").status());
            assertEquals("", log.text());
        }
    }

    @Test
    void aBodyThatNeverComesIsATimeOut() throws IOException, Server.CannotStart {
        // The idle time ends a moment before the connection's: the client is told.
        try (var server = posts(limits(100, Duration.ofSeconds(1), LONG));
                var http = new RawHttp(server.port())) {
            http.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na");
            var answer = http.read(false);
            assertEquals(408, answer.status());
            assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
            assertTrue(answer.text().contains("BadRequest"), answer.text());
        }
    }

    private static TestServer posts(Limits limits) throws Server.CannotStart {
        return new TestServer(
                "",
                limits,
                routes -> routes.post("/form", context -> context.result(context.body())),
                TestServer::page);
    }

    @Test
    void aClientThatTricklesEmptyLinesIsCutOff() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(100, SHORT, LONG));
                var http = new RawHttp(server.port())) {
            assertTrue(trickles(http, "", "\r\n"));
        }
    }

    @Test
    void aConnectionWithoutARequestIsClosed() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(100, SHORT, LONG));
                var http = new RawHttp(server.port())) {
            assertTrue(http.isClosedByServer());
            try (var kept = new RawHttp(server.port())) {
                kept.send(RawHttp.request("GET", "/"));
                assertEquals(200, kept.read(false).status());
                assertTrue(kept.isClosedByServer());
            }
        }
    }

    /// Whether the server ends a connection that sends a bit again and again without a pause that
    /// would be too long by itself. Gives up after far more time than it may take.
    private static boolean trickles(RawHttp http, String head, String bit) {
        try {
            http.send(head);
            http.socket().setSoTimeout(20);
            for (int i = 0; i < 1_000; i++) {
                http.send(bit);
                if (isEnded(http)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isEnded(RawHttp http) throws IOException {
        try {
            return http.socket().getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void aReaderThatNeverReadsIsCutOff() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(100, LONG, SHORT));
                var http = new RawHttp(server.port())) {
            var replies = TestServer.replies();
            replies.put("/large", Prebuilt.file(new byte[32 * 1024 * 1024], "image/png"));
            server.shelf.swap(replies);
            http.send(RawHttp.request("GET", "/large"));
            // Nothing is read until the server has given up.
            await(() -> server.connections() == 0);
            assertThrows(IOException.class, () -> http.read(false));
            assertEquals(32 * 1024 * 1024, server.get("/large").body().length);
        }
    }

    /// Far longer than a reply may stand still, but it never does.
    @Test
    void aReaderThatGoesOnIsServedToTheEnd() throws IOException, Server.CannotStart {
        int parts = 12;
        try (var server =
                new TestServer(
                        "",
                        limits(100, LONG, SHORT),
                        routes ->
                                routes.get(
                                        "/live",
                                        context -> {
                                            var out = context.res().getOutputStream();
                                            for (int i = 0; i < parts; i++) {
                                                Thread.sleep(SHORT.dividedBy(4));
                                                out.write(new byte[1024 * 1024]);
                                                out.flush();
                                            }
                                        }),
                        TestServer::page)) {
            assertEquals(parts * 1024 * 1024, server.get("/live").body().length);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void aClientThatGoesAwayIsNoFailureOfOurs() throws IOException, Server.CannotStart {
        try (var log = new CapturedLog();
                var server = posts(limits(1_000, LONG, LONG))) {
            var replies = TestServer.replies();
            replies.put("/large", Prebuilt.file(new byte[8 * 1024 * 1024], "image/png"));
            server.shelf.swap(replies);
            for (int i = 0; i < 50; i++) {
                try (var http = new RawHttp(server.port())) {
                    http.socket().setSoLinger(true, 0);
                    http.send(RawHttp.request("GET", "/large").repeat(3));
                    http.socket().getInputStream().read();
                }
                try (var http = new RawHttp(server.port())) {
                    http.socket().setSoLinger(true, 0);
                    http.send("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na");
                }
            }
            await(() -> server.connections() == 0);
            assertEquals(200, server.get("/").status());
            assertEquals("", log.text());
        }
    }

    @Test
    void aConnectionHasOnlySoManyRequests() throws IOException, Server.CannotStart {
        var few = new Limits(100, 3, LONG, LONG, Duration.ofSeconds(5));
        try (var server = TestServer.with(few);
                var http = new RawHttp(server.port())) {
            // All at once, as a pipelining client would.
            http.send(RawHttp.request("GET", "/").repeat(5));
            assertEquals("", http.read(false).header("Connection"));
            assertEquals("", http.read(false).header("Connection"));
            assertEquals("close", http.read(false).header("Connection"));
            assertTrue(http.isClosedByServer());
        }
        try (var server = TestServer.with(few);
                var http = new RawHttp(server.port())) {
            http.send(RawHttp.request("GET", "/nothing"));
            http.send(RawHttp.request("GET", "/healthz"));
            http.send(RawHttp.request("GET", "/nothing"));
            assertEquals(404, http.read(false).status());
            assertEquals(200, http.read(false).status());
            var last = http.read(false);
            assertEquals(404, last.status());
            assertEquals("close", last.header("Connection"));
            assertTrue(http.isClosedByServer());
        }
    }

    @Test
    void manyRequestsAtOnceAreAnsweredInTurn() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(100, LONG, LONG));
                var http = new RawHttp(server.port())) {
            http.send(
                    (RawHttp.request("GET", "/")
                                    + RawHttp.request("HEAD", "/")
                                    + RawHttp.request("GET", "/nothing")
                                    + RawHttp.request("GET", "/old"))
                            .repeat(50));
            for (int i = 0; i < 50; i++) {
                assertEquals(TestServer.PAGE, http.read(false).text());
                assertEquals(200, http.read(true).status());
                assertEquals(404, http.read(false).status());
                assertEquals(301, http.read(false).status());
            }
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilOthersEnd() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(3, LONG, LONG))) {
            var open = new ArrayList<RawHttp>();
            for (int i = 0; i < 3; i++) {
                var http = new RawHttp(server.port());
                open.add(http);
                http.send(RawHttp.request("GET", "/"));
                assertEquals(200, http.read(false).status());
            }
            try (var next = new RawHttp(server.port())) {
                next.send(RawHttp.request("GET", "/"));
                next.socket().setSoTimeout(300);
                assertFalse(isEnded(next), "it is neither served nor turned away");
                open.getFirst().close();
                next.socket().setSoTimeout(30_000);
                assertEquals(200, next.read(false).status());
            }
            for (var http : open) {
                http.close();
            }
        }
    }

    /// When all places are taken, idle connections are not kept for the next request.
    @Test
    void aFullServerEndsIdleConnectionsSooner() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(limits(3, LONG, LONG))) {
            var open = new ArrayList<RawHttp>();
            for (int i = 0; i < 3; i++) {
                var http = new RawHttp(server.port());
                open.add(http);
                http.send(RawHttp.request("GET", "/"));
                assertEquals(200, http.read(false).status());
            }
            assertEquals(200, server.get("/").status());
            for (var http : open) {
                http.close();
            }
        }
    }

    @Test
    void connectionsAreFewerThanFilesThatMayBeOpen() {
        assertEquals(768, Limits.connectionsFor(1_024));
        assertEquals(10_000, Limits.connectionsFor(1_048_576));
        assertEquals(64, Limits.connectionsFor(100));
        assertTrue(Limits.DEFAULT.connections() >= 64);
    }

    @Test
    void aLimitLetsSomebodyIn() {
        assertThrows(IllegalArgumentException.class, () -> limits(0, LONG, LONG));
        assertThrows(IllegalArgumentException.class, () -> limits(1, Duration.ZERO, LONG));
    }
}
