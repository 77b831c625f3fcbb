package tongtu.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tongtu.document.Hash;
import tongtu.language.ForeignRuns;
import tongtu.speech.Voice.CannotSpeak;

/// Says utterances: each run of words by a voice of its language, evenly loud.
public final class Narrator {
    /// Between two voices.
    private static final int BETWEEN_MS = 120;

    /// Another number when sounds are treated otherwise.
    private static final String WAY = "1";

    private final List<Voice> voices;

    /// `voices` in the order in which they are taken where a language has several.
    public Narrator(List<Voice> voices) {
        this.voices = List.copyOf(voices);
    }

    public List<Voice> voices() {
        return voices;
    }

    /// The voice for a language; `wanted` when it speaks it.
    public @Nullable Voice voice(String language, String wanted) {
        var own = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        Voice first = null;
        for (var voice : voices) {
            if (voice.language().equals(own)) {
                if (voice.name().equals(wanted)) {
                    return voice;
                }
                first = first == null ? voice : first;
            }
        }
        return first;
    }

    /// Whether a language can be spoken.
    public boolean speaks(String language) {
        return voice(language, "") != null;
    }

    private record Run(Voice voice, String words, int start) {}

    /// Runs that no voice speaks go to the voice of the words around them.
    private List<Run> runs(Utterance utterance, String wanted) throws CannotSpeak {
        var main = voice(utterance.language(), wanted);
        if (main == null) {
            throw new CannotSpeak("no voice speaks " + utterance.language());
        }
        var runs = new ArrayList<Run>();
        int at = 0;
        for (var run : ForeignRuns.of(utterance.words(), utterance.language())) {
            var other = run.language().isEmpty() ? null : voice(run.language(), wanted);
            var voice = other == null ? main : other;
            if (!runs.isEmpty() && runs.getLast().voice().equals(voice)) {
                var last = runs.removeLast();
                runs.add(new Run(voice, last.words() + run.text(), last.start()));
            } else {
                runs.add(new Run(voice, run.text(), at));
            }
            at += run.text().length();
        }
        return runs;
    }

    /// The key of an utterance's sound: of what is said, by whom, and how it is made. Throws
    /// [CannotSpeak] when nobody can say it.
    public String key(Utterance utterance, String wanted) throws CannotSpeak {
        var recording = utterance.recording();
        if (recording != null) {
            return Hash.of("recording " + recording.hash());
        }
        var key = new StringBuilder(WAY);
        for (var run : runs(utterance, wanted)) {
            key.append('\n')
                    .append(run.voice().version())
                    .append('\t')
                    .append(run.voice().key(run.words()));
        }
        return Hash.of(key.toString());
    }

    /// Asks all voices to end soon what they say now.
    void stop() {
        voices.forEach(Voice::stop);
    }

    /// Says an utterance; what cannot be said of it is left out, but if nothing can be said.
    public Sound speak(Utterance utterance, String wanted) throws CannotSpeak {
        var recording = utterance.recording();
        if (recording != null) {
            return recording.sound(utterance.words().length());
        }
        var sounds = new ArrayList<Sound>();
        CannotSpeak failure = null;
        for (var run : runs(utterance, wanted)) {
            try {
                var sound = run.voice().speak(run.words());
                if (!sounds.isEmpty()) {
                    sounds.add(Sound.silence(BETWEEN_MS));
                }
                sounds.add(
                        new Sound(Loudness.levelled(sound.samples()), sound.marks())
                                .shifted(run.start()));
            } catch (CannotSpeak e) {
                failure = e;
            }
        }
        if (sounds.isEmpty()) {
            throw failure == null ? new CannotSpeak("nothing to say") : failure;
        }
        return Sound.joined(sounds);
    }
}
