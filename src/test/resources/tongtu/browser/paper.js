// On paper: black on white, nothing that only leads about, the lasting address for whoever holds the sheet.
for (const e of document.querySelectorAll('nav, button, .skips'))
    if (isDrawn(e)) faults.push('of no use on paper: ' + name(e));
for (const t of texts(document.body)) {
    const s = style(t.parentElement), g = ground(t.parentElement);
    if (luminance(rgba(s.color)) > .01) faults.push('not black: ' + s.color + ' ' + name(t.parentElement));
    if (luminance(g) < .99) faults.push('not on white: ' + g + ' ' + name(t.parentElement));
}
const lasting = document.querySelector('link[rel=canonical]');
if (lasting && document.querySelector('article') && !texts(document.body).some(t => t.data.includes(lasting.href)))
    faults.push('the lasting address is not printed: ' + lasting.href);
for (const e of document.querySelectorAll('*'))
    if (/fixed|sticky/.test(style(e).position) && isDrawn(e)) faults.push('would be on every sheet: ' + name(e));
return faults;
