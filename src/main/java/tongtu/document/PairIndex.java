package tongtu.document;

import java.util.Arrays;

/// Which old units have a pair of characters: to find those that share rare pairs with a new one.
final class PairIndex {
    /// A pair that more units have says nothing.
    private static final int COMMON = 64;

    /// Old units that are worth comparing with a new one.
    private static final int MOST = 8;

    private final int[] starts = new int[(1 << 16) + 1];
    private final int[] units;
    private final int[] counts;

    /// Of the old units at the places given.
    PairIndex(Matching matching, int[] before) {
        for (int i : before) {
            for (char code : matching.oldWords(i).codes()) {
                starts[code + 1]++;
            }
        }
        for (int code = 0; code < 1 << 16; code++) {
            starts[code + 1] += starts[code];
        }
        units = new int[starts[1 << 16]];
        var next = Arrays.copyOf(starts, starts.length);
        for (int i : before) {
            for (char code : matching.oldWords(i).codes()) {
                units[next[code]++] = i;
            }
        }
        counts = new int[matching.oldCount()];
    }

    /// The old units that share the most rare pairs with some words, the most first.
    int[] alike(Fingerprint words) {
        var touched = new int[64];
        int count = 0;
        for (char code : words.codes()) {
            if (starts[code + 1] - starts[code] > COMMON) {
                continue;
            }
            for (int at = starts[code]; at < starts[code + 1]; at++) {
                if (counts[units[at]]++ == 0) {
                    if (count == touched.length) {
                        touched = Arrays.copyOf(touched, count * 2);
                    }
                    touched[count++] = units[at];
                }
            }
        }
        var alike = most(touched, count);
        for (int at = 0; at < count; at++) {
            counts[touched[at]] = 0;
        }
        return alike;
    }

    private int[] most(int[] touched, int count) {
        var most = new int[Math.min(MOST, count)];
        int filled = 0;
        for (int at = 0; at < count; at++) {
            int unit = touched[at];
            if (filled == most.length && counts[unit] <= counts[most[filled - 1]]) {
                continue;
            }
            int place = filled < most.length ? filled++ : filled - 1;
            while (place > 0 && counts[most[place - 1]] < counts[unit]) {
                most[place] = most[place - 1];
                place--;
            }
            most[place] = unit;
        }
        return most;
    }
}
