// With forced colours, what is pressed and where one stands still differ from the words around them.
const differs = (e, from) => ['textDecorationLine', 'fontWeight', 'borderTopStyle', 'borderBottomStyle', 'outlineStyle', 'color']
    .some(p => style(e)[p] !== style(from)[p]);
for (const e of document.querySelectorAll('a[href], button, summary')) {
    if (!isSeen(e) || !words(e)) continue;
    if (!differs(e, e.parentElement) && style(e).display === 'inline') faults.push('like the words around it: ' + name(e));
}
for (const e of document.querySelectorAll('[aria-current]')) {
    const other = e.closest('ul, ol, nav')?.querySelector('a:not([aria-current])');
    if (!isSeen(e) || !other) continue;
    const drawn = x => ['textDecorationLine', 'fontWeight', 'borderTopStyle', 'borderBottomStyle'].map(p => style(x)[p]).join();
    if (drawn(e) === drawn(other)) faults.push('like its neighbours: ' + name(e));
}
return faults;
