package tongtu.braille;

/// The size of a page in cells and lines. 40 by 25 is what embossers take; displays have 20, 32 or
/// 40 cells.
public record Format(int width, int height) {
    public static final Format USUAL = new Format(40, 25);
    public static final int NARROWEST = 16;
    public static final int WIDEST = 60;
    public static final int LOWEST = 6;
    public static final int HIGHEST = 60;

    public Format {
        if (width < NARROWEST || width > WIDEST || height < LOWEST || height > HIGHEST) {
            throw new IllegalArgumentException("a page of " + width + " by " + height);
        }
    }
}
