package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// What is taken along, in a real browser: the book as its reader shows and plays it, the page in
/// large print, the page with Braille, and the way to them by keyboard.
@Tag("browser")
class TakeawayWalkTest {
    private static final long PATIENCE_S = 120;
    private static final String OF_THE_BOOK =
            "(?s)(undecided: )?(landmark-one-main|page-has-heading-one|region|css-orientation-lock):.*";

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        var content = folder.resolve("content/pages");
        Files.createDirectories(content);
        for (var name : List.of("english.md", "english.ids", "using.md", "using.ids")) {
            Files.copy(Path.of("content/pages", name), content.resolve(name));
        }
        site =
                new RunningSite(
                        folder.resolve("content"),
                        folder.resolve("data"),
                        folder.resolve("no voices"));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static byte[] get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var reply =
                    client.send(
                            HttpRequest.newBuilder(URI.create(site.page("page", path).url()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, reply.statusCode(), path);
            return reply.body();
        }
    }

    /// The book of a voiced document, unpacked.
    private static Path book() throws Exception {
        var until = Instant.now().plusSeconds(PATIENCE_S);
        while (true) {
            var file = folder.resolve("english.epub");
            Files.write(file, get("/files/pages/english/english.epub"));
            var out = folder.resolve("book");
            boolean isHeard = false;
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    var target = out.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.write(target, zip.getInputStream(entry).readAllBytes());
                    isHeard |= entry.getName().endsWith(".smil");
                }
            }
            if (isHeard) {
                return out.resolve("EPUB");
            }
            assertTrue(Instant.now().isBefore(until), "the document is not voiced");
            Thread.sleep(500);
        }
    }

    @Test
    void aBookIsReadAndHeardByItsSpine() throws Exception {
        var book = book();
        var browser = Browser.get().reset();
        var opf =
                Jsoup.parse(Files.readString(book.resolve("package.opf")), "", Parser.xmlParser());
        var files = new ArrayList<String>();
        for (var item : opf.select("spine > itemref")) {
            var id = item.attr("idref");
            opf.select("manifest > item").stream()
                    .filter(each -> each.attr("id").equals(id))
                    .forEach(each -> files.add(each.attr("href")));
        }
        assertTrue(files.size() > 3, files.toString());
        int heard = 0;
        for (var name : files) {
            browser.open(book.resolve(name).toUri().toString());
            assertEquals(List.of(), faults(browser), name);
            assertEquals("en", browser.run("return document.documentElement.lang"), name);
            var smil = book.resolve(name.replace(".xhtml", ".smil"));
            if (!Files.exists(smil)) {
                continue;
            }
            var overlay = Jsoup.parse(Files.readString(smil), "", Parser.xmlParser());
            var clips = overlay.select("par");
            var last = clips.last();
            assertTrue(last != null);
            for (var text : clips.select("text").eachAttr("src")) {
                var id = text.substring(text.indexOf('#') + 1);
                assertEquals(
                        true,
                        browser.run(
                                "const e = document.getElementById(arguments[0]);"
                                        + "return !!e && e.textContent.trim() !== ''",
                                id),
                        text);
                heard++;
            }
            browser.run(
                    "window.sound = new Audio(arguments[0]); window.sound.preload = 'metadata';"
                            + "window.sound.load()",
                    name.replace(".xhtml", ".mp3"));
            var length = length(browser);
            double end = seconds(last.select("audio").attr("clipEnd"));
            assertTrue(length >= end - 0.1 && length < end + 2, length + " s for " + end);
        }
        assertTrue(heard > 20, heard + " clips");
        browser.open(book.resolve("nav.xhtml").toUri().toString());
        assertEquals(
                0L,
                browser.run(
                        "return [...document.querySelectorAll('nav a')]"
                                + ".filter(a => !a.textContent.trim()).length"));
    }

    /// A chapter is a part of a book: landmarks and the first heading are the book's. The name of a
    /// `doc-pagebreak` is allowed (DPUB-ARIA 1.1, name from author); axe does not look up that
    /// role.
    private static List<String> faults(Browser browser) {
        return Axe.faults(browser).stream()
                .filter(fault -> !fault.matches(OF_THE_BOOK))
                .filter(fault ->
                        !fault.startsWith("aria-prohibited-attr:")
                                || !fault.contains("role=\"doc-pagebreak\""))
                .toList();
    }

    private static double length(Browser browser) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (browser.run("return window.sound.duration || 0") instanceof Number number
                    && number.doubleValue() > 0) {
                return number.doubleValue();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the sound cannot be played");
    }

    private static double seconds(String clock) {
        var parts = clock.split(":", -1);
        return Integer.parseInt(parts[0]) * 3600
                + Integer.parseInt(parts[1]) * 60
                + Double.parseDouble(parts[2]);
    }

    @Test
    void thePageInLargePrintStandsAlone() throws Exception {
        var bytes = get("/files/pages/using/using-large.html");
        assertEquals(List.of(), Nu.faults(bytes));
        var file = folder.resolve("large.html");
        Files.write(file, bytes);
        var browser = Browser.get().reset().size(320, 640);
        browser.open(file.toUri().toString());
        assertEquals(List.of(), Axe.faults(browser));
        assertEquals(
                true,
                browser.run("return document.documentElement.scrollWidth <= innerWidth"),
                "it scrolls sideways at 320 px");
        assertEquals("24px", browser.run("return getComputedStyle(document.body).fontSize"));
    }

    @Test
    void brailleStandsUnderThePrintAndIsMarkedSo() throws Exception {
        var address = site.page("page", "/braille/pages/using").url();
        var page = get("/braille/pages/using");
        assertEquals(List.of(), Nu.faults(page));
        var browser = Browser.get().reset().size(320, 640);
        browser.open(address);
        assertEquals(List.of(), Axe.faults(browser));
        assertEquals(
                true,
                browser.run("return document.documentElement.scrollWidth <= innerWidth"),
                "it scrolls sideways at 320 px");
        assertTrue(new String(page, StandardCharsets.UTF_8).contains("lang=\"zh-Brai-CN\""));
    }

    /// By keyboard alone: to the list, into what is folded, to a file.
    @Test
    void theFormsAreReachedByKeyboard() throws Exception {
        var browser = Browser.get().reset();
        browser.open(site.page("page", "/pages/using").url());
        var driver = browser.driver();
        browser.run("document.querySelector('.take .links li:last-child a').focus()");
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("summary", driver.switchTo().activeElement().getTagName());
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("PDF，24 磅特大字", driver.switchTo().activeElement().getText());
        for (var link : driver.findElements(By.cssSelector(".take a"))) {
            assertTrue(link.getSize().getHeight() >= 44, link.getText());
        }
    }
}
