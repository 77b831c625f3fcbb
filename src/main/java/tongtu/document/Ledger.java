package tongtu.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every id that was ever given to a document's units, and what became of it: the ids of units that
/// live first, in the order of the text, then those that were merged into others and those gone.
///
/// An id stands here twice only when two branches changed its unit: then each line is one of its
/// words.
public record Ledger(List<Line> lines) {
    public static final Ledger EMPTY = new Ledger(List.of());

    /// What became of an id: its unit is in the text, or its words live on inside another unit, the
    /// host, or they were taken out.
    public enum State {
        LIVE,
        MERGED,
        GONE
    }

    /// One id; `host` is there when it is merged, and only then.
    public record Line(BlockId id, State state, @Nullable BlockId host, Fingerprint words) {
        public Line {
            if ((state == State.MERGED) != (host != null) || id.equals(host)) {
                throw new IllegalArgumentException(id + " " + state + " into " + host);
            }
        }
    }

    public Ledger {
        lines = List.copyOf(lines);
    }

    /// All ids, so that none is given again.
    public Set<BlockId> ids() {
        var ids = new HashSet<BlockId>();
        for (var line : lines) {
            ids.add(line.id());
        }
        return ids;
    }

    /// The lines of the units that live. An id that lives on one branch and not on another lives.
    List<Line> live() {
        return lines.stream().filter(line -> line.state() == State.LIVE).toList();
    }

    /// The lines of ids that live nowhere, one each.
    List<Line> buried() {
        var living = new HashSet<BlockId>();
        live().forEach(line -> living.add(line.id()));
        var buried = new ArrayList<Line>();
        for (var line : lines) {
            if (line.state() != State.LIVE && living.add(line.id())) {
                buried.add(line);
            }
        }
        return buried;
    }

    /// The ids that were merged into units that live, each with its host at the end of all merges.
    public Map<BlockId, BlockId> anchors() {
        var hosts = new HashMap<BlockId, BlockId>();
        var living = new HashSet<BlockId>();
        for (var line : lines) {
            if (line.state() == State.LIVE) {
                living.add(line.id());
            } else if (line.host() != null) {
                hosts.put(line.id(), line.host());
            }
        }
        var anchors = new HashMap<BlockId, BlockId>();
        for (var id : hosts.keySet()) {
            var host = end(id, hosts, living);
            if (!living.contains(id) && host != null) {
                anchors.put(id, host);
            }
        }
        return anchors;
    }

    /// Follows merges to a unit that lives; null when they lead nowhere or in a circle.
    private static @Nullable BlockId end(
            BlockId id, Map<BlockId, BlockId> hosts, Set<BlockId> living) {
        var host = hosts.get(id);
        for (int steps = 0; host != null && steps <= hosts.size(); steps++) {
            if (living.contains(host)) {
                return host;
            }
            host = hosts.get(host);
        }
        return null;
    }
}
