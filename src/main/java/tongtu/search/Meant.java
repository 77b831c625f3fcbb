package tongtu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import tongtu.language.Pinyin;
import tongtu.language.Words;

/// What may have been meant by a question: with a word in the place of characters that sound the
/// same or nearly so, or with a name in the place of one that lacks a character or has a wrong one.
/// Only characters that make no sense where they stand are doubted: those that no word of the
/// language holds there and no text of the site has side by side.
final class Meant {
    private static final int LONGEST = 8;

    /// Characters of a name that may be misspelt by one.
    private static final int SHORTEST_NAME = 4;

    private static final int MOST = 3;

    private final Vocabulary vocabulary;
    private final Words words;
    private final Predicate<String> isPair;

    private record Guess(int start, int end, String words, double worth) {}

    /// `isPair` tells whether two characters stand side by side anywhere in the site's texts.
    Meant(Vocabulary vocabulary, Words words, Predicate<String> isPair) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.isPair = isPair;
    }

    /// Other questions for a folded one, the likeliest first; often none.
    List<String> of(String folded) {
        var loose = loose(folded);
        var guesses = new ArrayList<Guess>();
        var strange = new boolean[folded.length() + 1];
        for (int at = 0; at + 1 < folded.length(); at++) {
            strange[at] =
                    isHan(folded, at)
                            && isHan(folded, at + 1)
                            && (loose[at] || loose[at + 1])
                            && !isPair.test(folded.substring(at, at + 2));
        }
        var doubted = new boolean[folded.length() + 1];
        for (int at = 0; at < folded.length(); at++) {
            doubted[at] = loose[at] && (strange[at] || (at > 0 && strange[at - 1]));
        }
        for (int start = 0; start < folded.length(); start++) {
            boolean isStrange = false;
            for (int end = start + 1;
                    end <= folded.length() && end - start <= LONGEST && isHan(folded, end - 1);
                    end++) {
                isStrange |= end - start >= 2 && strange[end - 2];
                if (isStrange) {
                    sounds(folded, start, end, doubted, guesses);
                }
            }
        }
        names(folded, strange, doubted, guesses);
        guesses.sort(
                Comparator.comparingDouble((Guess guess) -> -guess.worth())
                        .thenComparingInt(Guess::start)
                        .thenComparing(Guess::words));
        return questions(folded, guesses);
    }

    /// The best guess for each place taken together, then the next best for the first place.
    private static List<String> questions(String folded, List<Guess> guesses) {
        var questions = new LinkedHashMap<String, Boolean>();
        var together = new ArrayList<Guess>();
        for (var guess : guesses) {
            if (together.stream()
                    .allMatch(other ->
                            guess.end() <= other.start() || guess.start() >= other.end())) {
                together.add(guess);
            }
        }
        if (together.isEmpty()) {
            return List.of();
        }
        questions.put(replaced(folded, together), true);
        var first = together.getFirst();
        for (var guess : guesses) {
            if (guess.start() == first.start() && guess.end() == first.end()) {
                questions.put(replaced(folded, List.of(guess)), true);
            }
        }
        return questions.keySet().stream().limit(MOST).toList();
    }

    private static String replaced(String folded, List<Guess> guesses) {
        var text = new StringBuilder(folded);
        guesses.stream()
                .sorted(Comparator.comparingInt(guess -> -guess.start()))
                .forEach(guess -> text.replace(guess.start(), guess.end(), guess.words()));
        return text.toString();
    }

    private void sounds(String folded, int start, int end, boolean[] doubted, List<Guess> guesses) {
        var window = folded.substring(start, end);
        var syllables = Pinyin.of(window);
        for (var phrase : vocabulary.sounding(String.join("", syllables))) {
            guess(phrase, window, start, doubted, 2, guesses);
        }
        for (var phrase : vocabulary.soundingLike(syllables)) {
            guess(phrase, window, start, doubted, 1, guesses);
        }
    }

    private static void guess(
            Vocabulary.Phrase phrase,
            String window,
            int start,
            boolean[] doubted,
            double likeness,
            List<Guess> guesses) {
        var text = phrase.text();
        if (!phrase.isTerm() || text.length() != window.length()) {
            return;
        }
        int same = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isSame = text.charAt(i) == window.charAt(i);
            if (!isSame && !doubted[start + i]) {
                return;
            }
            same += isSame ? 1 : 0;
        }
        if (same > 0 && same < text.length()) {
            double worth = likeness * text.length() + same + Math.log(1 + phrase.weight()) / 5;
            guesses.add(new Guess(start, start + window.length(), text, worth));
        }
    }

    /// Names of which one character is missing or wrong.
    private void names(String folded, boolean[] strange, boolean[] doubted, List<Guess> guesses) {
        for (int start = 0; start < folded.length(); start++) {
            for (var name : vocabulary.namesFrom(folded.charAt(start))) {
                if (name.text().length() >= SHORTEST_NAME && !folded.contains(name.text())) {
                    name(name.text(), folded, start, strange, doubted, guesses);
                }
            }
        }
    }

    private static void name(
            String name,
            String folded,
            int start,
            boolean[] strange,
            boolean[] doubted,
            List<Guess> guesses) {
        int ahead = ahead(folded, start, name);
        int wrong = start + ahead;
        if (ahead == name.length()
                || wrong >= strange.length
                || !(strange[wrong - 1] || strange[wrong])) {
            return;
        }
        if (doubted[wrong] && folded.startsWith(name.substring(ahead + 1), wrong + 1)) {
            guesses.add(new Guess(start, start + name.length(), name, name.length()));
        } else if (ahead < name.length() - 1
                && folded.startsWith(name.substring(ahead + 1), wrong)) {
            guesses.add(new Guess(start, start + name.length() - 1, name, name.length()));
        }
    }

    /// How many characters of a name stand at a place.
    private static int ahead(String folded, int start, String name) {
        int ahead = 0;
        while (ahead < name.length()
                && start + ahead < folded.length()
                && folded.charAt(start + ahead) == name.charAt(ahead)) {
            ahead++;
        }
        return ahead;
    }

    /// The characters that stand alone, as no part of a longer word.
    private boolean[] loose(String folded) {
        var loose = new boolean[folded.length() + 1];
        for (var word : words.of(folded)) {
            if (word.end() - word.start() == 1) {
                loose[word.start()] = true;
            }
        }
        return loose;
    }

    private static boolean isHan(String text, int at) {
        return Analysis.isHan(text.charAt(at));
    }
}
