#!/usr/bin/env bash
# Wall time of aligning 10,000 units with their ledger; the slowest of five rounds, the first of them
# on a cold Java machine.
. "$(dirname "$0")/../lib.sh"
machine
build
compile "$bench/align/Align.java"
read -r same some all < <(run_java Align)
echo "10,000 units: unchanged $same ms, a tenth edited and moved $some ms, all edited $all ms"
for each in "unchanged:$same" "a tenth changed:$some" "all edited:$all"; do
    verdict "aligning, ${each%%:*}, against 1 s" "$(awk -v m="${each##*:}" 'BEGIN { print m / 1000 }')" 1.0
done
