package tongtu.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;
import org.jspecify.annotations.Nullable;
import tongtu.document.Aligner;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Ledger;
import tongtu.document.Unit;
import tongtu.document.Units;
import tongtu.language.Words;

/// What is different between two texts of a document, paragraph by paragraph in the order of the
/// new one; what was taken out stands where it was.
public record Comparison(List<Change> changes, int paragraphs) {
    /// A paragraph (a heading, an item, a row) that is not as it was. `number` is its number in the
    /// new text, from 1; of one that was taken out, its number in the old.
    public sealed interface Change {
        int number();

        BlockId id();

        /// Changed in some places; `spots` are its words with what was taken out and put in.
        record Edited(int number, BlockId id, List<Spot> spots, int places) implements Change {
            public Edited {
                spots = List.copyOf(spots);
            }
        }

        record Added(int number, BlockId id, String words) implements Change {}

        record Removed(int number, BlockId id, String words) implements Change {}

        /// The same words elsewhere: `from` is its number in the old text.
        record Moved(int number, BlockId id, String words, int from) implements Change {}
    }

    /// Words that stayed, were taken out, or were put in.
    public record Spot(Kind kind, String words) {
        public enum Kind {
            SAME,
            OUT,
            IN
        }
    }

    /// Edits that fewer characters than this part are one: nobody wants to hear single letters.
    private static final int CLOSE = 2;

    public Comparison {
        changes = List.copyOf(changes);
    }

    /// Compares the texts of one document. Ids of `before` are kept as far as they go.
    public static Comparison of(Document before, Document after) {
        var oldLedger = Aligner.align(Ledger.EMPTY, Units.of(before), after.path());
        var old = named(Units.of(before), oldLedger.ids());
        var alignment = Aligner.align(oldLedger.ledger(), Units.of(after), after.path());
        var now = named(Units.of(after), alignment.ids());
        return compare(old, now, Units.of(after).stream().map(Unit::id).toList());
    }

    private static List<Unit> named(List<Unit> units, List<BlockId> ids) {
        var named = new ArrayList<Unit>();
        for (int i = 0; i < units.size(); i++) {
            named.add(new Unit(ids.get(i), units.get(i).words()));
        }
        return named;
    }

    /// `shown` are the ids under which the paragraphs of the new text are shown.
    private static Comparison compare(List<Unit> old, List<Unit> now, List<BlockId> shown) {
        var before = new HashMap<BlockId, Integer>();
        for (int i = 0; i < old.size(); i++) {
            before.put(old.get(i).id(), i);
        }
        var still = new HashSet<BlockId>();
        now.forEach(unit -> still.add(unit.id()));
        var moved = moved(old, now, before);
        var changes = new ArrayList<Change>();
        int next = 0;
        for (int i = 0; i < now.size(); i++) {
            var unit = now.get(i);
            var at = before.get(unit.id());
            if (at != null && !moved.contains(unit.id())) {
                next = removed(old, still, next, at, changes);
                next = Math.max(next, at + 1);
            }
            var change = change(i, unit, at, old, moved.contains(unit.id()), shown.get(i));
            if (change != null) {
                changes.add(change);
            }
        }
        removed(old, still, next, old.size(), changes);
        return new Comparison(changes, now.size());
    }

    private static int removed(
            List<Unit> old, Set<BlockId> still, int from, int until, List<Change> changes) {
        for (int i = from; i < until; i++) {
            var unit = old.get(i);
            if (!still.contains(unit.id())) {
                changes.add(new Change.Removed(i + 1, unit.id(), unit.words()));
            }
        }
        return Math.max(from, until);
    }

    private static @Nullable Change change(
            int index,
            Unit unit,
            @Nullable Integer at,
            List<Unit> old,
            boolean isMoved,
            BlockId shown) {
        int number = index + 1;
        if (at == null) {
            return new Change.Added(number, shown, unit.words());
        }
        var words = old.get(at).words();
        if (!words.equals(unit.words())) {
            return edited(number, shown, words, unit.words());
        }
        return isMoved ? new Change.Moved(number, shown, unit.words(), at + 1) : null;
    }

    /// The paragraphs that are not in the longest order that both texts have.
    private static Set<BlockId> moved(
            List<Unit> old, List<Unit> now, Map<BlockId, Integer> before) {
        var kept = new HashSet<BlockId>();
        now.forEach(unit -> kept.add(unit.id()));
        var oldOrder =
                old.stream()
                        .map(unit -> unit.id().text())
                        .filter(id -> kept.contains(new BlockId(id)))
                        .toList();
        var newOrder =
                now.stream()
                        .filter(unit -> before.containsKey(unit.id()))
                        .map(unit -> unit.id().text())
                        .toList();
        var moved = new HashSet<BlockId>();
        for (var edit : Tokens.edits(oldOrder, newOrder)) {
            newOrder.subList(edit.getBeginB(), edit.getEndB())
                    .forEach(id -> moved.add(new BlockId(id)));
        }
        return moved;
    }

    private static Change edited(int number, BlockId id, String before, String after) {
        var old = words(before);
        var now = words(after);
        var spots = new ArrayList<Spot>();
        int places = 0;
        int from = 0;
        for (var edit : joined(Tokens.edits(old, now), old)) {
            add(spots, Spot.Kind.SAME, old.subList(from, edit.getBeginA()));
            add(spots, Spot.Kind.OUT, old.subList(edit.getBeginA(), edit.getEndA()));
            add(spots, Spot.Kind.IN, now.subList(edit.getBeginB(), edit.getEndB()));
            places++;
            from = edit.getEndA();
        }
        add(spots, Spot.Kind.SAME, old.subList(from, old.size()));
        return new Change.Edited(number, id, spots, places);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int at = 0;
        for (var word : Words.plain().of(text)) {
            // Whatever the division leaves out is a word of its own: nothing is lost.
            if (word.start() > at) {
                words.add(text.substring(at, word.start()));
            }
            words.add(text.substring(Math.max(at, word.start()), Math.max(at, word.end())));
            at = Math.max(at, word.end());
        }
        if (at < text.length()) {
            words.add(text.substring(at));
        }
        return words;
    }

    /// Edits with next to nothing between them as one.
    private static List<Edit> joined(List<Edit> edits, List<String> old) {
        var joined = new ArrayList<Edit>();
        for (var edit : edits) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && length(old, last.getEndA(), edit.getBeginA()) < CLOSE) {
                joined.set(
                        joined.size() - 1,
                        new Edit(
                                last.getBeginA(),
                                edit.getEndA(),
                                last.getBeginB(),
                                edit.getEndB()));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static int length(List<String> words, int from, int until) {
        return words.subList(from, until).stream().mapToInt(String::length).sum();
    }

    private static void add(List<Spot> spots, Spot.Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            spots.add(new Spot(kind, String.join("", words)));
        }
    }

    /// Of how many paragraphs each thing is said.
    public long count(Class<? extends Change> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }
}
