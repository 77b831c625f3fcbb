package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.RawHttp;

/// The program as it is run: a process that listens and is told to stop.
class ServeProcessTest {
    private static final int PICTURE = 8 * 1024 * 1024;

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("site.yaml"), "version: 1\nname: 甲站\n");
        Files.writeString(folder.resolve("bad.md"), "---\ntitle: [\n---\n");
        Files.write(folder.resolve("p.png"), new byte[PICTURE]);
    }

    private Process serve(String... more) throws IOException {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "serve",
                                // Nothing is fetched, and nothing is voiced.
                                "--speech-cores",
                                "0",
                                "--forms-ahead",
                                "off",
                                "--content",
                                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).start();
    }

    private static int port(BufferedReader out) throws IOException {
        var address = Pattern.compile("通途已经打开：http://127\\.0\\.0\\.1:(\\d+)/");
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var found = address.matcher(line);
            if (found.matches()) {
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("it did not say where it listens");
    }

    private static int exit(Process process) throws InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return process.exitValue();
    }

    /// TERM is what an operating system sends, INT is Ctrl+C.
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void whatIsUnderWayIsSentBeforeItEnds(String signal) throws Exception {
        var process = serve("--port", "0");
        try (var out = process.inputReader(StandardCharsets.UTF_8);
                var err = process.errorReader(StandardCharsets.UTF_8)) {
            int port = port(out);
            assertEquals("ok\n", RawHttp.get(port, "/healthz").text());
            assertEquals("ready\n", RawHttp.get(port, "/readyz").text());
            assertTrue(RawHttp.get(port, "/?secret").text().contains("甲站"));
            assertEquals(404, RawHttp.get(port, "/nothing").status());
            try (var http = new RawHttp(port)) {
                http.send(RawHttp.request("GET", "/media/p.png"));
                var in = http.socket().getInputStream();
                int read = in.readNBytes(10_000).length;
                assertEquals(0, kill(signal, process.pid()));
                read += in.readAllBytes().length;
                assertTrue(read > PICTURE, "cut after " + read);
            }
            assertEquals(0, exit(process));
            var log = out.lines().toList();
            assertTrue(log.stream().anyMatch(line -> line.contains(" GET / 200 ")), "" + log);
            assertTrue(
                    log.stream()
                            .anyMatch(line -> line.contains(" GET /media/p.png 200 " + PICTURE)),
                    "" + log);
            assertTrue(log.stream().noneMatch(line -> line.contains("secret")), "" + log);
            var said = err.lines().toList();
            assertFalse(said.isEmpty());
            assertTrue(said.stream().allMatch(line -> line.startsWith("bad.md:")), "" + said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int kill(String signal, long process) throws Exception {
        return new ProcessBuilder("kill", "-" + signal, "" + process).start().waitFor();
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsRead() throws Exception {
        try (var taken =
                new java.net.ServerSocket(
                        0, 1, java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var process = serve("--port", "" + taken.getLocalPort());
            try (var err = process.errorReader(StandardCharsets.UTF_8)) {
                assertEquals(3, exit(process));
                var said = err.lines().toList();
                assertEquals(1, said.size(), "" + said);
                assertTrue(said.getFirst().contains("端口已经被占用"), "" + said);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
