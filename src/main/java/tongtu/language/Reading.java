package tongtu.language;

import java.util.List;
import java.util.stream.Collectors;
import tongtu.language.Spoken.Pause;

/// The reading of a text: its words as they are said, with pinyin in context, and the pauses
/// between them.
public record Reading(List<Part> parts) {
    /// A part of what is said, for the text from `start` to before `end`.
    public sealed interface Part {
        int start();

        int end();
    }

    /// A word of Chinese.
    public record Word(List<Syllable> syllables) implements Part {
        public Word {
            syllables = List.copyOf(syllables);
            if (syllables.isEmpty()) {
                throw new IllegalArgumentException("a word of no syllables");
            }
        }

        @Override
        public int start() {
            return syllables.getFirst().start();
        }

        @Override
        public int end() {
            return syllables.getLast().end();
        }

        public String text() {
            return syllables.stream().map(Syllable::character).collect(Collectors.joining());
        }
    }

    /// A character as it is said: `written` is its tone in the dictionary, `spoken` the one that it
    /// has between its neighbours. `rhotic` when a 儿 behind it has gone into it.
    public record Syllable(
            String character, Tone written, Tone spoken, boolean rhotic, int start, int end) {}

    /// A Latin word, or one letter that is called by its name.
    public record Latin(String word, int start, int end) implements Part {
        public boolean isLetter() {
            return word.length() == 1;
        }
    }

    public record Rest(Pause pause, int start, int end) implements Part {}

    public Reading {
        parts = List.copyOf(parts);
    }

    /// The words as they are said, a space between them.
    public String words() {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Word word -> word.text();
                            case Latin latin -> latin.word();
                            case Rest rest -> mark(rest.pause());
                        })
                .collect(Collectors.joining(" "));
    }

    /// The pinyin as it is said, the syllables of a word together.
    public String pinyin() {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Word word -> pinyin(word);
                            case Latin latin -> latin.word();
                            case Rest rest -> mark(rest.pause());
                        })
                .collect(Collectors.joining(" "));
    }

    /// An apostrophe stands before a vowel that would be read with the syllable before it.
    private static String pinyin(Word word) {
        var joined = new StringBuilder();
        for (var syllable : word.syllables()) {
            boolean vowel = "aoe".indexOf(syllable.spoken().letters().charAt(0)) >= 0;
            joined.append(vowel && !joined.isEmpty() ? "'" : "")
                    .append(syllable.spoken().marked())
                    .append(syllable.rhotic() ? "r" : "");
        }
        return joined.toString();
    }

    private static String mark(Pause pause) {
        return switch (pause) {
            case BREATH -> "·";
            case LIST -> "、";
            case CLAUSE -> "，";
            case PART -> "；";
            case SENTENCE -> "。";
        };
    }

    /// Whether there is anything to say.
    public boolean isSilent() {
        return parts.stream().allMatch(Rest.class::isInstance);
    }

    /// What is said and how, apart from where it stands: the key of what is made from it.
    public String key() {
        var key = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Word word ->
                        word.syllables()
                                .forEach(one ->
                                        key.append(one.spoken())
                                                .append(one.rhotic() ? "r" : "")
                                                .append('.'));
                case Latin latin -> key.append(latin.word());
                case Rest rest -> key.append('|').append(rest.pause().milliseconds());
            }
            key.append(' ');
        }
        return key.toString();
    }
}
