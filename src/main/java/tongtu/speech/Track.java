package tongtu.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tongtu.speech.Voice.CannotSpeak;

/// A document as one voice says it: its utterances, each with the key of its sound. A key is empty
/// where nobody can say the words (signs alone, a language without a voice).
public record Track(String path, String voice, Script.Read script, List<String> keys) {
    public Track {
        keys = List.copyOf(keys);
        if (keys.size() != script.utterances().size()) {
            throw new IllegalArgumentException(keys.size() + " keys");
        }
    }

    static Track of(String path, Script.Read script, Narrator narrator, String voice) {
        var keys = new ArrayList<String>();
        for (var utterance : script.utterances()) {
            try {
                keys.add(narrator.key(utterance, voice));
            } catch (CannotSpeak e) {
                keys.add("");
            }
        }
        return new Track(path, voice, script, keys);
    }

    /// Where the first utterance stands whose key is such; -1 when none is.
    public int place(Predicate<String> such) {
        for (int i = 0; i < keys.size(); i++) {
            if (such.test(keys.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The part of a section; null when there is none.
    public Script.@Nullable Part part(String section) {
        for (var part : script.parts()) {
            if (part.section().text().equals(section)) {
                return part;
            }
        }
        return null;
    }
}
