package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.RawHttp;
import tongtu.preferences.Preferences;
import tongtu.preferences.Setting;
import tongtu.web.Server;

/// A reader's settings live in their browser, reach every page through one style sheet, and change
/// no page's bytes.
class DisplaySettingsTest {
    @TempDir Path folder;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        site = TestSite.still(folder.resolve("content"));
        site.save("policies/法.md", TestSite.text("policy", "保障法", "一段话。"));
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private RawHttp.Answer get(String raw, String cookie) throws IOException {
        return RawHttp.get(site.port(), raw, "Cookie: display=" + cookie);
    }

    private static Document html(RawHttp.Answer answer) {
        return Jsoup.parse(answer.text());
    }

    /// The value of the cookie that an answer sets.
    private static String set(RawHttp.Answer answer) {
        var header = answer.header("Set-Cookie");
        assertTrue(header.startsWith("display="), header);
        return header.substring("display=".length(), header.indexOf(';'));
    }

    @Test
    void pagesAreTheSameBytesWhateverIsChosen() throws IOException {
        for (var address : List.of("/", "/policies/%E6%B3%95", "/policies", "/glossary")) {
            var usual = RawHttp.get(site.port(), address);
            var chosen = get(address, "text-200.scheme-yellow");
            assertArrayEquals(usual.body(), chosen.body(), address);
            assertEquals(usual.header("ETag"), chosen.header("ETag"));
            assertFalse(chosen.header("Vary").contains("Cookie"));
            assertEquals(
                    List.of("/preferences.css"),
                    html(usual).select("link[rel=stylesheet]").eachAttr("href").stream()
                            .filter(href -> href.contains("preferences"))
                            .toList());
        }
    }

    @Test
    void theSheetIsTheReadersOwnAndSentOnlyWhenItChanged() throws IOException {
        var usual = RawHttp.get(site.port(), "/preferences.css");
        assertEquals(200, usual.status());
        assertEquals("", usual.text());
        var dark = get("/preferences.css", "scheme-dark");
        assertEquals("text/css;charset=utf-8", dark.header("Content-Type"));
        assertEquals("private, no-cache", dark.header("Cache-Control"));
        assertEquals("Cookie", dark.header("Vary"));
        assertTrue(dark.text().contains("color-scheme:dark"));
        var again =
                RawHttp.get(
                        site.port(),
                        "/preferences.css",
                        "Cookie: display=scheme-dark",
                        "If-None-Match: " + dark.header("ETag"));
        assertEquals(304, again.status());
        var other =
                RawHttp.get(
                        site.port(),
                        "/preferences.css",
                        "Cookie: display=scheme-soft",
                        "If-None-Match: " + dark.header("ETag"));
        assertEquals(200, other.status());
    }

    @Test
    void whateverTheCookieHoldsTheSheetIsSafe() throws IOException {
        for (var cookie :
                List.of(
                        "x".repeat(5_000),
                        "scheme-dark%3B%7D",
                        "text-150}body{display:none",
                        "\"scheme-dark\"",
                        "..-.-")) {
            var answer = get("/preferences.css", cookie);
            assertEquals(200, answer.status(), cookie);
            assertFalse(answer.text().contains("display:none"), cookie);
        }
    }

    @Test
    void aLinkCarriesSettingsToAnyPageAndStaysThere() throws IOException {
        var answer = get("/policies/%E6%B3%95?prefs=text-150.scheme-dark.nothing-x", "");
        assertEquals(303, answer.status());
        assertEquals("/policies/%E6%B3%95", answer.header("Location"));
        assertEquals("text-150.scheme-dark", set(answer));
        assertTrue(answer.header("Set-Cookie").contains("Max-Age=31536000"));
        assertTrue(
                get("/policies?prefs=none", "text-150").header("Set-Cookie").contains("Max-Age=0"));
    }

    @Test
    void elderModeIsOneLinkAndKeepsWhatElseWasChosen() throws IOException {
        var page = html(site.get("/"));
        assertEquals("?prefs=elder", page.expectFirst(".elder a").attr("href"));
        assertEquals("?prefs=elder-off", page.expectFirst(".elder-off a").attr("href"));
        var on = set(get("/?prefs=elder", "scheme-dark"));
        assertTrue(Preferences.of(on).isElder(), on);
        assertTrue(on.contains("scheme-dark"), on);
        assertEquals("scheme-dark", set(get("/?prefs=elder-off", on)));
        assertTrue(get("/preferences.css", on).text().contains(".elder{display:none}"));
        assertTrue(get("/preferences.css", on).text().length() < 2_000);
    }

    @Test
    void thePageShowsWhatIsChosenAndSavesEachSetting() throws IOException {
        var page =
                html(
                        get(
                                "/preferences?from=/policies/法".replace("法", "%E6%B3%95"),
                                "text-150.band-on"));
        assertEquals("150", page.expectFirst("input[name=text][checked]").val());
        assertEquals("on", page.expectFirst("input[name=band][checked]").val());
        assertEquals("system", page.expectFirst("input[name=scheme][checked]").val());
        assertEquals(Setting.values().length, page.select("fieldset > legend").size());
        assertEquals("/policies/法", page.expectFirst("input[name=from]").val());
        for (var setting : Setting.values()) {
            for (var choice : setting.choices()) {
                var answer =
                        get(
                                "/preferences?save=1&%s=%s&from=%%2Fpolicies"
                                        .formatted(setting.key(), choice.name()),
                                "");
                assertEquals(303, answer.status());
                assertEquals("/preferences?done=saved&from=/policies", answer.header("Location"));
                var expected =
                        choice.equals(setting.usual()) ? "" : setting.key() + "-" + choice.name();
                assertEquals(expected, set(answer));
            }
        }
    }

    @Test
    void afterSavingThePageSaysSoFirstAndLeadsBack() throws IOException {
        var page = html(get("/preferences?done=saved&from=/policies/%E6%B3%95", "text-150"));
        assertEquals("已经保存 - 显示设置 - 通途", page.title());
        assertEquals("已经保存", page.expectFirst("#done [role=status]").text());
        assertEquals("《保障法》", page.select("#done a[href='/policies/%E6%B3%95']").text());
        assertEquals("/?prefs=text-150", page.expectFirst("#carry ~ p a").attr("href"));
    }

    /// 15 kB for style and script together, however much is chosen (and a page of each kind has the
    /// same ones).
    @Test
    void styleAndScriptOfAPageStaySmall() throws IOException {
        var chosen =
                "text-200.scheme-yellow.lines-wider.letters-wider.words-wider.band-on.pointer-large.layout-simple.links-underlined.motion-off";
        var page = html(site.get("/"));
        var files = page.select("link[rel=stylesheet], script[src]");
        assertEquals(4, files.size());
        int bytes = 0;
        for (var file : files) {
            var address = file.hasAttr("href") ? file.attr("href") : file.attr("src");
            var answer =
                    RawHttp.get(
                            site.port(),
                            address,
                            "Accept-Encoding: br",
                            "Cookie: display=" + chosen);
            assertEquals(200, answer.status(), address);
            bytes += answer.body().length;
        }
        assertTrue(bytes < 15_000, bytes + " bytes");
    }

    @Test
    void nobodyIsLedToAnotherSite() throws IOException {
        for (var from :
                List.of(
                        "//evil.example/",
                        "https://evil.example/",
                        "/%5Cevil.example",
                        "/%2F%2Fevil.example",
                        "javascript:alert(1)",
                        "/a%0d%0ab",
                        "/../x")) {
            var page = html(get("/preferences?done=saved&from=" + from, ""));
            assertEquals(0, page.select("#done a").size(), from);
            var saved = get("/preferences?save=1&from=" + from, "");
            assertEquals("/preferences?done=saved", saved.header("Location"), from);
        }
        assertEquals("", html(get("/preferences?done=%3Cb%3E", "")).select("#done").text());
    }
}
