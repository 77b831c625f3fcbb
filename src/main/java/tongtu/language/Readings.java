package tongtu.language;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.language.Reading.Part;
import tongtu.language.Reading.Rest;
import tongtu.language.Reading.Syllable;
import tongtu.language.Reading.Word;
import tongtu.language.Spoken.Said;
import tongtu.language.Spoken.Silence;

/// Makes readings of Chinese text: words as they are said, pinyin in context, tones between their
/// neighbours. A site's [Lexicon] wins, then the contexts of [Polyphones], then HanLP's dictionary.
/// For any number of threads.
public final class Readings {
    /// Characters of a text that are read; of a longer one the rest is left out.
    public static final int LONGEST = 20_000;

    private static final com.hankcs.hanlp.dictionary.py.Pinyin NONE =
            com.hankcs.hanlp.dictionary.py.Pinyin.none5;

    private static final Map<String, Tone> PARTICLES =
            Map.of(
                    "的", new Tone("de", 5),
                    "地", new Tone("de", 5),
                    "得", new Tone("de", 5),
                    "着", new Tone("zhe", 5));

    /// The dictionary has some phrases with these as they are said, not as they are.
    private static final Map<Character, Tone> PLAIN =
            Map.of('不', new Tone("bu", 4), '一', new Tone("yi", 1));

    private final Lexicon lexicon;
    private final Words words;

    public Readings(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words =
                new Words(
                        lexicon.entries().stream()
                                .filter(entry -> !entry.syllables().isEmpty())
                                .map(Lexicon.Entry::word)
                                .toList());
    }

    /// The reading of a text in Chinese.
    public Reading of(String text) {
        var parts = new ArrayList<Part>();
        var run = new ArrayList<Said>();
        for (var piece : Spoken.of(cut(text), lexicon).pieces()) {
            switch (piece) {
                case Said said -> run.add(said);
                case Silence(var pause, var start, var end) -> {
                    read(run, parts);
                    run.clear();
                    parts.add(new Rest(pause, start, end));
                }
            }
        }
        read(run, parts);
        return new Reading(Sandhi.applied(parts));
    }

    /// The words of the Han characters of a text as they stand there, with the tones of the
    /// dictionary: figures and signs are left to whoever writes them otherwise.
    public List<Word> written(String text) {
        var parts = new ArrayList<Part>();
        var run = new Run();
        var whole = cut(text);
        for (int i = 0; i < whole.length(); ) {
            int c = whole.codePointAt(i);
            int length = Character.charCount(c);
            if (Character.isIdeographic(c)) {
                run.han().appendCodePoint(c);
                for (int k = 0; k < length; k++) {
                    run.places().add(new int[] {i, i + length});
                }
            } else if (!run.places().isEmpty()) {
                han(run, parts);
                run = new Run();
            }
            i += length;
        }
        han(run, parts);
        return parts.stream().map(Word.class::cast).toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// Characters that are said without a pause, and the place of each in the text.
    private record Run(StringBuilder han, List<int[]> places) {
        Run() {
            this(new StringBuilder(), new ArrayList<>());
        }
    }

    private void read(List<Said> saids, List<Part> parts) {
        var run = new Run();
        for (var said : saids) {
            var words = said.words();
            boolean same = words.length() == said.end() - said.start();
            for (int i = 0; i < words.length(); ) {
                int c = words.codePointAt(i);
                int length = Character.charCount(c);
                if (Character.isIdeographic(c)) {
                    run.han().append(words, i, i + length);
                    int start = same ? said.start() + i : said.start();
                    int end = same ? start + length : said.end();
                    for (int k = 0; k < length; k++) {
                        run.places().add(new int[] {start, end});
                    }
                    i += length;
                } else if (Character.isLetterOrDigit(c)) {
                    han(run, parts);
                    run = new Run();
                    int end = i;
                    while (end < words.length() && isLatin(words.charAt(end))) {
                        end++;
                    }
                    end = Math.max(end, i + length);
                    parts.add(new Reading.Latin(words.substring(i, end), said.start(), said.end()));
                    i = end;
                } else {
                    i += length;
                }
            }
        }
        han(run, parts);
    }

    private static boolean isLatin(char c) {
        return c == '\''
                || c == '’'
                || (Character.isLetterOrDigit(c) && !Character.isIdeographic(c));
    }

    private void han(Run run, List<Part> parts) {
        var text = run.han().toString();
        if (text.isEmpty()) {
            return;
        }
        var divided = words.of(text);
        var tones = tones(text, divided);
        for (var word : divided) {
            var syllables = new ArrayList<Syllable>();
            for (int i = word.start(); i < word.end(); ) {
                int c = text.codePointAt(i);
                int length = Character.charCount(c);
                var tone = tones[i];
                if (tone != null) {
                    var place = run.places().get(i);
                    boolean rhotic = Sandhi.isRhotic(text, i, word.start());
                    if (rhotic && !syllables.isEmpty()) {
                        var last = syllables.removeLast();
                        syllables.add(
                                new Syllable(
                                        last.character() + "儿",
                                        last.written(),
                                        last.spoken(),
                                        true,
                                        last.start(),
                                        place[1]));
                    } else {
                        syllables.add(
                                new Syllable(
                                        Character.toString(c),
                                        tone,
                                        tone,
                                        false,
                                        place[0],
                                        place[1]));
                    }
                }
                i += length;
            }
            if (!syllables.isEmpty()) {
                parts.add(new Word(syllables));
            }
        }
    }

    /// The tone of each character, null for one that nobody knows how to read.
    private @Nullable Tone[] tones(String text, List<Words.Word> divided) {
        @Nullable Tone[] tones = new @Nullable Tone[text.length()];
        var read = HanLP.convertToPinyinList(text);
        for (int i = 0; i < tones.length; i++) {
            var pinyin = i < read.size() ? read.get(i) : NONE;
            if (pinyin == NONE && !Character.isSurrogate(text.charAt(i))) {
                var simple = HanLP.convertToPinyinList(Folded.of(text.substring(i, i + 1)).text());
                pinyin = simple.isEmpty() ? NONE : simple.getFirst();
            }
            var own = PLAIN.get(text.charAt(i));
            tones[i] = own != null ? own : pinyin == NONE ? null : tone(pinyin);
        }
        for (var word : divided) {
            var light = word.isParticle() ? PARTICLES.get(word.text()) : null;
            if (light != null) {
                tones[word.start()] = light;
            }
        }
        Polyphones.apply(text, tones);
        for (int i = 0; i < tones.length; ) {
            var entry = lexicon.readAt(text, i);
            if (entry == null) {
                i++;
                continue;
            }
            for (var syllable : entry.syllables()) {
                tones[i] = syllable;
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return tones;
    }

    private static Tone tone(com.hankcs.hanlp.dictionary.py.Pinyin pinyin) {
        var letters = pinyin.getPinyinWithoutTone().replace('v', 'ü');
        return new Tone(letters, pinyin.getTone());
    }
}
