package tongtu.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The words of a unit as its ledger remembers them: a hash of them all, how many different pairs
/// of neighbouring characters they have, and the codes of these pairs, of many a sample.
///
/// A pair's code is 16 bits of a hash; codes are kept in ascending order. Of more than [#SAMPLE]
/// pairs the smallest codes are kept: a hash scatters, so these are a random sample, and the same
/// pairs are sampled of any words that have them. Two pairs share a code once in 65,536.
public final class Fingerprint {
    static final int SAMPLE = 128;

    /// 128 bits of the SHA-256, in hex.
    static final int HASH_LENGTH = 32;

    private final String hash;
    private final int[] text;
    private int pairs;
    private char @Nullable [] codes;

    private Fingerprint(String hash, int pairs, char[] codes) {
        this.hash = hash;
        text = new int[0];
        this.pairs = pairs;
        this.codes = codes;
    }

    /// Most texts are recognised by their hash alone: the codes are made when they are asked for.
    private Fingerprint(String hash, int[] text) {
        this.hash = hash;
        this.text = text;
    }

    /// The fingerprint of words, with the codes of all their pairs. White space does not count.
    static Fingerprint of(String words) {
        var text = new int[words.length()];
        int length = 0;
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isWhitespace(c)) {
                text[length++] = c;
            }
        }
        text = Arrays.copyOf(text, length);
        return new Fingerprint(
                Hash.of(new String(text, 0, length)).substring(0, HASH_LENGTH), text);
    }

    /// The fingerprint that a ledger's line tells; null when it tells none.
    static @Nullable Fingerprint of(String hash, int pairs, char[] codes) {
        boolean isHash =
                hash.length() == HASH_LENGTH
                        && hash.chars()
                                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!isHash || codes.length > SAMPLE || pairs < codes.length) {
            return null;
        }
        var sorted = codes.clone();
        Arrays.sort(sorted);
        return new Fingerprint(hash, pairs, sorted);
    }

    /// A text of one character has one pair: the character with itself.
    private static char[] codes(int[] text) {
        if (text.length == 1) {
            return new char[] {code(text[0], text[0])};
        }
        var codes = new char[Math.max(0, text.length - 1)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(text[i], text[i + 1]);
        }
        Arrays.sort(codes);
        int distinct = 0;
        for (int i = 0; i < codes.length; i++) {
            if (i == 0 || codes[i] != codes[i - 1]) {
                codes[distinct++] = codes[i];
            }
        }
        return Arrays.copyOf(codes, distinct);
    }

    /// The finaliser of MurmurHash3 on both characters, of which the upper 16 bits.
    private static char code(int first, int second) {
        int h = first * 0x9E3779B1 + second;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return (char) ((h ^ (h >>> 16)) >>> 16);
    }

    String hash() {
        return hash;
    }

    /// The same words, known from before.
    boolean isSame(Fingerprint other) {
        return hash.equals(other.hash);
    }

    int pairs() {
        codes();
        return pairs;
    }

    char[] codes() {
        var made = codes;
        if (made == null) {
            made = codes(text);
            pairs = made.length;
            codes = made;
        }
        return made;
    }

    boolean isSampled() {
        return codes().length < pairs;
    }

    /// The same with a sample only, as a ledger keeps it.
    Fingerprint sampled() {
        return codes().length <= SAMPLE
                ? this
                : new Fingerprint(hash, pairs, Arrays.copyOf(codes(), SAMPLE));
    }
}
