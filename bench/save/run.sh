#!/usr/bin/env bash
# Wall time from saving a file to its new words being served, and to a search finding them, among 200
# and 10,000 documents. By words alone: meanings are computed after that.
. "$(dirname "$0")/../lib.sh"
machine
build
compile "$bench/save/Save.java"
for count in ${COUNTS:-200 10000}; do
    content=$work/content$count
    "$jdk/bin/java" "$bench/Texts.java" "$content/policies" "$count" 20
    "$jdk/bin/java" "${java_options[@]}" -jar "$app/tongtu.jar" serve --port 0 --speech-cores 0 --forms-ahead off --search-meaning off --content "$content" --data "$work/data" >"$work/log" 2>"$work/err" &
    pids+=("$!")
    for _ in $(seq 1 1200); do grep -q 'http://' "$work/log" && break; sleep 0.1; done
    port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$work/log" | head -n 1)
    read -r median late < <(run_java Save "$port" "$content" "${ROUNDS:-60}")
    for _ in $(seq 1 1200); do
        curl -fsS "http://127.0.0.1:$port/search.json?q=x" | grep -q '"complete":true' && break
        sleep 0.5
    done
    read -r found found_late < <(run_java Save "$port" "$content" "${ROUNDS:-60}" found)
    kill "${pids[-1]}"
    echo "$count documents: median $median ms, 95th percentile $late ms"
    verdict "save to served, $count documents, against 20 ms" "$(awk -v m="$median" 'BEGIN { print m / 20 }')" 1.0
    echo "$count documents, found: median $found ms, 95th percentile $found_late ms"
    verdict "save to found, $count documents, 95th percentile against 1 s" "$(awk -v m="$found_late" 'BEGIN { print m / 1000 }')" 1.0
done
