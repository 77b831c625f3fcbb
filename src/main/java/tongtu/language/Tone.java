package tongtu.language;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A syllable of Mandarin and its tone: 1 to 4, 5 for the light one. In `letters` ü is written so
/// where it is not plain from the letters before it (lü, nü).
public record Tone(String letters, int tone) {
    private static final String MARKS = "̄́̌̀";
    private static final Set<String> KNOWN = Set.copyOf(Pinyin.known());

    public Tone {
        if (tone < 1 || tone > 5 || letters.isEmpty()) {
            throw new IllegalArgumentException(letters + tone);
        }
    }

    /// A syllable as it is written: `cán`, `can2`, `lü4`, `lv4`; null when it is none.
    public static @Nullable Tone of(String written) {
        var letters = new StringBuilder();
        int tone = 5;
        var apart =
                Normalizer2.getNFDInstance()
                        .normalize(written.toLowerCase(Locale.ROOT))
                        .replace("ü", "v")
                        .replace("u:", "v");
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int mark = MARKS.indexOf(c);
            if (mark >= 0) {
                tone = mark + 1;
            } else if (c >= '1' && c <= '5' && i == apart.length() - 1 && i > 0) {
                tone = c - '0';
            } else if (c >= 'a' && c <= 'z') {
                letters.append(c);
            } else if (c == '̈'
                    && !letters.isEmpty()
                    && letters.charAt(letters.length() - 1) == 'u') {
                letters.setCharAt(letters.length() - 1, 'v');
            } else {
                return null;
            }
        }
        var plain = letters.toString().replace("lue", "lve").replace("nue", "nve");
        return KNOWN.contains(plain) ? new Tone(plain.replace('v', 'ü'), tone) : null;
    }

    /// Syllables between spaces; null when one of them is none.
    static @Nullable List<Tone> all(String written) {
        var tones = new ArrayList<Tone>();
        for (var part : written.strip().split("[\\s']+", -1)) {
            var tone = of(part);
            if (tone == null) {
                return null;
            }
            tones.add(tone);
        }
        return tones;
    }

    /// With the mark over its vowel, as books write it: `cán`, `lǜ`.
    public String marked() {
        if (tone == 5) {
            return letters;
        }
        int vowel = vowel();
        return Normalizer2.getNFCInstance()
                .normalize(
                        letters.substring(0, vowel + 1)
                                + MARKS.charAt(tone - 1)
                                + letters.substring(vowel + 1));
    }

    /// Over a, e or the o of ou; else over the last vowel.
    private int vowel() {
        for (var first : new String[] {"a", "e", "ou"}) {
            if (letters.contains(first)) {
                return letters.indexOf(first);
            }
        }
        for (int i = letters.length() - 1; i >= 0; i--) {
            if ("iouü".indexOf(letters.charAt(i)) >= 0) {
                return i;
            }
        }
        return letters.length() - 1;
    }

    Tone with(int other) {
        return other == tone ? this : new Tone(letters, other);
    }

    /// With the number of its tone behind: `can2`; ü as v.
    @Override
    public String toString() {
        return letters.replace('ü', 'v') + tone;
    }
}
