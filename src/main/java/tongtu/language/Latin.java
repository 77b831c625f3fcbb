package tongtu.language;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Latin words in a Chinese text: which are read as words, which are spelt.
final class Latin {
    /// Capitals that are read as a word.
    private static final Set<String> WORDS = Set.of("WORD", "EXCEL", "NASA", "PIN", "SIM", "HTML5");

    /// What people say as words in an address.
    private static final Set<String> IN_ADDRESSES =
            Set.of("com", "net", "org", "mail", "info", "http", "home", "index");

    /// Longest run of capitals that is spelt.
    private static final int SPELT = 5;

    private Latin() {}

    /// A Latin word as it is said: its letters between spaces when it is spelt.
    static String word(String word) {
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        boolean vowels = word.chars().anyMatch(c -> "aeiouyAEIOUY".indexOf(c) >= 0);
        boolean spelt =
                word.length() == 1
                        || !vowels
                        || (capitals && word.length() <= SPELT && !WORDS.contains(word));
        return spelt ? letters(word) : word;
    }

    static String inAddress(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return IN_ADDRESSES.contains(small) ? small : letters(word);
    }

    static String letters(String word) {
        return word.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
