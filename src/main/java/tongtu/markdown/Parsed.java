package tongtu.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Units;

/// What became of a file: its document, null when an error stands among the findings; and the line
/// of the file at which each unit begins, from 1.
public record Parsed(
        @Nullable Document document, List<Finding> findings, Map<BlockId, Integer> lines) {
    public Parsed {
        findings = findings.stream().sorted(Finding.BY_PLACE).toList();
        lines = Map.copyOf(lines);
        if (document != null && findings.stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException("a document in spite of an error");
        }
    }

    /// The same under the ids given, one for each unit in order.
    public Parsed withIds(List<BlockId> ids, Map<BlockId, BlockId> merged) {
        if (document == null) {
            return this;
        }
        var units = Units.of(document);
        var renamed = new HashMap<BlockId, Integer>();
        for (int i = 0; i < units.size(); i++) {
            renamed.put(ids.get(i), lines.getOrDefault(units.get(i).id(), 0));
        }
        return new Parsed(document.withIds(ids, merged), findings, renamed);
    }
}
