package tongtu.browser;

import java.util.ArrayList;
import java.util.List;

/// A page without its style, and on paper.
final class Walks {
    private static final String WORDS =
            "return document.querySelector('main').innerText.replace(/\\s+/g, '').length;";

    private Walks() {}

    /// Without style the words come in the same order, nothing that was drawn is needed to follow
    /// them, and the heading comes before its text.
    static List<String> withoutStyle(Browser browser) {
        var faults = new ArrayList<String>();
        browser.run("for (const sheet of document.styleSheets) sheet.disabled = true;");
        faults.addAll(LayoutRules.overflow(browser));
        faults.addAll(
                browser.strings(
                        """
                        const faults = [];
                        const tops = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, main p, main li')]
                            .filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().top);
                        for (let i = 1; i < tops.length; i++)
                            if (tops[i] < tops[i - 1] - 1) { faults.push('out of order at ' + i); break; }
                        for (const e of document.querySelectorAll('[aria-hidden=true]'))
                            if (e.textContent.trim()) faults.push('only for the eye: ' + e.textContent.trim());
                        return faults;
                        """));
        return faults;
    }

    /// On paper the words are black on white, what only leads about is left out, nothing else is.
    static List<String> onPaper(Browser browser) {
        var faults = new ArrayList<String>();
        long onScreen = words(browser);
        browser.size(794, 1123).onPaper();
        faults.addAll(
                browser.strings(
                        """
                        const faults = [];
                        for (const e of document.querySelectorAll('nav'))
                            if (e.getClientRects().length) faults.push('navigation on paper: ' + e.getAttribute('aria-label'));
                        for (const e of document.querySelectorAll('main p, main li, main h1, main h2, main td')) {
                            if (!e.getClientRects().length) continue;
                            const s = getComputedStyle(e);
                            const dark = s.color.match(/\\d+/g).slice(0, 3).every(c => Number(c) < 60);
                            if (!dark) faults.push('not black: ' + s.color + ' ' + e.textContent.trim().slice(0, 20));
                        }
                        const ground = getComputedStyle(document.documentElement).backgroundColor;
                        if (ground !== 'rgb(255, 255, 255)') faults.push('ground ' + ground);
                        return faults.slice(0, 5);
                        """));
        faults.addAll(LayoutRules.overflow(browser));
        long printed = words(browser);
        if (printed < onScreen / 2) {
            faults.add("of " + onScreen + " characters " + printed + " are printed");
        }
        return faults;
    }

    private static long words(Browser browser) {
        return ((Number) browser.run(WORDS)).longValue();
    }
}
