package tongtu.browser;

import java.util.ArrayList;
import java.util.List;

/// What must be true of every page as it is drawn, at whatever width, text size and spacing. Each
/// rule gives the faults that it finds, in words.
final class LayoutRules {
    /// WCAG 2.2, 1.4.12.
    static final String TEXT_SPACING =
            "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
                    + "p{margin-block-end:2em!important}";

    private static final String SHARED =
            """
            const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
                (e.className && typeof e.className === 'string' ? '.' + e.className : '') +
                ' «' + (e.textContent || '').trim().slice(0, 24) + '»';
            const isDrawn = e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();
                return s.visibility !== 'hidden' && s.display !== 'none' && r.width > 0 && r.height > 0 &&
                    !(r.width <= 1 && r.height <= 1); };
            const isUnseen = e => !!e.closest('.unseen, .skips, .skip');
            const faults = [];
            """;

    private static final String OVERFLOW =
            """
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth > width + 1)
                faults.push('the page is ' + document.documentElement.scrollWidth + ' wide in ' + width);
            const mayScroll = e => { for (let p = e.parentElement; p; p = p.parentElement)
                if (/auto|scroll/.test(getComputedStyle(p).overflowX) && p.tabIndex === 0 &&
                    (p.getAttribute('aria-label') || p.getAttribute('aria-labelledby'))) return true;
                return false; };
            for (const e of document.body.querySelectorAll('*')) {
                const r = e.getBoundingClientRect();
                if (isDrawn(e) && !isUnseen(e) && (r.right > width + 1 || r.left < -1) && !mayScroll(e))
                    faults.push('out of the window: ' + name(e) + ' ' + Math.round(r.left) + '..' + Math.round(r.right));
            }
            return faults.slice(0, 8);
            """;

    private static final String CLIPPED =
            """
            for (const e of document.body.querySelectorAll('*')) {
                const s = getComputedStyle(e);
                if (!isDrawn(e) || isUnseen(e) || e.tagName === 'IMG') continue;
                if (/hidden|clip/.test(s.overflowX + s.overflowY) &&
                    (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2))
                    faults.push('cut off: ' + name(e));
            }
            return faults.slice(0, 8);
            """;

    private static final String OVERLAPS =
            """
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const runs = [];
            for (let t = walker.nextNode(); t; t = walker.nextNode()) {
                const e = t.parentElement;
                if (!t.data.trim() || !isDrawn(e) || isUnseen(e)) continue;
                const range = document.createRange(); range.selectNodeContents(t);
                for (const r of range.getClientRects())
                    if (r.width > 1) runs.push({ e, t, top: r.top, bottom: r.bottom, left: r.left, right: r.right });
            }
            runs.sort((a, b) => a.top - b.top);
            for (let i = 0; i < runs.length && faults.length < 8; i++)
                for (let j = i + 1; j < runs.length && runs[j].top < runs[i].bottom; j++) {
                    const a = runs[i], b = runs[j];
                    if (a.t === b.t) continue;
                    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                    const h = Math.min(a.bottom, b.bottom) - b.top;
                    const least = Math.min(a.bottom - a.top, b.bottom - b.top);
                    if (w > 2 && h > least / 3) { faults.push(name(a.e) + ' over ' + name(b.e)); break; }
                }
            return faults;
            """;

    /// 44 by 44 CSS px (WCAG 2.2, 2.5.5); a link within a line of words may be as high as the line.
    private static final String TARGETS =
            """
            for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
                if (!isDrawn(e) || isUnseen(e)) continue;
                const r = e.getBoundingClientRect();
                const inWords = getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim().length > e.textContent.trim().length + 1;
                const wanted = inWords ? [1, 18] : [43.5, 43.5];
                if (r.width < wanted[0] || r.height < wanted[1])
                    faults.push(name(e) + ' is ' + Math.round(r.width) + ' by ' + Math.round(r.height));
            }
            return faults.slice(0, 8);
            """;

    private static final String STILL =
            """
            for (const e of document.querySelectorAll('*')) {
                const s = getComputedStyle(e);
                if (s.animationName !== 'none') faults.push('moves: ' + name(e));
                if (s.transitionDuration.split(',').some(d => parseFloat(d) > 0)) faults.push('changes slowly: ' + name(e));
            }
            if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') faults.push('scrolls slowly');
            return faults.slice(0, 8);
            """;

    private LayoutRules() {}

    static List<String> overflow(Browser browser) {
        return browser.strings(SHARED + OVERFLOW);
    }

    static List<String> clipped(Browser browser) {
        return browser.strings(SHARED + CLIPPED);
    }

    static List<String> overlaps(Browser browser) {
        return browser.strings(SHARED + OVERLAPS);
    }

    static List<String> targets(Browser browser) {
        return browser.strings(SHARED + TARGETS);
    }

    /// What moves although the reader asked that nothing does.
    static List<String> motion(Browser browser) {
        return browser.strings(SHARED + STILL);
    }

    /// All that can be wrong with how words fit.
    static List<String> fit(Browser browser) {
        var faults = new ArrayList<String>();
        faults.addAll(overflow(browser));
        faults.addAll(clipped(browser));
        faults.addAll(overlaps(browser));
        return faults;
    }
}
