package tongtu.language;

/// Which characters a text may hold.
public final class Characters {
    private Characters() {}

    /// Whether a code point has no place in a text: controls but tab and line ends, halves of a
    /// surrogate pair, non-characters, and the controls of direction (UAX #9), which can make words
    /// read otherwise than they stand.
    public static boolean isForbidden(int c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return false;
        }
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xfffe) == 0xfffe
                || (c >= 0xfdd0 && c <= 0xfdef)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
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
