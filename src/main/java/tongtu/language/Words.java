package tongtu.language;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The division of Chinese text into words, with the words of a site besides those of the language.
/// Immutable; for any number of threads.
public final class Words {
    /// A word, from `start` to before `end` of the text. A particle (的 地 得 着 behind another word)
    /// is said without a tone.
    public record Word(String text, int start, int end, boolean isParticle) {}

    /// Characters of a word that a site may add.
    public static final int LONGEST = 30;

    /// Heavy enough to win against the language's own words.
    private static final String WEIGHT = "nz 100000";

    /// What the dictionary calls them.
    private static final Set<String> PARTICLES = Set.of("ude1", "ude2", "ude3", "uzhe", "ule");

    private static final Words PLAIN = new Words(List.of());

    private final List<String> own;
    private volatile @Nullable Segment segment;

    /// With the words of a site, which must be folded. The dictionary is read when it is first
    /// needed.
    public Words(Collection<String> own) {
        this.own = List.copyOf(own);
    }

    private Segment segment() {
        var read = segment;
        if (read == null) {
            read = read(own);
            segment = read;
        }
        return read;
    }

    private static Segment read(List<String> own) {
        var dictionary =
                new DynamicCustomDictionary(
                        CustomDictionary.DEFAULT.dat,
                        new BinTrie<>(),
                        CustomDictionary.DEFAULT.path);
        own.stream()
                .filter(word -> word.length() > 1 && word.length() <= LONGEST)
                .forEach(word -> dictionary.insert(word, WEIGHT));
        return HanLP.newSegment()
                .enableAllNamedEntityRecognize(false)
                .enableOffset(true)
                .enableCustomDictionary(dictionary);
    }

    /// With the language's words alone.
    public static Words plain() {
        return PLAIN;
    }

    /// The words of a text in order, signs and spaces among them.
    public List<Word> of(String text) {
        var words = new ArrayList<Word>();
        for (var term : segment().seg(text)) {
            words.add(
                    new Word(
                            term.word,
                            term.offset,
                            term.offset + term.word.length(),
                            PARTICLES.contains(term.nature.toString())));
        }
        return words;
    }
}
