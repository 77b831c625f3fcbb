// What is pressed is 44 by 44 CSS px (WCAG 2.2, 2.5.5). A link in a line of words is as high as its
// words are: no lower than 24 px (2.5.8), and no narrower than a character.
for (const e of document.querySelectorAll(INTERACTIVE)) {
    if (!isSeen(e)) continue;
    // A radio is pressed by its label too.
    const r = (e.matches('[type=radio], [type=checkbox]') && e.closest('label') || e).getBoundingClientRect();
    const block = (e.parentElement.closest('p, li, dt, dd, th, td, caption, h1, h2, h3, h4, h5, h6, div, address') || e.parentElement).cloneNode(true);
    for (const other of block.querySelectorAll('a[href], details, ul, ol')) other.remove();
    const around = words(block).replace(/[\s，。；：、（）()[\].,;:]/g, '');
    const inWords = style(e).display === 'inline' && around.length > 0;
    const wanted = inWords ? [16, 24] : [43.5, 43.5];
    if (r.width < wanted[0] || r.height < wanted[1])
        faults.push(name(e) + ' is ' + Math.round(r.width) + ' by ' + Math.round(r.height) + (inWords ? ', in words' : ''));
}
return faults;
