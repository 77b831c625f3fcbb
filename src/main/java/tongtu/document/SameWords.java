package tongtu.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Matches units whose words are the same, wherever they moved. Of several with the same words (a
/// row «未公布», a heading «附则») those with the same neighbours are matched first, then the rest in
/// their order (after P. Heckel, A technique for isolating differences between files, 1978).
final class SameWords {
    private final Matching matching;

    SameWords(Matching matching) {
        this.matching = matching;
    }

    void match() {
        var places = places();
        places.values().stream()
                .filter(each -> each.before.size() == 1 && each.after.size() == 1)
                .forEach(each -> matching.match(each.before.getFirst(), each.after.getFirst()));
        matchBesideNeighbours();
        places.values().forEach(this::matchInOrder);
    }

    /// Where some words stand before and after.
    private record Places(List<Integer> before, List<Integer> after) {}

    private Map<String, Places> places() {
        var places = new HashMap<String, Places>();
        for (int i = 0; i < matching.oldCount(); i++) {
            at(places, matching.oldWords(i)).before.add(i);
        }
        for (int j = 0; j < matching.newCount(); j++) {
            at(places, matching.newWords(j)).after.add(j);
        }
        return places;
    }

    private static Places at(Map<String, Places> places, Fingerprint words) {
        return places.computeIfAbsent(
                words.hash(), _ -> new Places(new ArrayList<>(1), new ArrayList<>(1)));
    }

    private void matchBesideNeighbours() {
        for (int j = 0; j < matching.newCount(); j++) {
            tryBeside(j - 1, j, 1);
        }
        for (int j = matching.newCount() - 1; j >= 0; j--) {
            tryBeside(j + 1, j, -1);
        }
    }

    private void tryBeside(int neighbour, int j, int step) {
        boolean isEnd = neighbour < 0 || neighbour >= matching.newCount();
        if (!isEnd && !matching.isMatched(neighbour)) {
            return;
        }
        int edge = step > 0 ? -1 : matching.oldCount();
        int i = (isEnd ? edge : matching.oldOf(neighbour)) + step;
        if (matching.isOldFree(i) && matching.areSame(i, j)) {
            matching.match(i, j);
        }
    }

    private void matchInOrder(Places places) {
        int next = 0;
        for (int j : places.after) {
            while (next < places.before.size() && !matching.isOldFree(places.before.get(next))) {
                next++;
            }
            if (next < places.before.size() && matching.isNewFree(j)) {
                matching.match(places.before.get(next), j);
            }
        }
    }
}
