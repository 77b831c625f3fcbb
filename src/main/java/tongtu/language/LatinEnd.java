package tongtu.language;

import java.util.Locale;
import java.util.Set;

/// Whether a . ! or ? ends a sentence. It does before a space, unless a small letter follows; it
/// does between Chinese characters, which some write with marks of half width. A point after a
/// number that counts («1. First»), an initial («U.S.») or an abbreviation does not.
final class LatinEnd {
    private static final Set<String> ABBREVIATIONS =
            Set.of("mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "approx", "dept");

    /// Short for something only before a number: «No. 5», «Art. 29».
    private static final Set<String> BEFORE_NUMBERS =
            Set.of("no", "nos", "art", "arts", "fig", "sec", "ch", "vol", "p", "pp", "para");

    private static final String OPENING = "“‘「『《（【";

    private LatinEnd() {}

    /// Whether the marks from `at` to before `end` end the sentence that begins at `start`.
    static boolean isAt(String text, int start, int at, int end) {
        if (end == text.length()) {
            return true;
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        int following = text.codePointAt(next);
        if (next == end) {
            return isBetweenChinese(text, start, at, following);
        }
        boolean pointAlone = text.charAt(at) == '.' && end == at + 1;
        return !Character.isLowerCase(following)
                && !(pointAlone && isShort(text, start, at, following));
    }

    /// What follows at once must begin a sentence; a point, which also divides figures and names,
    /// must have a Chinese character on either side.
    private static boolean isBetweenChinese(String text, int start, int at, int following) {
        boolean ideographic = Character.isIdeographic(following);
        return text.charAt(at) == '.'
                ? ideographic && at > start && Character.isIdeographic(text.codePointBefore(at))
                : ideographic || OPENING.indexOf(following) >= 0;
    }

    /// Whether the word before a point is a number that counts, an initial or an abbreviation.
    private static boolean isShort(String text, int start, int at, int following) {
        int from = at;
        while (from > start && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        var word = text.substring(from, at).toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return false;
        }
        if (word.chars().allMatch(Character::isDigit)) {
            return word.length() <= 3 && counts(text, start, from);
        }
        boolean initial = word.length() == 1 && word.charAt(0) < 0x250;
        return initial
                || ABBREVIATIONS.contains(word)
                || (BEFORE_NUMBERS.contains(word) && Character.isDigit(following));
    }

    /// Whether a number stands where one counts: at the beginning, or after a mark that lists.
    private static boolean counts(String text, int start, int from) {
        int before = from;
        while (before > start && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        return before == start || ";:；：".indexOf(text.charAt(before - 1)) >= 0;
    }
}
