package tongtu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final ChromeDriver driver;

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
        cdp("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        return size(1280, 900);
    }

    Browser size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /// Sets media features, given as name and value by turns.
    Browser prefers(String... features) {
        var list = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < features.length; i += 2) {
            list.add(Map.of("name", features[i], "value", features[i + 1]));
        }
        cdp("Emulation.setEmulatedMedia", Map.of("media", "", "features", list));
        return this;
    }

    Browser onPaper() {
        cdp("Emulation.setEmulatedMedia", Map.of("media", "print", "features", List.of()));
        return this;
    }

    Browser withoutScript() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
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

    /// What a script that returns a list of strings found.
    List<String> strings(String script, Object... arguments) {
        var found = new ArrayList<String>();
        if (run(script, arguments) instanceof List<?> list) {
            list.forEach(each -> found.add(String.valueOf(each)));
        }
        return found;
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, new HashMap<>(parameters));
    }
}
