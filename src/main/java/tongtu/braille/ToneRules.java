package tongtu.braille;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.braille.Syllables.Syllable;

/// Which tones are left out. After each initial the most common tone is not written, as are light
/// ones; some syllables keep theirs. These rules are learnt from implementations.
final class ToneRules {
    /// Left out whatever the rules below say.
    private static final Set<String> ALWAYS_OUT =
            Set.of("yi1", "er2", "wo3", "ye3", "you3", "o1", "o2", "o3", "o4");

    /// Written though the rules below would leave them out.
    private static final Set<String> ALWAYS_IN = Set.of("tou2", "le4", "zi4");

    /// Without an initial the fourth is left out, but of these.
    private static final Set<String> KEEP_FOURTH = Set.of("e", "yi", "er", "wo", "ye", "you");

    private static final Set<String> SECOND_OUT =
            Set.of("p", "m", "t", "n", "h", "q", "ch", "r", "c");

    private static final Set<String> FOURTH_OUT =
            Set.of("b", "d", "l", "g", "k", "j", "x", "zh", "sh", "z", "s");

    private ToneRules() {}

    /// Whether a syllable's tone is written; `next` is the one behind it in the same word.
    static boolean isWritten(Syllable syllable, @Nullable Syllable next) {
        var key = syllable.letters() + syllable.tone();
        if (syllable.tone() == 5 || ALWAYS_OUT.contains(key)) {
            return false;
        }
        if (syllable.initial().isEmpty()) {
            return syllable.tone() != 4 || KEEP_FOURTH.contains(syllable.letters());
        }
        // An initial alone before a final alone would be read as one syllable.
        boolean wouldJoin = syllable.finale().isEmpty() && next != null && next.initial().isEmpty();
        if (wouldJoin || ALWAYS_IN.contains(key)) {
            return true;
        }
        return switch (syllable.tone()) {
            case 1 -> !syllable.initial().equals("f");
            case 2 -> !SECOND_OUT.contains(syllable.initial());
            case 4 -> !FOURTH_OUT.contains(syllable.initial());
            default -> true;
        };
    }
}
