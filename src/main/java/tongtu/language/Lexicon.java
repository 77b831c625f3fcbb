package tongtu.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a site's own words are read: `word TAB reading TAB note`, a line for each, `#` before
/// remarks. The reading is pinyin with tones, a syllable for each character (`cán jí rén`, `can2
/// ji2 ren2`; no tone is the light one), or other words to say in their place (`APP` → `A P P`, `≥`
/// → `不少于`).
///
/// Speech, the pages of pinyin and Braille share it.
public final class Lexicon {
    public static final Lexicon NONE = new Lexicon(List.of());

    /// Entries.
    public static final int MOST = 20_000;

    /// Characters of a word, and of what is said for it.
    public static final int LONGEST = 40;

    /// A word and its reading: one of `syllables` and `said` is empty.
    public record Entry(String word, List<Tone> syllables, String said, String note) {
        public Entry {
            syllables = List.copyOf(syllables);
        }
    }

    /// What is wrong with a line, in Chinese, and what to do.
    public record Fault(int line, String message, String remedy) {}

    /// What a file says, and what is wrong with it; lines with a fault are left out.
    public record Read(Lexicon lexicon, List<Fault> faults) {}

    private final List<Entry> entries;
    private final Map<Character, List<Entry>> readings = new HashMap<>();
    private final Map<Character, List<Entry>> substitutes = new HashMap<>();

    private Lexicon(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (var entry : entries) {
            var map = entry.syllables().isEmpty() ? substitutes : readings;
            map.computeIfAbsent(entry.word().charAt(0), _ -> new ArrayList<>()).add(entry);
        }
        var longest = Comparator.comparingInt((Entry entry) -> -entry.word().length());
        readings.values().forEach(list -> list.sort(longest));
        substitutes.values().forEach(list -> list.sort(longest));
    }

    public List<Entry> entries() {
        return entries;
    }

    /// Reads the lines of a file.
    public static Read read(List<String> lines) {
        var entries = new TreeMap<String, Entry>();
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (entries.size() >= MOST) {
                faults.add(new Fault(i + 1, "词太多，从这里起没有读。", "最多 " + MOST + " 个。"));
                break;
            }
            line(line, i + 1, entries, faults);
        }
        return new Read(new Lexicon(List.copyOf(entries.values())), List.copyOf(faults));
    }

    private static void line(
            String line, int number, Map<String, Entry> entries, List<Fault> faults) {
        var cells = line.split("\t", -1);
        var word = cells[0].strip();
        var reading = cells.length < 2 ? "" : cells[1].strip();
        if (word.isEmpty() || reading.isEmpty() || cells.length > 3) {
            faults.add(new Fault(number, "这一行看不懂。", "写成「词、读法、说明」三栏，栏与栏之间按一次 Tab 键；说明可以不写。"));
        } else if (word.length() > LONGEST || reading.length() > 8 * LONGEST) {
            faults.add(new Fault(number, "词或读法太长。", "词最多 " + LONGEST + " 个字。"));
        } else if (entries.containsKey(word)) {
            faults.add(new Fault(number, "「%s」前面写过了。".formatted(word), "一个词只写一行。"));
        } else {
            var note = cells.length > 2 ? cells[2].strip() : "";
            var syllables = Tone.all(reading);
            boolean han = word.codePoints().allMatch(Character::isIdeographic);
            int characters = word.codePointCount(0, word.length());
            if (syllables != null && han && syllables.size() == characters) {
                entries.put(word, new Entry(word, syllables, "", note));
            } else if (syllables != null && han) {
                faults.add(
                        new Fault(
                                number,
                                "「%s」有 %d 个字，读法有 %d 个音节。"
                                        .formatted(word, characters, syllables.size()),
                                "一个字写一个音节，音节之间空一格，例如「残疾人	cán jí rén」。"));
            } else if (reading.codePoints()
                    .allMatch(c ->
                            Character.isIdeographic(c)
                                    || c == ' '
                                    || c == '，'
                                    || c == '、'
                                    || (c < 128 && Character.isLetter(c)))) {
                entries.put(word, new Entry(word, List.of(), reading, note));
            } else {
                faults.add(
                        new Fault(
                                number,
                                "「%s」的读法「%s」看不懂。".formatted(word, reading),
                                "写拼音（例如 cán jí rén），或写怎样念（汉字，或用空格隔开的字母）。"));
            }
        }
    }

    /// The longest entry that is said by other words and stands at `at`. A Latin word is only met
    /// whole.
    @Nullable Entry saidAt(String text, int at) {
        return at(substitutes, text, at);
    }

    /// The longest entry with pinyin that stands at `at`.
    @Nullable Entry readAt(String text, int at) {
        return at(readings, text, at);
    }

    private static @Nullable Entry at(Map<Character, List<Entry>> entries, String text, int at) {
        for (var entry : entries.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(entry.word(), at)
                    && isWhole(text, at, at + entry.word().length())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean before =
                start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1));
        boolean after =
                end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
        return !before && !after;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
