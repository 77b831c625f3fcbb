package tongtu.document;

import java.util.List;

/// Stub of the ledger until its own commit.
public record Ledger(List<BlockId> ids) {}
