package tongtu.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// stub
final class Ranking {
    static final Similarity SIMILARITY = new BM25Similarity();
}
