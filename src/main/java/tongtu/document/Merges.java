package tongtu.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds where the words are of old units that no new one is: in a changed unit at the place where
/// they stood, or nowhere.
final class Merges {
    /// The share of a lost unit's pairs that its host must have.
    private static final double TAKEN_UP = 0.6;

    /// New units, on either side of a lost one's place, that may be its host.
    private static final int NEIGHBOURS = 4;

    private final Matching matching;
    private final Likeness likeness = new Likeness();

    Merges(Matching matching) {
        this.matching = matching;
    }

    /// The old units that no new unit is.
    List<Integer> lost() {
        var lost = new ArrayList<Integer>();
        for (int i = 0; i < matching.oldCount(); i++) {
            if (matching.isOldFree(i)) {
                lost.add(i);
            }
        }
        return lost;
    }

    /// The hosts of lost units, by their place before: the new unit's place.
    Map<Integer, Integer> hosts() {
        int[] placeBefore = new int[matching.oldCount()];
        int place = -1;
        for (int i = 0; i < placeBefore.length; i++) {
            placeBefore[i] = place;
            place = matching.isOldFree(i) ? place : matching.newOf(i);
        }
        int[] placeAfter = new int[matching.oldCount()];
        place = matching.newCount();
        for (int i = placeAfter.length - 1; i >= 0; i--) {
            placeAfter[i] = place;
            place = matching.isOldFree(i) ? place : matching.newOf(i);
        }
        var hosts = new HashMap<Integer, Integer>();
        for (int i : lost()) {
            int host = host(matching.oldWords(i), placeBefore[i], placeAfter[i]);
            if (host >= 0) {
                hosts.put(i, host);
            }
        }
        return hosts;
    }

    /// The changed unit that has the most of a lost one's words, from the neighbour that stood
    /// before it on, or back from the one that stood after it.
    private int host(Fingerprint words, int placeBefore, int placeAfter) {
        int host = Matching.NONE;
        double best = 0;
        for (int step = 0; step <= NEIGHBOURS; step++) {
            for (int j : new int[] {placeBefore + step, placeAfter - step}) {
                if (j >= 0 && j < matching.newCount() && matching.isChanged(j)) {
                    likeness.mark(matching.newWords(j));
                    double share = likeness.share(words);
                    if (share >= TAKEN_UP && share > best) {
                        best = share;
                        host = j;
                    }
                }
            }
        }
        return host;
    }
}
