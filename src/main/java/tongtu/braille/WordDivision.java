package tongtu.braille;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tongtu.language.Reading.Syllable;
import tongtu.language.Reading.Word;

/// Which words are written together. The dictionary's words are the beginning; these rules join
/// what it divides, each with its name in docs/braille.zh-CN.md:
///
/// 1. 们 了 着 过 join the word before.
/// 2. 第 joins the number behind it, and a number its measure word: 第二十九条, 三个.
/// 3. 不 joins a single character behind it: 不是.
/// 4. A single character for a place joins the noun before: 县里, 路上.
final class WordDivision {
    /// Characters that a word may have; what would be longer stays apart.
    private static final int LONGEST = 8;

    private static final Set<String> AFTER = Set.of("们", "了", "着", "过");
    private static final Set<String> PLACES = Set.of("里", "上", "下", "中", "内", "外", "间");
    private static final Pattern NUMBER = Pattern.compile("第?[〇零一二两三四五六七八九十百千万亿几]+");
    private static final Pattern MEASURE =
            Pattern.compile("[个名年月日号项条元人户次岁级类章节款批家所件台座套天周倍成亩吨米分位种期届部份间处点时]");
    private static final Set<String> LIGHT = Set.of("le5", "zhe5", "guo5", "guo4", "men5", "men2");

    private WordDivision() {}

    /// The words of a text in order, joined where they touch.
    static List<Word> joined(List<Word> words) {
        var joined = new ArrayList<Word>();
        for (var word : words) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.end() == word.start() && areOne(before, word)) {
                var syllables = new ArrayList<Syllable>(before.syllables());
                syllables.addAll(word.syllables());
                joined.set(joined.size() - 1, new Word(syllables));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean areOne(Word before, Word word) {
        var first = before.text();
        var second = word.text();
        if (first.length() + second.length() > LONGEST) {
            return false;
        }
        boolean isNumber = NUMBER.matcher(first).matches();
        if (isNumber || first.equals("第")) {
            return MEASURE.matcher(second).matches() || NUMBER.matcher(second).matches();
        }
        if (second.length() > 1) {
            return false;
        }
        return (AFTER.contains(second) && isLight(word))
                || first.equals("不")
                || (first.length() > 1 && PLACES.contains(second));
    }

    private static boolean isLight(Word word) {
        return LIGHT.contains(word.syllables().getFirst().written().toString());
    }
}
