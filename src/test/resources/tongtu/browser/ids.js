// An id stands once, and what names an id names one that is there.
const seen = new Set();
for (const e of document.querySelectorAll('[id]')) {
    if (seen.has(e.id)) faults.push('twice: ' + e.id);
    if (!e.id || /\s/.test(e.id)) faults.push('no id: «' + e.id + '»');
    seen.add(e.id);
}
for (const e of document.querySelectorAll('a[href^="#"]'))
    if (!seen.has(decodeURIComponent(e.getAttribute('href').slice(1)))) faults.push('leads nowhere: ' + e.getAttribute('href'));
for (const attribute of ['aria-labelledby', 'aria-describedby', 'for', 'aria-controls', 'headers', 'list', 'form'])
    for (const e of document.querySelectorAll('[' + attribute + ']'))
        for (const id of e.getAttribute(attribute).split(/\s+/))
            if (!seen.has(id)) faults.push(attribute + ' names nothing: ' + id);
if (!document.title.trim()) faults.push('no title');
return faults;
