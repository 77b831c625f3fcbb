package tongtu.archive;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/// Two texts that were made from one, put together by paragraph.
///
/// What one of them changed is taken from it; what both put in at one place stands there twice,
/// theirs first; what both changed, each otherwise, is a [Part.Conflict] that somebody decides.
public record Merge(List<Part> parts) {
    /// A stretch of the merged text.
    public sealed interface Part {
        /// `hasBoth` says that both put something in here.
        record Agreed(String text, boolean hasBoth, boolean isBody) implements Part {}

        /// What the text was, and the two things that became of it; each may be empty.
        record Conflict(String base, String mine, String theirs, boolean isBody) implements Part {}

        /// Whether it stands behind the front matter, where empty lines part paragraphs.
        boolean isBody();
    }

    public Merge {
        parts = List.copyOf(parts);
    }

    public boolean hasConflict() {
        return parts.stream().anyMatch(Part.Conflict.class::isInstance);
    }

    public List<Part.Conflict> conflicts() {
        return parts.stream()
                .filter(Part.Conflict.class::isInstance)
                .map(Part.Conflict.class::cast)
                .toList();
    }

    /// The text when each conflict is decided: `decisions` has what stands in the place of each, in
    /// order.
    public String text(List<String> decisions) {
        var text = new StringBuilder();
        int next = 0;
        for (var part : parts) {
            var words =
                    switch (part) {
                        case Part.Agreed(var agreed, _, _) -> agreed;
                        case Part.Conflict _ -> decisions.get(next++);
                    };
            join(text, words, part.isBody());
        }
        return text.toString();
    }

    /// Pieces from two texts may meet without an empty line between them.
    private static void join(StringBuilder text, String words, boolean isBody) {
        if (!text.isEmpty() && !words.isEmpty()) {
            boolean hasEnd = text.charAt(text.length() - 1) == '\n';
            boolean hasEmptyLine =
                    words.startsWith("\n")
                            || words.startsWith("\r\n")
                            || (hasEnd
                                    && text.length() > 1
                                    && text.charAt(text.length() - 2) == '\n');
            text.append(hasEnd ? "" : "\n").append(isBody && !hasEmptyLine ? "\n" : "");
        }
        text.append(words);
    }

    public static Merge of(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new Merge(List.of(new Part.Agreed(mine, false, true)));
        }
        if (mine.equals(base)) {
            return new Merge(List.of(new Part.Agreed(theirs, false, true)));
        }
        return new Merging(SourceBlocks.of(base), SourceBlocks.of(mine), SourceBlocks.of(theirs))
                .merge();
    }

    /// Goes through the changes of both in the order of the text that they were made from.
    private static final class Merging {
        private final SourceBlocks base;
        private final SourceBlocks mine;
        private final SourceBlocks theirs;
        private final List<Edit> mineEdits;
        private final List<Edit> theirEdits;
        private final List<Part> parts = new ArrayList<>();
        private int at;
        private int mineNext;
        private int theirNext;

        Merging(SourceBlocks base, SourceBlocks mine, SourceBlocks theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
            mineEdits = fine(Tokens.edits(base.texts(), mine.texts()));
            theirEdits = fine(Tokens.edits(base.texts(), theirs.texts()));
        }

        /// Paragraph for paragraph where as many came as went.
        private static List<Edit> fine(List<Edit> edits) {
            var fine = new ArrayList<Edit>();
            for (var edit : edits) {
                if (edit.getLengthA() == edit.getLengthB() && edit.getLengthA() > 1) {
                    for (int i = 0; i < edit.getLengthA(); i++) {
                        int a = edit.getBeginA() + i;
                        int b = edit.getBeginB() + i;
                        fine.add(new Edit(a, a + 1, b, b + 1));
                    }
                } else {
                    fine.add(edit);
                }
            }
            return fine;
        }

        Merge merge() {
            while (mineNext < mineEdits.size() || theirNext < theirEdits.size()) {
                step();
            }
            keep(base.pieces().size());
            return new Merge(parts);
        }

        /// Handles the next change, and all of the other's that touch it.
        private void step() {
            int mineFrom = mineNext;
            int theirFrom = theirNext;
            var first = next();
            int begin = first.getBeginA();
            int end = first.getEndA();
            boolean grows = true;
            while (grows) {
                grows = false;
                while (mineNext < mineEdits.size()
                        && touches(mineEdits.get(mineNext), begin, end)) {
                    end = Math.max(end, mineEdits.get(mineNext++).getEndA());
                    grows = true;
                }
                while (theirNext < theirEdits.size()
                        && touches(theirEdits.get(theirNext), begin, end)) {
                    end = Math.max(end, theirEdits.get(theirNext++).getEndA());
                    grows = true;
                }
            }
            keep(begin);
            var my = mineEdits.subList(mineFrom, mineNext);
            var their = theirEdits.subList(theirFrom, theirNext);
            if (their.isEmpty()) {
                agree(part(mine, my, begin, end), false);
            } else if (my.isEmpty()) {
                agree(part(theirs, their, begin, end), false);
            } else {
                both(part(mine, my, begin, end), part(theirs, their, begin, end), begin, end);
            }
            at = end;
        }

        private Edit next() {
            if (mineNext >= mineEdits.size()) {
                return theirEdits.get(theirNext);
            }
            if (theirNext >= theirEdits.size()) {
                return mineEdits.get(mineNext);
            }
            var my = mineEdits.get(mineNext);
            var their = theirEdits.get(theirNext);
            return my.getBeginA() <= their.getBeginA() ? my : their;
        }

        /// Neighbours do not touch; two that put something in at one place do.
        private static boolean touches(Edit edit, int begin, int end) {
            return edit.getBeginA() < end
                    || (edit.getBeginA() == begin && (begin == end || edit.getLengthA() == 0));
        }

        private void both(String my, String their, int begin, int end) {
            if (my.equals(their)) {
                agree(my, false);
            } else if (begin == end && begin >= base.frontMatter()) {
                var text = new StringBuilder();
                join(text, their, true);
                join(text, my, true);
                agree(text.toString(), true);
            } else {
                parts.add(
                        new Part.Conflict(
                                text(base, begin, end), my, their, begin >= base.frontMatter()));
            }
        }

        /// What became of a stretch of the base in one of the texts.
        private String part(SourceBlocks side, List<Edit> edits, int begin, int end) {
            var text = new StringBuilder();
            boolean isBody = begin >= base.frontMatter();
            int from = begin;
            for (var edit : edits) {
                join(text, text(base, from, edit.getBeginA()), isBody);
                join(text, text(side, edit.getBeginB(), edit.getEndB()), isBody);
                from = edit.getEndA();
            }
            join(text, text(base, from, end), isBody);
            return text.toString();
        }

        private void keep(int until) {
            if (at < base.frontMatter() && until > base.frontMatter()) {
                keep(base.frontMatter());
            }
            if (at < until) {
                agree(text(base, at, until), false);
                at = until;
            }
        }

        private void agree(String text, boolean hasBoth) {
            if (!text.isEmpty()) {
                parts.add(new Part.Agreed(text, hasBoth, at >= base.frontMatter()));
            }
        }

        private static String text(SourceBlocks blocks, int from, int until) {
            var text = new StringBuilder();
            for (var piece : blocks.pieces().subList(from, Math.max(from, until))) {
                text.append(piece.space()).append(piece.text());
            }
            return text.toString();
        }
    }
}
