// Nothing lies outside the window: no reader has to scroll sideways (WCAG 2.2, 1.4.10). A table may
// scroll inside a region that has a name and takes the focus.
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width + 1)
    faults.push('the page is ' + document.documentElement.scrollWidth + ' wide in ' + width);
const scrolls = e => {
    for (let p = e.parentElement; p; p = p.parentElement)
        if (/auto|scroll/.test(style(p).overflowX) && p.scrollWidth > p.clientWidth) return p;
    return null;
};
const regions = new Set();
for (const e of document.body.querySelectorAll('*')) {
    if (!isSeen(e)) continue;
    const r = e.getBoundingClientRect(), region = scrolls(e);
    if (region) regions.add(region);
    else if (r.right > width + 1 || r.left < -1)
        faults.push('out of the window: ' + name(e) + ' ' + Math.round(r.left) + '..' + Math.round(r.right));
}
for (const region of regions) {
    const isNamed = region.getAttribute('aria-label') || region.getAttribute('aria-labelledby');
    if (!isNamed || region.tabIndex !== 0 || region.getAttribute('role') !== 'region')
        faults.push('scrolls sideways without a name or the focus: ' + name(region));
    if (!region.querySelector('table')) faults.push('scrolls sideways and is no table: ' + name(region));
}
return faults;
