package tongtu.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.language.Reading;
import tongtu.language.Reading.Latin;
import tongtu.language.Reading.Part;
import tongtu.language.Reading.Rest;
import tongtu.language.Reading.Word;

/// A reading as tokens of Kokoro: phonemes, a space between words, its marks for pauses.
///
/// A model takes [SpeechModel#MOST_TOKENS] at once; a longer reading is cut at its pauses, the
/// longest first, and where there is none between words.
final class KokoroTokens {
    /// The numbers of the model's tokens, from its tokenizer (115 entries, those that are used).
    private static final Map<Integer, Integer> NUMBERS = numbers();

    /// Tokens of one call; fewer than the model takes, as it slurs long ones.
    private static final int MOST = 380;

    /// Tokens in order; of each, the place of the words that it belongs to (-1: none).
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    record Tokens(int[] numbers, int[] starts, int[] ends) {}

    private static final class Builder {
        private final List<int[]> tokens = new ArrayList<>();

        void add(String phonemes, int start, int end) {
            phonemes.codePoints()
                    .forEach(c -> {
                        var number = NUMBERS.get(c);
                        if (number != null) {
                            tokens.add(new int[] {number, start, end});
                        }
                    });
        }

        Tokens build() {
            return new Tokens(
                    tokens.stream().mapToInt(token -> token[0]).toArray(),
                    tokens.stream().mapToInt(token -> token[1]).toArray(),
                    tokens.stream().mapToInt(token -> token[2]).toArray());
        }
    }

    private KokoroTokens() {}

    /// The calls that say a reading.
    static List<Tokens> of(Reading reading, EnglishPhonemes english) {
        var calls = new ArrayList<Tokens>();
        for (var parts : cut(reading.parts(), english)) {
            var call = call(parts, english);
            if (call.numbers().length > 0) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static List<List<Part>> cut(List<Part> parts, EnglishPhonemes english) {
        if (call(parts, english).numbers().length <= MOST || parts.size() < 2) {
            return List.of(parts);
        }
        int at = middle(parts);
        var cut = new ArrayList<>(cut(parts.subList(0, at), english));
        cut.addAll(cut(parts.subList(at, parts.size()), english));
        return cut;
    }

    /// Behind the longest pause, of equals the one nearest to the middle.
    private static int middle(List<Part> parts) {
        int best = parts.size() / 2;
        int longest = -1;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i - 1) instanceof Rest(var pause, _, _)) {
                boolean nearer = Math.abs(i - parts.size() / 2) < Math.abs(best - parts.size() / 2);
                if (pause.milliseconds() > longest || (pause.milliseconds() == longest && nearer)) {
                    longest = pause.milliseconds();
                    best = i;
                }
            }
        }
        return best;
    }

    private static Tokens call(List<Part> parts, EnglishPhonemes english) {
        var tokens = new Builder();
        boolean open = false;
        for (var part : parts) {
            if (part instanceof Rest rest) {
                tokens.add(mark(rest), -1, -1);
                continue;
            }
            if (open) {
                tokens.add(" ", -1, -1);
            }
            open = true;
            switch (part) {
                case Word word ->
                        word.syllables()
                                .forEach(one ->
                                        tokens.add(Phonemes.of(one), one.start(), one.end()));
                case Latin(var word, var start, var end) ->
                        tokens.add(english.of(word), start, end);
                case Rest _ -> {}
            }
        }
        return tokens.build();
    }

    private static String mark(Rest rest) {
        return switch (rest.pause()) {
            case BREATH -> "";
            case LIST, CLAUSE -> ",";
            case PART -> ";";
            case SENTENCE -> ".";
        };
    }

    private static Map<Integer, Integer> numbers() {
        var numbers = new HashMap<Integer, Integer>();
        var table =
                "; 1 : 2 , 3 . 4 ! 5 ? 6 — 9 … 10 ʣ 18 ʥ 19 ʦ 20 ʨ 21 ꭧ 23 A 24 I 25 O 31 Q 33 S 35 T 36 W 39 Y 41 ᵊ 42 a 43 b 44 c 45 d 46 e 47 f 48 h 50 i 51 j 52 k 53 l 54 m 55 n 56 o 57 p 58 q 59"
                        + " r 60 s 61 t 62 u 63 v 64 w 65 x 66 y 67 z 68 ɑ 69 ɐ 70 ɒ 71 æ 72 ɔ 76 ɕ 77 ð 81 ʤ 82 ə 83 ɚ 85 ɛ 86 ɜ 87 ɡ 92 ɥ 99 ɨ 101 ɪ 102 ŋ 112 θ 119 ɹ 123 ɻ 126 ʂ 130 ʃ 131 ʈ 132 ʧ 133"
                        + " ʊ 135 ʌ 138 ɤ 140 ʒ 147 ˈ 156 ˌ 157 ː 158 ʰ 162 ↓ 169 → 171 ↗ 172 ↘ 173";
        var cells = table.split(" ", -1);
        for (int i = 0; i < cells.length; i += 2) {
            numbers.put(cells[i].codePointAt(0), Integer.valueOf(cells[i + 1]));
        }
        numbers.put((int) ' ', 16);
        return Map.copyOf(numbers);
    }
}
