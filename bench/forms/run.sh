#!/usr/bin/env bash
# CPU, wall time and peak memory of making every form (14 files) of the plan, where it is at hand, and of 1,000 documents;
# no sound. The peer is pandoc, which makes a book, a Word file and a text of the same Markdown (3 files): the ratio is of
# CPU for one file. Pandoc neither tags PDF nor writes Braille.
. "$(dirname "$0")/../lib.sh"
need pandoc pandoc
[ -x /usr/bin/time ] || need time time
machine
build
count=${COUNT:-1000}
shared=${TONGTU_SHARED:-$home/../shared}

measure() { # name command…: CPU seconds, wall seconds and peak MiB
    local name=$1
    shift
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$@" >"$work/$name.log" 2>&1 || { tail "$work/$name.log" >&2; exit 1; }
    awk '{ printf "%.1f %.1f %d\n", $1 + $2, $3, $4 / 1024 }' "$work/time"
}
forms() { # content data
    measure forms "$jdk/bin/java" "${java_options[@]}" -Xmx1g -jar "$app/tongtu.jar" forms --make --content "$1" --data "$2" --voices "$work/none"
}
pandoc_all() { # folder: three files of each document
    measure pandoc bash -c 'for f in "$1"/*.md; do for to in epub docx plain; do pandoc -f markdown-yaml_metadata_block "$f" -t "$to" -o "$2/x.$to"; done; done' _ "$1" "$work"
}
ratio() { # ours forms theirs files
    awk -v a="$1" -v n="$2" -v b="$3" -v m="$4" 'BEGIN { print (a / n) / (b / m) }'
}

if [ -f "$shared/seed/plan.txt" ]; then
    mkdir -p "$work/plan/policies"
    "$home/tongtu" import --into "$work/plan/policies" "$shared/seed/plan.txt" >/dev/null || true
    read -r cpu wall memory < <(forms "$work/plan" "$work/plan-data")
    made=$(find "$work/plan-data/forms" -type f ! -name '*.facts' | wc -l)
    echo "the plan: $made forms, $cpu s of CPU, $wall s, at most $memory MiB, $(du -sk "$work/plan-data/forms" | cut -f1) KiB"
    read -r again _ _ < <(forms "$work/plan" "$work/plan-data")
    echo "the plan again, nothing to make: $again s of CPU"
fi
"$jdk/bin/java" "$bench/Texts.java" "$work/content/policies" "$count" 20
echo "$count documents of $(stat -c %s "$work/content/policies/p0.md") bytes"
read -r cpu wall memory < <(forms "$work/content" "$work/data")
made=$(find "$work/data/forms" -type f ! -name '*.facts' | wc -l)
echo "$count documents: $made forms, $cpu s of CPU, $wall s, at most $memory MiB, $(du -sm "$work/data/forms" | cut -f1) MiB"
some=$work/some
mkdir -p "$some"
find "$work/content/policies" -name '*.md' | sort | head -n 30 | xargs cp -t "$some"
read -r peer _ _ < <(pandoc_all "$some")
echo "pandoc: 90 files of 30 of them, $peer s of CPU"
verdict "CPU for one file of $made, against pandoc's" "$(ratio "$cpu" "$made" "$peer" 90)" 1.0
verdict "peak memory against 1 GiB" "$(awk -v m="$memory" 'BEGIN { print m / 1024 }')" 1.0
