package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.app.Exporting;

/// The exported site, opened from the disk in a real browser as from a memory stick.
@Tag("browser")
class ExportWalkTest {
    @TempDir private static Path folder = Path.of("");
    private static Path root = Path.of("");

    @BeforeAll
    static void export() {
        root = folder.resolve("U 盘");
        var said = new StringWriter();
        assertEquals(
                0,
                Exporting.run(new PrintWriter(said), root.toString(), "--prefs", "scheme-soft"),
                said.toString());
    }

    private static String url(String file) {
        return root.resolve(file).toUri().toString();
    }

    /// What a page has that did not come: pictures, style sheets, scripts.
    private static final String MISSING =
            "return [...document.images].filter(e => e.complete && !e.naturalWidth).map(e => e.src)"
                    + ".concat([...document.querySelectorAll('link[rel=stylesheet]')].filter(e => !e.sheet).map(e => e.href))"
                    + ".concat(performance.getEntriesByType('resource').filter(e => !e.name.startsWith('file:')).map(e => e.name))";

    private static final String LINKS =
            "return [...document.querySelectorAll('a[href]')].map(e => e.href.split('#')[0]).filter(u => u.startsWith('file:'))";

    @Test
    void everyPageCanBeReachedFromTheFirstAndLooksAsItShould() {
        var browser = Browser.get().reset();
        var waiting = new ArrayDeque<String>(List.of(url("index.html")));
        var seen = new LinkedHashSet<String>(waiting);
        var faults = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var page = waiting.poll();
            browser.open(page);
            if (!"zh-CN en"
                            .contains(
                                    String.valueOf(
                                            browser.run("return document.documentElement.lang")))
                    || browser.run("return document.querySelectorAll('h1').length").equals(0L)) {
                faults.add(page + " is no page of the site");
                continue;
            }
            ((List<?>) browser.run(MISSING))
                    .forEach(missing -> faults.add(page + " has no " + missing));
            if (!"rgb(239, 232, 218)"
                    .equals(
                            browser.run(
                                    "return getComputedStyle(document.documentElement).backgroundColor"))) {
                faults.add(page + " has not the colours asked for");
            }
            for (var link : (List<?>) browser.run(LINKS)) {
                var to = String.valueOf(link);
                if (!to.endsWith(".md") && seen.add(to)) {
                    waiting.add(to);
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(seen.size() > 80, "only " + seen.size() + " pages were reached");
    }

    @Test
    void aLinkIsFollowedByKeyboardToItsPlace() {
        var browser = Browser.get().reset().open(url("explainers/indicators.html"));
        var before = browser.driver().getCurrentUrl();
        browser.run("document.querySelector('.contents a').focus()");
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .sendKeys(org.openqa.selenium.Keys.ENTER)
                .perform();
        assertNotEquals(before, browser.driver().getCurrentUrl());
        assertEquals(true, browser.run("return document.querySelector(':target') !== null"));
    }
}
