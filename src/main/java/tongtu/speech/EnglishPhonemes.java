package tongtu.speech;

import com.sun.speech.freetts.en.us.CMULexicon;
import com.sun.speech.freetts.lexicon.LexiconImpl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// English words and letters in the phonetic alphabet of Kokoro. The words come from FreeTTS's
/// lexicon (CMU), and from its rules where that has none.
final class EnglishPhonemes {
    private static final Map<String, String> PHONES = new HashMap<>();
    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        var phones =
                "aa ɑ ae æ ah ʌ ao ɔ aw W ax ə ay I b b ch ʧ d d dh ð eh ɛ er ɜɹ ey A f f g ɡ hh h ih ɪ iy i jh ʤ k k l l m m n n ng ŋ ow O oy Y p p r ɹ s s sh ʃ t t th θ uh ʊ uw u v v w w y j z z zh ʒ"
                        .split(" ", -1);
        for (int i = 0; i < phones.length; i += 2) {
            PHONES.put(phones[i], phones[i + 1]);
        }
        var letters =
                "ˈA bˈi sˈi dˈi ˈi ˈɛf ʤˈi ˈAʧ ˈI ʤˈA kˈA ˈɛl ˈɛm ˈɛn ˈO pˈi kjˈu ˈɑɹ ˈɛs tˈi jˈu vˈi dˈʌbəlju ˈɛks wˈI zˈi"
                        .split(" ", -1);
        for (int i = 0; i < letters.length; i++) {
            LETTERS.put((char) ('A' + i), letters[i]);
        }
    }

    private final LexiconImpl lexicon;

    EnglishPhonemes() {
        try {
            lexicon = CMULexicon.getInstance(true);
            if (!lexicon.isLoaded()) {
                lexicon.load();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the lexicon of English cannot be read", e);
        }
    }

    /// Whether a word is in the lexicon, not made up by its rules.
    boolean knows(String word) {
        synchronized (lexicon) {
            return lexicon.getPhones(word.toLowerCase(Locale.ROOT), null, false) != null;
        }
    }

    /// A word, or the name of a letter. FreeTTS marks vowels with stress by 1 behind them.
    String of(String word) {
        if (word.length() == 1) {
            return LETTERS.getOrDefault(Character.toUpperCase(word.charAt(0)), "");
        }
        var plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.isEmpty()) {
            return "";
        }
        String[] phones;
        synchronized (lexicon) {
            phones = lexicon.getPhones(plain, null);
        }
        var said = new StringBuilder();
        for (var phone : phones) {
            boolean stressed = phone.endsWith("1");
            var name = phone.replaceAll("\\d", "");
            said.append(stressed ? "ˈ" : "").append(PHONES.getOrDefault(name, ""));
        }
        return said.toString();
    }
}
