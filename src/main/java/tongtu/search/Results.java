package tongtu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// All entries found for a question, the best first: those that answer it well enough by words or
/// meaning, and every one that holds its words, however low it ranks.
final class Results {
    /// What an entry must score that does not hold the words themselves, and which share of what
    /// the best one scores.
    static final double LEAST = 0.7;

    private static final double LEAST_BY_WORDS = 0.16;
    static final double SHARE = 0.6;

    private final Store.View view;
    private final List<Ranking.Ranked> ranked = new ArrayList<>();
    private final List<Integer> rest = new ArrayList<>();

    private Results(Store.View view) {
        this.view = view;
    }

    static Results of(
            Store.View view,
            IndexSearcher searcher,
            Sought sought,
            float @Nullable [] meaning,
            IntToDoubleFunction weight)
            throws IOException {
        var results = new Results(view);
        var literal = Literal.of(view, searcher, sought.runs());
        var best = Ranking.best(searcher, sought, meaning, weight);
        double least = meaning == null ? LEAST_BY_WORDS : LEAST;
        double top = best.isEmpty() ? 0 : best.getFirst().score();
        var seen = new HashSet<Integer>();
        for (var each : best) {
            if (literal.get(each.doc())
                    || each.hasTerm()
                    || each.words() > 1
                    || (each.score() >= least && each.score() >= SHARE * top)) {
                results.ranked.add(each);
                seen.add(each.doc());
            }
        }
        for (int doc = Literal.next(literal, 0); doc >= 0; doc = Literal.next(literal, doc + 1)) {
            if (!seen.contains(doc)) {
                results.rest.add(doc);
            }
        }
        return results;
    }

    /// How many entries were found of each document of which any was.
    Map<String, Integer> byPath() {
        var counts = new HashMap<Integer, Integer>();
        ranked.forEach(each -> counts.merge(view.pathOf().of(each.doc()), 1, Integer::sum));
        rest.forEach(doc -> counts.merge(view.pathOf().of(doc), 1, Integer::sum));
        var byPath = new HashMap<String, Integer>();
        counts.forEach((path, count) -> byPath.put(view.paths().get(path), count));
        return byPath;
    }

    /// Those of the documents that pass, from one place in the order to before another.
    List<Ranking.Ranked> from(int start, int end, IntPredicate passes) {
        var page = new ArrayList<Ranking.Ranked>();
        int at = 0;
        for (var each : ranked) {
            if (at < end && passes.test(view.pathOf().of(each.doc())) && at++ >= start) {
                page.add(each);
            }
        }
        for (int doc : rest) {
            if (at < end && passes.test(view.pathOf().of(doc)) && at++ >= start) {
                page.add(Ranking.Ranked.unscored(doc));
            }
        }
        return page;
    }

    /// Puts an entry before all others.
    void pin(int doc) {
        var own =
                ranked.stream()
                        .filter(each -> each.doc() == doc)
                        .findFirst()
                        .orElse(Ranking.Ranked.unscored(doc));
        ranked.remove(own);
        rest.remove(Integer.valueOf(doc));
        ranked.addFirst(own);
    }
}
