package tongtu.search;

import java.util.List;
import java.util.regex.Pattern;

/// Syllables that people who speak the dialects of Chinese, or type fast, take for each other.
final class Sounds {
    private static final Pattern INITIAL = Pattern.compile("^([zcs])h");
    private static final Pattern NASAL = Pattern.compile("([aei]n)g$");

    private Sounds() {}

    /// Pinyin in which zh and z, ch and c, sh and s, n and l, f and h, ang and an, eng and en, ing
    /// and in are the same.
    static String alike(List<String> syllables) {
        var alike = new StringBuilder();
        for (var syllable : syllables) {
            alike.append(alike(syllable)).append(' ');
        }
        return alike.toString();
    }

    private static String alike(String syllable) {
        var plain = NASAL.matcher(INITIAL.matcher(syllable).replaceFirst("$1")).replaceFirst("$1");
        return switch (plain.charAt(0)) {
            case 'n' -> plain.length() > 1 ? "l" + plain.substring(1) : plain;
            case 'h' ->
                    plain.startsWith("hu") ? "f" + plain.substring(2) : "f" + plain.substring(1);
            default -> plain;
        };
    }
}
