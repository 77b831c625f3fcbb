package tongtu.braille;

/// Braille cells as Unicode writes them (U+2800 and the 63 after it, six dots). Where dots are
/// written, a cell is its digits and cells are parted by spaces: `5 23` is the Chinese full stop.
final class Cells {
    static final char BLANK = '\u2800';
    private static final int SIX_DOTS = 64;

    private Cells() {}

    /// The cells of dots; `0` is a blank one.
    static String of(String dots) {
        var cells = new StringBuilder();
        for (var cell : dots.split(" ", -1)) {
            int bits = 0;
            for (int i = 0; i < cell.length(); i++) {
                char dot = cell.charAt(i);
                if (dot < '0' || dot > '6') {
                    throw new IllegalArgumentException("no dots: " + dots);
                }
                bits |= dot == '0' ? 0 : 1 << (dot - '1');
            }
            cells.append((char) (BLANK + bits));
        }
        return cells.toString();
    }

    static boolean isCell(char c) {
        return c >= BLANK && c < BLANK + SIX_DOTS;
    }
}
