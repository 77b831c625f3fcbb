package tongtu.messages;

import java.text.Normalizer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The number of a message: twelve digits from 1 to 9, in three groups.
///
/// ```
/// 5283 6194 7352
/// ```
///
/// Digits are said and heard in every dialect, keyed on any telephone, and felt in Braille; without
/// 0 none is taken for a letter. Eleven are drawn at random, so that no number tells of another or
/// of the order of messages. The last is the check digit of Damm: a wrong digit, or two neighbours
/// that changed places, is always noticed.
public record Receipt(String digits) {
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    /// H. M. Damm, Total anti-symmetrische Quasigruppen, 2004: the table of order 10.
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };

    public Receipt {
        if (!isReceipt(digits)) {
            throw new IllegalArgumentException("no receipt number");
        }
    }

    private static boolean isReceipt(String digits) {
        return digits.matches("[1-9]{" + LENGTH + "}") && damm(digits) == 0;
    }

    private static int damm(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    static Receipt random(RandomGenerator random) {
        while (true) {
            var digits = new StringBuilder(LENGTH);
            for (int i = 1; i < LENGTH; i++) {
                digits.append((char) ('1' + random.nextInt(9)));
            }
            // The digit that is the interim takes it to 0.
            int check = damm(digits.toString());
            if (check != 0) {
                return new Receipt(digits.append(check).toString());
            }
        }
    }

    /// The number that somebody typed, with spaces or hyphens or none, in digits of any width; null
    /// when it is none.
    public static @Nullable Receipt read(String typed) {
        if (typed.length() > 100) {
            return null;
        }
        var digits =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Pd}\\p{Z}.,、，。]", "");
        return isReceipt(digits) ? new Receipt(digits) : null;
    }

    /// In groups, as it is written.
    public String grouped() {
        var grouped = new StringBuilder(digits);
        for (int i = LENGTH - GROUP; i > 0; i -= GROUP) {
            grouped.insert(i, ' ');
        }
        return grouped.toString();
    }

    @Override
    public String toString() {
        return grouped();
    }
}
