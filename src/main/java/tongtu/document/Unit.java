package tongtu.document;

/// Words that stand together and have an id: a heading, a paragraph, an item, a table's head or one
/// of its rows.
public record Unit(BlockId id, String words) {}
