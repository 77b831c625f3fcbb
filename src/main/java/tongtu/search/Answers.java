package tongtu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import tongtu.inference.SentenceEncoder;

/// The answer to one question from one state of the index.
final class Answers {
    /// Values of one facet.
    private static final int VALUES = 100;

    private static final int NEAREST = 5;

    private final Store.View view;
    private final IndexSearcher searcher;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final @Nullable SentenceEncoder encoder;

    Answers(
            Store.View view,
            Catalog catalog,
            Vocabulary vocabulary,
            @Nullable SentenceEncoder encoder) {
        this.view = view;
        this.searcher = searcher(view);
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.encoder = encoder;
    }

    static IndexSearcher searcher(Store.View view) {
        var searcher = new IndexSearcher(view.reader());
        searcher.setSimilarity(Ranking.SIMILARITY);
        // What was found before is of no use to the next question; a cache of it only grows.
        searcher.setQueryCache(null);
        return searcher;
    }

    /// A question's words, folded, as many as are looked at.
    static String folded(Question question) {
        var words = question.words().strip();
        int points = words.codePointCount(0, words.length());
        int end = words.offsetByCodePoints(0, Math.min(points, Question.LONGEST));
        var folded = Analysis.fold(words.substring(0, end)).strip();
        return folded.length() <= 2 * Question.LONGEST
                ? folded
                : folded.substring(0, 2 * Question.LONGEST);
    }

    Answer of(Question question, boolean isExplained, Answer.State state) throws IOException {
        var folded = folded(question);
        var typed = Typed.read(folded, vocabulary, this::frequency);
        var sought = sought(typed);
        var meaning =
                encoder == null || typed.text().isBlank() ? null : encoder.encode(sought.meant());
        var results = Results.of(view, searcher, sought, meaning, this::weight);
        var bet = bet(question.words());
        if (bet >= 0) {
            results.pin(bet);
        }
        var filters = question.filters();
        var counts = results.byPath();
        int start = (question.page() - 1) * Question.IN_A_PAGE;
        var page =
                results.from(
                        start,
                        start + Question.IN_A_PAGE,
                        path -> catalog.passes(view.paths().get(path), filters, null));
        var hits = hits(page, sought, typed, bet, isExplained);
        int count = 0;
        for (var path : counts.entrySet()) {
            count += catalog.passes(path.getKey(), filters, null) ? path.getValue() : 0;
        }
        var also = new LinkedHashSet<>(typed.read());
        also.addAll(sought.official());
        return new Answer(
                question,
                count,
                hits,
                facets(counts, filters),
                List.copyOf(also),
                new Meant(vocabulary, catalog.words(), this::isWord).of(typed.text()),
                count == 0 ? nearest(typed.text()) : List.of(),
                state);
    }

    /// The paths of the best documents, in order.
    List<String> order(String question, int most) throws IOException {
        var typed = Typed.read(folded(Question.of(question)), vocabulary, this::frequency);
        var sought = sought(typed);
        var best =
                Ranking.best(
                        searcher,
                        sought,
                        encoder == null ? null : encoder.encode(sought.meant()),
                        this::weight);
        var paths = new LinkedHashSet<String>();
        best.forEach(each -> paths.add(view.paths().get(view.pathOf().of(each.doc()))));
        return paths.stream().limit(most).toList();
    }

    private double weight(int doc) {
        return catalog.weight(view, doc);
    }

    private Sought sought(Typed typed) throws IOException {
        return Sought.of(
                typed.text(),
                typed.others(),
                catalog.lists().everyday(),
                catalog.words(),
                searcher);
    }

    /// Whether this stands in any text: a run of letters, a character or a pair of them.
    private boolean isWord(String token) {
        return frequency(token) > 0;
    }

    private int frequency(String token) {
        try {
            return view.reader().docFreq(new Term(Fields.GRAMS, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The entry that staff named for a question; negative when none.
    private int bet(String question) throws IOException {
        var address = catalog.lists().bestBets().of(question);
        var document = address.isEmpty() ? null : catalog.library().atAddress(address);
        if (document != null) {
            var own = new TermQuery(new Term(Fields.PATH, document.path()));
            for (var found : searcher.search(own, 1_000).scoreDocs) {
                if (view.placeOf().of(found.doc).isEmpty()) {
                    return found.doc;
                }
            }
        }
        return -1;
    }

    private List<Hit> hits(
            List<Ranking.Ranked> page, Sought sought, Typed typed, int bet, boolean isExplained)
            throws IOException {
        var phrases = new ArrayList<>(sought.official());
        typed.others().forEach(phrases::addAll);
        var weights = new HashMap<String, Double>();
        int all = Math.max(view.reader().numDocs(), 1);
        var passages =
                new Passages(
                        typed.text(),
                        phrases,
                        catalog.words(),
                        pair ->
                                weights.computeIfAbsent(
                                        pair, p -> Math.log(1 + all / (1.0 + frequency(p)))));
        var hits = new ArrayList<Hit>();
        for (var ranked : page) {
            var path = view.paths().get(view.pathOf().of(ranked.doc()));
            var entry = catalog.entry(path, view.placeOf().of(ranked.doc()));
            if (entry != null) {
                var passage = passages.of(entry);
                hits.add(
                        new Hit(
                                entry.source(),
                                passage.anchor(),
                                passage.runs(),
                                ranked.doc() == bet,
                                ranked.score(),
                                isExplained ? factors(ranked, sought) : List.of()));
            }
        }
        return hits;
    }

    private List<Hit.Factor> factors(Ranking.Ranked ranked, Sought sought) throws IOException {
        var factors = new ArrayList<Hit.Factor>();
        for (var part : sought.parts()) {
            double score =
                    Ranking.scores(searcher, part.query(), new int[] {ranked.doc()})[0]
                            / Math.max(sought.ideal(), 1);
            if (score > 0) {
                factors.add(new Hit.Factor(part.reason(), score));
            }
        }
        if (ranked.meaning() != 0) {
            factors.add(new Hit.Factor(Reason.MEANING, ranked.meaning()));
        }
        var path = view.paths().get(view.pathOf().of(ranked.doc()));
        factors.addAll(catalog.weights(path, view.placeOf().of(ranked.doc())));
        return factors;
    }

    private Map<Facet, List<Answer.Count>> facets(Map<String, Integer> counts, Filters filters) {
        var facets = new EnumMap<Facet, List<Answer.Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var byValue = new TreeMap<String, Integer>();
            counts.forEach((path, count) -> {
                if (catalog.passes(path, filters, facet)) {
                    for (var value : catalog.values(path, facet)) {
                        byValue.merge(value, count, Integer::sum);
                    }
                }
            });
            var values = new ArrayList<Answer.Count>();
            byValue.forEach((value, count) -> values.add(new Answer.Count(value, count)));
            values.sort(
                    Comparator.comparingInt((Answer.Count each) -> -each.count())
                            .thenComparing(Answer.Count::value));
            var chosen = filters.values().get(facet);
            if (values.size() > 1 || chosen != null) {
                facets.put(facet, values.stream().limit(VALUES).toList());
            }
        }
        return facets;
    }

    /// Names that share most with what was not found.
    private List<String> nearest(String text) {
        var wanted = new HashSet<String>();
        Analysis.grams(List.of(text)).forEach(token -> wanted.add(token.text()));
        record Near(String name, double likeness) {}
        var near = new ArrayList<Near>();
        for (var name : vocabulary.terms()) {
            var own = Analysis.grams(List.of(name.text()));
            double shared = 0;
            for (var token : own) {
                shared += wanted.contains(token.text()) ? token.text().length() : 0;
            }
            double likeness = shared / (own.size() + 2);
            if (likeness > 0.4) {
                near.add(new Near(name.shown(), likeness));
            }
        }
        near.sort(Comparator.comparingDouble((Near each) -> -each.likeness()));
        return near.stream().map(Near::name).limit(NEAREST).toList();
    }
}
