// No words lie over other words.
const runs = texts(document.body).flatMap(t => lines(t).map(r => ({ t, e: t.parentElement, top: r.top, bottom: r.bottom, left: r.left, right: r.right })));
runs.sort((a, b) => a.top - b.top);
for (let i = 0; i < runs.length; i++)
    for (let j = i + 1; j < runs.length && runs[j].top < runs[i].bottom; j++) {
        const a = runs[i], b = runs[j];
        if (a.t === b.t) continue;
        const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const h = Math.min(a.bottom, b.bottom) - b.top;
        if (w > 2 && h > Math.min(a.bottom - a.top, b.bottom - b.top) / 3) {
            faults.push(name(a.e) + ' over ' + name(b.e));
            break;
        }
    }
return faults;
