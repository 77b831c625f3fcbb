package tongtu.archive;

import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/// Pieces of text, compared as whole pieces.
final class Tokens extends Sequence {
    private static final SequenceComparator<Tokens> SAME = new Same();

    private final List<String> tokens;

    Tokens(List<String> tokens) {
        this.tokens = tokens;
    }

    @Override
    public int size() {
        return tokens.size();
    }

    /// What has to be done to `before` to get `after`, in order, as ranges of both.
    static List<Edit> edits(List<String> before, List<String> after) {
        return new HistogramDiff().diff(SAME, new Tokens(before), new Tokens(after));
    }

    private static final class Same extends SequenceComparator<Tokens> {
        @Override
        public boolean equals(Tokens one, int at, Tokens other, int otherAt) {
            return one.tokens.get(at).equals(other.tokens.get(otherAt));
        }

        @Override
        public int hash(Tokens tokens, int at) {
            return tokens.tokens.get(at).hashCode();
        }
    }
}
