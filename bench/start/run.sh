#!/usr/bin/env bash
# From the start of the process to the first page answered: with the start-up cache (JEP 514) against
# without, in CPU and in wall time, on the sample site.
. "$(dirname "$0")/../lib.sh"
need curl curl
machine
build
[ -f "$app/tongtu.aot" ] || { echo "no start-up cache; see $app/train.log" >&2; exit 3; }
rounds=${ROUNDS:-7}

start() { # options…: CPU and wall milliseconds
    local begun now port
    : >"$work/log"
    begun=$(date +%s%N)
    "$jdk/bin/java" "${java_options[@]}" "$@" -jar "$app/tongtu.jar" serve --port 0 --speech-cores 0 --forms-ahead off --content "$home/content" --data "$work/data" >"$work/log" 2>/dev/null &
    local pid=$!
    until grep -q 'http://' "$work/log"; do sleep 0.01; done
    port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$work/log" | head -n 1)
    curl -fsS -o /dev/null "http://127.0.0.1:$port/"
    now=$(date +%s%N)
    echo "$(($(ticks "$pid") * 10)) $(((now - begun) / 1000000))"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}
start >/dev/null
for round in $(seq 1 "$rounds"); do
    read -r a aw < <(start -XX:AOTCache="$app/tongtu.aot")
    read -r b bw < <(start)
    echo "$a" >>"$work/a"; echo "$b" >>"$work/b"; echo "$aw" >>"$work/aw"; echo "$bw" >>"$work/bw"
    echo "round $round: with cache $a ms CPU, $aw ms; without $b ms CPU, $bw ms"
done
ratio() { awk -v a="$(median <"$1")" -v b="$(median <"$2")" 'BEGIN { print a / b }'; }
verdict "CPU of the start" "$(ratio "$work/a" "$work/b")" 0.4
verdict "wall time of the start" "$(ratio "$work/aw" "$work/bw")" 0.4
