package tongtu.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which name somebody probably meant.
final class Spelling {
    private static final int LONGEST = 60;

    private Spelling() {}

    /// The name that is nearest to what was written; null when none is near.
    static @Nullable String nearest(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return null;
        }
        var plain = plain(written);
        return names.stream()
                .filter(name -> distance(plain, plain(name)) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))))
                .orElse(null);
    }

    /// `BASE_URL`, `baseUrl` and `base-url` are one name.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /// Letters to put in, take out, change or exchange with their neighbour.
    private static int distance(String one, String other) {
        var steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        least = Math.min(least, steps[i - 1][j - 1] + change);
        boolean exchanged =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
