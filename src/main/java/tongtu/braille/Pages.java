package tongtu.braille;

import java.util.List;

/// A document in Braille, page by page: each a list of lines of cells, none longer than the format
/// is wide. `unknown` are characters that have no cells and were left out.
public record Pages(
        String title,
        String language,
        Format format,
        List<List<String>> pages,
        List<String> unknown) {
    public Pages {
        pages = pages.stream().map(List::copyOf).toList();
        unknown = List.copyOf(unknown);
    }

    /// How many cells are not blank.
    public int cells() {
        return pages.stream()
                .flatMap(List::stream)
                .mapToInt(line -> (int) line.chars().filter(c -> c != Cells.BLANK).count())
                .sum();
    }
}
