package tongtu.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// Where the first utterance with each key stands.
    Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            places.putIfAbsent(keys.get(i), i);
        }
        return places;
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
