package tongtu.braille;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a Chinese word back as pinyin: what a finger gets of it. Where a rule leaves
/// the tone out it is 0; e and o share a cell, so behind b, p, m and f it is o, else e.
public final class BackTranslation {
    private static final Map<String, String> INITIALS = turned(Syllables.initials());
    private static final Map<String, String> FINALS = turned(Syllables.finals());

    /// 它, which a dot tells from 他.
    private static final String IT = Cells.of("4 2345");

    /// Before these finals the shared initials are j, q and x.
    private static final String FRONT = "iü";

    private BackTranslation() {}

    /// A syllable; `tone` is 0 where it is not written.
    public record Read(String letters, int tone) {}

    private static Map<String, String> turned(Map<String, String> cells) {
        var turned = new TreeMap<String, String>();
        // Of what shares a cell, the first by name: g, k, h; e; ong.
        cells.forEach((name, cell) -> turned.merge(cell, name, BackTranslation::first));
        return turned;
    }

    private static String first(String one, String other) {
        return "g k h e ong".contains(one) ? one : other;
    }

    /// The syllables of a word; null where cells are no syllable.
    public static @Nullable List<Read> of(String word) {
        var read = new ArrayList<Read>();
        for (int at = 0; at < word.length(); ) {
            if (word.startsWith(IT, at)) {
                read.add(new Read("ta", 0));
                at += IT.length();
                continue;
            }
            var initial = INITIALS.getOrDefault(cell(word, at), "");
            int next = at + (initial.isEmpty() ? 0 : 1);
            var finale = FINALS.getOrDefault(cell(word, next), "");
            next += finale.isEmpty() ? 0 : 1;
            int tone = tone(cell(word, next));
            next += tone == 0 ? 0 : 1;
            if (initial.isEmpty() && finale.isEmpty()) {
                return null;
            }
            read.add(new Read(letters(initial, finale), tone));
            at = next;
        }
        return read;
    }

    private static String cell(String word, int at) {
        return at < word.length() ? word.substring(at, at + 1) : "";
    }

    private static int tone(String cell) {
        for (int tone = 1; tone <= 4; tone++) {
            if (cell.equals(Syllables.tone(tone))) {
                return tone;
            }
        }
        return 0;
    }

    /// As pinyin writes it.
    private static String letters(String initial, String finale) {
        if (initial.isEmpty()) {
            return alone(finale);
        }
        if (finale.isEmpty()) {
            return switch (initial) {
                case "d" -> "de";
                case "m" -> "me";
                case "n" -> "ni";
                case "t" -> "ta";
                default -> initial + "i";
            };
        }
        boolean front = FRONT.indexOf(finale.charAt(0)) >= 0;
        var own =
                switch (initial) {
                    case "g" -> front ? "j" : "g";
                    case "k" -> front ? "q" : "k";
                    case "h" -> front ? "x" : "h";
                    default -> initial;
                };
        var written =
                switch (finale) {
                    case "uei" -> "ui";
                    case "iou" -> "iu";
                    case "uen" -> "un";
                    case "e" -> "bpmf".contains(own) ? "o" : "e";
                    default -> finale;
                };
        return own + ("jqx".contains(own) ? written.replace('ü', 'u') : written);
    }

    private static String alone(String finale) {
        return switch (finale) {
            case "i", "in", "ing" -> "y" + finale;
            case "u" -> "wu";
            case "iou" -> "you";
            case "iong" -> "yong";
            case "ong" -> "weng";
            default -> {
                char first = finale.charAt(0);
                var rest = finale.substring(1);
                yield first == 'ü'
                        ? "yu" + rest
                        : first == 'i' ? "y" + rest : first == 'u' ? "w" + rest : finale;
            }
        };
    }
}
