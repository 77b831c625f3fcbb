package tongtu.speech;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tongtu.language.Reading.Syllable;
import tongtu.language.Tone;

/// Syllables of Mandarin in the phonetic alphabet of Kokoro (that of the IPA, with arrows for
/// tones).
final class Phonemes {
    private static final Map<String, String> INITIALS =
            pairs(
                    "b p p pʰ m m f f d t t tʰ n n l l g k k kʰ h x j ʨ q ʨʰ x ɕ zh ꭧ ch ꭧʰ sh ʂ r ɻ z ʦ c ʦʰ s s");

    /// The arrow of the tone goes where 0 stands.
    private static final Map<String, String> FINALS =
            pairs(
                    "a a0 ai ai0 an a0n ang a0ŋ ao au0 e ɤ0 ei ei0 en ə0n eng ə0ŋ i i0 ia ja0 ian jɛ0n iang ja0ŋ iao jau0 ie je0 in i0n iou jou0 iu jou0 ing i0ŋ"
                            + " iong jʊ0ŋ ong ʊ0ŋ ou ou0 u u0 uei wei0 ui wei0 ua wa0 uai wai0 uan wa0n uen wə0n un wə0n uang wa0ŋ ueng wə0ŋ uo wo0 o wo0"
                            + " ü y0 üe ɥe0 üan ɥɛ0n ün y0n er ɚ0 io jo0");

    private static final Set<String> BUZZING = Set.of("zh", "ch", "sh", "r", "z", "c", "s");
    private static final String[] ARROWS = {"", "→", "↗", "↓", "↘", ""};

    private Phonemes() {}

    static String of(Syllable syllable) {
        return of(syllable.spoken()) + (syllable.rhotic() ? "ɻ" : "");
    }

    static String of(Tone tone) {
        var letters = tone.letters();
        var arrow = ARROWS[tone.tone()];
        if (letters.equals("o")) {
            return "ɔ" + arrow;
        }
        var initial = initial(letters);
        var last = last(letters, initial);
        var sound =
                last.equals("i") && BUZZING.contains(initial)
                        ? "ɨ0"
                        : FINALS.getOrDefault(last, last);
        return INITIALS.getOrDefault(initial, "") + sound.replace("0", arrow);
    }

    private static String initial(String letters) {
        for (int length = 2; length >= 1; length--) {
            if (letters.length() > length && INITIALS.containsKey(letters.substring(0, length))) {
                return letters.substring(0, length);
            }
        }
        return "";
    }

    /// The final as it sounds: y, w and the u of ju are spelling.
    private static String last(String letters, String initial) {
        var last = letters.substring(initial.length());
        if (!initial.isEmpty()) {
            return "jqx".contains(initial) && last.startsWith("u") ? "ü" + last.substring(1) : last;
        }
        if (last.startsWith("yu")) {
            return "ü" + last.substring(2);
        }
        if (last.equals("yong")) {
            return "iong";
        }
        if (last.equals("you")) {
            return "iou";
        }
        if (last.startsWith("yi")) {
            return last.substring(1);
        }
        if (last.startsWith("y")) {
            return "i" + last.substring(1);
        }
        if (last.startsWith("wu")) {
            return "u";
        }
        return last.startsWith("w") ? "u" + last.substring(1) : last;
    }

    private static Map<String, String> pairs(String words) {
        var pairs = new HashMap<String, String>();
        var all = words.split(" ", -1);
        for (int i = 0; i < all.length; i += 2) {
            pairs.put(all[i], all[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
