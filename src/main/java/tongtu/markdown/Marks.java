package tongtu.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tongtu.document.BlockId;

/// Where in the file a node stands, and the provisional ids of the units made from nodes. The ids
/// only tell units apart until the ledger names them.
final class Marks {
    private final int[] lineStarts;
    private final int bodyLine;
    private final Map<BlockId, Integer> lines = new HashMap<>();

    Marks(Source source) {
        var body = source.body();
        bodyLine = source.bodyLine();
        int count = 1 + (int) body.chars().filter(c -> c == '\n').count();
        lineStarts = new int[count];
        for (int i = 0, line = 1; i < body.length(); i++) {
            if (body.charAt(i) == '\n') {
                lineStarts[line++] = i + 1;
            }
        }
    }

    /// The line of the file, from 1, at which a node begins.
    int line(Node node) {
        return line(node.getStartOffset());
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return bodyLine + (found >= 0 ? found : -found - 2);
    }

    BlockId id(Node node) {
        var id = BlockId.of(lines.size());
        lines.put(id, line(node));
        return id;
    }

    Map<BlockId, Integer> lines() {
        return lines;
    }
}
