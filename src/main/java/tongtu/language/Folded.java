package tongtu.language;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// A text as it is compared: traditional characters as simplified, full width as half, capitals as
/// small letters (NFKC case folding, Unicode 16), controls as spaces, what is not seen left out.
/// Each character knows where it stands in the text that was folded.
public final class Folded {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");

    /// What each character of the basic plane becomes; null where it stays as it is.
    private static final @Nullable String[] TABLE = table();

    private final String text;
    private final int[] origins;
    private final int length;

    private Folded(String text, int[] origins, int length) {
        this.text = text;
        this.origins = origins;
        this.length = length;
    }

    public static Folded of(String original) {
        var folded = new StringBuilder(original.length());
        var origins = new int[original.length() + 16];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            var one = point <= Character.MAX_VALUE ? TABLE[point] : fold(point);
            one = one == null ? Character.toString(point) : one;
            for (int i = 0; i < one.length(); i++) {
                if (folded.length() == origins.length) {
                    origins = Arrays.copyOf(origins, origins.length * 2);
                }
                origins[folded.length()] = at;
                folded.append(one.charAt(i));
            }
            at += Character.charCount(point);
        }
        return new Folded(folded.toString(), origins, original.length());
    }

    private static @Nullable String[] table() {
        @Nullable String[] table = new @Nullable String[Character.MAX_VALUE + 1];
        for (int character = 0; character < table.length; character++) {
            var folded = fold(character);
            boolean stays = folded.length() == 1 && folded.charAt(0) == character;
            table[character] = stays ? null : folded;
        }
        return table;
    }

    private static String fold(int point) {
        int type = Character.getType(point);
        if (type == Character.CONTROL || type == Character.SURROGATE) {
            return " ";
        }
        // Of a few characters the simplified one has a simpler one again, and two stand for each
        // other: the end of the way is the fold, of a circle its least.
        var seen = new HashSet<String>();
        var folded = NFKC.normalize(Character.toString(point));
        while (seen.add(folded)) {
            folded = SIMPLIFIED.transliterate(folded);
        }
        var least = folded;
        for (var next = SIMPLIFIED.transliterate(folded);
                !next.equals(folded);
                next = SIMPLIFIED.transliterate(next)) {
            least = next.compareTo(least) < 0 ? next : least;
        }
        return least;
    }

    public String text() {
        return text;
    }

    /// Where the character at `index` of the folded text stands in the text itself; for its end,
    /// the end of the text.
    public int origin(int index) {
        return index == text.length() ? length : origins[index];
    }

    @Override
    public String toString() {
        return text;
    }
}
