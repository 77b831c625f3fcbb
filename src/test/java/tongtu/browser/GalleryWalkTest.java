package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tongtu.app.Exporting;

/// Every example of every view, which are more and odder than the pages of any one site.
@Tag("browser")
class GalleryWalkTest {
    @TempDir private static Path folder = Path.of("");
    private static Path root = Path.of("");

    private static @Nullable HttpServer server;

    @BeforeAll
    static void write() {
        root = folder.resolve("gallery");
        var said = new StringWriter();
        assertEquals(0, Exporting.gallery(new PrintWriter(said), root.toString()), said.toString());
        // Served, since axe may not read style sheets from the disk.
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server =
                SimpleFileServer.createFileServer(address, root, SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(server).stop(0);
    }

    private static String url(Path page) {
        var path = root.relativize(page).toString();
        return "http://127.0.0.1:"
                + Objects.requireNonNull(server).getAddress().getPort()
                + "/"
                + path;
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    // The gallery in frames, which is for designers, not for residents.
                    .filter(file -> !file.equals(root.resolve("index.html")))
                    .filter(file -> !file.startsWith(root.resolve("gallery-page")))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsWithoutFaults() throws IOException {
        return pages().stream()
                .map(page ->
                        DynamicTest.dynamicTest(
                                root.relativize(page).toString(), () -> isWithoutFaults(page)));
    }

    private static void isWithoutFaults(Path page) throws Exception {
        var faults = new ArrayList<>(Nu.faults(Files.readAllBytes(page)));
        for (int width : List.of(1280, 320)) {
            var browser = Browser.get().reset().open(url(page)).size(width, 900);
            faults.addAll(Axe.faults(browser));
            faults.addAll(TreeRules.faults(browser));
            faults.addAll(Layout.faultsAndTargets(browser));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theGalleryShowsAllOfThem() throws Exception {
        var browser = Browser.get().reset().open(url(root.resolve("index.html")));
        var shown =
                browser.run(
                        "return new Set([...document.querySelectorAll('iframe')].map(e => e.src)).size");
        assertEquals(1L + pages().size(), shown);
        assertTrue(pages().size() > 20);
        assertEquals(List.of(), TreeRules.faults(browser));
    }
}
