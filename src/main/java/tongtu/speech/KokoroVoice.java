package tongtu.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import tongtu.inference.SpeechModel;
import tongtu.language.Readings;
import tongtu.speech.KokoroTokens.Tokens;

/// A voice of Kokoro that speaks Mandarin, and Latin words among it.
public final class KokoroVoice implements Voice {
    /// Another number when the way from words to sound changes.
    private static final String WAY = "1";

    /// Silence kept around what one call says.
    private static final int EDGE_MS = 40;

    private static final int STYLES = 510;

    private final String name;
    private final String label;
    private final SpeechModel model;
    private final String weights;
    private final float[][] styles;
    private final Readings readings;
    private final EnglishPhonemes english;

    /// `file` has the styles of the voice: floats, little-endian, [#STYLES] rows. `weights` names
    /// the model's weights.
    public KokoroVoice(
            String name,
            String label,
            Path file,
            SpeechModel model,
            String weights,
            Readings readings)
            throws IOException {
        this.name = name;
        this.label = label;
        this.model = model;
        this.weights = weights;
        this.readings = readings;
        english = new EnglishPhonemes();
        var floats =
                ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        styles = new float[STYLES][SpeechModel.STYLE];
        if (floats.remaining() != STYLES * SpeechModel.STYLE) {
            throw new IOException(file + " is no voice of Kokoro");
        }
        for (var style : styles) {
            floats.get(style);
        }
    }

    @Override
    public String name() {
        return "kokoro-" + name;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String language() {
        return "zh";
    }

    @Override
    public String version() {
        return name() + "/" + weights + "/" + WAY;
    }

    @Override
    public String key(String words) {
        return readings.of(words).key();
    }

    @Override
    public Sound speak(String words) throws CannotSpeak {
        var reading = readings.of(words);
        if (reading.isSilent()) {
            throw new CannotSpeak("nothing to say");
        }
        try {
            var sounds = new ArrayList<Sound>();
            for (var call : KokoroTokens.of(reading, english)) {
                sounds.add(say(call));
            }
            return Sound.joined(sounds);
        } catch (IllegalStateException e) {
            throw new CannotSpeak("the model failed", e);
        }
    }

    @Override
    public void stop() {
        model.stop();
    }

    private Sound say(Tokens tokens) throws CannotSpeak {
        int length = tokens.numbers().length;
        var result = model.run(tokens.numbers(), styles[Math.min(length, STYLES - 1)], 1);
        for (float sample : result.samples()) {
            if (!Float.isFinite(sample)) {
                throw new CannotSpeak("the model gave no sound");
            }
        }
        var marks = new ArrayList<Sound.Mark>();
        int frame = result.frames()[0];
        for (int i = 0; i < length; i++) {
            int next = frame + result.frames()[i + 1];
            int start = tokens.starts()[i];
            if (start >= 0) {
                int from = frame * SpeechModel.FRAME;
                int to = next * SpeechModel.FRAME;
                boolean same =
                        !marks.isEmpty()
                                && i > 0
                                && marks.getLast().start() == start
                                && marks.getLast().end() == tokens.ends()[i];
                if (same) {
                    var last = marks.removeLast();
                    marks.add(new Sound.Mark(start, last.end(), last.from(), to));
                } else {
                    marks.add(new Sound.Mark(start, tokens.ends()[i], from, to));
                }
            }
            frame = next;
        }
        return new Sound(result.samples(), marks).trimmed(EDGE_MS);
    }
}
