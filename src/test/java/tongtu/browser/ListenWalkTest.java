package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.opentest4j.TestAbortedException;
import tongtu.Shared;
import tongtu.intake.Import;
import tongtu.speech.InstalledVoices;

/// Listening in a real browser: an English page with the voice that is always there; the imported
/// plan and two statutes with the voices of Mandarin, where these are installed.
@Tag("browser")
class ListenWalkTest {
    private static final List<String> LAWS = List.of("无障碍环境建设法", "残疾人保障法");

    /// The sounds of a playing page may lag behind its marks by that much.
    private static final int STEP_MS = 100;

    private static final String BAR = "const bar = document.querySelector('listen-bar');";

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;
    private static @Nullable RunningSite mandarin;

    @BeforeAll
    static void open() throws Exception {
        var content = folder.resolve("english/content/pages");
        Files.createDirectories(content);
        for (var ending : List.of(".md", ".ids")) {
            Files.copy(
                    Path.of("content/pages/english" + ending), content.resolve("english" + ending));
        }
        // Whatever is installed: with the voice that is a library.
        site =
                new RunningSite(
                        content.resolveSibling(""),
                        folder.resolve("english/data"),
                        folder.resolve("none"));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        if (mandarin != null) {
            mandarin.close();
        }
    }

    /// The plan and the statutes, imported as staff would, with the voices of Mandarin.
    private static RunningSite mandarin() throws Exception {
        var voices = InstalledVoices.needed();
        if (mandarin == null) {
            var policies = folder.resolve("chinese/content/policies");
            for (var law : LAWS) {
                new Import(Path.of("src/test/resources/laws", law + ".md"), policies, null, false)
                        .run();
            }
            try {
                new Import(Shared.plan(), policies, null, false).run();
            } catch (TestAbortedException e) {
                // The test of the plan asks for it again, and is skipped by its own name.
            }
            mandarin =
                    new RunningSite(
                            policies.resolveSibling(""), folder.resolve("chinese/data"), voices);
        }
        return mandarin;
    }

    private static Browser at(String path) {
        return Browser.get().reset().open(site.page("page", path).url());
    }

    private static Object state(Browser browser, String expression) {
        return browser.run(BAR + "return " + expression);
    }

    private static void until(BooleanSupplier happened, String what) {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!happened.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience), () -> what + " does not happen");
            pause(50);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void press(Browser browser, String name) {
        for (var button : browser.driver().findElements(By.cssSelector("listen-bar button"))) {
            if (button.getText().equals(name)) {
                button.click();
                return;
            }
        }
        throw new AssertionError("no button " + name);
    }

    private static boolean isHeard(Browser browser) {
        return Boolean.TRUE.equals(
                state(browser, "bar.playing && !bar.audio.paused && bar.audio.currentTime > 0.05"));
    }

    private static long at(Browser browser) {
        return (Long) state(browser, "bar.at");
    }

    private static void forget(Browser browser) {
        // The page that is left keeps its place.
        browser.run(BAR + "bar.at = 0; localStorage.clear()");
    }

    /// A real press, as far from the bar as can be.
    private static void reach(Browser browser, WebElement element) {
        browser.run("arguments[0].scrollIntoView({ block: 'start' })", element);
        element.click();
    }

    private static void moreKeys(Browser browser) {
        browser.driver().findElement(By.cssSelector("listen-bar summary")).click();
        until(() -> Boolean.TRUE.equals(state(browser, "!!bar.script")), "more keys");
    }

    /// Plays from the top, and holds what is marked against the clock of the sound.
    private static void playsAndMarks(RunningSite site, String path, String play, String pause) {
        var browser = Browser.get().reset().open(site.page("page", path).url());
        forget(browser);
        browser.open(site.page("page", path).url());
        press(browser, play);
        until(() -> isHeard(browser), "sound");
        assertEquals(pause, state(browser, "bar.playKey.textContent"));
        // The title stands above the text: on to a sentence of it.
        browser.run(
                BAR
                        + "bar.go(bar.script.lines.findIndex((l, i) => l.literal && !l.heading && l.words.length > 12))");
        until(
                () ->
                        isHeard(browser)
                                && Boolean.TRUE.equals(
                                        state(
                                                browser,
                                                "!!(bar.line.marks && bar.line.marks.length)")),
                "timing");
        int seen = 0;
        for (int i = 0; i < 60 && seen < 8; i++) {
            var found =
                    browser.run(
                            BAR
                                    + "const now = bar.audio.currentTime * 1000, mark = bar.mark, line = bar.line;"
                                    + "const shown = CSS.highlights.get('syllable'), range = shown && [...shown][0];"
                                    + "if (!mark || !range || bar.audio.paused) return null;"
                                    + "return [now, mark.from, mark.to, range.toString().replace(/\\s+/g, ''),"
                                    + " line.words.slice(mark.start, mark.end).replace(/\\s+/g, '')]");
            if (found instanceof List<?> list) {
                double now = ((Number) list.get(0)).doubleValue();
                double from = ((Number) list.get(1)).doubleValue();
                double to = ((Number) list.get(2)).doubleValue();
                assertTrue(now >= from - STEP_MS && now <= to + STEP_MS, list::toString);
                assertEquals(
                        list.get(4),
                        list.get(3),
                        "the words that are marked are those that are heard");
                seen++;
            }
            pause(90);
        }
        assertTrue(seen >= 8, "only " + seen + " marks were seen");
        assertTrue(
                (Boolean) browser.run("return CSS.highlights.get('sentence').size > 0"),
                "the sentence is marked");
        press(browser, pause);
        assertEquals(play, state(browser, "bar.playKey.textContent"));
    }

    @Test
    void anEnglishPageSpeaksEnglishAndShowsWhereItIs() {
        playsAndMarks(site, "/pages/english", "Play", "Pause");
    }

    @Test
    void thePlanIsPlayedAndItsSyllablesAreMarkedAsTheyAreHeard() throws Exception {
        Shared.plan();
        playsAndMarks(mandarin(), "/policies/plan", "播放", "暂停");
    }

    @Test
    void statutesArePlayedToo() throws Exception {
        var statutes = mandarin();
        for (var law : LAWS) {
            playsAndMarks(
                    statutes,
                    "/policies/" + URLEncoder.encode(law, StandardCharsets.UTF_8),
                    "播放",
                    "暂停");
        }
    }

    @Test
    void pagesThatAreNoDocumentsArePlayedToo() throws Exception {
        for (var path : List.of("/", "/policies", "/sitemap")) {
            playsAndMarks(mandarin(), path, "播放", "暂停");
        }
    }

    @Test
    void aListenerSkipsSentencesAndHeadingsAndComesBackToTheSamePlace() {
        var browser = at("/pages/english");
        forget(browser);
        browser.open(site.page("page", "/pages/english").url());
        press(browser, "Next sentence");
        until(() -> at(browser) > 0, "the next sentence");
        assertFalse((Boolean) state(browser, "bar.playing"), "going on does not play by itself");
        long first = at(browser);
        press(browser, "Next sentence");
        until(() -> at(browser) > first, "the sentence after");
        press(browser, "Previous sentence");
        until(() -> at(browser) == first, "the sentence before");
        moreKeys(browser);
        press(browser, "Next heading");
        until(
                () -> Boolean.TRUE.equals(state(browser, "bar.line.heading && bar.at > 0")),
                "a heading");
        long heading = at(browser);
        press(browser, "Play");
        until(() -> isHeard(browser), "sound");
        press(browser, "Pause");
        long left = at(browser);
        assertTrue(left >= heading);
        browser.open(site.page("page", "/pages/english").url());
        until(() -> Boolean.TRUE.equals(state(browser, "!!bar.script")), "the page remembers");
        var sentence =
                "bar.script.lines.findIndex(l => bar.same(l, bar.script.lines[" + left + "]))";
        assertEquals(
                state(browser, sentence),
                state(browser, "bar.at"),
                "the same sentence after reload");
        // Carried by a link to another device.
        var link = String.valueOf(state(browser, "bar.address()"));
        forget(browser);
        browser.open(link);
        until(() -> Boolean.TRUE.equals(state(browser, "!!bar.script")), "the link leads on");
        assertEquals(
                state(browser, sentence),
                state(browser, "bar.at"),
                "the same sentence by the link");
        forget(browser);
    }

    @Test
    void aListenerChoosesTheSpeedAndTheHeadingToStartFrom() {
        var browser = at("/pages/english");
        forget(browser);
        browser.open(site.page("page", "/pages/english").url());
        moreKeys(browser);
        browser.run(
                BAR
                        + "const s = bar.querySelector('select'); s.value = '2'; s.dispatchEvent(new Event('change'))");
        var here = browser.driver().findElements(By.cssSelector(".text .here"));
        assertFalse(here.isEmpty(), "each heading has a key");
        reach(browser, here.getLast());
        until(() -> isHeard(browser), "sound from the heading");
        assertEquals(2L, state(browser, "bar.audio.playbackRate"));
        assertTrue((Boolean) state(browser, "bar.audio.preservesPitch"));
        var id =
                browser.run(
                        "return [...document.querySelectorAll('.text :is(h2,h3,h4)[id]')].pop().id");
        assertEquals(id, state(browser, "bar.line.block"));
        press(browser, "Pause");
        browser.open(site.page("page", "/pages/english").url());
        until(() -> Boolean.TRUE.equals(state(browser, "bar.speed === 2")), "the speed is kept");
        forget(browser);
    }

    @Test
    void aParagraphIsPointedAtAndReadByPointerAndByKeyboard() {
        var browser = at("/pages/english");
        forget(browser);
        browser.open(site.page("page", "/pages/english").url());
        moreKeys(browser);
        assertEquals(
                0L,
                browser.run("return document.querySelectorAll('.text p[tabindex]').length"),
                "no tab stops before");
        browser.run(BAR + "bar.querySelector('.choice input').click()");
        var block = browser.driver().findElement(By.cssSelector(".text p[id]:last-of-type"));
        reach(browser, block);
        until(() -> isHeard(browser), "sound from the paragraph");
        assertEquals(block.getAttribute("id"), state(browser, "bar.line.block"));
        press(browser, "Pause");
        var first = browser.driver().findElement(By.cssSelector(".text p[id]"));
        browser.run("arguments[0].focus()", first);
        new Keyboard(browser).enter();
        until(() -> isHeard(browser), "sound from the paragraph in focus");
        assertEquals(first.getAttribute("id"), state(browser, "bar.line.block"));
        press(browser, "Pause");
        forget(browser);
    }

    @Test
    void aScreenReaderIsToldOfTheKeysAndNothingWhileItPlays() {
        var browser = at("/pages/english");
        forget(browser);
        browser.open(site.page("page", "/pages/english").url());
        var tree = AccessibilityTree.of(browser);
        var region =
                tree.of("region").stream()
                        .filter(node -> node.name().equals("Read aloud"))
                        .findFirst()
                        .orElseThrow();
        var names = region.of("button").stream().map(AccessibilityTree.Node::name).toList();
        assertTrue(
                names.containsAll(List.of("Previous sentence", "Play", "Next sentence")),
                names.toString());
        press(browser, "Play");
        until(() -> isHeard(browser), "sound");
        var said =
                AccessibilityTree.of(browser).of("status").stream()
                        .flatMap(node -> node.of("StaticText").stream())
                        .map(AccessibilityTree.Node::name)
                        .toList();
        assertEquals(List.of(), said);
        press(browser, "Pause");
        forget(browser);
    }

    @Test
    void withoutScriptThePageLeadsToItsSoundAsFiles() throws Exception {
        var browser =
                at("/pages/english")
                        .withoutScript()
                        .open(site.page("page", "/pages/english").url());
        var player = browser.driver().findElement(By.cssSelector("#listen audio[controls]"));
        // On the first of the browser's own keys.
        new Actions(browser.driver())
                .scrollToElement(player)
                .moveToElement(player, 28 - player.getSize().width / 2, 0)
                .click()
                .perform();
        until(
                () -> Double.parseDouble(player.getDomProperty("currentTime")) > 0.2,
                "sound without script");
        var link = browser.driver().findElement(By.cssSelector("#listen a"));
        assertEquals("Files to download, and the state of the sound", link.getText());
        until(ListenWalkTest::isReady, "the files of the page");
        browser.open(site.page("page", "/speech/pages/english").url());
        var audio = browser.driver().findElement(By.cssSelector("audio[controls]"));
        assertNotEquals("", audio.getAttribute("src"));
        var files = browser.driver().findElements(By.cssSelector("a[download]"));
        assertTrue(files.size() > 6, "files of the whole and of each section: " + files.size());
        for (var file : files) {
            var reply = get(file.getAttribute("href"), Map.of());
            assertEquals(200, reply.statusCode(), file.getAttribute("href"));
            assertTrue(reply.body().length > 200);
        }
        browser.reset();
    }

    private static boolean isReady() {
        try {
            // Before it is whole, it has no tag: it is sent while it is made.
            return get(site.page("page", "/speech/pages/english/all.opus").url(), Map.of())
                            .statusCode()
                    == 200;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<byte[]> get(String url, Map<String, String> headers)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url));
            headers.forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void soundIsServedWithRangesAndStrongTags() throws Exception {
        until(ListenWalkTest::isReady, "the files of the page");
        var url = site.page("page", "/speech/pages/english/all.mp3").url();
        var whole = get(url, Map.of());
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.startsWith("\""), tag);
        assertEquals("bytes", whole.headers().firstValue("Accept-Ranges").orElseThrow());
        var part = get(url, Map.of("Range", "bytes=100-199"));
        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes 100-199/" + whole.body().length,
                part.headers().firstValue("Content-Range").orElseThrow());
        assertEquals(
                Arrays.toString(Arrays.copyOfRange(whole.body(), 100, 200)),
                Arrays.toString(part.body()));
        assertEquals(416, get(url, Map.of("Range", "bytes=999999999-")).statusCode());
        assertEquals(
                200, get(url, Map.of("Range", "bytes=0-9", "If-Range", "\"other\"")).statusCode());
        assertEquals(304, get(url, Map.of("If-None-Match", tag)).statusCode());
        assertEquals(10, get(url, Map.of("Range", "bytes=-10")).body().length);
    }

    @Test
    void theBarIsUsableOnANarrowPageAndAtFourHundredPercent() {
        for (var open : List.of(false, true)) {
            var browser = at("/pages/english").size(320, 640);
            browser.open(site.page("page", "/pages/english").url());
            browser.run(
                    "document.querySelector('.listen').classList.add('on');"
                            + " document.querySelector('listen-bar details').open = arguments[0]",
                    open);
            assertEquals(
                    0L,
                    browser.run(
                            "return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            browser.zoom(400).open(site.page("page", "/pages/english").url());
            browser.run(
                    "document.querySelector('.listen').classList.add('on');"
                            + " document.querySelector('listen-bar details').open = arguments[0]",
                    open);
            assertEquals(
                    0L,
                    browser.run(
                            "return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            assertEquals(
                    "static",
                    browser.run(
                            "return getComputedStyle(document.querySelector('.listen')).position"),
                    "it lets go of a low window");
            browser.reset();
        }
    }
}
