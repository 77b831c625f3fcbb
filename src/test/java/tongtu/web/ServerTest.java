package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tongtu.CapturedLog;
import tongtu.RawHttp;

/// A server begins and ends.
class ServerTest {
    @Test
    void aRequestUnderWayIsAnsweredWhenTheServerStops() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server =
                TestServer.with(routes ->
                        routes.get(
                                "/slow",
                                context -> {
                                    begun.countDown();
                                    goOn.await();
                                    context.result("all of it\n");
                                }));
        try (var http = new RawHttp(server.port());
                var idle = new RawHttp(server.port())) {
            idle.send(RawHttp.request("GET", "/"));
            assertEquals(200, idle.read(false).status());
            http.send(RawHttp.request("GET", "/slow"));
            assertTrue(begun.await(30, TimeUnit.SECONDS));
            int port = server.port();
            var closing = Thread.ofPlatform().start(server::close);
            // The idle one is closed, and nobody new is let in, while the other goes on.
            assertTrue(idle.isClosedByServer());
            assertThrows(IOException.class, () -> new RawHttp(port).close());
            // Longer than an idle connection is kept while stopping.
            assertFalse(closing.join(java.time.Duration.ofMillis(1_500)));
            goOn.countDown();
            var answer = http.read(false);
            assertEquals(200, answer.status());
            assertEquals("all of it\n", answer.text());
            assertEquals("close", answer.header("Connection"));
            assertTrue(closing.join(java.time.Duration.ofSeconds(30)));
        }
        assertTrue(server.log().contains("GET /slow 200 10 "), server.log());
    }

    @Test
    void aLargeReplyUnderWayIsSentToItsEnd() throws Exception {
        var server = new TestServer();
        var replies = TestServer.replies();
        replies.put("/large", Prebuilt.file(new byte[32 * 1024 * 1024], "image/png"));
        server.shelf.swap(replies);
        try (var http = new RawHttp(server.port())) {
            http.send(RawHttp.request("GET", "/large"));
            http.socket().getInputStream().readNBytes(100_000);
            var closing = Thread.ofPlatform().start(server::close);
            var rest = http.socket().getInputStream().readAllBytes();
            assertTrue(rest.length > 32 * 1024 * 1024 - 100_000, "" + rest.length);
            assertTrue(closing.join(java.time.Duration.ofSeconds(30)));
        }
    }

    @Test
    void aRequestThatNeverEndsDoesNotKeepTheServer() throws Exception {
        var never = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var short_ =
                new Limits(
                        100,
                        1_000,
                        java.time.Duration.ofMinutes(5),
                        java.time.Duration.ofMinutes(5),
                        java.time.Duration.ofMillis(300));
        try (var log = new CapturedLog()) {
            var server =
                    new TestServer(
                            "",
                            short_,
                            routes ->
                                    routes.get(
                                            "/never",
                                            _ -> {
                                                begun.countDown();
                                                never.await();
                                            }),
                            TestServer::page);
            try (var http = new RawHttp(server.port())) {
                http.send(RawHttp.request("GET", "/never"));
                assertTrue(begun.await(30, TimeUnit.SECONDS));
                server.close();
                assertTrue(http.isClosedByServer());
            }
            never.countDown();
            assertTrue(log.text().contains("requests under way were cut off"), log.text());
        }
    }

    @Test
    void aPortThatIsTakenIsSaidSo() throws IOException, Server.CannotStart {
        try (var log = new CapturedLog();
                var first = new TestServer()) {
            var settings = new Server.Settings("127.0.0.1", first.port(), "");
            var thrown = assertThrows(Server.CannotStart.class, () -> start(settings));
            assertEquals(
                    "127.0.0.1:%d 用不了：端口已经被占用，或者本机没有这个地址。换一个端口（--port）或地址（--host）再试。"
                            .formatted(first.port()),
                    thrown.getMessage());
            assertEquals(200, first.get("/").status());
            assertEquals("", log.text());
        }
    }

    @Test
    void anAddressThatThisMachineHasNotIsSaidSo() {
        for (var host : new String[] {"192.0.2.1", "no-such-host.invalid"}) {
            var thrown =
                    assertThrows(
                            Server.CannotStart.class,
                            () -> start(new Server.Settings(host, 0, "")));
            assertTrue(thrown.toString().contains(host + ":0 用不了"), thrown.toString());
        }
    }

    private static void start(Server.Settings settings) throws Server.CannotStart {
        Server.start(
                        settings,
                        new Shelf(),
                        TestServer::page,
                        InstantSource.system(),
                        new PrintStream(java.io.OutputStream.nullOutputStream()))
                .close();
    }

    @Test
    void aPortIsANumberThatAPortCanHave() {
        assertThrows(
                IllegalArgumentException.class, () -> new Server.Settings("127.0.0.1", -1, ""));
        assertThrows(
                IllegalArgumentException.class, () -> new Server.Settings("127.0.0.1", 65_536, ""));
    }
}
