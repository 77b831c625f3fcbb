package tongtu.document;

import java.util.List;
import java.util.Map;

/// The ids of a new text's units, given the ledger of the text before: `ids` has one for each unit
/// in its order, `merged` the ids that live on inside another unit, with that unit's id, `ledger`
/// is the ledger of the new text.
public record Alignment(List<BlockId> ids, Map<BlockId, BlockId> merged, Ledger ledger) {
    public Alignment {
        ids = List.copyOf(ids);
        merged = Map.copyOf(merged);
    }
}
