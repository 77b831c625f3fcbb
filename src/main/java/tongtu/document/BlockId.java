package tongtu.document;

/// The name of one unit of words, for as long as the document lives: eight base32 characters (RFC
/// 4648, small letters), the first of them a letter so that it can be a fragment, an HTML `id` and
/// a CSS selector.
public record BlockId(String text) implements Comparable<BlockId> {
    public static final int LENGTH = 8;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALPHABET = LETTERS + "234567";

    public BlockId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a block id: " + text);
        }
    }

    public static boolean isValid(String text) {
        if (text.length() != LENGTH || LETTERS.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The id drawn from 64 random bits, of which 40 are used.
    public static BlockId of(long bits) {
        var text = new StringBuilder(LENGTH);
        text.append(LETTERS.charAt((int) Long.remainderUnsigned(bits >>> 35, LETTERS.length())));
        for (int shift = 30; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return new BlockId(text.toString());
    }

    @Override
    public int compareTo(BlockId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
