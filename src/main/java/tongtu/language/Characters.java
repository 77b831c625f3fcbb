package tongtu.language;

/// Which characters a text may hold.
public final class Characters {
    private Characters() {}

    /// Whether a code point has no place in a text: controls but tab and line ends, halves of a
    /// surrogate pair, non-characters, and what nobody sees.
    public static boolean isForbidden(int c) {
        if (c < 0x80) {
            return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7f;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c & 0xfffe) == 0xfffe
                || (c >= 0xfdd0 && c <= 0xfdef)
                || isUnseen(c);
    }

    /// The controls of direction (UAX #9), which can make words read otherwise than they stand, and
    /// marks without width, which keep words from being found. The joiners (200C, 200D) are not
    /// among them: scripts and emoji are written with them.
    private static boolean isUnseen(int c) {
        return c == 0xad
                || c == 0x61c
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb)
                || (c >= 0xe0000 && c <= 0xe007f);
    }

    /// The text without what is forbidden.
    public static String clean(String text) {
        if (text.codePoints().noneMatch(Characters::isForbidden)) {
            return text;
        }
        return text.codePoints()
                .filter(c -> !isForbidden(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether a character is written without spaces between words: Han, and the marks and forms of
    /// full width.
    public static boolean isFullWidth(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x3000 && c <= 0x303f)
                || (c >= 0xff00 && c <= 0xffef)
                || "“”‘’…—".indexOf(c) >= 0;
    }
}
