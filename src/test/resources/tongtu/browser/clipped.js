// No word is cut off by its box, nor sticks out of a box that is drawn around it.
for (const e of document.body.querySelectorAll('*')) {
    const s = style(e);
    // What was typed moves within its field.
    if (!isSeen(e) || e.tagName === 'IMG' || e.tagName === 'INPUT') continue;
    if (/hidden|clip/.test(s.overflowX + s.overflowY) &&
        (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2)) faults.push('cut off: ' + name(e));
}
const isBox = e => {
    const s = style(e);
    if (s.display === 'inline' || s.display === 'contents') return false;
    return rgba(s.backgroundColor)[3] > 0 || ['Top', 'Right', 'Bottom', 'Left']
        .filter(side => s['border' + side + 'Style'] !== 'none' && parseFloat(s['border' + side + 'Width']) > 0).length === 4;
};
for (const t of texts(document.body)) {
    let box = t.parentElement;
    while (box && box !== document.body && !isBox(box)) box = box.parentElement;
    if (!box || box === document.body) continue;
    const b = box.getBoundingClientRect();
    for (const r of lines(t))
        if (r.left < b.left - 2 || r.right > b.right + 2 || r.top < b.top - 4 || r.bottom > b.bottom + 4) {
            faults.push('sticks out of ' + name(box) + ': ' + t.data.trim().slice(0, 24));
            break;
        }
}
return faults;
