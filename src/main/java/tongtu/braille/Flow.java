package tongtu.braille;

import java.util.List;

/// A document in Braille as a run of lines of any length. `contents` is the word for a list of
/// contents, in cells; `unknown` are characters that have no cells and were left out.
public record Flow(
        String title, String language, String contents, List<Line> lines, List<String> unknown) {
    public Flow {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    /// How many cells are not blank.
    public int cells() {
        return lines.stream()
                .mapToInt(line -> (int) line.cells().chars().filter(c -> c != Cells.BLANK).count())
                .sum();
    }

    /// What a line is, in print and in cells; headings have a `level` from 1 (the title), others 0.
    public record Line(boolean isItem, int level, String words, String cells) {
        static Line of(Passage passage) {
            int level =
                    switch (passage.kind()) {
                        case TITLE -> 1;
                        case HEADING -> 2 + passage.indent() / 2;
                        case TEXT, ITEM, GRID, PAGE -> 0;
                    };
            return new Line(
                    passage.kind() == Passage.Kind.ITEM,
                    level,
                    passage.transcript().text(),
                    passage.transcript().cells());
        }

        public boolean isHeading() {
            return level > 0;
        }
    }
}
