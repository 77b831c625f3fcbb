package tongtu.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Place;
import tongtu.document.Section;
import tongtu.document.Term;

/// A place that was found. `passage` are whole clauses of it, as runs of words that are marked or
/// not; `clipped` says whether words were left out before or after them. `anchor` is the unit that
/// the passage stands in (null: the top of the document). `factors` say how it came to its rank.
public record Hit(
        Source source,
        @Nullable BlockId anchor,
        List<Run> passage,
        boolean isBestBet,
        double score,
        List<Factor> factors) {
    public Hit {
        passage = List.copyOf(passage);
        factors = List.copyOf(factors);
    }

    /// Where the words stand.
    public sealed interface Source {
        /// A section of a document with the headings above it, the outermost first; without a
        /// section it is the document itself (its title, summary and what stands before its first
        /// heading).
        record InDocument(
                Document document, @Nullable Section section, List<Section> above, Place place)
                implements Source {
            public InDocument {
                above = List.copyOf(above);
            }
        }

        /// A term of the glossary.
        record InGlossary(Term term) implements Source {}
    }

    /// Words of a passage.
    public record Run(String words, boolean marked) {}

    /// One reason for a rank, and what it gave.
    public record Factor(Reason reason, double value) {}
}
