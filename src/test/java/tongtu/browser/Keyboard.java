package tongtu.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A reader with a keyboard alone.
final class Keyboard {
    private static final int MOST = 2_000;

    /// What can be reached, in the order of the page: not what a closed `details` hides.
    private static final String REACHABLE =
            """
            window.walked = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 &&
                    (e.tagName === 'SUMMARY' ? !e.parentElement.parentElement.closest('details:not([open])') : !e.closest('details:not([open])')) &&
                    e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden')
                .filter((e, i, all) => e.type !== 'radio' || e.checked || !all.some(o => o.type === 'radio' && o.name === e.name && o.checked) && all.findIndex(o => o.name === e.name) === i);
            return window.walked.length;
            """;

    /// Where the focus is, by its place among what can be reached, and what is wrong with how it
    /// shows.
    private static final String HERE =
            """
            const e = document.activeElement;
            const at = window.walked.indexOf(e);
            const faults = [];
            if (at >= 0) {
                const s = getComputedStyle(e), r = e.getBoundingClientRect();
                if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) faults.push('no outline');
                if (r.bottom < 0 || r.top > innerHeight || r.right < 0 || r.left > innerWidth) faults.push('out of sight');
                else {
                    const box = [...e.getClientRects()].find(b => b.width > 0) || r;
                    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
                    const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1);
                    const hit = document.elementFromPoint(x, y);
                    if (hit && hit !== e && !e.contains(hit) && !hit.contains(e)) faults.push('covered by ' + hit.tagName + '.' + hit.className);
                }
            }
            return [String(at), e.tagName + ' ' + (e.textContent || '').trim().slice(0, 30), faults.join(', ')];
            """;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    void press(String key, int code, boolean withShift) {
        int modifiers = withShift ? 8 : 0;
        var down =
                Map.<String, Object>of(
                        "type",
                        "rawKeyDown",
                        "key",
                        key,
                        "code",
                        key,
                        "windowsVirtualKeyCode",
                        code,
                        "modifiers",
                        modifiers);
        browser.cdp("Input.dispatchKeyEvent", down);
        if (key.equals("Enter")) {
            browser.cdp(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            "char",
                            "text",
                            "\r",
                            "key",
                            key,
                            "windowsVirtualKeyCode",
                            code));
        }
        browser.cdp(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        "keyUp",
                        "key",
                        key,
                        "code",
                        key,
                        "windowsVirtualKeyCode",
                        code,
                        "modifiers",
                        modifiers));
    }

    void tab() {
        press("Tab", 9, false);
    }

    void enter() {
        press("Enter", 13, false);
    }

    /// Walks the page that is open by Tab to its end, then back: what is left out, out of order,
    /// unseen or a trap.
    List<String> walk() {
        var faults = new ArrayList<String>();
        browser.run("document.activeElement.blur(); scrollTo(0, 0);");
        int count = ((Number) browser.run(REACHABLE)).intValue();
        for (int wanted = 0; wanted < Math.min(count, MOST) && faults.size() < 8; wanted++) {
            tab();
            faults.addAll(here(wanted));
        }
        for (int wanted = count - 2;
                wanted >= Math.max(0, count - 30) && faults.size() < 8;
                wanted--) {
            press("Tab", 9, true);
            faults.addAll(here(wanted));
        }
        return faults;
    }

    private List<String> here(int wanted) {
        var here = browser.strings(HERE);
        var faults = new ArrayList<String>();
        if (!here.get(0).equals(String.valueOf(wanted))) {
            faults.add("step " + wanted + " is at " + here);
        } else if (!here.get(2).isEmpty()) {
            faults.add("step " + wanted + ": " + here.get(1) + ": " + here.get(2));
        }
        return faults;
    }

    /// Where the focus is, in words.
    String focus() {
        return String.valueOf(
                browser.run("const e = document.activeElement; return e.tagName + '#' + e.id;"));
    }
}
