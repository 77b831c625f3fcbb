package tongtu.document;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A piece of a document between two headings. What has words of its own is a [Unit] and has an id;
/// what only holds others (a list, a quotation) is addressed by its first unit.
public sealed interface Block {

    /// A block with words of its own, hence with an id.
    sealed interface Unit extends Block {
        BlockId id();
    }

    record Paragraph(BlockId id, List<Inline> inlines) implements Unit {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }
    }

    /// A list; `start` is the number of its first item when it is [Marker#NUMBER]ed, else 1.
    record ItemList(Marker marker, int start, List<Item> items) implements Block {
        public ItemList {
            items = List.copyOf(items);
        }

        /// What stands before an item: nothing that counts, a number that the list counts itself,
        /// or a number that is part of the item's words, as （一） in a statute.
        public enum Marker {
            BULLET,
            NUMBER,
            WRITTEN
        }
    }

    /// Things to do one after the other.
    record Steps(List<Item> items) implements Block {
        public Steps {
            items = List.copyOf(items);
        }
    }

    /// An item of a list: its first words, then what else it holds.
    record Item(BlockId id, List<Inline> inlines, List<Block> blocks) {
        public Item {
            inlines = List.copyOf(inlines);
            blocks = List.copyOf(blocks);
        }
    }

    /// A table. `rowHeader` is the column whose cells name their row; -1 when none does. The id is
    /// that of the caption and the header cells together; each row has its own.
    record Table(
            BlockId id, List<Inline> caption, List<Column> columns, int rowHeader, List<Row> rows)
            implements Unit {
        public Table {
            caption = List.copyOf(caption);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.isEmpty() || rowHeader < -1 || rowHeader >= columns.size()) {
                throw new IllegalArgumentException(
                        columns.size() + " columns, row header " + rowHeader);
            }
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + row.cells().size() + " cells");
                }
            }
        }

        /// A row as it is read: the cell that names it and `behindName`, then the others with their
        /// headers, `between` them.
        public String sentence(Row row, String behindName, String between, CellWords words) {
            var others = new StringJoiner(between);
            for (int i = 0; i < columns.size(); i++) {
                if (i != rowHeader) {
                    var column = columns.get(i);
                    others.add(
                            words.of(
                                    Inline.words(column.header()).strip(),
                                    column.cell(row.cells().get(i))));
                }
            }
            if (rowHeader < 0) {
                return others.toString();
            }
            var name = Inline.words(row.cells().get(rowHeader)).strip();
            return others.length() == 0 ? name : name + behindName + others;
        }
    }

    /// How a cell stands behind its header in a sentence; `cell` is a bare figure with its unit,
    /// and may be empty.
    interface CellWords {
        String of(String header, String cell);
    }

    /// A column: its header cell, the unit of its figures («万元», «%») or an empty string, and
    /// whether they are figures.
    record Column(List<Inline> header, String unit, boolean numeric) {
        public Column {
            header = List.copyOf(header);
        }

        /// The words of a cell; a bare figure with the unit behind it.
        String cell(List<Inline> cell) {
            var words = Inline.words(cell).strip();
            boolean isBare = words.matches("[≥≤<>＜＞±+-]?\\s?[\\d.,]+");
            return isBare ? words + unit : words;
        }
    }

    record Row(BlockId id, List<List<Inline>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /// A picture that carries meaning: its text alternative, its caption, and a long description
    /// when words of one line do not say it.
    record Figure(
            BlockId id,
            Href source,
            String alternative,
            List<Inline> caption,
            List<Block> description)
            implements Unit {
        public Figure {
            caption = List.copyOf(caption);
            description = List.copyOf(description);
        }
    }

    record Quotation(List<Block> blocks) implements Block {
        public Quotation {
            blocks = List.copyOf(blocks);
        }
    }

    record Callout(Tone tone, List<Block> blocks) implements Block {
        public Callout {
            blocks = List.copyOf(blocks);
        }

        public enum Tone {
            IMPORTANT,
            WARNING,
            EXAMPLE
        }
    }

    record Definitions(List<Definition> definitions) implements Block {
        public Definitions {
            definitions = List.copyOf(definitions);
        }
    }

    /// One or more terms and what they mean.
    record Definition(BlockId id, List<List<Inline>> terms, List<Block> explanation) {
        public Definition {
            terms = terms.stream().map(List::copyOf).toList();
            explanation = List.copyOf(explanation);
        }
    }

    /// Words kept in their lines: a form's wording, an address label.
    record Preformatted(BlockId id, String text) implements Unit {}

    /// How to reach somebody: lines of «电话：12385».
    record Contact(BlockId id, List<Line> lines) implements Unit {
        public Contact {
            lines = List.copyOf(lines);
        }

        /// One way; `label` is empty when the line has none.
        public record Line(String label, List<Inline> inlines) {
            public Line {
                inlines = List.copyOf(inlines);
            }
        }
    }

    /// A sign-language video: a link until the page can show it; `signer` when it is known.
    record SignVideo(BlockId id, Href source, String title, @Nullable String signer)
            implements Unit {}
}
