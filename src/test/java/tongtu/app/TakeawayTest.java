package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.messages.Retention;
import tongtu.takeaway.Form;
import tongtu.web.TrustedProxies;

/// Documents to take along, as a reader gets them from a running site, from an export, and as staff
/// see what is missing.
class TakeawayTest {
    private static final long PATIENCE_S = 90;

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void write() throws Exception {
        write("notices/a.md", "---\ntitle: 标题\nkind: notice\n---\n\n## 第一节\n\n就业率达到 98.89%。\n");
        write(
                "notices/b.md",
                """
                ---
                title: A notice
                kind: notice
                language: en
                ---

                One sentence. Another one[^1].

                ## Part

                - An item.
                - A second one.

                | Name | Count |
                | --- | ---: |
                | Lifts | 3 |
                [A table]

                [^1]: A note.
                """);
    }

    private void write(String name, String text) throws Exception {
        var file = folder.resolve("content").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private Site open(boolean isAhead, int cores) throws Exception {
        return Site.start(
                new Config(
                        "127.0.0.1",
                        0,
                        folder.resolve("content"),
                        "https://tongtu.example",
                        folder.resolve("data"),
                        Retention.DEFAULT,
                        TrustedProxies.NONE,
                        false,
                        new Config.Speech(folder.resolve("none"), cores, 4_000, false),
                        new Config.Forms(2_000, isAhead),
                        Config.Staff.DEFAULT),
                InstantSource.system(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                (_, _) -> {},
                _ -> {});
    }

    private HttpResponse<byte[]> get(Site site, String path) throws Exception {
        return ask(site, "GET", path);
    }

    private HttpResponse<byte[]> ask(Site site, String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private Document page(Site site, String path) throws Exception {
        return Jsoup.parse(new String(get(site, path).body(), StandardCharsets.UTF_8));
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        var until = Instant.now().plusSeconds(PATIENCE_S);
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(until), "it did not come about");
            Thread.sleep(100);
        }
    }

    /// Nobody has asked before: each is made now, and the page tells of it afterwards.
    @Test
    void aFormIsMadeWhenItIsAskedFor() throws Exception {
        try (var site = open(false, 0)) {
            var links = page(site, "/notices/a").select("section[aria-labelledby=take] a");
            var addresses = links.eachAttr("href");
            assertTrue(addresses.size() >= Form.values().length + 3, addresses.toString());
            for (var address : addresses) {
                assertEquals(200, get(site, address).statusCode(), address);
            }
            var pdf = get(site, "/files/notices/a/a.pdf");
            assertEquals("application/pdf", pdf.headers().firstValue("Content-Type").orElseThrow());
            assertEquals("%PDF", new String(pdf.body(), 0, 4, StandardCharsets.US_ASCII));
            var head = ask(site, "HEAD", "/files/notices/a/a.pdf");
            assertEquals(
                    pdf.body().length,
                    head.headers().firstValueAsLong("Content-Length").orElseThrow());
            assertEquals(0, head.body().length);
            var word = get(site, "/files/notices/a/a.docx").headers();
            assertTrue(word.firstValue("Content-Disposition").orElseThrow().contains("a.docx"));
            for (var none : List.of("a.exe", "b.pdf", "a-19pt.pdf", "a")) {
                assertEquals(404, get(site, "/files/notices/a/" + none).statusCode(), none);
            }
            assertEquals(404, get(site, "/files/notices/none/none.pdf").statusCode());
            await(() -> page(site, "/notices/a").select("#take ~ ul").text().contains("1 页"));
        }
    }

    @Test
    void allFormsAreMadeAheadAndKeptOverAStart() throws Exception {
        try (var site = open(true, 0)) {
            await(() -> !page(site, "/notices/b").text().contains("not made yet"));
        }
        var before = files();
        assertEquals(2 * Form.values().length * 2, before.size(), before.toString());
        try (var site = open(true, 0)) {
            await(() -> !page(site, "/notices/b").text().contains("not made yet"));
        }
        assertEquals(before, files());
    }

    /// The names of the files that are kept, with when each was written first: a file that is made
    /// anew is another file on the disk.
    private List<String> files() throws Exception {
        var all = new ArrayList<String>();
        try (var files = Files.list(folder.resolve("data/forms"))) {
            for (var file : files.sorted().toList()) {
                all.add(file.getFileName() + " " + Files.getAttribute(file, "unix:ino"));
            }
        }
        return all;
    }

    /// The English voice is a library: a document that it has read to its end becomes a book that
    /// can be heard.
    @Test
    void aBookGetsItsSoundWhenItsDocumentIsVoiced() throws Exception {
        try (var site = open(true, 1)) {
            await(() ->
                    page(site, "/notices/b")
                            .select("a[href$=.epub] + .hint")
                            .text()
                            .contains("with sound"));
            var book = folder.resolve("b.epub");
            Files.write(book, get(site, "/files/notices/b/b.epub").body());
            TalkingBook.check(book);
        }
    }

    @Test
    void brailleStandsUnderThePrint() throws Exception {
        try (var site = open(false, 0)) {
            var page = page(site, "/braille/notices/a");
            assertEquals("第一节", page.select("main h2").eachText().getFirst());
            var cells = page.select("p.cells");
            assertTrue(cells.size() >= 3);
            for (var line : cells) {
                assertEquals("zh-Brai-CN", line.attr("lang"));
                assertTrue(line.text().matches("[\\u2800-\\u283f ]+"), line.text());
            }
            assertTrue(page.text().contains("未经盲文校对"));
            assertEquals(404, get(site, "/braille/notices/none").statusCode());
        }
    }

    @Test
    void whoProofreadWhichRevisionIsSaid() throws Exception {
        String revision;
        try (var site = open(false, 0)) {
            var text = page(site, "/notices/a").select("section[aria-labelledby=take]").text();
            revision = text.replaceFirst("(?s).*版本 ([0-9a-f]{12}).*", "$1");
        }
        assertEquals(
                0,
                run("proofread", "notices/a", "--by", "张三", "--braille", "--date", "2026-11-30"));
        assertEquals(
                "notices/a\t" + revision + "\tbraille\t张三\t2026-11-30\n",
                Files.readString(folder.resolve("content/proofread.tsv")));
        try (var site = open(false, 0)) {
            var page = page(site, "/notices/a").text();
            assertTrue(page.contains("张三在 2026-11-30 校对过这个版本的盲文。"), page);
            assertTrue(page.contains("没有人工校对的记录。"), page);
        }
        write("notices/a.md", "---\ntitle: 标题\nkind: notice\n---\n\n变了。\n");
        try (var site = open(false, 0)) {
            assertTrue(page(site, "/notices/a").text().contains("这个版本未经盲文校对"));
        }
        assertEquals(Main.CANNOT, run("proofread", "notices/none", "--by", "张三"));
    }

    /// Recorded while the site runs, it is told without a new start.
    @Test
    void aPageTellsOfItsProofreadingAsSoonAsItIsRecorded() throws Exception {
        try (var site = open(false, 0)) {
            assertTrue(page(site, "/notices/a").text().contains("没有人工校对的记录。"));
            assertEquals(0, run("proofread", "notices/a", "--by", "李四", "--date", "2026-11-30"));
            await(() -> page(site, "/notices/a").text().contains("李四在 2026-11-30 对照原文校对过这个版本。"));
        }
    }

    @Test
    void aDecisionAboutAWordGoesToTheLexiconOnce() throws Exception {
        assertEquals(0, run("proof", "--decide", "一行", "--reading", "yī xíng"));
        assertEquals(0, run("proof", "--decide", "一行", "--reading", "yì háng"));
        assertEquals(
                "一行\tyì háng\t盲文校对\n", Files.readString(folder.resolve("content/lexicon.tsv")));
        assertEquals(Main.MISTYPED, run("proof", "--decide", "一行", "--reading", "yì"));
    }

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--content", folder.resolve("content").toString()));
        if (!arguments[0].startsWith("proof")) {
            all.addAll(List.of("--data", folder.resolve("data").toString()));
            all.addAll(List.of("--voices", folder.resolve("none").toString()));
        }
        var out = new PrintWriter(said);
        return Main.commandLine(out, out, Map.of()).execute(all.toArray(String[]::new));
    }

    @Test
    void staffSeeWhatIsMissingAndStale() throws Exception {
        assertEquals(0, run("forms"));
        assertTrue(said.toString().contains("notices/a" + "\t-".repeat(Form.values().length)));
        assertEquals(0, run("forms", "--make"));
        assertTrue(said.toString().contains("notices/a" + "\t+".repeat(Form.values().length)));
        write("notices/a.md", "---\ntitle: 标题\nkind: notice\n---\n\n变了。\n");
        said.getBuffer().setLength(0);
        assertEquals(0, run("forms"));
        assertTrue(said.toString().contains("notices/a" + "\t~".repeat(Form.values().length)));
        assertTrue(said.toString().contains("notices/b" + "\t+".repeat(Form.values().length)));
    }

    @Test
    void anExportHoldsEveryFormAndLeadsToThem() throws Exception {
        var out = folder.resolve("out");
        assertEquals(0, run("export", out.toString()), said.toString());
        var page = Jsoup.parse(Files.readString(out.resolve("notices/a.html")));
        var links = page.select("section[aria-labelledby=take] a").eachAttr("href");
        assertFalse(links.isEmpty());
        for (var link : links) {
            assertFalse(link.startsWith("http"), link);
            assertTrue(Files.isRegularFile(out.resolve("notices").resolve(link)), link);
        }
        assertTrue(links.contains("../files/notices/a/a-all.zip"), links.toString());
        assertTrue(page.select("#take ~ ul").text().contains("1 页"), "it tells their size");
        var again = folder.resolve("again");
        assertEquals(0, run("export", again.toString()));
        try (var files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(again.resolve(out.relativize(file).toString())),
                        file.toString());
            }
        }
    }
}
