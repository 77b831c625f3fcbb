package tongtu.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds which unit of a new text is which of the old, and gives new ids to the rest.
///
/// The same words keep their id wherever they move, and get it back when they were taken out and
/// come again. Words edited in place keep it when at least three tenths of their pairs of
/// characters stay. Of a unit that was split the part most alike keeps it; of units that were
/// merged the others' ids become anchors of the one they are in now. An id is never given twice.
///
/// The outcome depends on the ledger, the words and the name alone, so that whoever aligns the same
/// text gets the same ids, whether or not they are written down afterwards.
public final class Aligner {
    private final Ledger before;
    private final long seed;
    private final Matching matching;
    private final List<Fingerprint> after;
    private final @Nullable BlockId[] ids;
    private final Set<BlockId> given;
    private final Map<String, Long> draws = new HashMap<>();

    private Aligner(Ledger before, List<Unit> units, String name) {
        this.before = before;
        seed = Long.parseUnsignedLong(Hash.of(name), 0, 16, 16);
        after = units.stream().map(unit -> Fingerprint.of(unit.words())).toList();
        matching = new Matching(before.live(), after);
        ids = new BlockId[after.size()];
        given = new HashSet<>(before.ids());
    }

    /// The ids of a text's units, given the ledger of the text before it. `name` is the document's
    /// path; new ids are drawn from it and the words.
    public static Alignment align(Ledger before, List<Unit> units, String name) {
        return new Aligner(before, units, name).align();
    }

    private Alignment align() {
        new SameWords(matching).match();
        var revived = revive();
        if (matching.hasFreeOld()) {
            new LikeWords(matching).match();
        }
        for (int j = 0; j < ids.length; j++) {
            if (matching.isMatched(j)) {
                ids[j] = matching.id(matching.oldOf(j));
            } else if (matching.isNewFree(j)) {
                ids[j] = draw(after.get(j));
            }
        }
        return outcome(revived);
    }

    /// Words that were taken out, or merged, and stand here again.
    private Set<BlockId> revive() {
        var buried = new HashMap<String, List<BlockId>>();
        for (var line : before.buried()) {
            buried.computeIfAbsent(line.words().hash(), _ -> new ArrayList<>()).add(line.id());
        }
        var revived = new HashSet<BlockId>();
        for (int j = 0; j < ids.length; j++) {
            var waiting = buried.get(after.get(j).hash());
            if (matching.isNewFree(j) && waiting != null && !waiting.isEmpty()) {
                var id = waiting.removeFirst();
                ids[j] = id;
                revived.add(id);
                matching.settle(j);
            }
        }
        return revived;
    }

    /// A new id: drawn from the document's name, the words, and a count that makes it new.
    private BlockId draw(Fingerprint words) {
        long bits =
                draws.getOrDefault(
                        words.hash(), Long.parseUnsignedLong(words.hash(), 0, 16, 16) ^ seed);
        while (true) {
            var id = BlockId.of(mixed(bits));
            bits += 0x9E3779B97F4A7C15L;
            if (given.add(id)) {
                // Thousands of units may have the same words: each begins where the last one ended.
                draws.put(words.hash(), bits);
                return id;
            }
        }
    }

    /// The finaliser of SplitMix64: each bit of the outcome depends on each bit given.
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private Alignment outcome(Set<BlockId> revived) {
        var all = new ArrayList<BlockId>();
        var lines = new ArrayList<Ledger.Line>();
        for (int j = 0; j < ids.length; j++) {
            var id = Objects.requireNonNull(ids[j]);
            all.add(id);
            lines.add(new Ledger.Line(id, Ledger.State.LIVE, null, known(j)));
        }
        var buried = new ArrayList<>(lost());
        before.buried().stream().filter(line -> !revived.contains(line.id())).forEach(buried::add);
        buried.sort(Comparator.comparing(Ledger.Line::id));
        lines.addAll(buried);
        var ledger = new Ledger(lines);
        return new Alignment(all, ledger.anchors(), ledger);
    }

    /// The words of a new unit; when they are those of the old, as the ledger has them.
    private Fingerprint known(int j) {
        int i = matching.oldOf(j);
        return matching.isMatched(j) && matching.areSame(i, j)
                ? matching.oldWords(i)
                : after.get(j);
    }

    /// The lines of the units that are no longer there by themselves.
    private List<Ledger.Line> lost() {
        if (!matching.hasFreeOld()) {
            return List.of();
        }
        var merges = new Merges(matching);
        var hosts = merges.hosts();
        var lines = new LinkedHashMap<BlockId, Ledger.Line>();
        for (int i : merges.lost()) {
            var id = matching.id(i);
            var host = hosts.containsKey(i) ? ids[hosts.get(i)] : null;
            var state = host == null ? Ledger.State.GONE : Ledger.State.MERGED;
            lines.putIfAbsent(id, new Ledger.Line(id, state, host, matching.oldWords(i)));
        }
        return List.copyOf(lines.values());
    }
}
