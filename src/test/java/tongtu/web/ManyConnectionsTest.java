package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tongtu.RawHttp;

/// Thousands of slow clients on this machine, for a few seconds: others are served as if they were
/// not there.
class ManyConnectionsTest {
    private static final int WANTED = 2_000;

    /// Each connection takes a file handle at both ends, and this program needs some for itself.
    private static final int CONNECTIONS = Math.clamp((files() - 1_000) / 2, 200, WANTED);

    /// Fewer, as the operating system takes some megabytes for each before the server waits.
    private static final int READERS = Math.min(CONNECTIONS, 400);

    private static final int LARGE = 8 * 1024 * 1024;

    private final List<SocketChannel> slow = new ArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TestServer server;

    private static long files() {
        var system =
                (com.sun.management.UnixOperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getMaxFileDescriptorCount();
    }

    ManyConnectionsTest() throws Server.CannotStart {
        var limits =
                new Limits(
                        WANTED + 500,
                        10_000,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(5));
        server =
                new TestServer(
                        "",
                        limits,
                        routes ->
                                routes.get(
                                        "/waits",
                                        context -> {
                                            goOn.await();
                                            context.result("done\n");
                                        }),
                        TestServer::page);
        var replies = TestServer.replies();
        replies.put("/large", Prebuilt.file(new byte[LARGE], "image/png"));
        server.shelf.swap(replies);
    }

    @BeforeEach
    void sayHowMany() {
        if (CONNECTIONS < WANTED) {
            System.out.println(
                    "only %d slow connections: no more files may be open (ulimit -n)"
                            .formatted(CONNECTIONS));
        }
    }

    @AfterEach
    void end() throws IOException {
        goOn.countDown();
        for (var channel : slow) {
            channel.close();
        }
        server.close();
    }

    private void open(int count, String sent) throws IOException {
        var address =
                new InetSocketAddress(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            channel.connect(address);
            channel.write(ByteBuffer.wrap(sent.getBytes(StandardCharsets.US_ASCII)));
            slow.add(channel);
        }
    }

    private void othersAreServed() throws IOException {
        for (int i = 0; i < 200; i++) {
            assertEquals(TestServer.PAGE, server.get("/").text());
            assertEquals(200, server.get("/healthz").status());
            assertEquals(404, server.get("/nothing").status());
        }
        assertTrue(server.connections() >= slow.size(), "" + server.connections());
    }

    @Test
    void slowHeadersStarveNobody() throws IOException {
        open(CONNECTIONS, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        for (int round = 0; round < 3; round++) {
            for (var channel : slow) {
                channel.write(ByteBuffer.wrap(new byte[] {'a'}));
            }
            othersAreServed();
        }
        // And the slow are served in the end.
        for (var channel : slow.subList(0, 50)) {
            channel.write(ByteBuffer.wrap("\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            assertEquals("HTTP/1.1 200", new String(answer.array(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void slowReadersOfALargeReplyStarveNobodyAndTakeNoMemory() throws IOException {
        open(READERS, RawHttp.request("GET", "/large"));
        othersAreServed();
        // All replies together would be 3 GB: they are the same bytes.
        var memory = ManagementFactory.getMemoryMXBean();
        // What other tests left behind is not theirs.
        memory.gc();
        assertTrue(memory.getHeapMemoryUsage().getUsed() < 1L << 29);
    }

    @Test
    void requestsThatWaitStarveNobody() throws IOException {
        open(CONNECTIONS, RawHttp.request("GET", "/waits"));
        othersAreServed();
        goOn.countDown();
        for (var channel : slow) {
            var answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            assertEquals("HTTP/1.1 200", new String(answer.array(), StandardCharsets.US_ASCII));
        }
    }
}
