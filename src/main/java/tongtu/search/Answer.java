package tongtu.search;

import java.util.List;
import java.util.Map;

/// What was found for a question.
///
/// - `count`: all places found, of which `hits` are those of the page asked for.
/// - `facets`: for each facet the values that the places have, the most frequent first, as they
///   would be without a value for that facet; facets that sort nothing are left out.
/// - `alsoSought`: official terms that were sought besides, because of everyday words.
/// - `meant`: what may have been meant instead, best first; often none. Never sought by itself.
/// - `nearest`: when nothing was found, terms of the site that are nearest to the words.
/// - `state`: how complete the index is.
public record Answer(
        Question question,
        int count,
        List<Hit> hits,
        Map<Facet, List<Count>> facets,
        List<String> alsoSought,
        List<String> meant,
        List<String> nearest,
        State state) {
    public Answer {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
        alsoSought = List.copyOf(alsoSought);
        meant = List.copyOf(meant);
        nearest = List.copyOf(nearest);
    }

    /// How many places have a value.
    public record Count(String value, int count) {}

    /// How many documents of how many the index holds as they are now.
    public record State(int done, int all) {
        public boolean isComplete() {
            return done >= all;
        }
    }

    /// Pages of results.
    public int pages() {
        return Math.min(Question.LAST_PAGE, (count + Question.IN_A_PAGE - 1) / Question.IN_A_PAGE);
    }
}
