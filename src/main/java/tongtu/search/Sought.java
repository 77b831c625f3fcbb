package tongtu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import tongtu.language.Figures;
import tongtu.language.Words;

/// A question as the index looks for it. `text` is what is sought, folded, pinyin as the words that
/// it stands for; `parts` are the reasons for which an entry is found, each with its weight; `runs`
/// the pieces of the text that must stand literally in what is found for certain; `ideal` what an
/// entry would score that holds every word of it as densely as can be; `official` the terms sought
/// besides.
record Sought(
        String text,
        String meant,
        List<Part> parts,
        List<Query> runs,
        double ideal,
        List<String> official) {
    /// A reason and its query, weighted. `finds` is whether it brings entries; the others only
    /// order what was brought.
    record Part(Reason reason, Query query, boolean finds) {}

    /// Numbers of documents: an issuer's short name, a year in brackets, a number.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[\\p{IsHan}a-z]{1,12}\\s*[〔\\[(【]?\\s*\\d{4}\\s*[〕\\])】]?\\s*第?\\s*\\d{1,5}\\s*号");

    private static final Pattern BARE =
            Pattern.compile("(?<![第\\d一二三四五六七八九十百])(\\d{1,3}|[一二三四五六七八九十百]{1,7})\\s?条");

    private static final float TITLE = 0.2f;
    private static final float HEADING = 0.2f;
    private static final float PHRASE = 0.3f;
    private static final float EVERYDAY = 1;
    private static final float FIGURES = 0.5f;
    private static final float PLACE = 20;
    private static final float ENGLISH = 1;

    /// More than all else that an entry can score.
    private static final float NUMBERS = 1_000;

    /// Of several terms for one word the best counts, the others a little.
    private static final float TIE = 0.2f;

    /// Pieces of a question that are sought literally.
    private static final int RUNS = 40;

    Sought {
        parts = List.copyOf(parts);
        runs = List.copyOf(runs);
        official = List.copyOf(official);
    }

    /// A folded text; `alternatives` are other readings of its pinyin.
    static Sought of(
            String text,
            List<List<String>> alternatives,
            Everyday everyday,
            Words words,
            IndexSearcher searcher)
            throws IOException {
        var terms = new Terms(searcher);
        var tokens = Analysis.grams(List.of(text));
        var pairs = tokens.stream().filter(token -> token.text().length() > 1).toList();
        var characters = tokens.stream().filter(token -> token.text().length() == 1).toList();
        var grams = terms.all(Fields.GRAMS, pairs, 1);
        grams.addAll(terms.all(Fields.WORDS, Analysis.words(text, words), 1));
        var single = terms.all(Fields.GRAMS, characters, 1);
        double ideal = terms.ideal;
        var parts = new ArrayList<Part>();
        add(parts, Reason.WORDS, grams, true);
        // Characters alone are everywhere: they bring nothing that pairs and words do not.
        add(parts, Reason.CHARACTERS, single, grams.isEmpty());
        add(parts, Reason.TITLE, terms.all(Fields.TITLE, pairs, TITLE), false);
        add(parts, Reason.HEADING, terms.all(Fields.HEADING, pairs, HEADING), false);
        var runs = runs(text);
        add(parts, Reason.PHRASE, boosted(runs, PHRASE), false);
        var official = new LinkedHashSet<String>();
        var terminology = new ArrayList<Query>();
        var meant = new StringBuilder();
        int done = 0;
        for (var match : everyday.in(text)) {
            official.addAll(match.terms());
            terminology.add(any(match.terms()));
            meant.append(text, done, match.start()).append(match.terms().getFirst());
            done = match.end();
        }
        meant.append(text, done, text.length());
        add(parts, Reason.EVERYDAY, boosted(terminology, EVERYDAY), true);
        add(parts, Reason.PINYIN, alternatives.stream().map(Sought::any).toList(), true);
        add(
                parts,
                Reason.FIGURES,
                terms.all(Fields.FIGURES, Analysis.figures(text), FIGURES),
                true);
        add(parts, Reason.NUMBER, boosted(numbers(text), NUMBERS), true);
        add(parts, Reason.PLACE, boosted(places(text), PLACE), true);
        if (text.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
            add(
                    parts,
                    Reason.ENGLISH,
                    terms.all(Fields.ENGLISH, Fields.stems(text), ENGLISH),
                    true);
        }
        return new Sought(text, meant.toString(), parts, runs, ideal, List.copyOf(official));
    }

    private static void add(List<Part> parts, Reason reason, List<Query> queries, boolean finds) {
        if (!queries.isEmpty()) {
            parts.add(new Part(reason, sum(queries), finds));
        }
    }

    private static List<Query> boosted(List<Query> queries, float boost) {
        return queries.stream().<Query>map(query -> new BoostQuery(query, boost)).toList();
    }

    private static Query sum(List<Query> queries) {
        var sum = new BooleanQuery.Builder();
        queries.forEach(query -> sum.add(query, Occur.SHOULD));
        return sum.build();
    }

    /// The part of a name; null when the question has none.
    @Nullable Query part(Reason reason) {
        return parts.stream()
                .filter(part -> part.reason() == reason)
                .map(Part::query)
                .findFirst()
                .orElse(null);
    }

    /// What brings entries, together.
    Query finding() {
        return sum(parts.stream().filter(Part::finds).map(Part::query).toList());
    }

    /// All parts together.
    Query all() {
        return sum(parts.stream().map(Part::query).toList());
    }

    private static Query any(List<String> phrases) {
        return new DisjunctionMaxQuery(
                phrases.stream().map(phrase -> phrase(Fields.GRAMS, phrase)).toList(), TIE);
    }

    private static List<Query> numbers(String text) {
        var numbers = new HashSet<String>();
        numbers.add(Analysis.number(text));
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Analysis.number(matcher.group()));
        }
        numbers.remove("");
        return numbers.stream()
                .<Query>map(number ->
                        new ConstantScoreQuery(new TermQuery(new Term(Fields.NUMBER, number))))
                .toList();
    }

    /// An article that is named: 第29条. Which statute, the other words say.
    private static List<Query> places(String text) {
        // 8条 is said for 第8条.
        var named = BARE.matcher(text).replaceAll("第$1条");
        return Figures.of(named).stream()
                .map(Figures.Figure::plain)
                .filter(plain -> plain.startsWith("第"))
                .<Query>map(plain ->
                        new ConstantScoreQuery(new TermQuery(new Term(Fields.NUMBER, plain))))
                .toList();
    }

    private static List<Query> runs(String text) {
        var pieces = new LinkedHashSet<String>();
        int start = 0;
        for (int at = 0; at <= text.length() && pieces.size() < RUNS; at++) {
            if (at == text.length() || !isWord(text.charAt(at))) {
                if (at > start) {
                    pieces.add(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        var runs = pieces.stream().flatMap(piece -> run(piece).stream()).distinct().toList();
        return runs.isEmpty()
                ? pieces.stream().<Query>map(piece -> phrase(Fields.GRAMS, piece)).toList()
                : runs;
    }

    /// An English word stands there in any of its forms; one that says nothing (of, is) need not.
    private static List<Query> run(String words) {
        var literal = phrase(Fields.GRAMS, words);
        if (!words.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return List.of(literal);
        }
        return Fields.stems(words).stream()
                .<Query>map(stem ->
                        sum(List.of(literal, new TermQuery(new Term(Fields.ENGLISH, stem.text())))))
                .toList();
    }

    private static boolean isWord(char c) {
        return Analysis.isHan(c) || Character.isLetterOrDigit(c);
    }

    /// Words that stand together.
    static Query phrase(String field, String text) {
        var phrase = new PhraseQuery.Builder();
        for (var token : Analysis.cover(text)) {
            phrase.add(new Term(field, token.text()), token.position());
        }
        return phrase.build();
    }

    /// Queries for terms, each looked up once; `ideal` sums what each can give at most.
    private static final class Terms {
        private final IndexSearcher searcher;
        private double ideal;

        Terms(IndexSearcher searcher) {
            this.searcher = searcher;
        }

        List<Query> all(String field, List<Analysis.Token> tokens, float boost) throws IOException {
            Set<String> texts = new LinkedHashSet<>();
            tokens.forEach(token -> texts.add(token.text()));
            var queries = new ArrayList<Query>();
            int documents = searcher.getIndexReader().numDocs();
            for (var text : texts) {
                var term = new Term(field, text);
                var states = TermStates.build(searcher, term, true);
                ideal +=
                        Math.log(1 + (documents - states.docFreq() + .5) / (states.docFreq() + .5));
                if (states.docFreq() > 0) {
                    var query = new TermQuery(term, states);
                    queries.add(boost == 1 ? query : new BoostQuery(query, boost));
                }
            }
            return queries;
        }
    }
}
