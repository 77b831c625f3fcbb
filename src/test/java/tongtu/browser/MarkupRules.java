package tongtu.browser;

import java.util.List;

/// What must be true of every page's markup in the browser: languages of parts, ids, titles.
final class MarkupRules {
    /// Runs of Latin words in Chinese and of Han in other languages must say their language (WCAG
    /// 2.2, 3.1.2); one Latin word is a name or a borrowed word.
    private static final String LANGUAGES =
            """
            const faults = [];
            if (!document.documentElement.lang) faults.push('no language');
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const latin = /[A-Za-z][A-Za-z'’-]+[ ,;:]+[A-Za-z][A-Za-z'’-]+/;
            for (let t = walker.nextNode(); t; t = walker.nextNode()) {
                const e = t.parentElement;
                if (e.closest('code, pre, script, style')) continue;
                const lang = e.closest('[lang]').lang;
                if (lang.startsWith('zh') ? latin.test(t.data) : /\\p{Script=Han}/u.test(t.data))
                    faults.push('in ' + lang + ': ' + t.data.trim().slice(0, 40));
            }
            for (const e of document.querySelectorAll('[aria-label], img[alt], [title]')) {
                const words = e.getAttribute('aria-label') || e.getAttribute('alt') || e.getAttribute('title');
                const lang = e.closest('[lang]').lang;
                if (lang.startsWith('zh') ? latin.test(words) : /\\p{Script=Han}/u.test(words))
                    faults.push('name in ' + lang + ': ' + words.slice(0, 40));
            }
            return faults.slice(0, 8);
            """;

    private static final String IDS =
            """
            const faults = [], seen = new Set();
            for (const e of document.querySelectorAll('[id]')) {
                if (seen.has(e.id)) faults.push('twice: ' + e.id);
                seen.add(e.id);
            }
            for (const e of document.querySelectorAll('a[href^="#"]'))
                if (!seen.has(decodeURIComponent(e.getAttribute('href').slice(1)))) faults.push('leads nowhere: ' + e.getAttribute('href'));
            for (const name of ['aria-labelledby', 'aria-describedby', 'for', 'aria-controls'])
                for (const e of document.querySelectorAll('[' + name + ']'))
                    for (const id of e.getAttribute(name).split(' '))
                        if (!seen.has(id)) faults.push(name + ' names nothing: ' + id);
            if (!document.title.trim()) faults.push('no title');
            return faults.slice(0, 8);
            """;

    private MarkupRules() {}

    static List<String> languages(Browser browser) {
        return browser.strings(LANGUAGES);
    }

    static List<String> ids(Browser browser) {
        return browser.strings(IDS);
    }
}
