package tongtu.intake;

import java.util.List;

/// A part of a text whose shape is understood, and what is to be said about that. `line` is where
/// it begins in the file that was sent.
sealed interface Piece {
    int line();

    List<Remark> remarks();

    /// `level` is 2 to 6.
    record Heading(int line, int level, String words, List<Remark> remarks) implements Piece {
        public Heading {
            remarks = List.copyOf(remarks);
        }
    }

    record Paragraph(int line, String words, List<Remark> remarks) implements Piece {
        public Paragraph {
            remarks = List.copyOf(remarks);
        }
    }

    /// An item of a list without numbers.
    record Item(int line, String words, List<Remark> remarks) implements Piece {
        public Item {
            remarks = List.copyOf(remarks);
        }
    }

    /// A table; `caption` is empty when it has none. Its first row is the header; all are equally
    /// long.
    record Table(int line, String caption, List<Row> rows, List<Remark> remarks) implements Piece {
        public Table {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
