// Nothing here is needed: it follows the pointer with the reading band, and has screen readers say
// an emergency once.
'use strict';
(() => {
  const root = document.documentElement;
  const band = () => getComputedStyle(root).getPropertyValue('--band-on').trim() === '1';
  let asked = false;
  const move = y => {
    if (asked || !band()) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; root.style.setProperty('--band-at', 'calc(' + y + 'px - 2.25em)'); });
  };
  addEventListener('pointermove', e => move(e.clientY), { passive: true });
  addEventListener('focusin', e => { const r = e.target.getBoundingClientRect(); if (r.height && r.height < innerHeight / 2) move(r.top + r.height / 2); });

  const alarms = [...document.querySelectorAll('[data-alarm]')];
  const told = e => 'told ' + e.dataset.alarm + ' ' + e.textContent.length;
  let fresh = [];
  try {
    fresh = alarms.filter(e => !localStorage.getItem(told(e)));
    fresh.forEach(e => localStorage.setItem(told(e), '1'));
  } catch { /* Where nothing can be kept, the banner itself is read in its place. */ }
  if (fresh.length) {
    const live = document.createElement('div');
    live.setAttribute('role', 'alert');
    live.className = 'unseen';
    document.body.append(live);
    // A live region is there first, then gets its words.
    setTimeout(() => { live.textContent = fresh.map(e => e.textContent.replace(/\s+/g, ' ').trim()).join(' '); }, 200);
  }
})();
