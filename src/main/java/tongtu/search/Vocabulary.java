package tongtu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.BytesRef;
import tongtu.language.Pinyin;
import tongtu.language.Words;

/// What the site talks about: names (of documents, of terms) and phrases of its texts, each with a
/// weight, to be found by how they begin, how they sound and by the first letters of how they
/// sound. Immutable.
final class Vocabulary {
    /// Phrases kept; of more, those that occur least are left out.
    static final int MOST = 200_000;

    /// A phrase stands in so many entries before it is taken for one.
    private static final int LEAST = 2;

    /// A name weighs as much as a phrase of so many entries.
    private static final int NAME = 1_000;

    /// Phrases of one sound.
    private static final int OF_A_SOUND = 8;

    private static final int LONGEST_PHRASE = 8;
    private static final int LONGEST_NAME = 12;

    /// Letters of initials.
    private static final int SHORTEST_INITIALS = 2;

    private static final int LONGEST_INITIALS = 12;

    private static final Comparator<Phrase> HEAVIEST =
            Comparator.comparingInt((Phrase phrase) -> -phrase.weight())
                    .thenComparing(Phrase::text);

    static final Vocabulary EMPTY = new Vocabulary(Map.of(), List.of(), List.of(), Words.plain());

    /// A phrase as it is shown and folded; how often it occurs, with what a name adds. Terms are
    /// what the site is about: names of terms, everyday words, and the words of these.
    record Phrase(String shown, String text, int weight, boolean isName, boolean isTerm) {}

    /// The phrases of the texts that were indexed, and in how many entries each stands.
    static Map<String, Integer> phrases(IndexReader reader) throws IOException {
        var counts = new HashMap<String, Integer>();
        var terms = MultiTerms.getTerms(reader, Fields.WORDS);
        var each = terms == null ? null : terms.iterator();
        for (BytesRef term = each == null ? null : each.next();
                each != null && term != null;
                term = each.next()) {
            var text = term.utf8ToString();
            if (isPhrase(text)) {
                counts.put(text, each.docFreq());
            }
        }
        return counts;
    }

    private final Map<String, Phrase> byText = new HashMap<>();
    private final NavigableMap<String, List<Phrase>> byStart = new TreeMap<>();
    private final NavigableMap<String, List<Phrase>> bySound = new TreeMap<>();
    private final NavigableMap<String, List<Phrase>> byInitials = new TreeMap<>();
    private final Map<String, List<Phrase>> byLikeSound = new HashMap<>();
    private final List<Phrase> names;
    private final List<Phrase> terms;
    private final Map<Character, List<Phrase>> byFirst;

    /// `counts` are the entries that each folded phrase stands in; titles and terms are as they are
    /// shown.
    Vocabulary(
            Map<String, Integer> counts,
            Collection<String> titles,
            Collection<String> terms,
            Words words) {
        var meant = new HashSet<String>();
        for (var term : terms) {
            var folded = Analysis.fold(term);
            meant.add(folded);
            words.of(folded).stream()
                    .map(Words.Word::text)
                    .filter(Vocabulary::isPhrase)
                    .forEach(meant::add);
        }
        var names = new LinkedHashSet<>(terms);
        names.addAll(titles);
        for (var name : names) {
            var folded = Analysis.fold(name).strip();
            if (!folded.isEmpty()) {
                int weight = NAME + counts.getOrDefault(folded, 0);
                boolean isTerm = meant.contains(folded);
                byText.putIfAbsent(folded, new Phrase(name, folded, weight, true, isTerm));
            }
        }
        meant.forEach(term ->
                byText.putIfAbsent(
                        term, new Phrase(term, term, counts.getOrDefault(term, 0), false, true)));
        counts.entrySet().stream()
                .filter(count -> count.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .forEach(count ->
                        byText.putIfAbsent(
                                count.getKey(),
                                new Phrase(
                                        count.getKey(),
                                        count.getKey(),
                                        count.getValue(),
                                        false,
                                        false)));
        this.names = byText.values().stream().filter(Phrase::isName).sorted(HEAVIEST).toList();
        this.terms = this.names.stream().filter(Phrase::isTerm).toList();
        byFirst =
                this.names.stream()
                        .filter(name -> name.text().length() <= LONGEST_NAME)
                        .collect(Collectors.groupingBy(name -> name.text().charAt(0)));
        byText.values().stream().sorted(HEAVIEST).forEach(this::add);
    }

    private void add(Phrase phrase) {
        var syllables = Pinyin.of(phrase.text());
        put(byStart, phrase.text(), phrase);
        put(bySound, String.join("", syllables), phrase);
        var initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        if (initials.length() >= SHORTEST_INITIALS && initials.length() <= LONGEST_INITIALS) {
            put(byInitials, initials.toString(), phrase);
        }
        put(byLikeSound, Sounds.alike(syllables), phrase);
    }

    private static void put(Map<String, List<Phrase>> map, String key, Phrase phrase) {
        var held = map.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (held.size() < OF_A_SOUND) {
            held.add(phrase);
        }
    }

    /// Whether words of a text may be a phrase: two to eight Han characters.
    static boolean isPhrase(String word) {
        return word.length() >= 2
                && word.length() <= LONGEST_PHRASE
                && word.chars().allMatch(c -> Analysis.isHan((char) c));
    }

    /// Whether this stands in the site's texts or names as a phrase.
    boolean has(String folded) {
        return byText.containsKey(folded);
    }

    int weight(String folded) {
        var phrase = byText.get(folded);
        return phrase == null ? 0 : phrase.weight();
    }

    /// All names, the heaviest first.
    List<Phrase> names() {
        return names;
    }

    /// The names of terms.
    List<Phrase> terms() {
        return terms;
    }

    /// The names that begin with a character and are not too long to be misspelt.
    List<Phrase> namesFrom(char first) {
        return byFirst.getOrDefault(first, List.of());
    }

    /// Phrases that sound exactly so, the heaviest first; `letters` is pinyin without spaces.
    List<Phrase> sounding(String letters) {
        return bySound.getOrDefault(letters, List.of());
    }

    /// Phrases that sound nearly so, by [Sounds#alike].
    List<Phrase> soundingLike(List<String> syllables) {
        return byLikeSound.getOrDefault(Sounds.alike(syllables), List.of());
    }

    /// Phrases whose syllables begin with these letters.
    List<Phrase> withInitials(String letters) {
        return byInitials.getOrDefault(letters, List.of());
    }

    /// Phrases that begin, sound or abbreviate so, the heaviest first.
    List<Phrase> starting(String folded, int most) {
        Set<Phrase> found = new LinkedHashSet<>(starting(byStart, folded, most));
        boolean isLatin = folded.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == ' ');
        if (isLatin) {
            var letters = folded.replace(" ", "");
            found.addAll(starting(byInitials, letters, most));
            found.addAll(starting(bySound, letters, most));
        }
        return found.stream().sorted(HEAVIEST).limit(most).toList();
    }

    /// Phrases that begin with `head`, and go on as `letters` sound or abbreviate: 康f, 康fu.
    List<Phrase> starting(String head, String letters, int most) {
        return starting(byStart, head, LOOKED_AT).stream()
                .filter(phrase -> {
                    var rest = Pinyin.of(phrase.text().substring(head.length()));
                    var initials = new StringBuilder();
                    rest.forEach(syllable -> initials.append(syllable.charAt(0)));
                    return initials.toString().startsWith(letters)
                            || String.join("", rest).startsWith(letters);
                })
                .limit(most)
                .toList();
    }

    /// Keys looked at for one beginning: a single letter begins a twentieth of all.
    private static final int LOOKED_AT = 2_000;

    private static List<Phrase> starting(
            NavigableMap<String, List<Phrase>> map, String start, int most) {
        if (start.isEmpty()) {
            return List.of();
        }
        return map.tailMap(start, true).entrySet().stream()
                .limit(LOOKED_AT)
                .takeWhile(entry -> entry.getKey().startsWith(start))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(HEAVIEST)
                .limit(most)
                .toList();
    }
}
