// Nothing here is needed: it follows the pointer with the reading band, has screen readers say an
// emergency once, suggests what to search for, and counts that a result was opened.
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

  // A reader who comes again is told what changed; which version they saw stays on this device.
  const doc = document.querySelector('[data-versions]');
  if (doc) {
    try {
      const key = 'seen ' + location.pathname;
      const now = doc.dataset.revision;
      const before = localStorage.getItem(key);
      localStorage.setItem(key, now);
      if (before && before !== now) {
        fetch(doc.dataset.versions + '/changes?since=' + before).then(reply => (reply.ok ? reply.json() : null)).then(changed => {
          if (!changed) return;
          const told = document.createElement('p');
          told.className = 'since';
          told.setAttribute('role', 'status');
          doc.querySelector('h1').after(told);
          const link = document.createElement('a');
          link.className = 'way';
          link.href = changed.address;
          link.textContent = changed.link;
          setTimeout(() => { told.append(changed.words + ' ', link); }, 200);
          for (const id of changed.blocks || []) {
            const place = document.getElementById(id);
            if (!place || place.matches('tr, table')) continue;
            const mark = document.createElement('span');
            mark.className = 'hint';
            mark.textContent = changed.mark;
            place.append(mark);
          }
        }).catch(() => {});
      }
    } catch { /* Where nothing can be kept, nothing is told. */ }
  }

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

  // Results that were opened: which question led on, nothing about who asked.
  const hits = document.querySelector('[data-question]');
  if (hits && navigator.sendBeacon) hits.addEventListener('click', e => {
    if (e.target.closest('a')) navigator.sendBeacon('/search/chosen', new URLSearchParams({ q: hits.dataset.question }));
  });

  addEventListener('keydown', e => {
    const box = document.querySelector('search-box input');
    const isOn = getComputedStyle(root).getPropertyValue('--slash-on').trim() === '1';
    if (e.key !== '/' || !box || !isOn || e.ctrlKey || e.altKey || e.metaKey || e.target.closest('input, textarea, select')) return;
    e.preventDefault();
    box.focus();
  });

  // The combobox pattern of the ARIA Authoring Practices with a list: focus stays in the field.
  let boxes = 0;
  customElements.define('search-box', class extends HTMLElement {
    connectedCallback() {
      const input = this.querySelector('input');
      if (!input || this.list) return;
      const id = 'suggestions-' + ++boxes;
      const zh = document.documentElement.lang.startsWith('zh');
      const list = this.list = document.createElement('ul');
      list.id = id;
      list.setAttribute('role', 'listbox');
      list.setAttribute('aria-label', this.dataset.list);
      const said = document.createElement('span');
      said.setAttribute('role', 'status');
      said.className = 'unseen';
      // There before it gets words, and not before somebody is here.
      const arrive = () => this.append(said);
      if (document.activeElement === input) arrive();
      else input.addEventListener('focus', arrive, { once: true });
      for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false']]) input.setAttribute(name, value);
      let at = -1, typed = '', timer = 0, asked = null;
      const options = () => [...list.children];
      const close = () => {
        clearTimeout(timer);
        if (asked) asked.abort();
        list.remove();
        at = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
        input.removeAttribute('aria-controls');
        said.textContent = '';
      };
      const mark = to => {
        at = to;
        options().forEach((option, i) => option.setAttribute('aria-selected', i === at));
        if (at < 0) input.removeAttribute('aria-activedescendant');
        else { input.setAttribute('aria-activedescendant', id + '-' + at); options()[at].scrollIntoView({ block: 'nearest' }); }
      };
      const take = option => { input.value = option.textContent; close(); input.form.requestSubmit(); };
      const show = words => {
        list.replaceChildren(...words.map((word, i) => {
          const option = document.createElement('li');
          option.id = id + '-' + i;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          if (!zh) option.lang = 'zh-CN';
          option.textContent = word;
          // The field keeps the focus.
          option.addEventListener('pointerdown', e => e.preventDefault());
          option.addEventListener('click', () => take(option));
          return option;
        }));
        if (!words.length) return close();
        input.after(list);
        at = -1;
        input.removeAttribute('aria-activedescendant');
        input.setAttribute('aria-controls', id);
        input.setAttribute('aria-expanded', 'true');
        said.textContent = zh ? words.length + ' 条提示，按上下键选' : words.length + ' suggestions, up and down to choose';
      };
      const ask = async () => {
        typed = input.value.trim();
        if (!typed || typed.length > 40) return close();
        if (asked) asked.abort();
        asked = new AbortController();
        try {
          const reply = await fetch('/suggest?q=' + encodeURIComponent(typed), { signal: asked.signal });
          const words = reply.ok ? (await reply.json())[1] : [];
          if (document.activeElement === input && input.value.trim() === typed) show(words);
        } catch { /* Without suggestions the form works all the same. */ }
      };
      const later = () => { clearTimeout(timer); timer = setTimeout(ask, 150); };
      input.addEventListener('input', e => { if (!e.isComposing) later(); });
      input.addEventListener('compositionend', later);
      input.addEventListener('blur', close);
      input.addEventListener('keydown', e => {
        if (e.isComposing) return;
        const count = list.isConnected ? options().length : 0;
        if (e.key === 'Escape' && count) { e.preventDefault(); close(); }
        else if (e.key === 'ArrowDown' && !count) { e.preventDefault(); ask(); }
        else if (e.key === 'ArrowDown' && count) { e.preventDefault(); mark(at + 1 < count ? at + 1 : 0); }
        else if (e.key === 'ArrowUp' && count) { e.preventDefault(); mark(at > 0 ? at - 1 : count - 1); }
        else if (e.key === 'Enter' && at >= 0) { e.preventDefault(); take(options()[at]); }
      });
    }
  });
})();
