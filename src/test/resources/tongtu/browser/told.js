// The words that are there for a screen reader, in the order of the source, run together.
const told = e => {
    if (!e.checkVisibility({ visibilityProperty: true })) return false;
    return !e.closest('[aria-hidden=true], script, style, svg, textarea');
};
return texts(document.body, told).map(t => t.data).join('').replace(/\s+/g, '');
