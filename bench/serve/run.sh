#!/usr/bin/env bash
# CPU per request of a page of about 30 kB: Tongtu against nginx with the same bytes precompressed.
. "$(dirname "$0")/../lib.sh"
need nginx nginx-light
need curl curl
machine
build
requests=${REQUESTS:-40000} rounds=${ROUNDS:-5}
"$jdk/bin/java" "$bench/Texts.java" "$work/content/policies" 1 66
compile "$bench/serve/Load.java"

"$jdk/bin/java" "${java_options[@]}" -jar "$app/tongtu.jar" serve --port 0 --speech-cores 0 --forms-ahead off --content "$work/content" --data "$work/data" >"$work/tongtu.log" 2>"$work/tongtu.err" &
ours=$!
pids+=("$ours")
for _ in $(seq 1 200); do grep -q 'http://' "$work/tongtu.log" && break; sleep 0.1; done
port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$work/tongtu.log" | head -n 1)
page=/policies/p0

mkdir -p "$work/www/policies" "$work/nginx"
curl -fsS "http://127.0.0.1:$port$page" -o "$work/www$page"
curl -fsS -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port$page" -o "$work/www$page.gz"
chmod -R a+rX "$work"
nginx_port=$((20000 + RANDOM % 20000))
cat >"$work/nginx.conf" <<CONF
worker_processes 1; pid $work/nginx/pid; error_log $work/nginx/error.log;
events { worker_connections 1024; }
http { types { } default_type 'text/html;charset=utf-8'; gzip_static on; etag on; keepalive_requests 1000000;
  sendfile on; tcp_nodelay on; access_log $work/nginx/access.log;
  server { listen 127.0.0.1:$nginx_port; root $work/www;
    add_header Cache-Control no-cache; add_header X-Content-Type-Options nosniff; add_header Vary Accept-Encoding; } }
CONF
nginx -p "$work/nginx" -c "$work/nginx.conf" -g 'daemon off;' &
master=$!
pids+=("$master")
await "http://127.0.0.1:$nginx_port$page"
worker=$(pgrep -P "$master" | head -n 1)
echo "page: $(stat -c %s "$work/www$page") bytes, gzip $(stat -c %s "$work/www$page.gz"); $requests requests a round on 4 kept connections"

load() { run_java Load "$1" "$page" "$requests" "${@:2}"; }
cpu() { # pid port headers…: microseconds of CPU per request
    local before after
    before=$(ticks "$1")
    load "${@:2}"
    after=$(ticks "$1")
    awk -v t=$((after - before)) -v n="$requests" 'BEGIN { printf "%.1f\n", t * 10000 / n }'
}

for kind in ${KINDS:-gzip 304 plain}; do
    case $kind in
        gzip) headers=('Accept-Encoding: gzip') goal=2.0 ;;
        304) headers=('Accept-Encoding: gzip' 'If-None-Match: *known*') goal=1.3 ;;
        plain) headers=('Accept-Encoding: identity') goal=2.0 ;;
    esac
    # The Java machine compiles while it works: what is measured is a server that has been up for a while.
    for _ in 1 2 3; do load "$port" "${headers[@]}"; done
    : >"$work/ours"
    : >"$work/theirs"
    for round in $(seq 1 "$rounds"); do
        a=$(cpu "$ours" "$port" "${headers[@]}")
        b=$(cpu "$worker" "$nginx_port" "${headers[@]}")
        echo "$a" >>"$work/ours"
        echo "$b" >>"$work/theirs"
        echo "$kind round $round: tongtu $a us, nginx $b us"
    done
    verdict "CPU per request, $kind" "$(awk -v a="$(median <"$work/ours")" -v b="$(median <"$work/theirs")" 'BEGIN { print a / b }')" "$goal"
done
