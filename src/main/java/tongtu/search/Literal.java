package tongtu.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// The entries of the documents in which everything of a question stands literally, as who searches
/// within a page would find it: entries that hold a piece of it, when the other pieces stand in the
/// same document.
final class Literal {
    private Literal() {}

    static FixedBitSet of(Store.View view, IndexSearcher searcher, List<Query> runs)
            throws IOException {
        var entries = new FixedBitSet(Math.max(view.reader().maxDoc(), 1));
        if (runs.isEmpty()) {
            return entries;
        }
        var documents = new FixedBitSet(Math.max(view.paths().size(), 1));
        documents.set(0, documents.length());
        for (var run : runs) {
            var holding = holding(searcher, run, entries.length());
            documents.and(documents(view, holding));
            entries.or(holding);
        }
        if (runs.size() > 1) {
            for (int doc = next(entries, 0); doc >= 0; doc = next(entries, doc + 1)) {
                if (!documents.get(view.pathOf().of(doc))) {
                    entries.clear(doc);
                }
            }
        }
        return entries;
    }

    private static FixedBitSet documents(Store.View view, FixedBitSet entries) {
        var documents = new FixedBitSet(Math.max(view.paths().size(), 1));
        for (int doc = next(entries, 0); doc >= 0; doc = next(entries, doc + 1)) {
            documents.set(view.pathOf().of(doc));
        }
        return documents;
    }

    /// The next entry at or after one; negative when there is none.
    static int next(FixedBitSet entries, int from) {
        int next =
                from < entries.length() ? entries.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
        return next == DocIdSetIterator.NO_MORE_DOCS ? -1 : next;
    }

    private static FixedBitSet holding(IndexSearcher searcher, Query query, int length)
            throws IOException {
        var holding = new FixedBitSet(length);
        var weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                var live = leaf.reader().getLiveDocs();
                var iterator = scorer.iterator();
                for (int doc = iterator.nextDoc();
                        doc != DocIdSetIterator.NO_MORE_DOCS;
                        doc = iterator.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        holding.set(leaf.docBase + doc);
                    }
                }
            }
        }
        return holding;
    }
}
