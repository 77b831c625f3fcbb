package tongtu.intake;

import java.util.List;

/// A stretch of plain text before its role is known. `line` is where it begins.
sealed interface Chunk {
    int line();

    record Words(int line, String words, List<Remark> remarks) implements Chunk {
        public Words {
            remarks = List.copyOf(remarks);
        }
    }

    /// An entry of the contents.
    record Entry(int line, String words, List<Remark> remarks) implements Chunk {
        public Entry {
            remarks = List.copyOf(remarks);
        }
    }

    /// Lines of cells with tabs between them; all have the same number of cells.
    record Grid(int line, List<Piece.Row> rows, List<Remark> remarks) implements Chunk {
        public Grid {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }
}
