// Pagefind, which cuts Chinese into words by itself: its index as files, asked in headless Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { ndcg, read, report } from './data.js';

const { texts, questions } = await read(process.argv[2], Number(process.argv[3]));
const out = mkdtempSync(join(tmpdir(), 'pagefind-'));
const start = process.hrtime.bigint();
const { index } = await pagefind.createIndex({ forceLanguage: 'zh' });
for (const { id, title, text } of texts) {
  const { errors } = await index.addCustomRecord({ url: '/' + id, content: title + '\n' + text, language: 'zh', meta: { title } });
  if (errors.length) throw new Error(errors.join());
}
await index.writeFiles({ outputPath: out });
await pagefind.close();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;

const page = `<!doctype html><script type="module">
  const pagefind = await import('/pagefind.js');
  await pagefind.options({ bundlePath: '/' });
  const answers = [];
  const questions = await (await fetch('/questions')).json();
  for (const words of questions) await pagefind.search(words);
  for (const words of questions) {
    const before = performance.now();
    const { results } = await pagefind.search(words);
    const ms = performance.now() - before;
    const found = [];
    for (const result of results.slice(0, 10)) found.push((await result.data()).url.split('/').at(-1));
    answers.push({ ms, found });
  }
  await fetch('/done', { method: 'POST', body: JSON.stringify(answers) });
</script>`;
const types = { js: 'text/javascript', json: 'application/json' };
const answers = await new Promise(resolve => {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/done') {
      let body = '';
      request.on('data', piece => { body += piece; }).on('end', () => { response.end(); browser.kill(); server.close(); resolve(JSON.parse(body)); });
    } else if (path === '/') response.setHeader('Content-Type', 'text/html;charset=utf-8').end(page);
    else if (path === '/questions') response.setHeader('Content-Type', types.json).end(JSON.stringify(questions.map(each => each.words)));
    else try { const file = readFileSync(join(out, path)); response.setHeader('Content-Type', types[path.split('.').at(-1)] ?? 'application/octet-stream').end(file); }
    catch { response.writeHead(404).end(); }
  });
  let browser;
  server.listen(0, '127.0.0.1', () => {
    browser = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${out}/profile`, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
  });
});
report('Pagefind', { index: seconds, ms: answers.map(each => each.ms), ndcg: answers.map((each, i) => ndcg(each.found, questions[i].relevant)) });
rmSync(out, { recursive: true, force: true });
process.exit();
