// What is drawn by borders: each side of an element or its tactile marks that shows, under a name that
// stays the same when colours are forced.
const shown = [];
const all = [...document.body.querySelectorAll('*')];
for (const [i, e] of all.entries()) {
    if (!isSeen(e)) continue;
    for (const pseudo of ['', '::before', '::after']) {
        const s = pseudo ? getComputedStyle(e, pseudo) : style(e);
        if (pseudo && (s.content === 'none' || s.display === 'none')) continue;
        for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
            const c = rgba(s['border' + side + 'Color']);
            if (s['border' + side + 'Style'] !== 'none' && parseFloat(s['border' + side + 'Width']) > 0 && c[3] > 0 &&
                contrast(c, ground(pseudo ? e : e.parentElement)) > 1.2) shown.push(i + ' ' + name(e) + pseudo + ' ' + side);
        }
    }
}
return shown;
