// What the eye meets first comes first in the source (WCAG 2.2, 1.3.2): the next words stand below or
// to the right, or open another column.
const MOST_LINE = .5;
const place = t => { const r = lines(t); return r.length ? { t, first: r[0], last: r[r.length - 1] } : null; };
const seen = texts(document.body).map(place).filter(Boolean);
const column = e => { for (let p = e; p; p = p.parentElement) if (style(p).columnCount !== 'auto') return p; return null; };
// Beside each other, the one that begins higher is a column of its own.
const begins = (a, b) => {
    let common = a;
    while (!common.contains(b)) common = common.parentElement;
    const child = e => { while (e.parentElement !== common && e !== common) e = e.parentElement; return e.getBoundingClientRect().top; };
    return child(a) < child(b) - 4;
};
// A navigation beside the text is a column of its own, on whichever side.
const navigation = (a, b) => { const n = a.closest('nav'); return n !== null && !n.contains(b); };
for (let i = 1; i < seen.length; i++) {
    const a = seen[i - 1], b = seen[i];
    const above = b.first.bottom <= a.last.top + 1;
    const beside = Math.min(a.last.right, b.first.right) - Math.max(a.last.left, b.first.left) <= 1;
    const inLine = Math.min(a.last.bottom, b.first.bottom) - Math.max(a.last.top, b.first.top) >
        MOST_LINE * Math.min(a.last.height, b.first.height);
    const says = '«' + b.t.data.trim().slice(0, 20) + '» stands before «' + a.t.data.trim().slice(0, 20) + '»';
    if (above && !(beside && (b.first.left > a.last.left || navigation(a.t.parentElement, b.t)))) {
        const c = column(b.t.parentElement);
        if (!(c && c.contains(a.t))) faults.push('above: ' + says);
    } else if (inLine && b.first.right <= a.last.left + 1 && !begins(a.t.parentElement, b.t.parentElement)) faults.push('on the line: ' + says);
}
for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) faults.push('jumps the order of the keyboard: ' + name(e));
return faults;
