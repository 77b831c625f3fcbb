// Reads a page aloud with the site's own voices: the sentence and the syllable that are heard are
// marked on the page, the place is kept on this device. Without script the browser's own player is
// in its place.
'use strict';
(() => {
  const zh = document.documentElement.lang.startsWith('zh');
  const WORDS = zh ? {
    play: '播放', pause: '暂停', back: '上一句', next: '下一句', backHeading: '上一标题', nextHeading: '下一标题', more: '更多', speed: '语速', times: ' 倍', voice: '声音',
    timer: '定时停止', never: '不定时', minutes: ' 分钟后', section: '读完这一节', point: '指读：点到哪里，从哪里读', follow: '页面跟着读的地方走', keys: '用快捷键', selection: '读选中的文字', here: '从这里听',
    link: '复制这个位置的链接', copied: '链接已经复制。', files: '下载声音、看读法', making: '正在准备声音，请稍等。', failed: '声音没有取到，请过一会儿再试。', done: '读完了。', noSelection: '先选中一段文字。', stopped: '到时间了，已经停下。',
    sentence: n => '第 ' + n + ' 句', start: '从头开始', cut: '文件太长，后面的部分没有声音。', ownVoice: '服务器上还没有这种语言的声音，现在用浏览器自带的声音读。', noVoice: '现在没有声音可用。文字都在页面上，也可以用读屏软件听。',
    keyHelp: 'Alt+Shift+P 播放或暂停；J 上一句；L 下一句；U 上一标题；O 下一标题（都和 Alt+Shift 一起按）。', voiced: (done, all) => '声音准备好了 ' + Math.floor(100 * done / all) + '%', resume: '上次听到这里'
  } : {
    play: 'Play', pause: 'Pause', back: 'Previous sentence', next: 'Next sentence', backHeading: 'Previous heading', nextHeading: 'Next heading', more: 'More', speed: 'Speed', times: '×', voice: 'Voice',
    timer: 'Stop after', never: 'Never', minutes: ' minutes', section: 'This section', point: 'Read from where I press', follow: 'Scroll along', keys: 'Use keys', selection: 'Read what is selected', here: 'Listen from here',
    link: 'Copy a link to this place', copied: 'The link was copied.', files: 'Download the sound', making: 'The sound is being made, please wait.', failed: 'The sound could not be fetched. Please try again later.', done: 'The end.', noSelection: 'Select some text first.', stopped: 'Stopped, as you set it.',
    sentence: n => 'sentence ' + n, start: 'From the start', cut: 'The document is too long; its last part has no sound.', ownVoice: 'The server has no voice for this language yet; your browser’s own voice reads.', noVoice: 'No voice is to be had now. The text is all on the page.',
    keyHelp: 'Alt+Shift+P plays or pauses; J previous sentence; L next; U previous heading; O next heading (each with Alt+Shift).', voiced: (done, all) => Math.floor(100 * done / all) + '% of the sound is ready', resume: 'You were here'
  };
  const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];
  const TIMERS = [15, 30, 60];
  const AHEAD = 2;
  const kept = {
    get(name, other) { try { return localStorage.getItem('listen ' + name) ?? other; } catch { return other; } },
    set(name, value) { try { localStorage.setItem('listen ' + name, value); } catch { /* Only this visit then. */ } }
  };
  const make = (tag, text, attributes) => {
    const e = document.createElement(tag);
    if (text) e.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) e.setAttribute(name, value);
    return e;
  };
  const button = (text, action) => {
    const e = make('button', text, { type: 'button' });
    e.addEventListener('click', action);
    return e;
  };
  const choice = (label, options, value, action) => {
    const field = make('label', label + ' ');
    const select = document.createElement('select');
    for (const [name, text] of options) select.append(new Option(text, name, false, String(name) === String(value)));
    select.addEventListener('change', () => action(select.value));
    field.append(select);
    return field;
  };
  const box = (label, on, action) => {
    const field = make('label', '', { class: 'choice' });
    const input = make('input', '', { type: 'checkbox' });
    input.checked = on;
    input.addEventListener('change', () => action(input.checked));
    field.append(label + ' ', input);
    return field;
  };

  // The words of a block as they stand on the page, without what was put among them for other ends.
  const APART = '.terms, .place, .tools, .unseen, sup, details, listen-bar, rt, rp, button';
  const letters = root => {
    const found = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, { acceptNode: n => n.parentElement.closest(APART) && root.contains(n.parentElement.closest(APART)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT });
    for (let n = walk.nextNode(); n; n = walk.nextNode()) for (let i = 0; i < n.length; i++) if (n.data[i].trim()) found.push([n, i]);
    return found;
  };

  class ListenBar extends HTMLElement {
    connectedCallback() {
      if (this.audio) return;
      this.at = 0;
      this.playing = false;
      this.timings = new Map();
      this.blocks = new Map();
      this.audio = new Audio();
      this.audio.preload = 'none';
      this.audio.addEventListener('ended', () => this.over());
      this.audio.addEventListener('error', () => { if (this.playing && this.audio.src) this.again(); });
      this.speed = Number(kept.get('speed', '1')) || 1;
      this.follows = kept.get('follow', 'on') === 'on';
      this.hasKeys = kept.get('keys', 'on') === 'on';
      this.build();
      this.headings();
      addEventListener('pagehide', () => this.keep());
      addEventListener('keydown', e => this.key(e));
      // Who scrolls wants to look elsewhere.
      for (const name of ['wheel', 'touchmove']) addEventListener(name, () => { this.lookedAway = Date.now(); }, { passive: true });
      const wanted = new URLSearchParams(location.search).get('listen');
      if (wanted || kept.get('at ' + this.dataset.address, '')) this.load(undefined, true).then(ok => ok && this.show());
    }

    build() {
      const keys = make('div', '', { class: 'keys' });
      this.playKey = button(WORDS.play, () => this.toggle());
      this.playKey.className = 'play';
      keys.append(button(WORDS.back, () => this.step(-1)), this.playKey, button(WORDS.next, () => this.step(1)));
      this.now = make('p', '', { class: 'now' });
      this.said = make('p', '', { role: 'status', class: 'said' });
      this.details = make('details', '');
      this.details.append(make('summary', WORDS.more));
      this.rest = make('div', '', { class: 'rest' });
      this.details.append(this.rest);
      this.details.addEventListener('toggle', () => { if (this.details.open) this.load(undefined, true); });
      const own = [...this.children].filter(e => !e.matches('h2'));
      own.forEach(e => e.remove());
      this.link = this.dataset.files;
      const wrap = make('div', '', { class: 'wrap' });
      wrap.append(keys, this.now, this.details, this.said);
      this.append(wrap);
      this.fill();
    }

    // Once; who is among the keys is not disturbed by what becomes known later.
    fill() {
      const s = this.script;
      if (!this.rest.firstChild) {
        const heads = make('div', '', { class: 'keys' });
        heads.append(button(WORDS.backHeading, () => this.heading(-1)), button(WORDS.nextHeading, () => this.heading(1)), button(WORDS.start, () => this.go(0, true)), button(WORDS.selection, () => this.selection()), button(WORDS.link, () => this.copy()));
        this.set = make('div', '', { class: 'keys' });
        this.set.append(choice(WORDS.speed, SPEEDS.map(v => [v, v + WORDS.times]), this.speed, v => { this.speed = Number(v); this.audio.playbackRate = this.speed; kept.set('speed', v); }));
        this.set.append(choice(WORDS.timer, [['', WORDS.never], ['section', WORDS.section], ...TIMERS.map(m => [m, m + WORDS.minutes])], '', v => this.setTimer(v)));
        const boxes = make('div', '', { class: 'keys' });
        boxes.append(box(WORDS.point, false, on => this.point(on)), box(WORDS.follow, this.follows, on => { this.follows = on; kept.set('follow', on ? 'on' : 'off'); }), box(WORDS.keys, this.hasKeys, on => { this.hasKeys = on; kept.set('keys', on ? 'on' : 'off'); }));
        this.rest.append(heads, this.set, boxes, make('p', WORDS.keyHelp, { class: 'hint' }));
        if (this.link) {
          const files = make('p', '');
          files.append(make('a', WORDS.files, { href: this.link, class: 'way' }));
          this.rest.append(files);
        }
        this.state = make('p', '', { class: 'hint' });
      }
      if (!s) return;
      const speakers = s.voices.filter(v => s.language.startsWith(v.language));
      if (speakers.length > 1 && this.set.children.length < 3) this.set.append(choice(WORDS.voice, speakers.map(v => [v.name, v.label]), s.voice, v => this.choose(v)));
      this.state.textContent = (s.done < s.all ? WORDS.voiced(s.done, s.all) : '') + (s.cut ? ' ' + WORDS.cut : '');
      if (this.state.textContent) this.rest.append(this.state); else this.state.remove();
    }

    // A key at each heading of the text, after its words.
    headings() {
      document.querySelectorAll('.text :is(h2, h3, h4, h5, h6)[id]').forEach(h => {
        const key = button(WORDS.here, () => this.from(h.id));
        key.className = 'here';
        key.append(make('span', (zh ? '：' : ': ') + h.textContent.trim(), { class: 'unseen' }));
        const tools = h.nextElementSibling && h.nextElementSibling.matches('.tools') ? h.nextElementSibling : null;
        if (tools) tools.append(' ', key); else h.after(key);
      });
    }

    // `quiet`: nobody waits for it.
    async load(voice, quiet) {
      const name = voice ?? kept.get('voice', '');
      if (this.script && voice === undefined) return true;
      try {
        const reply = await fetch(this.dataset.script + (name ? (this.dataset.script.includes('?') ? '&' : '?') + 'voice=' + encodeURIComponent(name) : ''));
        if (!reply.ok) throw new Error(String(reply.status));
        this.script = await reply.json();
      } catch {
        if (!quiet) this.say(WORDS.failed);
        return false;
      }
      const lines = this.script.lines || (this.script.lines = []);
      this.script.parts = this.script.parts || [];
      this.script.voices = this.script.voices || [];
      if (!this.placed) {
        this.placed = true;
        const wanted = new URLSearchParams(location.search).get('listen') || kept.get('at ' + this.dataset.address, '');
        const [block, number] = wanted.split('.');
        const at = lines.findIndex(l => (l.block || 'title') === block && l.number === Number(number) && !l.piece);
        if (at > 0) { this.at = at; this.say(WORDS.resume); }
      }
      this.fill();
      return true;
    }

    get line() { return this.script && this.script.lines[this.at]; }

    async toggle() {
      if (this.playing) this.pause();
      else if (await this.load()) this.play();
    }

    play() {
      if (!this.line) return;
      // From now on it goes along; before, it stands at the end and covers nothing.
      this.closest('.listen').classList.add('on');
      this.playing = true;
      this.tries = 0;
      this.said.textContent = '';
      this.playKey.textContent = WORDS.pause;
      document.dispatchEvent(new CustomEvent('tongtu-sound', { detail: this }));
      this.session();
      this.start();
    }

    pause() {
      this.playing = false;
      clearTimeout(this.gap);
      clearTimeout(this.retry);
      this.audio.pause();
      if (globalThis.speechSynthesis) speechSynthesis.cancel();
      this.playKey.textContent = WORDS.play;
      if (navigator.mediaSession) navigator.mediaSession.playbackState = 'paused';
      this.keep();
    }

    // Begins the line that stands, and fetches what comes after it.
    start() {
      const line = this.line;
      clearTimeout(this.gap);
      this.show();
      if (!line.audio) return this.script.voice ? this.over() : this.own(line);
      if (this.audio.getAttribute('src') !== line.audio) this.audio.src = line.audio;
      else this.audio.currentTime = 0;
      this.audio.preservesPitch = true;
      this.audio.playbackRate = this.speed;
      const slow = setTimeout(() => { if (this.playing && this.audio.readyState < 2) this.say(WORDS.making); }, 1500);
      this.audio.play().then(() => {
        clearTimeout(slow);
        if (this.said.textContent === WORDS.making) this.say('');
        this.tries = 0;
        this.timing(line);
        this.tick();
        for (let i = 1; i <= AHEAD; i++) this.fetch(this.script.lines[this.at + i]);
      }, failure => {
        clearTimeout(slow);
        // The browser wants a press of the reader's own first.
        if (this.playing && failure.name === 'NotAllowedError') this.pause();
      });
    }

    fetch(line) {
      if (!line || !line.audio || line.fetched) return;
      line.fetched = true;
      fetch(line.audio).then(r => { line.fetched = r.ok; }, () => { line.fetched = false; });
      this.timing(line);
    }

    async timing(line) {
      if (line.marks || !line.audio) return;
      try {
        const reply = await fetch(line.audio.replace('.mp3', '.json'));
        if (reply.ok) line.marks = (await reply.json()).marks || [];
      } catch { /* Then the sentence alone is marked. */ }
    }

    again() {
      if (++this.tries > 10) { this.pause(); this.say(WORDS.failed); return; }
      this.say(WORDS.making);
      this.retry = setTimeout(() => { if (this.playing) { this.audio.removeAttribute('src'); this.start(); } }, 2000);
    }

    // The browser's own voice, where the server has none for the language.
    own(line) {
      const speech = globalThis.speechSynthesis;
      const voice = speech && speech.getVoices().find(v => v.lang.toLowerCase().startsWith(this.script.language.slice(0, 2)));
      if (!voice) { this.pause(); this.say(WORDS.noVoice); return; }
      if (this.said.textContent !== WORDS.ownVoice) this.say(WORDS.ownVoice);
      const words = new SpeechSynthesisUtterance(line.words);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = this.speed;
      words.onend = () => { if (this.playing) this.over(); };
      speech.speak(words);
    }

    over() {
      if (!this.playing) return;
      const line = this.line, next = this.script.lines[this.at + 1];
      const stops = this.until !== undefined && this.at >= this.until;
      if (!next || stops) {
        this.pause();
        if (!next) this.at = 0;
        this.until = this.sectionEnds ? undefined : this.until;
        this.say(next ? '' : WORDS.done);
        if (stops) this.until = undefined;
        this.keep();
        return;
      }
      this.gap = setTimeout(() => { if (this.playing) { this.at++; this.start(); } }, line.rest / this.speed);
    }

    go(at, plays) {
      const was = this.playing;
      if (was) { this.playing = false; clearTimeout(this.gap); this.audio.pause(); if (globalThis.speechSynthesis) speechSynthesis.cancel(); }
      this.at = Math.max(0, Math.min(at, this.script.lines.length - 1));
      this.lookedAway = 0;
      if (was || plays) this.play(); else { this.show(); this.keep(); }
    }

    same(a, b) { return a && b && a.block === b.block && a.number === b.number; }

    // To the first piece of the sentence before or after.
    async step(by) {
      if (!await this.load()) return;
      const lines = this.script.lines;
      let at = this.at;
      while (at > 0 && this.same(lines[at], lines[at - 1])) at--;
      if (by > 0) { while (at < lines.length - 1 && this.same(lines[at], lines[this.at])) at++; } else if (at > 0) { at--; while (at > 0 && this.same(lines[at], lines[at - 1])) at--; }
      this.go(at);
    }

    async heading(by) {
      if (!await this.load()) return;
      const heads = this.script.parts.length ? this.script.parts.map(p => p.from) : [...this.script.lines.keys()].filter(i => this.script.lines[i].heading && !this.script.lines[i].piece);
      const starts = [0, ...heads];
      const at = by > 0 ? starts.find(s => s > this.at) : starts.filter(s => s < this.at).pop();
      if (at !== undefined) this.go(at);
    }

    async from(block) {
      if (!await this.load()) return;
      const at = this.script.lines.findIndex(l => l.block === block);
      if (at >= 0) { this.until = undefined; this.go(at, true); }
    }

    // What can be pointed at: on pages that are no documents, whatever is read.
    pointed() { return document.querySelector('.text') ? '.text :is(p, li, tr)[id]' : 'main :is(h1, h2, h3, h4, p, dt, dd):not(.listen *, .hear)'; }

    async fromPart(part) {
      if (!await this.load()) return;
      const at = this.script.lines.findIndex(line => { const r = this.range(line); return r && r.intersectsNode(part); });
      if (at >= 0) { this.until = undefined; this.go(at, true); }
    }

    async choose(voice) {
      const was = this.playing, line = this.line;
      if (was) this.pause();
      kept.set('voice', voice);
      if (!await this.load(voice)) return;
      const at = this.script.lines.findIndex(l => this.same(l, line) && l.piece === line.piece);
      this.at = Math.max(0, at);
      if (was) this.play();
    }

    async selection() {
      if (!await this.load()) return;
      const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
      if (!range || range.collapsed) { this.say(WORDS.noSelection); return; }
      const inside = [];
      this.script.lines.forEach((line, i) => {
        const r = this.range(line);
        if (r && r.compareBoundaryPoints(Range.START_TO_END, range) > 0 && r.compareBoundaryPoints(Range.END_TO_START, range) < 0) inside.push(i);
      });
      if (!inside.length) { this.say(WORDS.noSelection); return; }
      this.go(inside[0], true);
      this.until = inside.pop();
    }

    setTimer(value) {
      this.timer = value;
      clearTimeout(this.sleep);
      this.until = undefined;
      if (value === 'section' && this.script) {
        const part = this.script.parts.filter(p => p.from <= this.at && this.at < p.to).pop();
        this.until = part ? part.to - 1 : undefined;
      } else if (value) {
        this.sleep = setTimeout(() => { this.timer = ''; this.pause(); this.say(WORDS.stopped); }, Number(value) * 60000);
      }
    }

    // Pressing a paragraph, or Enter on it, reads from there.
    point(on) {
      this.points = on;
      if (!this.pressed) {
        this.pressed = e => {
          if (!this.points || e.target.closest('a, button, summary, input, select, listen-bar')) return;
          if (e.type === 'keydown' && e.key !== 'Enter') return;
          const block = e.target.closest('.text [id]'), part = e.target.closest(this.pointed());
          if (block) this.from(block.id); else if (part) this.fromPart(part);
        };
        document.addEventListener('click', this.pressed);
        document.addEventListener('keydown', this.pressed);
      }
      document.querySelectorAll(this.pointed()).forEach(e => on ? e.setAttribute('tabindex', '0') : e.removeAttribute('tabindex'));
    }

    key(e) {
      if (!this.hasKeys || !e.altKey || !e.shiftKey || e.ctrlKey || e.metaKey) return;
      const action = { KeyP: () => this.toggle(), KeyJ: () => this.step(-1), KeyL: () => this.step(1), KeyU: () => this.heading(-1), KeyO: () => this.heading(1) }[e.code];
      if (action) { e.preventDefault(); action(); }
    }

    async copy() {
      if (!await this.load()) return;
      try { await navigator.clipboard.writeText(this.address()); this.say(WORDS.copied); } catch { this.say(this.address()); }
    }

    address() {
      const line = this.line;
      return location.origin + this.dataset.address + '?listen=' + (line.block || 'title') + '.' + line.number + (line.block ? '#' + line.block : '');
    }

    keep() {
      const line = this.line;
      if (line) kept.set('at ' + this.dataset.address, this.at ? (line.block || 'title') + '.' + line.number : '');
    }

    // The place of a line's words on the page; null where they are not written so.
    range(line, from, to) {
      const block = line.block && document.getElementById(line.block);
      if (!block || !line.literal) return null;
      if (!this.blocks.has(line.block)) this.blocks.set(line.block, letters(block));
      const found = this.blocks.get(line.block), whole = found.map(([n, i]) => n.data[i]).join('');
      if (line.offset === undefined) {
        const words = line.words.replace(/\s+/g, '');
        const i = this.script.lines.indexOf(line), before = this.script.lines[i - 1];
        const after = before && before.block === line.block && before.literal ? (this.range(before), before.offset >= 0 ? before.offset + before.words.replace(/\s+/g, '').length : 0) : 0;
        line.offset = whole.indexOf(words, after);
        if (line.offset < 0) line.offset = whole.indexOf(words);
      }
      if (line.offset < 0) return null;
      const bare = n => line.words.slice(0, n).replace(/\s+/g, '').length;
      const first = found[line.offset + bare(from ?? 0)], last = found[line.offset + bare(to ?? line.words.length) - 1];
      if (!first || !last) return null;
      const range = document.createRange();
      range.setStart(first[0], first[1]);
      range.setEnd(last[0], last[1] + 1);
      return range;
    }

    // Marks the whole sentence, says where it is, and keeps it in view.
    show() {
      const line = this.line;
      if (!line) return;
      const block = line.block && document.getElementById(line.block);
      document.querySelectorAll('.being-read').forEach(e => e.classList.remove('being-read'));
      const ranges = this.script.lines.filter(l => this.same(l, line)).map(l => this.range(l)).filter(Boolean);
      if (globalThis.CSS && CSS.highlights && globalThis.Highlight) {
        CSS.highlights.delete('syllable');
        if (ranges.length) CSS.highlights.set('sentence', new Highlight(...ranges)); else CSS.highlights.delete('sentence');
      }
      if (block && block.id !== 'main' && (!ranges.length || !(globalThis.CSS && CSS.highlights))) block.classList.add('being-read');
      const part = this.script.parts.filter(p => p.from <= this.at && this.at < p.to).pop();
      const link = make('a', part ? part.place || part.title : this.script.title, { href: line.block ? '#' + line.block : '#main' });
      this.now.replaceChildren(link, ' ' + WORDS.sentence(line.number));
      if (block && (ranges.length || block.id !== 'main') && this.follows && this.playing && Date.now() - (this.lookedAway || 0) > 8000) {
        const at = (ranges[0] || block).getBoundingClientRect(), room = innerHeight - this.getBoundingClientRect().height;
        if (at.top < 0 || at.bottom > room) scrollBy({ top: at.top - room / 3, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
      }
      if (navigator.mediaSession && navigator.mediaSession.metadata) navigator.mediaSession.metadata.title = part ? part.title : this.script.title;
    }

    // The syllable that is heard now, by the clock of the sound.
    tick() {
      if (!this.playing || this.audio.paused) return;
      const line = this.line, ms = this.audio.currentTime * 1000;
      const mark = (line.marks || []).findLast(m => m.from <= ms);
      if (mark !== this.mark) {
        this.mark = mark;
        const range = mark && ms < mark.to + 60 ? this.range(line, mark.start, mark.end) : null;
        if (globalThis.CSS && CSS.highlights) { if (range) CSS.highlights.set('syllable', new Highlight(range)); else CSS.highlights.delete('syllable'); }
      }
      requestAnimationFrame(() => this.tick());
    }

    // Said once, and only what does not show by what is heard.
    say(text) { this.said.textContent = text; }

    session() {
      const session = navigator.mediaSession;
      if (!session) return;
      session.playbackState = 'playing';
      if (session.metadata) return;
      session.metadata = new MediaMetadata({ title: this.script.title, artist: document.querySelector('.brand b')?.textContent ?? '' });
      for (const [name, action] of [['play', () => this.play()], ['pause', () => this.pause()], ['previoustrack', () => this.step(-1)], ['nexttrack', () => this.step(1)], ['stop', () => this.pause()]]) {
        try { session.setActionHandler(name, action); } catch { /* This browser has no such key. */ }
      }
    }
  }
  customElements.define('listen-bar', ListenBar);
})();
