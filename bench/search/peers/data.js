// The corpus, the questions, and the measures that `./tongtu evaluate` prints.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

// The first so many questions with judgments.
export async function read(folder, most) {
  const texts = [];
  const lines = createInterface({ input: createReadStream(folder + '/corpus.jsonl.gz').pipe(createGunzip()) });
  for await (const line of lines) if (line) texts.push(JSON.parse(line));
  const relevant = new Map();
  for (const line of readFileSync(folder + '/qrels.tsv', 'utf8').split('\n')) {
    const [question, text, grade] = line.split('\t');
    if (grade >= 1) relevant.set(question, (relevant.get(question) ?? new Map()).set(text, Number(grade)));
  }
  const questions = readFileSync(folder + '/queries.tsv', 'utf8').split('\n').filter(Boolean).map(line => {
    const tab = line.indexOf('\t');
    return { id: line.slice(0, tab), words: line.slice(tab + 1), relevant: relevant.get(line.slice(0, tab)) };
  });
  return { texts, questions: questions.filter(each => each.relevant).slice(0, most) };
}

const gain = (grade, at) => (2 ** grade - 1) / Math.log2(at + 2);

export function ndcg(found, relevant) {
  const sum = grades => grades.slice(0, 10).reduce((all, grade, at) => all + gain(grade ?? 0, at), 0);
  return sum(found.map(id => relevant.get(id))) / sum([...relevant.values()].sort((a, b) => b - a));
}

export function report(name, { ndcg, ms, cpu, index }) {
  const mean = ndcg.reduce((a, b) => a + b, 0) / ndcg.length;
  ms.sort((a, b) => a - b);
  console.log(`${name}: nDCG@10 ${mean.toFixed(4)}; index ${index.toFixed(1)} s; a question p50 ${ms[ms.length >> 1].toFixed(2)} ms,` +
    ` p99 ${ms[Math.floor(ms.length * .99)].toFixed(2)} ms${cpu === undefined ? '' : `, CPU ${cpu.toFixed(2)} ms`}`);
}
