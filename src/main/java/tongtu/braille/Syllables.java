package tongtu.braille;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.language.Tone;

/// Syllables of Mandarin in cells: an initial, a final, a tone where it is written. G and j, k and
/// q, h and x share their cells, as do e and o: what follows tells them apart.
final class Syllables {
    private static final Map<String, String> INITIALS =
            cells(
                    "b 12 p 1234 m 134 f 124 d 145 t 2345 n 1345 l 123 g 1245 j 1245 k 13 q 13 h 125"
                            + " x 125 zh 34 ch 12345 sh 156 r 245 z 1356 c 14 s 234");

    private static final Map<String, String> FINALS =
            cells(
                    "a 35 o 26 e 26 i 24 u 136 ü 346 er 1235 ai 246 ao 235 ei 2346 ou 12356 ia 1246"
                            + " iao 345 ie 15 iou 1256 ua 123456 uai 13456 uei 2456 uo 135 üe 23456"
                            + " an 1236 ang 236 en 356 eng 3456 ian 146 iang 1346 in 126 ing 16"
                            + " uan 12456 uang 2356 uen 25 ong 256 ueng 256 üan 12346 ün 456 iong 1456");

    private static final String[] TONES = {
        "", Cells.of("1"), Cells.of("2"), Cells.of("3"), Cells.of("23"), ""
    };

    /// What follows these initials without a final of its own.
    private static final String WITHOUT_FINAL = " zh ch sh r z c s ";

    private Syllables() {}

    private static Map<String, String> cells(String written) {
        var cells = new HashMap<String, String>();
        var parts = written.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            cells.put(parts[i], Cells.of(parts[i + 1]));
        }
        return cells;
    }

    static Map<String, String> initials() {
        return INITIALS;
    }

    static Map<String, String> finals() {
        return FINALS;
    }

    static String tone(int tone) {
        return TONES[tone];
    }

    /// The parts of a syllable; one of both may be empty.
    record Syllable(String initial, String finale, String letters, int tone) {
        String cells(boolean hasTone) {
            return INITIALS.getOrDefault(initial, "")
                    + FINALS.getOrDefault(finale, "")
                    + (hasTone ? Syllables.tone(tone) : "");
        }
    }

    /// The parts of a syllable; null for one that Braille has no cells for, such as hm.
    static @Nullable Syllable of(Tone tone) {
        var letters = tone.letters();
        var initial = initial(letters);
        var rest = letters.substring(initial.length());
        var finale = initial.isEmpty() ? alone(rest) : behind(initial, rest);
        boolean isKnown = finale.isEmpty() ? !initial.isEmpty() : FINALS.containsKey(finale);
        boolean isFront = finale.startsWith("i") || finale.startsWith("ü");
        // Where two initials share a cell, the final must tell which it is.
        boolean isPlain =
                switch (initial) {
                    case "j", "q", "x" -> isFront;
                    case "g", "k", "h" -> !isFront;
                    default -> true;
                };
        return isKnown && isPlain ? new Syllable(initial, finale, letters, tone.tone()) : null;
    }

    private static String initial(String letters) {
        for (int length = 2; length > 0; length--) {
            if (letters.length() > length && INITIALS.containsKey(letters.substring(0, length))) {
                return letters.substring(0, length);
            }
        }
        return "";
    }

    /// A final without an initial, which pinyin writes with y and w.
    private static String alone(String written) {
        if (written.startsWith("yu")) {
            return "ü" + written.substring(2);
        }
        if (written.startsWith("yi") || written.startsWith("wu")) {
            return written.substring(1);
        }
        return switch (written) {
            case "you" -> "iou";
            case "yong" -> "iong";
            default -> {
                if (written.startsWith("y")) {
                    yield "i" + written.substring(1);
                }
                yield written.startsWith("w") ? "u" + written.substring(1) : written;
            }
        };
    }

    private static String behind(String initial, String written) {
        if ("jqx".contains(initial) && written.startsWith("u")) {
            return "ü" + written.substring(1);
        }
        return switch (written) {
            case "ui" -> "uei";
            case "iu" -> "iou";
            case "un" -> "uen";
            case "ue" -> "üe";
            case "i" -> WITHOUT_FINAL.contains(" " + initial + " ") ? "" : "i";
            default -> written;
        };
    }
}
