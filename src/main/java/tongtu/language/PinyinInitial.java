package tongtu.language;

import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.util.ULocale;

/// The letter under which an index of names has a word: that of its pinyin, as ICU's collation for
/// Chinese orders it.
public final class PinyinInitial {
    /// No letter: a figure, or a sign.
    public static final String NONE = "#";

    private static final AlphabeticIndex.ImmutableIndex<String> LETTERS =
            new AlphabeticIndex<String>(ULocale.forLanguageTag("zh-u-co-pinyin"))
                    .addLabels(ULocale.ENGLISH)
                    .buildImmutableIndex();

    private PinyinInitial() {}

    /// The letter of the first character that is a letter or a figure; `NONE` without one.
    public static String of(String word) {
        int at = 0;
        while (at < word.length() && !Character.isLetterOrDigit(word.codePointAt(at))) {
            at += Character.charCount(word.codePointAt(at));
        }
        var label = LETTERS.getBucket(LETTERS.getBucketIndex(word.substring(at))).getLabel();
        return label.length() == 1 && label.charAt(0) >= 'A' && label.charAt(0) <= 'Z'
                ? label
                : NONE;
    }
}
