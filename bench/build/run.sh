#!/usr/bin/env bash
# CPU and memory of making 10,000 pages from the same Markdown: Tongtu against Hugo. Both read the
# files, parse, number headings for a table of contents, fill templates of the same elements, and
# write HTML; nothing is compressed. Tongtu also checks front matter, gives lasting ids, computes
# validity and resolves relations, which Hugo does not do.
. "$(dirname "$0")/../lib.sh"
need hugo hugo
[ -x /usr/bin/time ] || need time time
machine
build
count=${COUNT:-10000} rounds=${ROUNDS:-3}
"$jdk/bin/java" "$bench/Texts.java" "$work/content/policies" "$count" 20
compile "$bench/build/tongtu/portal/BuildPages.java"

mkdir -p "$work/hugo/content" "$work/hugo/layouts/_default"
ln -s "$work/content/policies" "$work/hugo/content/policies"
cp -r "$bench/build/hugo/." "$work/hugo/"
echo "$count documents of $(stat -c %s "$work/content/policies/p0.md") bytes"

measure() { # name command…: CPU seconds and peak MiB
    local name=$1
    shift
    /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" >"$work/$name.log" 2>&1 || { cat "$work/$name.log" >&2; exit 1; }
    awk '{ printf "%.2f %d\n", $1 + $2, $3 / 1024 }' "$work/time"
}
for round in $(seq 1 "$rounds"); do
    rm -rf "$work/out" "$work/hugo/public"
    mkdir "$work/out"
    read -r a am < <(measure tongtu "$jdk/bin/java" "${java_options[@]}" -Xmx1g -cp "$work/classes:$app/tongtu.jar" tongtu.portal.BuildPages "$work/content" "$work/out")
    read -r b bm < <(measure hugo hugo --quiet --source "$work/hugo" --destination "$work/hugo/public")
    echo "$a" >>"$work/a"; echo "$am" >>"$work/am"; echo "$b" >>"$work/b"; echo "$bm" >>"$work/bm"
    echo "round $round: tongtu $a s, $am MiB; hugo $b s, $bm MiB"
done
echo "pages: tongtu $(find "$work/out" -name '*.html' | wc -l), $(du -sm "$work/out" | cut -f1) MiB; hugo $(find "$work/hugo/public" -name '*.html' | wc -l), $(du -sm "$work/hugo/public" | cut -f1) MiB"
ratio() { awk -v a="$(median <"$1")" -v b="$(median <"$2")" 'BEGIN { print a / b }'; }
verdict "CPU of the build" "$(ratio "$work/a" "$work/b")" 1.0
verdict "memory of the build" "$(ratio "$work/am" "$work/bm")" 0.5
