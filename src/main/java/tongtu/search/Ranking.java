package tongtu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/// The order of what is found: by words, as a share of what the question's words could score at
/// most, plus by meaning, as the cosine of the vectors; times how much the document counts today.
/// Candidates are the best by words and the nearest by meaning.
final class Ranking {
    static final Similarity SIMILARITY = new BM25Similarity();

    private static final int BY_WORDS = 300;
    private static final int BY_MEANING = 100;

    /// What a cosine of 1 counts for, against 1 for words that are all there.
    private static final double MEANING = 1;

    private Ranking() {}

    /// An entry and its score; `words` and `meaning` are the shares of it. `hasTerm` is whether it
    /// holds an official term for an everyday word.
    record Ranked(int doc, double words, double meaning, double score, boolean hasTerm) {
        static Ranked unscored(int doc) {
            return new Ranked(doc, 0, 0, 0, false);
        }
    }

    /// The best entries for a question, best first; `meaning` is its vector, null to rank by words
    /// alone; `weight` is how much an entry counts.
    static List<Ranked> best(
            IndexSearcher searcher,
            Sought sought,
            float @Nullable [] meaning,
            IntToDoubleFunction weight)
            throws IOException {
        var docs = new TreeSet<Integer>();
        var finding = searcher.rewrite(sought.finding());
        for (var found : searcher.search(finding, BY_WORDS).scoreDocs) {
            docs.add(found.doc);
        }
        if (meaning != null) {
            var nearest = new KnnFloatVectorQuery(Fields.MEANING, meaning, BY_MEANING);
            for (var found : searcher.search(nearest, BY_MEANING).scoreDocs) {
                docs.add(found.doc);
            }
        }
        return score(
                searcher,
                sought,
                meaning,
                weight,
                docs.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Entries in ascending order, scored; best first.
    static List<Ranked> score(
            IndexSearcher searcher,
            Sought sought,
            float @Nullable [] meaning,
            IntToDoubleFunction weight,
            int[] docs)
            throws IOException {
        var words = scores(searcher, sought.all(), docs);
        var likeness = meaning == null ? new double[docs.length] : cosines(searcher, meaning, docs);
        var everyday = sought.part(Reason.EVERYDAY);
        var terms = everyday == null ? new double[docs.length] : scores(searcher, everyday, docs);
        var ranked = new ArrayList<Ranked>(docs.length);
        for (int i = 0; i < docs.length; i++) {
            double byWords = words[i] / Math.max(sought.ideal(), 1);
            double byMeaning = MEANING * likeness[i];
            double score = (byWords + byMeaning) * weight.applyAsDouble(docs[i]);
            ranked.add(new Ranked(docs[i], byWords, byMeaning, score, terms[i] > 0));
        }
        ranked.sort(
                Comparator.comparingDouble((Ranked each) -> -each.score())
                        .thenComparingInt(Ranked::doc));
        return ranked;
    }

    /// What a query gives each of some entries, which are in ascending order.
    static double[] scores(IndexSearcher searcher, Query query, int[] docs) throws IOException {
        var scores = new double[docs.length];
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        var leaves = searcher.getIndexReader().leaves();
        for (int i = 0; i < docs.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            var scorer = weight.scorer(leaf);
            var iterator = scorer == null ? null : scorer.iterator();
            for (; i < docs.length && docs[i] < end; i++) {
                int doc = docs[i] - leaf.docBase;
                if (scorer != null
                        && iterator != null
                        && (iterator.docID() >= doc ? iterator.docID() : iterator.advance(doc))
                                == doc) {
                    scores[i] = scorer.score();
                }
            }
        }
        return scores;
    }

    /// The cosine with each of some entries, which are in ascending order; one that has no vector
    /// yet is taken for as unlike as the least like of them.
    private static double[] cosines(IndexSearcher searcher, float[] meaning, int[] docs)
            throws IOException {
        var cosines = new double[docs.length];
        Arrays.fill(cosines, Double.NaN);
        var leaves = searcher.getIndexReader().leaves();
        for (int i = 0; i < docs.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            var vectors = leaf.reader().getFloatVectorValues(Fields.MEANING);
            var iterator = vectors == null ? null : vectors.iterator();
            for (; i < docs.length && docs[i] < end; i++) {
                int doc = docs[i] - leaf.docBase;
                if (vectors != null
                        && iterator != null
                        && (iterator.docID() >= doc ? iterator.docID() : iterator.advance(doc))
                                == doc) {
                    cosines[i] = dot(meaning, vectors, iterator.index());
                }
            }
        }
        double least = Arrays.stream(cosines).filter(c -> !Double.isNaN(c)).min().orElse(0);
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Double.isNaN(cosines[i]) ? least : cosines[i];
        }
        return cosines;
    }

    private static double dot(float[] meaning, FloatVectorValues vectors, int index)
            throws IOException {
        var vector = vectors.vectorValue(index);
        double dot = 0;
        for (int i = 0; i < meaning.length; i++) {
            dot += meaning[i] * vector[i];
        }
        return dot;
    }
}
