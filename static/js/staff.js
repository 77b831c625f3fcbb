// What staff pages do better with script: passkeys, saving while one writes, a warning before the
// session ends. Everything but passkeys works without it.
'use strict';
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

  // Passkeys: the browser's own dialogue answers the challenge of the page.
  const answerOf = {
    async create(options) {
      const key = options.publicKey;
      key.challenge = bytes(key.challenge);
      key.user.id = bytes(key.user.id);
      (key.excludeCredentials || []).forEach(each => { each.id = bytes(each.id); });
      const made = await navigator.credentials.create({ publicKey: key });
      return {
        type: made.type, id: made.id, rawId: text(made.rawId), clientExtensionResults: made.getClientExtensionResults(),
        response: { attestationObject: text(made.response.attestationObject), clientDataJSON: text(made.response.clientDataJSON),
          transports: made.response.getTransports ? made.response.getTransports() : [] },
      };
    },
    async get(options) {
      const key = options.publicKey;
      key.challenge = bytes(key.challenge);
      (key.allowCredentials || []).forEach(each => { each.id = bytes(each.id); });
      const used = await navigator.credentials.get({ publicKey: key });
      const r = used.response;
      return {
        type: used.type, id: used.id, rawId: text(used.rawId), clientExtensionResults: used.getClientExtensionResults(),
        response: { authenticatorData: text(r.authenticatorData), clientDataJSON: text(r.clientDataJSON), signature: text(r.signature),
          userHandle: r.userHandle ? text(r.userHandle) : undefined },
      };
    },
  };
  if (window.PublicKeyCredential) {
    for (const form of document.querySelectorAll('form.passkey')) {
      form.hidden = false;
      form.addEventListener('submit', async event => {
        event.preventDefault();
        const wrong = form.querySelector('[role=alert]');
        try {
          const answer = await answerOf[form.dataset.passkey](JSON.parse(form.dataset.options));
          form.elements.answer.value = JSON.stringify(answer);
          form.submit();
        } catch {
          wrong.hidden = false;
          wrong.textContent = '没有成功：取消了，或者这台设备上没有可用的通行密钥。请再试一次，或者用密码。';
        }
      });
    }
  }

  // Saving while one writes: at most five seconds after a key.
  const status = document.querySelector('[data-save]');
  const writing = status && document.getElementById(status.dataset.for);
  let dirty = false;
  let saving = false;
  let timer = 0;
  const say = words => { if (status.textContent !== words) status.textContent = words; };
  const save = async () => {
    timer = 0;
    if (!dirty || saving) return;
    dirty = false;
    saving = true;
    try {
      const reply = await fetch(status.dataset.save, { method: 'POST', body: new URLSearchParams(new FormData(writing)), redirect: 'manual' });
      if (!reply.ok) throw new Error(String(reply.status));
      const saved = await reply.json();
      writing.elements.version.value = saved.version;
      say(saved.words);
    } catch (e) {
      dirty = true;
      say(e.message === '401' || e.message === '403' ? '没有存上：登录已经结束。写的字还在这一页，请按「保存草稿」重新登录。' : '没有存上，正在再试。写的字还在这一页，不要关掉它。');
    } finally {
      saving = false;
      if (dirty && !timer) timer = setTimeout(save, 4000);
    }
  };
  if (status) {
    writing.addEventListener('input', () => { dirty = true; if (!timer) timer = setTimeout(save, 3000); });
    addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
    addEventListener('beforeunload', event => { if (dirty && !leaving) event.preventDefault(); });
  }
  let leaving = false;
  document.addEventListener('submit', () => { leaving = true; });

  // A finding leads to its line; the cursor waits there in the text.
  for (const link of document.querySelectorAll('a[href^="#L"]')) {
    link.addEventListener('click', () => {
      const area = document.querySelector('textarea[name=body]');
      const all = document.querySelectorAll('.lines > li').length;
      if (!area) return;
      const lines = area.value.replace(/\n$/, '').split('\n');
      const line = Number(link.getAttribute('href').slice(2)) - 1 - (all - lines.length);
      if (line < 0) return;
      const from = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      area.setSelectionRange(from, from + (lines[line] || '').length);
    });
  }

  // Before the session ends its owner is told, and keeps it with one key (WCAG 2.2.1).
  const idle = Number(document.body.dataset.idle || 0);
  if (idle) {
    let seen = Date.now();
    let box = null;
    const stay = async () => {
      seen = Date.now();
      if (box) { box.remove(); box = null; }
      try { await fetch('/staff/stay', { method: 'POST', body: new URLSearchParams({ form: document.body.dataset.form }) }); } catch { /* The next save tells. */ }
    };
    let typed = 0;
    addEventListener('keydown', () => { if (!box && Date.now() - typed > 60000 && Date.now() - seen > 60000) { typed = Date.now(); stay(); } });
    setInterval(() => {
      const left = idle * 1000 - (Date.now() - seen);
      const early = Math.min(120000, idle * 500);
      if (left < 0 && !dirty) { location.href = '/staff/sign-in?done=idle&to=' + encodeURIComponent(location.pathname + location.search); }
      else if (left < early && !box) {
        box = document.createElement('div');
        box.className = 'leave';
        box.setAttribute('role', 'alertdialog');
        box.setAttribute('aria-labelledby', 'leave-words');
        const words = document.createElement('p');
        words.id = 'leave-words';
        words.textContent = '您有一会儿没有动了，' + Math.max(1, Math.round(left / 60000)) + ' 分钟以后自动退出。写的字都会存好。';
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button';
        button.textContent = '接着用';
        const before = document.activeElement;
        button.addEventListener('click', () => { stay(); if (before && before.focus) before.focus(); });
        box.append(words, button);
        document.body.append(box);
        button.focus();
        if (dirty) save();
      }
    }, 5000);
  }
})();
