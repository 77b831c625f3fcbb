package tongtu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import tongtu.language.Pinyin;

/// A folded question in which pinyin, and the first letters of it, are read as words of the site:
/// `text` with the likeliest of them, `others` what else each may stand for (that and the likeliest
/// together), `read` the words that were read.
record Typed(String text, List<List<String>> others, List<String> read) {
    private static final Pattern LETTERS = Pattern.compile("[a-z]+(?:['’ ]+[a-z]+)*");

    /// Letters of one piece of pinyin.
    private static final int LONGEST = 60;

    /// Readings of one piece.
    private static final int MOST = 4;

    /// Syllables of one phrase.
    private static final int SYLLABLES = 8;

    Typed {
        others = List.copyOf(others);
        read = List.copyOf(read);
    }

    /// Reads a folded text; `frequency` tells in how many entries letters stand so.
    static Typed read(String folded, Vocabulary vocabulary, ToIntFunction<String> frequency) {
        var text = new StringBuilder();
        var others = new ArrayList<List<String>>();
        var read = new ArrayList<String>();
        var matcher = LETTERS.matcher(folded);
        while (matcher.find()) {
            var pieces = pieces(matcher.group(), vocabulary, frequency);
            matcher.appendReplacement(text, "");
            for (int i = 0; i < pieces.size(); i++) {
                var piece = pieces.get(i);
                text.append(i > 0 && piece.isLatin() ? " " : "").append(piece.words().getFirst());
                if (!piece.isLatin()) {
                    read.add(piece.words().getFirst());
                    if (piece.words().size() > 1) {
                        others.add(piece.words());
                    }
                }
            }
        }
        matcher.appendTail(text);
        return new Typed(text.toString(), others, read);
    }

    private record Piece(List<String> words, boolean isLatin) {}

    /// Letters between Han characters: as one piece of pinyin, else word by word.
    private static List<Piece> pieces(
            String letters, Vocabulary vocabulary, ToIntFunction<String> frequency) {
        var words = letters.split("['’ ]+", -1);
        var pieces = new ArrayList<Piece>();
        boolean hasWord = false;
        for (var word : words) {
            hasWord |= frequency.applyAsInt(word) > 0;
        }
        if (!hasWord) {
            var whole = readings(letters, vocabulary);
            if (!whole.isEmpty()) {
                return List.of(new Piece(whole, false));
            }
        }
        for (var word : words) {
            var own = new ArrayList<>(readings(word, vocabulary));
            int literal = frequency.applyAsInt(word);
            if (own.isEmpty() || vocabulary.weight(own.getFirst()) <= literal) {
                pieces.add(new Piece(List.of(word), true));
            } else {
                // A page that tells how to type pinyin holds some of it.
                if (literal > 0) {
                    own.add(word);
                }
                pieces.add(new Piece(own, false));
            }
        }
        return pieces;
    }

    /// What letters may stand for, the likeliest first.
    private static List<String> readings(String letters, Vocabulary vocabulary) {
        if (letters.length() < 2 || letters.length() > LONGEST) {
            return List.of();
        }
        var joined = letters.replaceAll("['’ ]", "");
        var readings = new LinkedHashSet<String>();
        vocabulary.sounding(joined).forEach(phrase -> readings.add(phrase.text()));
        if (readings.isEmpty()) {
            vocabulary.withInitials(joined).forEach(phrase -> readings.add(phrase.text()));
        }
        var syllables = Pinyin.split(letters);
        if (readings.isEmpty() && !syllables.isEmpty()) {
            vocabulary.soundingLike(syllables).forEach(phrase -> readings.add(phrase.text()));
        }
        if (readings.isEmpty() && syllables.size() > 1) {
            var joinedWords = words(syllables, vocabulary);
            if (!joinedWords.isEmpty()) {
                readings.add(joinedWords);
            }
        }
        return readings.stream().limit(MOST).toList();
    }

    private record Way(String words, double worth) {}

    /// The best words for syllables, one after the other; empty when some cannot be read.
    private static String words(List<String> syllables, Vocabulary vocabulary) {
        var best = new ArrayList<Way>();
        best.add(new Way("", 0));
        for (int end = 1; end <= syllables.size(); end++) {
            var way = new Way("", Double.NEGATIVE_INFINITY);
            for (int start = Math.max(0, end - SYLLABLES); start < end; start++) {
                var before = best.get(start);
                var letters = String.join("", syllables.subList(start, end));
                var phrases = vocabulary.sounding(letters);
                if (!phrases.isEmpty() && end - start > 1) {
                    var phrase = phrases.getFirst();
                    int length = end - start;
                    // Few long words rather than many short ones, frequent ones before rare.
                    double worth =
                            before.worth() + length * length + Math.log(1 + phrase.weight()) / 10;
                    if (worth > way.worth()) {
                        way = new Way(before.words() + phrase.text(), worth);
                    }
                }
            }
            best.add(way);
        }
        var last = best.getLast();
        return last.worth() > 0 ? last.words() : "";
    }
}
