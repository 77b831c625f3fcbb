package tongtu.language;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Pinyin without tones, as it is typed: ü is v (`lv`, `nv`).
public final class Pinyin {
    private static final Set<String> SYLLABLES = syllables();
    private static final com.hankcs.hanlp.dictionary.py.Pinyin NOT_HAN =
            com.hankcs.hanlp.dictionary.py.Pinyin.none5;
    private static final Pattern DIVIDERS = Pattern.compile("['’ ]+");
    private static final int LONGEST = 6;

    private Pinyin() {}

    /// The syllable of each character, as it is read where it stands; of what is not Han, the
    /// character itself. Characters outside the basic plane are two of them.
    public static List<String> of(String text) {
        var read = HanLP.convertToPinyinList(text);
        var syllables = new ArrayList<String>(text.length());
        for (int i = 0; i < text.length(); i++) {
            var pinyin = i < read.size() ? read.get(i) : NOT_HAN;
            syllables.add(
                    pinyin == NOT_HAN
                            ? String.valueOf(text.charAt(i))
                            : pinyin.getPinyinWithoutTone());
        }
        return syllables;
    }

    /// The syllables that small Latin letters write, the fewest that make up all of them, the first
    /// as long as can be; empty when they write none. An apostrophe divides, as in `xi'an`.
    public static List<String> split(String letters) {
        var syllables = new ArrayList<String>();
        for (var part : DIVIDERS.split(letters, -1)) {
            var own = splitPart(part);
            if (own.isEmpty()) {
                return List.of();
            }
            syllables.addAll(own);
        }
        return syllables;
    }

    private static List<String> splitPart(String letters) {
        int length = letters.length();
        var fewest = new int[length + 1];
        var cut = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                if (fewest[start] < Integer.MAX_VALUE
                        && fewest[start] + 1 <= fewest[end]
                        && SYLLABLES.contains(letters.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    cut[end] = start;
                }
            }
        }
        if (length == 0 || fewest[length] == Integer.MAX_VALUE) {
            return List.of();
        }
        var syllables = new ArrayList<String>();
        for (int end = length; end > 0; end = cut[end]) {
            syllables.addFirst(letters.substring(cut[end], end));
        }
        return syllables;
    }

    /// All syllables, without tones; ü is v.
    public static Set<String> known() {
        return SYLLABLES;
    }

    private static Set<String> syllables() {
        var syllables = new TreeSet<String>();
        for (var pinyin : com.hankcs.hanlp.dictionary.py.Pinyin.values()) {
            var letters = pinyin.getPinyinWithoutTone();
            if (letters.matches("[a-z]+") && !letters.equals("none")) {
                syllables.add(letters);
            }
        }
        // Single letters that are read as an exclamation only.
        syllables.removeAll(Set.of("m", "n", "ng", "hm", "hng", "ê"));
        return syllables;
    }
}
