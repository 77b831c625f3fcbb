// Without style the words still make sense: what stands above comes first, a heading precedes its
// section, nothing is said twice in a row, and nothing is there only for the eye.
const blocks = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, main p, main li, main dt, main dd, main tr')].filter(isDrawn);
for (let i = 1; i < blocks.length; i++)
    if (blocks[i].getBoundingClientRect().top < blocks[i - 1].getBoundingClientRect().top - 1) {
        faults.push('out of order: ' + name(blocks[i]));
        break;
    }
for (const e of document.querySelectorAll('main section, main nav')) {
    const heading = e.querySelector('h1, h2, h3, h4, h5, h6');
    const first = texts(e, isDrawn)[0];
    if (heading && first && !heading.contains(first)) faults.push('words before the heading: ' + name(heading));
}
for (const e of document.querySelectorAll('[aria-hidden=true]'))
    if (words(e)) faults.push('only for the eye: ' + name(e));
let before = '';
for (const e of document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li:not(:has(p, ul, ol)), dt, dd, summary, caption, figcaption')) {
    if (!isDrawn(e)) continue;
    const now = words(e);
    if (now.length > 1 && now === before && !e.closest('dl, table')) faults.push('said twice: ' + name(e));
    before = now;
}
for (const e of document.querySelectorAll('main ul, main ol')) if (!e.querySelector(':scope > li')) faults.push('an empty list: ' + name(e));
return faults;
