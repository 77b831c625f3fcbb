#!/usr/bin/env bash
# Questions a second and their processor time on 100,000 articles, one thread and two, by words alone;
# then MiniSearch and Pagefind on the same 58,726 articles and the same first questions. Corpus and
# questions are those of ../shared/search (TONGTU_SHARED).
. "$(dirname "$0")/../lib.sh"
data=${TONGTU_SHARED:-$home/../shared}/search
[ -f "$data/statutes.jsonl.gz" ] || { echo "no corpus at $data: set TONGTU_SHARED" >&2; exit 3; }
need node nodejs
need npm npm
need chromium chromium
machine
build
count=${COUNT:-100000} peers=${PEER_QUESTIONS:-100}
evaluate() { # corpus queries judgments
    "$home/tongtu" evaluate --words-only --corpus "$1" --queries "$2" --qrels "${3:-$data/qrels.tsv}" 2>/dev/null
}
cpu() { sed -n 's/^1 个线程.*用处理器 \([0-9.]*\) 毫秒.*/\1/p'; }

"$jdk/bin/java" "$bench/search/Corpus.java" "$data/statutes.jsonl.gz" "$count" "$work/corpus.jsonl"
echo "$count articles, the 1,235 questions of lay people"
evaluate "$work/corpus.jsonl" "$data/queries.tsv" >"$work/long"
grep -E '建索引|个线程' "$work/long"
# What residents ask a portal: the project's own questions, of which nothing here is judged.
grep -v '^#' "$home/src/test/resources/search/questions.tsv" | cut -f2 | awk '{ print "own" NR "\t" $0 }' >"$work/own.tsv"
awk -F'\t' '{ print $1 "\t0\t1" }' "$work/own.tsv" >"$work/own-qrels.tsv"
echo "the same, $(wc -l <"$work/own.tsv") questions of residents"
evaluate "$work/corpus.jsonl" "$work/own.tsv" "$work/own-qrels.tsv" >"$work/short"
grep -E '个线程' "$work/short"
verdict "CPU of a question of residents, against 0.5 ms" "$(cpu <"$work/short" | awk '{ print $1 / 0.5 }')" 1.0
verdict "CPU of a question of lay people about statutes, against 0.5 ms" "$(cpu <"$work/long" | awk '{ print $1 / 0.5 }')" 1.0

mkdir "$work/peers" "$work/data"
cp "$bench"/search/peers/* "$work/peers/"
(cd "$work/peers" && npm ci --silent)
cp "$data"/q*.tsv "$work/data/"
cp "$data/statutes.jsonl.gz" "$work/data/corpus.jsonl.gz"
head -n "$peers" "$data/queries.tsv" >"$work/some.tsv"
echo "58,726 articles, the first $peers questions"
evaluate "$data/statutes.jsonl.gz" "$work/some.tsv" | sed -n '/字词，全部/p; /建索引/p; /1 个线程/p' | sed 's/^/Tongtu: /' | tee "$work/ours"
(cd "$work/peers" && node --max-old-space-size=8000 minisearch.js "$work/data" "$peers") | tee "$work/mini"
(cd "$work/peers" && node --max-old-space-size=8000 pagefind.js "$work/data" "$peers") | tee "$work/pagefind"
quality() { sed -n 's/.*nDCG@10 \([0-9.]*\).*/\1/p' "$1" | tail -n 1; }
wall() { sed -n 's/.*p50 \([0-9.]*\).*/\1/p' "$1" | tail -n 1; }
for peer in mini pagefind; do
    verdict "quality of $peer to ours" "$(awk -v a="$(quality "$work/$peer")" -v b="$(quality "$work/ours")" 'BEGIN { print a / b }')" 1.0
    verdict "our median time to that of $peer" "$(awk -v a="$(wall "$work/ours")" -v b="$(wall "$work/$peer")" 'BEGIN { print a / b }')" 1.0
done
