// What every rule says about an element. Stands before each of the other scripts; `faults` is what they find.
const faults = [];
const styles = new Map(), aways = new Map();
const style = e => { if (!styles.has(e)) styles.set(e, getComputedStyle(e)); return styles.get(e); };
const words = e => (e.textContent || '').replace(/\s+/g, ' ').trim();
const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
    (typeof e.className === 'string' && e.className ? '.' + e.className.trim().replace(/\s+/g, '.') : '') +
    ' «' + words(e).slice(0, 24) + '»';
// Drawn on the screen, also where one must scroll to see it; not what a closed `details` holds.
const isDrawn = e => {
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1;
};
// Meant for speech alone, or waiting outside the page for the keyboard (Keyboard looks that it comes in).
const isAway = e => {
    if (!e || e === document.documentElement) return false;
    if (!aways.has(e)) {
        const s = style(e), r = e.getBoundingClientRect();
        const waits = s.position === 'absolute' && (r.right + scrollX <= 0 || r.bottom + scrollY <= 0) &&
            (e.matches('a, button') || e.querySelector('a, button'));
        aways.set(e, s.clipPath === 'inset(50%)' || waits || isAway(e.parentElement));
    }
    return aways.get(e);
};
const isSeen = e => isDrawn(e) && !isAway(e);
const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], ' +
    'audio[controls], video[controls]';
// The text that is seen, in the order of the source.
const texts = (root, seen = isSeen) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    for (let t = walker.nextNode(); t; t = walker.nextNode())
        if (t.data.trim() && seen(t.parentElement)) found.push(t);
    return found;
};
// The boxes of a text's lines.
const lines = t => {
    const range = document.createRange();
    range.selectNodeContents(t);
    return [...range.getClientRects()].filter(r => r.width > 1);
};
// Red, green, blue and opacity of a colour, 0 to 255 and 0 to 1.
const rgba = colour => {
    const part = colour.match(/[\d.]+/g).map(Number);
    return part.length < 4 ? [...part.slice(0, 3), 1] : part;
};
const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
// WCAG 2.2, contrast ratio.
const contrast = (a, b) => {
    const [l, m] = [luminance(a), luminance(b)];
    return (Math.max(l, m) + .05) / (Math.min(l, m) + .05);
};
// The ground that an element lies on.
const ground = e => {
    for (let p = e; p; p = p.parentElement) {
        const c = rgba(style(p).backgroundColor);
        if (c[3] === 1) return c;
    }
    return [255, 255, 255, 1];
};
// A colour that lets the ground through, as it looks on it.
const over = (c, g) => [0, 1, 2].map(i => c[i] * c[3] + g[i] * (1 - c[3]));
