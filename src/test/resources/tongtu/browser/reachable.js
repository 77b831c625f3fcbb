// What a keyboard must reach, in the order of the source: not what a closed `details` hides, and one
// of the radios of a name.
const isClosed = e => e.parentElement && !!(e.tagName === 'SUMMARY' && e.parentElement.tagName === 'DETAILS'
    ? e.parentElement.parentElement.closest('details:not([open])') : e.closest('details:not([open])'));
const all = [...document.querySelectorAll(INTERACTIVE)].filter(e => !e.disabled && e.tabIndex >= 0 && !isClosed(e) &&
    e.getClientRects().length > 0 && style(e).visibility !== 'hidden');
const radios = e => all.filter(o => o.type === 'radio' && o.name === e.name && o.form === e.form);
window.stops = all.filter(e => e.type !== 'radio' || e === (radios(e).find(o => o.checked) || radios(e)[0]));
// The browser lets go of a key when the focus has moved and the page has scrolled: then look.
window.walked = [];
removeEventListener('keyup', window.looks, true);
window.looks = event => { if (event.key === 'Tab') window.walked.push(window.look()); };
addEventListener('keyup', window.looks, true);
window.look = () => {
    const e = document.activeElement, at = window.stops.indexOf(e), wrong = [];
    if (at < 0) return [at, e === document.body ? 'the page' : name(e), ''];
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    const widest = parseFloat(s.outlineWidth), edge = s.outlineStyle === 'none' ? 0 : widest;
    const under = ground(e.parentElement);
    if (edge < 2 || contrast(over(rgba(s.outlineColor), under), under) < 3) wrong.push('no outline to see');
    const boxes = [...e.getClientRects()].filter(b => b.width > 1 && b.height > 1);
    const box = boxes.find(b => b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth);
    if (!box || isAway(e)) wrong.push('out of sight');
    else {
        const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
        const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1), innerHeight - 2);
        const hit = document.elementFromPoint(x, y);
        if (hit && hit !== e && !e.contains(hit) && !hit.contains(e)) wrong.push('covered by ' + name(hit));
        // In a large field the browser shows the line where one types.
        if (e.tagName !== 'TEXTAREA' && r.height <= innerHeight && (r.top < -1 || r.bottom > innerHeight + 1)) wrong.push('partly out of sight');
    }
    for (let p = e.parentElement; p && edge; p = p.parentElement)
        if (/hidden|clip|auto|scroll/.test(style(p).overflowX + style(p).overflowY) && p !== document.documentElement && p !== document.body) {
            const c = p.getBoundingClientRect();
            const cut = [r.left - edge < c.left, r.right + edge > c.right, r.top - edge < c.top, r.bottom + edge > c.bottom];
            if (parseFloat(s.outlineOffset) >= 0 && cut.filter(Boolean).length > 2) wrong.push('its outline is cut off by ' + name(p));
        }
    aways.clear();
    return [at, name(e), wrong.join(', ')];
};
return window.stops.map(name);
