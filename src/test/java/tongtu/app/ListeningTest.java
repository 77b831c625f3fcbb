package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.messages.Retention;
import tongtu.speech.EspeakVoice;
import tongtu.web.TrustedProxies;

/// What is served for listening, with the voice that is a library: sounds and times, files, the
/// podcast, pages of readings, receipts; and what asks too much.
class ListeningTest {
    private static final String HEAD =
            "---\ntitle: %s\nkind: %s\nlanguage: %s\npublished: 2026-11-01\n---\n\n";

    @TempDir static Path folder;
    private static Site site;
    private static final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        var content = folder.resolve("content");
        write(
                "notices/a.md",
                HEAD.formatted("A notice", "notice", "en")
                        + "One sentence.\n\n## Part\n\nAnother sentence. A third one.\n");
        write(
                "notices/silent.md",
                HEAD.formatted("Signs", "notice", "en")
                        + "🎉🎉🎉\n\n……\n\n%s\n".formatted("7".repeat(10_000)));
        write("notices/zh.md", HEAD.formatted("中文", "notice", "zh-CN") + "就业率达到98.89%。\n");
        write(
                "notices/long.md",
                HEAD.formatted("Long", "notice", "en") + "A line to say, no more.\n\n".repeat(140));
        write(
                "notices/live.md",
                HEAD.formatted("Live", "notice", "en")
                        + IntStream.range(0, 400)
                                .mapToObj("Line %d is sent as it is said. "::formatted)
                                .collect(Collectors.joining()));
        site =
                Site.start(
                        new Config(
                                "127.0.0.1",
                                0,
                                content,
                                "https://tongtu.example",
                                folder.resolve("data"),
                                Retention.DEFAULT,
                                TrustedProxies.NONE,
                                false,
                                new Config.Speech(folder.resolve("none"), 1, 4_000, false)),
                        InstantSource.system(),
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        (_, _) -> {},
                        _ -> {});
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        client.close();
    }

    private static void write(String name, String text) throws Exception {
        var file = folder.resolve("content").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path)).build();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private List<String> audio(String slug) throws Exception {
        var script = text("/speech/notices/" + slug + "/script.json");
        var found = new ArrayList<String>();
        var matcher = Pattern.compile("\"audio\":\"([^\"]+)\"").matcher(script);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void aLineIsHeardAndItsTimesAreKnown() throws Exception {
        var audio = audio("a");
        assertTrue(audio.size() >= 5, audio.toString());
        var sound = get(audio.getLast());
        assertEquals(200, sound.statusCode());
        assertEquals("audio/mpeg", sound.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(sound.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
        var timing = text(audio.getLast().replace(".mp3", ".json"));
        assertTrue(
                timing.startsWith("{\"length\":") && timing.contains("\"marks\":[{\"start\":0"),
                timing);
        assertEquals(404, get("/speech/notices/a/" + "0".repeat(20) + ".mp3").statusCode());
        assertEquals(404, get("/speech/notices/none/script.json").statusCode());
        assertEquals(404, get("/speech/notices/a/abcd2345.mp3").statusCode());
        assertEquals(404, get("/speech/notices/a/all.exe").statusCode());
    }

    /// Who has no script presses play on the browser's own player: sound comes before all of it is
    /// made.
    @Test
    void theWholeIsSentWhileItIsMade() throws Exception {
        var page = Jsoup.parse(text("/notices/live"));
        var address = page.select("listen-bar audio").attr("src");
        assertEquals("/speech/notices/live/all.mp3", address);
        // Headers alone take no place of a listener.
        for (int i = 0; i < 20; i++) {
            var head =
                    HttpRequest.newBuilder(request(address).uri())
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build();
            var answer = client.send(head, HttpResponse.BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
        }
        var reply = client.send(request(address), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, reply.statusCode());
        try (var sound = reply.body()) {
            assertEquals(4_000, sound.readNBytes(4_000).length);
            assertTrue(
                    text("/speech/notices/live/script.json").contains("\"ready\":false"),
                    "not all of it is there yet");
            assertTrue(reply.headers().firstValue("ETag").isEmpty(), "half a file has no name");
            assertEquals(100_000, sound.readNBytes(100_000).length, "and it goes on");
        }
    }

    @Test
    void pagesThatAreNoDocumentsAreHeardToo() throws Exception {
        for (var address : List.of("/", "/notices", "/glossary", "/sitemap")) {
            var page = Jsoup.parse(text(address));
            var script = text(page.select("listen-bar").attr("data-script"));
            assertTrue(script.contains("\"address\":\"" + address + "\""), script);
            var heading = page.select("h1").text();
            assertTrue(script.contains("\"words\":\"" + heading + "\""), script);
            assertFalse(script.contains("跳到正文"), script);
        }
        assertTrue(
                text(Jsoup.parse(text("/notices")).select("listen-bar").attr("data-script"))
                        .contains("A notice"));
        assertEquals(404, get("/speech/page/0000000000000000/script.json").statusCode());
    }

    @Test
    void whatIsMadeForOneReaderIsHeardToo() throws Exception {
        site.awaitSearch();
        var found = Jsoup.parse(text("/search?q=sentence&lang=en"));
        var script = text(found.select("listen-bar").attr("data-script"));
        assertTrue(script.contains("Another sentence."), script);
        assertTrue(
                found.select(".hits a[href*=listen]").attr("href").startsWith("/notices/a?listen="),
                found.select(".hits").outerHtml());
        for (var address : List.of("/feedback", "/feedback/help", "/preferences")) {
            var bar = Jsoup.parse(text(address)).select("listen-bar");
            assertEquals(200, get(bar.attr("data-script")).statusCode(), address);
        }
    }

    @Test
    void theFilesOfADocumentComeAndThePodcastNamesThem() throws Exception {
        for (int i = 0; i < 300 && get("/speech/notices/a/all.mp3").statusCode() != 200; i++) {
            Thread.sleep(200);
        }
        assertEquals(200, get("/speech/notices/a/all.mp3").statusCode());
        assertEquals(200, get("/speech/notices/a/all.opus").statusCode());
        assertTrue(text("/speech/notices/a/all.vtt").startsWith("WEBVTT"));
        assertTrue(text("/speech/notices/a/all.chapters.json").contains("\"title\":\"Part\""));
        var podcast = Jsoup.parse(text("/podcast.xml"), "", Parser.xmlParser());
        var item = podcast.select("item:has(title:containsOwn(A notice))");
        assertEquals(1, item.size());
        var enclosure = item.select("enclosure").first();
        assertEquals(
                "https://tongtu.example/speech/notices/a/all.mp3",
                enclosure == null ? "" : enclosure.attr("url"));
        assertEquals(
                String.valueOf(get("/speech/notices/a/all.mp3").body().length),
                enclosure == null ? "" : enclosure.attr("length"));
        for (var asked :
                List.of(
                        "itunes|image",
                        "itunes|category",
                        "itunes|explicit",
                        "language",
                        "description")) {
            assertFalse(podcast.select("channel > " + asked).isEmpty(), asked);
        }
        var page = Jsoup.parse(text("/speech/notices/a"));
        assertEquals(1, page.select("audio[controls] > track").size());
        assertTrue(page.select("a[download]").size() >= 5);
    }

    @Test
    void whatNobodySpeaksIsSaidToBeMute() throws Exception {
        var page = Jsoup.parse(text("/speech/notices/zh"));
        if (EspeakVoice.isHere()) {
            assertTrue(text("/speech/notices/zh/script.json").contains("espeak-ng"));
        } else {
            assertTrue(page.select("main").text().contains("没有这种语言的声音可用"), page.text());
            assertEquals(List.of(), audio("zh"));
        }
        assertEquals(200, get("/speech/notices/zh/script.json").statusCode());
        assertEquals(
                EspeakVoice.isHere() ? 200 : 503,
                get("/speech/notices/zh/all.mp3").statusCode(),
                "silence is no file");
        var readings = Jsoup.parse(text("/speech/notices/zh/readings"));
        assertTrue(readings.text().contains("百分之九十八点八九"), readings.text());
        assertTrue(readings.text().contains("jiùyèlǜ"), readings.text());
        var ruby = Jsoup.parse(text("/pinyin/notices/zh")).select(".text ruby");
        assertEquals("就（jiù）", ruby.first() == null ? "" : ruby.first().text());
    }

    @Test
    void whatCannotBeSaidIsLeftOutAndTheRestIsHeard() throws Exception {
        for (int i = 0; i < 300 && get("/speech/notices/silent/all.mp3").statusCode() != 200; i++) {
            Thread.sleep(200);
        }
        assertEquals(200, get("/speech/notices/silent/all.mp3").statusCode(), "the title is there");
    }

    /// A hundred at once: each gets its sound or is told to come back, and pages are served
    /// meanwhile.
    @Test
    void aHundredAtOnceAreServedOrToldToComeBack() throws Exception {
        var audio = audio("long");
        var asked = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
        for (int i = 0; i < 100; i++) {
            asked.add(
                    client.sendAsync(
                            request(audio.get(audio.size() - 1 - i)),
                            HttpResponse.BodyHandlers.ofByteArray()));
        }
        assertEquals(200, get("/notices/a").statusCode());
        int heard = 0;
        for (var each : asked) {
            int status = each.get(120, TimeUnit.SECONDS).statusCode();
            assertTrue(status == 200 || status == 503, "status " + status);
            heard += status == 200 ? 1 : 0;
        }
        assertTrue(heard >= 20, heard + " were served");
    }
}
