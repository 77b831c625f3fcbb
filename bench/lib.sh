# Sourced by the benchmarks. Each prints the machine, what it measures, the figures of each round,
# and a last line: the ratio, the goal, and whether it is reached. A goal missed is no failure;
# what could not be measured is.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(dirname "$bench")
. "$home/bin/jdk"
jdk=$(find_jdk) || exit 3
use_utf8
work=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

# The packages of Debian that a benchmark's peer is in: installed as root, named otherwise.
need() { # command package
    command -v "$1" >/dev/null && return 0
    if [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
    else
        echo "missing: $1; on Debian, as root: apt-get install $2" >&2
        exit 3
    fi
}

machine() {
    printf 'machine: %s cores, %s, %s MiB, load %s\n' "$(nproc)" \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" \
        "$(awk '/MemTotal/ {print int($2 / 1024)}' /proc/meminfo)" "$(cut -d' ' -f1 /proc/loadavg)"
    printf 'java: %s; tongtu: %s\n' "$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")" \
        "$(git -C "$home" rev-parse --short HEAD 2>/dev/null || echo unknown)"
}

# Builds what is not built; `app` is the folder of the program.
build() {
    "$home/tongtu" --version >/dev/null
    app=$(readlink -f "$home/target/builds/latest")
}

# CPU of a process and its threads so far, in clock ticks of 10 ms.
ticks() { awk '{ sub(/^.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

# Compiles the Java sources of a benchmark against the program.
compile() { # folder
    "$jdk/bin/javac" -cp "$app/tongtu.jar:$app/lib/*" -d "$work/classes" "$@"
}
run_java() { "$jdk/bin/java" "${java_options[@]}" -cp "$work/classes:$app/tongtu.jar" "$@"; }

# Waits until a server answers; prints nothing.
await() { # url
    for _ in $(seq 1 600); do
        curl -fsS -o /dev/null "$1" 2>/dev/null && return 0
        sleep 0.1
    done
    echo "no answer from $1" >&2
    exit 1
}

median() { sort -n | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

verdict() { # what ratio goal
    awk -v what="$1" -v ratio="$2" -v goal="$3" 'BEGIN {
        printf "RATIO %s: %.2f (goal %s: %s)\n", what, ratio, goal, ratio + 0 <= goal + 0 ? "reached" : "not reached" }'
}
