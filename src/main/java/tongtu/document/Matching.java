package tongtu.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which unit of a new text is which of the old, as far as it is found out. Both are known by their
/// place in their text, from 0.
final class Matching {
    static final int NONE = -1;

    /// A new unit whose id is known from elsewhere.
    private static final int SETTLED = -2;

    private final List<Ledger.Line> before;
    private final List<Fingerprint> after;
    private final int[] newOf;
    private final int[] oldOf;

    /// The other lines of the same id, which two branches changed: they are matched together.
    private final Map<BlockId, List<Integer>> twins = new HashMap<>();

    Matching(List<Ledger.Line> before, List<Fingerprint> after) {
        this.before = before;
        this.after = after;
        newOf = new int[before.size()];
        oldOf = new int[after.size()];
        Arrays.fill(newOf, NONE);
        Arrays.fill(oldOf, NONE);
        for (int i = 0; i < before.size(); i++) {
            twins.computeIfAbsent(before.get(i).id(), _ -> new ArrayList<>(1)).add(i);
        }
    }

    int oldCount() {
        return newOf.length;
    }

    int newCount() {
        return oldOf.length;
    }

    Fingerprint oldWords(int i) {
        return before.get(i).words();
    }

    Fingerprint newWords(int j) {
        return after.get(j);
    }

    BlockId id(int i) {
        return before.get(i).id();
    }

    int oldOf(int j) {
        return oldOf[j];
    }

    int newOf(int i) {
        return newOf[i];
    }

    /// Whether an old unit is still without a new place.
    boolean hasFreeOld() {
        for (int place : newOf) {
            if (place == NONE) {
                return true;
            }
        }
        return false;
    }

    boolean isMatched(int j) {
        return j >= 0 && j < oldOf.length && oldOf[j] >= 0;
    }

    /// Whether it is not the same words that some old unit had.
    boolean isChanged(int j) {
        return oldOf[j] == NONE || (oldOf[j] >= 0 && !areSame(oldOf[j], j));
    }

    boolean isOldFree(int i) {
        return i >= 0 && i < newOf.length && newOf[i] == NONE;
    }

    boolean isNewFree(int j) {
        return j >= 0 && j < oldOf.length && oldOf[j] == NONE;
    }

    boolean areSame(int i, int j) {
        return oldWords(i).isSame(newWords(j));
    }

    /// Makes `j` the new place of `i`, if both are free; the twins of `i` are there too.
    void match(int i, int j) {
        if (!isOldFree(i) || !isNewFree(j)) {
            return;
        }
        for (int twin : twins.getOrDefault(id(i), List.of())) {
            newOf[twin] = j;
        }
        oldOf[j] = i;
    }

    /// Takes a new unit out of the search.
    void settle(int j) {
        oldOf[j] = SETTLED;
    }
}
