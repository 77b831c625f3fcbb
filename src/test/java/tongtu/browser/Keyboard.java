package tongtu.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/// A reader with a keyboard alone, on the page that is open.
final class Keyboard {
    /// Keys sent at once: enough to be quick, few enough to stop at the first faults.
    private static final int BATCH = 100;

    private static final int MOST_FAULTS = 8;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    void tab() {
        press(Keys.TAB);
    }

    void enter() {
        press(Keys.ENTER);
    }

    void press(CharSequence keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private void press(int times, boolean back) {
        var actions = new Actions(browser.driver());
        if (back) {
            actions.keyDown(Keys.SHIFT);
        }
        actions.sendKeys(Keys.TAB.toString().repeat(times));
        if (back) {
            actions.keyUp(Keys.SHIFT);
        }
        actions.perform();
    }

    /// Walks the page by Tab to its end and out of it, then in again and back to its beginning:
    /// what is left out, out of order, not to be seen, or a trap.
    List<String> walk() {
        var stops = browser.strings("reachable");
        var faults = new ArrayList<String>();
        go(stops, IntStream.range(0, stops.size()).boxed().toList(), false, faults);
        leaves(stops, false, faults);
        go(stops, IntStream.range(0, stops.size()).boxed().toList().reversed(), true, faults);
        leaves(stops, true, faults);
        return faults;
    }

    private void go(List<String> stops, List<Integer> way, boolean back, List<String> faults) {
        for (int from = 0; from < way.size() && faults.size() < MOST_FAULTS; from += BATCH) {
            var wanted = way.subList(from, Math.min(way.size(), from + BATCH));
            browser.run("window.walked = [];");
            press(wanted.size(), back);
            var walked = (List<?>) browser.run("return window.walked;");
            for (int i = 0; i < wanted.size() && faults.size() < MOST_FAULTS; i++) {
                var step = i < walked.size() ? (List<?>) walked.get(i) : List.of(-1, "nothing", "");
                var stop = stops.get(wanted.get(i));
                if (((Number) step.get(0)).intValue() != wanted.get(i)) {
                    faults.add("instead of " + stop + " the focus is on " + step.get(1));
                } else if (!String.valueOf(step.get(2)).isEmpty()) {
                    faults.add(stop + ": " + step.get(2));
                }
            }
        }
    }

    private void leaves(List<String> stops, boolean back, List<String> faults) {
        if (!faults.isEmpty() || stops.isEmpty()) {
            return;
        }
        press(1, back);
        // Without a window around it, the browser goes from the first stop straight to the last.
        var last = "return document.activeElement === window.stops.at(-1)";
        if (!focus().equals("BODY#") && !(back && Boolean.TRUE.equals(browser.run(last)))) {
            faults.add("the focus does not leave the page " + (back ? "backwards" : "forwards"));
        }
    }

    /// The first stop is a link that is seen, and leads past the head: the next stop is in the main
    /// part.
    List<String> skip() {
        var faults = new ArrayList<String>();
        tab();
        if (!Boolean.TRUE.equals(
                browser.run(
                        "const r = document.activeElement.getBoundingClientRect();"
                                + " return document.activeElement.matches('a[href=\"#main\"]') && r.top >= 0 && r.left >= 0 && r.height > 24"))) {
            faults.add("the first stop is no skip link to be seen: " + focus());
        }
        enter();
        if (!focus().equals("MAIN#main")) {
            faults.add("the skip link leads to " + focus());
        }
        tab();
        var isInside =
                "const stop = document.querySelector('main a[href], main button, main summary');"
                        + " return !stop || document.activeElement.closest('main') !== null";
        if (!Boolean.TRUE.equals(browser.run(isInside))) {
            faults.add("after the skip link comes " + focus());
        }
        return faults;
    }

    /// Enter opens each `details` and closes it, the focus staying; a link within the page brings
    /// its place into the window; one to another page opens that.
    List<String> enters() {
        var faults = new ArrayList<String>();
        var count = ((Number) browser.run("return document.querySelectorAll('summary').length"));
        for (int i = 0; i < Math.min(count.intValue(), MOST_FAULTS); i++) {
            var state =
                    "const s = document.querySelectorAll('summary')[arguments[0]];"
                            + " return s.parentElement.open + ' ' + (s === document.activeElement);";
            browser.run("document.querySelectorAll('summary')[arguments[0]].focus()", i);
            var closed = browser.run(state, i);
            enter();
            var open = browser.run(state, i);
            enter();
            if (!"false true".equals(closed)
                    || !"true true".equals(open)
                    || !"false true".equals(browser.run(state, i))) {
                faults.add("summary " + i + ": " + closed + ", " + open);
            }
        }
        faults.addAll(opensPlace());
        faults.addAll(opensPage());
        return faults;
    }

    private List<String> opensPlace() {
        var href =
                browser.run(
                        "const a = [...document.querySelectorAll('main a[href^=\"#\"]')].at(-1);"
                                + " if (!a) return ''; a.focus(); return a.getAttribute('href');");
        if (href == null || String.valueOf(href).isEmpty()) {
            return List.of();
        }
        enter();
        var isThere =
                "const e = document.getElementById(decodeURIComponent(location.hash.slice(1)));"
                        + " if (!e) return false; const r = e.getBoundingClientRect();"
                        + " return decodeURIComponent(location.hash) === decodeURIComponent(arguments[0]) && e.checkVisibility() && r.bottom > 0 && r.top < innerHeight;";
        return Boolean.TRUE.equals(browser.run(isThere, href))
                ? List.of()
                : List.of(href + " does not come into the window");
    }

    private List<String> opensPage() {
        var url =
                browser.run(
                        "const here = location.origin + location.pathname;"
                                + " const a = [...document.querySelectorAll('main a[href], nav a[href]')].find(e =>"
                                + " e.href.startsWith(location.origin) && e.href.split('#')[0] !== here);"
                                + " if (!a) return ''; a.focus(); return a.href;");
        enter();
        var now = browser.driver().getCurrentUrl();
        return String.valueOf(url).equals(now) ? List.of() : List.of(url + " opens " + now);
    }

    /// Where the focus is.
    String focus() {
        return String.valueOf(
                browser.run("const e = document.activeElement; return e.tagName + '#' + e.id;"));
    }
}
