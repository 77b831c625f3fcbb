package tongtu.speech;

import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFormat;

/// FreeTTS's voice Kevin (16 kHz): speaks English, always at hand as it is a library. It would say
/// nothing of Chinese and not tell, so it is asked for Latin words only.
///
/// It does not tell when each word is heard: marks divide the sound by the letters of the words.
public final class EnglishVoice implements Voice {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d'’]+");

    private static final Pattern INITIALS = Pattern.compile("\\b[A-Z]{2,5}\\b");

    private static final float LOUDNESS = 1.0f;

    private final EnglishPhonemes phonemes = new EnglishPhonemes();

    @Override
    public String name() {
        return "freetts-kevin16";
    }

    @Override
    public String label() {
        return "Kevin (FreeTTS)";
    }

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String version() {
        return "freetts-kevin16/1.2.2/2";
    }

    @Override
    public String key(String words) {
        return said(words);
    }

    /// Its own words for signs are odd; nothing outside Latin is given to it.
    private String said(String words) {
        return spelled(words)
                .replaceAll("[^\\p{IsLatin}\\d.,;:!?'’%$&()/+ -]", " ")
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Initials that are no word letter by letter: FreeTTS has no sounds for WC or PDF.
    private String spelled(String words) {
        return INITIALS.matcher(words)
                .replaceAll(initials ->
                        phonemes.knows(initials.group())
                                ? initials.group()
                                : String.join(" ", initials.group().split("", -1)));
    }

    @Override
    public Sound speak(String words) throws CannotSpeak {
        var said = said(words);
        if (said.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new CannotSpeak("nothing to say");
        }
        var player = new Memory();
        try {
            var voice = new KevinVoiceDirectory().getVoices()[1];
            voice.setAudioPlayer(player);
            voice.allocate();
            voice.speak(said);
            voice.deallocate();
        } catch (RuntimeException | Error e) {
            throw new CannotSpeak("FreeTTS failed", e);
        }
        var samples = player.samples();
        if (samples.length == 0) {
            throw new CannotSpeak("FreeTTS said nothing");
        }
        return new Sound(samples, marks(words, samples.length)).trimmed(40);
    }

    private static List<Sound.Mark> marks(String words, int samples) {
        var found = new ArrayList<int[]>();
        int letters = 0;
        var matcher = WORD.matcher(words);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
            letters += matcher.end() - matcher.start() + 1;
        }
        var marks = new ArrayList<Sound.Mark>();
        long before = 0;
        for (var word : found) {
            long after = before + word[1] - word[0] + 1;
            marks.add(
                    new Sound.Mark(
                            word[0],
                            word[1],
                            (int) (before * samples / Math.max(1, letters)),
                            (int) (after * samples / Math.max(1, letters))));
            before = after;
        }
        return marks;
    }

    /// Keeps what it is given to play.
    private static final class Memory implements AudioPlayer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);

        float[] samples() {
            var pcm = bytes.toByteArray();
            var samples = new float[pcm.length / 2];
            boolean big = format.isBigEndian();
            for (int i = 0; i < samples.length; i++) {
                int high = pcm[big ? 2 * i : 2 * i + 1];
                int low = pcm[big ? 2 * i + 1 : 2 * i] & 0xff;
                samples[i] = LOUDNESS * ((high << 8) | low) / 32768f;
            }
            return Resampler.resampled(samples, Math.round(format.getSampleRate()), Sound.RATE);
        }

        @Override
        public void setAudioFormat(AudioFormat format) {
            this.format = Objects.requireNonNull(format);
        }

        @Override
        public AudioFormat getAudioFormat() {
            return format;
        }

        @Override
        public boolean write(byte[] data) {
            return write(data, 0, data.length);
        }

        @Override
        public boolean write(byte[] data, int offset, int size) {
            bytes.write(data, offset, size);
            return true;
        }

        @Override
        public boolean drain() {
            return true;
        }

        @Override
        public boolean end() {
            return true;
        }

        @Override
        public void begin(int size) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void reset() {}

        @Override
        public void cancel() {}

        @Override
        public void close() {}

        @Override
        public float getVolume() {
            return 1;
        }

        @Override
        public void setVolume(float volume) {}

        @Override
        public long getTime() {
            return 0;
        }

        @Override
        public void resetTime() {}

        @Override
        public void startFirstSampleTimer() {}

        @Override
        public void showMetrics() {}
    }
}
