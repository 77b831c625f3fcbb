package tongtu.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Matches units that were edited. Between two units that stayed in order, an old and a new one may
/// be the same if enough of the words stayed; of all ways to pair them without crossing, the one
/// with the most and the most alike pairs is taken. What was moved and edited follows its
/// neighbours, or is found anywhere when most of it stayed.
final class LikeWords {
    /// Old and new units of a gap that are all compared with each other.
    private static final int FEW = 20_000;

    /// Neighbours of a unit's expected place that are compared in a larger gap.
    private static final int BAND = 6;

    /// Neighbours on one side, of which some may have come from elsewhere.
    private static final int NEIGHBOURS = 4;

    /// A unit that moved and changed must have kept this share of its pairs.
    private static final double MOVED = 0.5;

    private final Matching matching;
    private final Likeness likeness = new Likeness();

    /// A pair that may be the same unit.
    private record Candidate(int i, int j, double weight) {}

    LikeWords(Matching matching) {
        this.matching = matching;
    }

    void match() {
        int i = 0;
        int j = 0;
        for (int anchor : inOrder()) {
            gap(i, matching.oldOf(anchor), j, anchor);
            i = matching.oldOf(anchor) + 1;
            j = anchor + 1;
        }
        gap(i, matching.oldCount(), j, matching.newCount());
        besideNeighbours();
        anywhere();
    }

    /// The longest row of new units that stand in the same order as before; of two as long, the one
    /// of more words.
    private List<Integer> inOrder() {
        var matched = new ArrayList<Candidate>();
        for (int j = 0; j < matching.newCount(); j++) {
            if (matching.isMatched(j)) {
                int i = matching.oldOf(j);
                matched.add(new Candidate(i, j, 1 + matching.oldWords(i).pairs() * 1e-6));
            }
        }
        return heaviestChain(matched).stream().map(Candidate::j).toList();
    }

    private void gap(int oldFrom, int oldTo, int newFrom, int newTo) {
        int[] before = free(oldFrom, oldTo, true);
        int[] after = free(newFrom, newTo, false);
        if (before.length == 0 || after.length == 0) {
            return;
        }
        var candidates = new ArrayList<Candidate>();
        boolean all = (long) before.length * after.length <= FEW;
        var index = all ? null : new PairIndex(matching, before);
        for (int at = 0; at < after.length; at++) {
            int j = after[at];
            likeness.mark(matching.newWords(j));
            int[] tried = index == null ? before : near(before, at, after.length, index, j);
            for (int i : tried) {
                consider(i, j, candidates);
            }
        }
        heaviestChain(candidates).forEach(each -> matching.match(each.i, each.j));
    }

    private int[] free(int from, int to, boolean old) {
        var free = new int[Math.max(0, to - from)];
        int count = 0;
        for (int at = from; at < to; at++) {
            if (old ? matching.isOldFree(at) : matching.isNewFree(at)) {
                free[count++] = at;
            }
        }
        return Arrays.copyOf(free, count);
    }

    /// The old units about where a new one is to be expected, and those that share rare pairs with
    /// it, each once.
    private int[] near(int[] before, int at, int of, PairIndex index, int j) {
        int middle = (int) ((long) at * before.length / of);
        int from = Math.max(0, middle - BAND);
        int to = Math.min(before.length, middle + BAND + 1);
        var alike = index.alike(matching.newWords(j));
        var tried = Arrays.copyOf(alike, alike.length + to - from);
        System.arraycopy(before, from, tried, alike.length, to - from);
        return Arrays.stream(tried).distinct().toArray();
    }

    private void consider(int i, int j, List<Candidate> candidates) {
        var old = matching.oldWords(i);
        double share = likeness.share(old);
        if (share > 0 && (Likeness.isKept(old, share) || likeness.isPart(old, share))) {
            candidates.add(new Candidate(i, j, 1 + likeness.dice(old, share)));
        }
    }

    /// Edited units beside one of their neighbours, wherever that is now: the most alike first.
    private void besideNeighbours() {
        var candidates = new ArrayList<Candidate>();
        besideNeighbours(0, 1, candidates);
        besideNeighbours(matching.newCount() - 1, -1, candidates);
        matchBestFirst(candidates);
    }

    private void besideNeighbours(int from, int step, List<Candidate> candidates) {
        var neighbours = new ArrayDeque<Integer>();
        for (int j = from; j >= 0 && j < matching.newCount(); j += step) {
            if (matching.isMatched(j)) {
                neighbours.addFirst(matching.oldOf(j));
                if (neighbours.size() > NEIGHBOURS) {
                    neighbours.removeLast();
                }
            } else if (matching.isNewFree(j)) {
                likeness.mark(matching.newWords(j));
                for (int neighbour : neighbours) {
                    beside(neighbour, j, step, candidates);
                }
            }
        }
    }

    private void beside(int neighbour, int j, int step, List<Candidate> candidates) {
        int i = neighbour + step;
        while (matching.isOldFree(i) && Math.abs(i - neighbour) <= BAND) {
            consider(i, j, candidates);
            i += step;
        }
    }

    private void matchBestFirst(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
        candidates.forEach(each -> matching.match(each.i, each.j));
    }

    private void anywhere() {
        int[] before = free(0, matching.oldCount(), true);
        int[] after = free(0, matching.newCount(), false);
        if (before.length == 0 || after.length == 0) {
            return;
        }
        var index = new PairIndex(matching, before);
        var candidates = new ArrayList<Candidate>();
        for (int j : after) {
            likeness.mark(matching.newWords(j));
            for (int i : index.alike(matching.newWords(j))) {
                double share = likeness.share(matching.oldWords(i));
                if (share >= MOVED) {
                    candidates.add(new Candidate(i, j, likeness.dice(matching.oldWords(i), share)));
                }
            }
        }
        matchBestFirst(candidates);
    }

    /// Of the candidates, those of the largest weight together that rise in both texts: a heaviest
    /// increasing subsequence, with a Fenwick tree of the best chain that ends at or before each
    /// new unit.
    private List<Candidate> heaviestChain(List<Candidate> candidates) {
        var sorted = new ArrayList<>(candidates);
        sorted.sort(
                Comparator.comparingInt(Candidate::i)
                        .thenComparing(Comparator.comparingInt(Candidate::j).reversed()));
        var best = new int[matching.newCount() + 1];
        Arrays.fill(best, -1);
        var total = new double[sorted.size()];
        var previous = new int[sorted.size()];
        int last = -1;
        for (int at = 0; at < sorted.size(); at++) {
            int j = sorted.get(at).j;
            int before = -1;
            for (int k = j; k > 0; k -= k & -k) {
                before = heavier(before, best[k], total);
            }
            previous[at] = before;
            total[at] = sorted.get(at).weight + (before < 0 ? 0 : total[before]);
            for (int k = j + 1; k <= matching.newCount(); k += k & -k) {
                best[k] = heavier(best[k], at, total);
            }
            last = heavier(last, at, total);
        }
        var chain = new ArrayList<Candidate>();
        for (int at = last; at >= 0; at = previous[at]) {
            chain.addFirst(sorted.get(at));
        }
        return chain;
    }

    private static int heavier(int one, int other, double[] total) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        return total[other] > total[one] ? other : one;
    }
}
