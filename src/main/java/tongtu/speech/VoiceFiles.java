package tongtu.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.inference.SpeechModel;
import tongtu.inference.Weights;
import tongtu.language.Lexicon;
import tongtu.language.Readings;

/// The voices of this machine: FreeTTS for English always; for Mandarin those of Kokoro when its
/// weights are installed, else espeak-ng when it is there, else none.
public final class VoiceFiles implements AutoCloseable {
    /// The voices that are offered, the first one first.
    private static final List<String> OFFERED = List.of("zf_xiaoxiao", "zm_yunxi");

    /// What all voices of Kokoro are called.
    private static final Map<String, String> LABELS =
            Map.of(
                    "zf_xiaoxiao", "女声",
                    "zm_yunxi", "男声",
                    "zf_xiaobei", "女声（小贝）",
                    "zf_xiaoni", "女声（小妮）",
                    "zf_xiaoyi", "女声（小艺）",
                    "zm_yunjian", "男声（云健）",
                    "zm_yunxia", "男声（云夏）",
                    "zm_yunyang", "男声（云扬）");

    private final Weights weights;
    private final int threads;
    private @Nullable SpeechModel model;

    /// With the weights in a folder; each sentence takes that many processors. With none, nobody
    /// speaks.
    public VoiceFiles(Path folder, int threads) {
        weights = new Weights(folder);
        this.threads = threads;
    }

    public Weights weights() {
        return weights;
    }

    /// Who speaks now, where words are read as a lexicon says.
    public synchronized Narrator narrator(Lexicon lexicon) throws IOException {
        return narrator(lexicon, OFFERED);
    }

    /// The same with other voices of Kokoro.
    public synchronized Narrator narrator(Lexicon lexicon, List<String> names) throws IOException {
        var voices = new ArrayList<Voice>();
        if (threads == 0) {
            return new Narrator(voices);
        }
        var readings = new Readings(lexicon);
        if (weights.areInstalled()) {
            var open = model == null ? SpeechModel.open(weights.model(), threads) : model;
            model = open;
            for (var name : names) {
                voices.add(
                        new KokoroVoice(
                                name,
                                LABELS.getOrDefault(name, name),
                                weights.style(name),
                                open,
                                Weights.NAME,
                                readings));
            }
        } else if (EspeakVoice.isHere()) {
            voices.add(new EspeakVoice(readings));
        }
        voices.add(new EnglishVoice());
        return new Narrator(voices);
    }

    @Override
    public synchronized void close() {
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
