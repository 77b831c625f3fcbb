// MiniSearch: as it comes, which splits Chinese at punctuation, and with characters and pairs of them.
import MiniSearch from 'minisearch';
import { ndcg, read, report } from './data.js';

const { texts, questions } = await read(process.argv[2], Number(process.argv[3]));

function pairs(text) {
  const tokens = [];
  for (const run of text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) tokens.push(run);
    else for (let i = 0; i < run.length; i++) {
      tokens.push(run[i]);
      if (i + 1 < run.length) tokens.push(run.slice(i, i + 2));
    }
  }
  return tokens;
}

for (const [name, options] of [['MiniSearch as it comes', {}], ['MiniSearch with pairs of characters', { tokenize: pairs }]]) {
  const start = process.hrtime.bigint();
  const index = new MiniSearch({ fields: ['title', 'text'], ...options });
  index.addAll(texts);
  const measured = { ndcg: [], ms: [], index: Number(process.hrtime.bigint() - start) / 1e9 };
  for (const question of questions) index.search(question.words);
  const cpu = process.cpuUsage();
  for (const question of questions) {
    const before = performance.now();
    const found = index.search(question.words);
    measured.ms.push(performance.now() - before);
    measured.ndcg.push(ndcg(found.slice(0, 10).map(each => each.id), question.relevant));
  }
  const used = process.cpuUsage(cpu);
  report(name, { ...measured, cpu: (used.user + used.system) / 1e3 / questions.length });
}
