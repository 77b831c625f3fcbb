package tongtu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// The one Chromium that all tests share, as a reader's browser with its settings: window, media
/// features, script, text size. Everything is set back by [#reset].
final class Browser {
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--force-color-profile=srgb");

    /// The longest list of faults that anybody reads.
    private static final int MOST = 8;

    private final ChromeDriver driver;
    private final Map<String, String> media = new LinkedHashMap<>();

    private static final class Only {
        private static final Browser BROWSER = start();
    }

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser get() {
        return Only.BROWSER;
    }

    private static Browser start() {
        try {
            var profile = Files.createTempDirectory("tongtu-chromium");
            var options = new ChromeOptions();
            options.setBinary(found("/usr/bin/chromium", "/usr/bin/chromium-browser").toString());
            options.addArguments(FLAGS);
            options.addArguments("--user-data-dir=" + profile, "--lang=zh-CN");
            var service =
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(
                                    found("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver")
                                            .toFile())
                            .build();
            var driver = new ChromeDriver(service, options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(driver, profile)));
            return new Browser(driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path found(String... places) {
        for (var place : places) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        throw new IllegalStateException("none of " + List.of(places) + " is installed");
    }

    private static void stop(ChromeDriver driver, Path profile) {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A temporary folder; the system removes what is left.
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    /// Sets everything back to a wide window with script and a reader without wishes.
    Browser reset() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        cdp("Network.clearBrowserCookies", Map.of());
        media.clear();
        emulate("");
        textSize(100);
        return size(1280, 900);
    }

    Browser size(int width, int height) {
        return size(width, height, 1);
    }

    /// A window of 1280 by 1024 px whose page is made larger.
    Browser zoom(int percent) {
        return size(1280 * 100 / percent, 1024 * 100 / percent, percent / 100.0);
    }

    private Browser size(int width, int height, double scale) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        scale,
                        "mobile",
                        false));
        return this;
    }

    /// The size of text that a reader sets in the browser: the page keeps its width.
    Browser textSize(int percent) {
        cdp(
                "Page.setFontSizes",
                Map.of(
                        "fontSizes",
                        Map.of("standard", 16 * percent / 100, "fixed", 13 * percent / 100)));
        return this;
    }

    /// Sets a media feature besides those set before.
    Browser prefers(String feature, String value) {
        media.put(feature, value);
        return emulate("");
    }

    Browser onPaper() {
        return emulate("print");
    }

    private Browser emulate(String type) {
        var features = new ArrayList<Map<String, Object>>();
        media.forEach((name, value) -> features.add(Map.of("name", name, "value", value)));
        cdp("Emulation.setEmulatedMedia", Map.of("media", type, "features", features));
        return this;
    }

    Browser withoutScript() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /// Takes the style from the page that is open.
    Browser withoutStyle() {
        run(
                "for (const sheet of document.styleSheets) sheet.disabled = true;"
                        + " document.adoptedStyleSheets = [];"
                        + " for (const e of document.querySelectorAll('[style]')) e.removeAttribute('style');");
        return this;
    }

    /// Opens everything on the page that can be opened.
    Browser unfolded() {
        run(
                "for (const e of document.querySelectorAll('details')) e.open = true;"
                        + " const bar = document.querySelector('listen-bar');"
                        // What is fetched when it is opened is there before anything is read.
                        + " return bar && bar.load ? bar.load(undefined, true) : true");
        return this;
    }

    Browser open(String url) {
        driver.get(url);
        return this;
    }

    /// Shows markup as if it had come from the address that is open.
    Browser show(String html) {
        var tree = cdp("Page.getFrameTree", Map.of());
        var frame = (Map<?, ?>) ((Map<?, ?>) tree.get("frameTree")).get("frame");
        cdp("Page.setDocumentContent", Map.of("frameId", frame.get("id"), "html", html));
        run("return document.fonts.ready.then(() => true)");
        return this;
    }

    /// Adds a style sheet of the reader's.
    Browser style(String css) {
        run(
                "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);"
                        + " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];",
                css);
        return this;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// What the script of that name finds wrong with the page that is open.
    List<String> faults(String script, Object... arguments) {
        var found = strings(script, arguments);
        if (found.size() <= MOST) {
            return found;
        }
        var first = new ArrayList<>(found.subList(0, MOST));
        first.add("and " + (found.size() - MOST) + " more");
        return first;
    }

    /// The list of strings that the script of that name returns.
    List<String> strings(String script, Object... arguments) {
        if (!(run(Scripts.of(script), arguments) instanceof List<?> list)) {
            throw new IllegalStateException("the script " + script + " returned no list");
        }
        return list.stream().map(String::valueOf).toList();
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, new HashMap<>(parameters));
    }
}
