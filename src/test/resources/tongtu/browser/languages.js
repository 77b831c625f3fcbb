// Latin words in Chinese, and Han in other languages, say their language (WCAG 2.2, 3.1.2). One Latin
// word alone is a name or a borrowed word. The page says the language that is expected.
const expected = arguments[0];
const said = document.documentElement.lang;
if (said !== expected) faults.push('the page says «' + said + '», not ' + expected);
const latin = /[A-Za-z][A-Za-z'’-]+[ ,;:]+[A-Za-z][A-Za-z'’-]+/;
const isForeign = (text, lang) => lang.startsWith('zh') ? latin.test(text) : /\p{Script=Han}/u.test(text);
const langOf = e => { const holder = e.closest('[lang]'); return holder ? holder.lang : ''; };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let t = walker.nextNode(); t; t = walker.nextNode()) {
    const e = t.parentElement;
    if (!t.data.trim() || e.closest('code, pre, script, style')) continue;
    const lang = langOf(e);
    if (!lang) faults.push('no language: ' + t.data.trim().slice(0, 40));
    else if (isForeign(t.data, lang)) faults.push('in ' + lang + ': ' + t.data.trim().slice(0, 40));
}
for (const attribute of ['aria-label', 'aria-description', 'aria-roledescription', 'alt', 'title', 'placeholder'])
    for (const e of document.body.querySelectorAll('[' + attribute + ']')) {
        const text = e.getAttribute(attribute);
        if (isForeign(text, langOf(e))) faults.push(attribute + ' in ' + langOf(e) + ': ' + text.slice(0, 40));
    }
// Words in a language of their own really are: a Chinese run marked as English is read as noise.
for (const e of document.body.querySelectorAll('[lang]')) {
    const text = words(e);
    if (/^en\b/.test(e.lang) && text && !/[A-Za-z]/.test(text)) faults.push('not English: ' + text.slice(0, 40));
    if (/^zh\b/.test(e.lang) && text && !/\p{Script=Han}/u.test(text)) faults.push('not Chinese: ' + text.slice(0, 40));
}
return faults;
