package tongtu.braille;

import java.nio.charset.StandardCharsets;

/// Braille as ASCII (BRF), which embossers and displays take: North American Braille ASCII, lines
/// that end with CR LF, a form feed behind each page.
public final class BrfFile {
    private static final String ASCII =
            " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

    private BrfFile() {}

    public static byte[] of(Pages pages) {
        var text = new StringBuilder();
        for (var page : pages.pages()) {
            for (var line : page) {
                text.append(ascii(line).stripTrailing()).append("\r\n");
            }
            text.append('\f');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Cells in Braille ASCII.
    public static String ascii(String cells) {
        var ascii = new StringBuilder();
        cells.chars().forEach(cell -> ascii.append(ASCII.charAt(cell - Cells.BLANK)));
        return ascii.toString();
    }

    /// Braille ASCII in cells.
    public static String cells(String ascii) {
        var cells = new StringBuilder();
        ascii.chars()
                .forEach(c -> {
                    int at = ASCII.indexOf(Character.toUpperCase(c));
                    if (at < 0) {
                        throw new IllegalArgumentException("not Braille ASCII: " + c);
                    }
                    cells.append((char) (Cells.BLANK + at));
                });
        return cells.toString();
    }
}
