package tongtu.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Kokoro-82M v1.0 (hexgrad, Apache-2.0): tokens of phonemes to sound. Any number of threads may
/// call at once; each call takes as many processors as the model was opened with.
public final class SpeechModel implements AutoCloseable {
    /// Samples a second, one channel.
    public static final int RATE = 24_000;

    /// Tokens of one call, without those at both ends.
    public static final int MOST_TOKENS = 508;

    /// Numbers of one style; a voice has one for each number of tokens.
    public static final int STYLE = 256;

    /// Samples of one frame of [Result#frames].
    public static final int FRAME = 600;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    /// A call was ended by [#stop()].
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// One call under way.
    private static final class Call implements AutoCloseable {
        private final OrtSession.RunOptions options;
        private boolean isStopped;
        private boolean isOver;

        Call() throws OrtException {
            options = new OrtSession.RunOptions();
        }

        synchronized void stop() {
            if (!isOver) {
                isStopped = true;
                try {
                    options.setTerminate(true);
                } catch (OrtException e) {
                    throw new IllegalStateException("a call cannot be stopped", e);
                }
            }
        }

        synchronized boolean isStopped() {
            return isStopped;
        }

        @Override
        public synchronized void close() {
            isOver = true;
            options.close();
        }
    }

    /// The sound, and how many frames each token takes, with one more token at each end.
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    public record Result(float[] samples, int[] frames) {}

    private SpeechModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /// Opens the model that [Weights] installed: some 400 MB of memory and a second. An
    /// [IOException] says that this machine cannot run it.
    public static SpeechModel open(Path weights, int threads) throws IOException {
        try {
            var environment = OrtEnvironment.getEnvironment();
            var options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            return new SpeechModel(
                    environment, environment.createSession(weights.toString(), options));
        } catch (OrtException | LinkageError e) {
            throw new IOException("the model of speech cannot run here: " + e.getMessage(), e);
        }
    }

    /// Ends all calls under way soon; each throws [Stopped].
    public void stop() {
        calls.forEach(Call::stop);
    }

    /// Says tokens in a style at a speed (1 is usual). Throws [IllegalArgumentException] for more
    /// than [#MOST_TOKENS].
    public Result run(int[] tokens, float[] style, float speed) {
        try (var call = new Call()) {
            calls.add(call);
            try {
                return run(tokens, style, speed, call);
            } finally {
                calls.remove(call);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model of speech failed", e);
        }
    }

    private Result run(int[] tokens, float[] style, float speed, Call call) {
        if (tokens.length > MOST_TOKENS || style.length != STYLE) {
            throw new IllegalArgumentException(tokens.length + " tokens, style of " + style.length);
        }
        var ids = new long[tokens.length + 2];
        for (int i = 0; i < tokens.length; i++) {
            ids[i + 1] = tokens[i];
        }
        try (var input =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(ids), new long[] {1, ids.length});
                var look =
                        OnnxTensor.createTensor(
                                environment, FloatBuffer.wrap(style), new long[] {1, STYLE});
                var pace =
                        OnnxTensor.createTensor(
                                environment,
                                FloatBuffer.wrap(new float[] {speed}),
                                new long[] {1});
                var result =
                        session.run(
                                Map.of("input_ids", input, "style", look, "speed", pace),
                                call.options)) {
            var sound = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var samples = new float[sound.remaining()];
            sound.get(samples);
            return new Result(samples, frames((OnnxTensor) result.get(1)));
        } catch (OrtException e) {
            if (call.isStopped()) {
                throw new Stopped();
            }
            throw new IllegalStateException("the model of speech failed", e);
        }
    }

    /// Of floats of any size.
    private static int[] frames(OnnxTensor durations) {
        var values = durations.getFloatBuffer();
        var frames = new int[values.remaining()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = Math.round(values.get(i));
        }
        return frames;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model of speech cannot be closed", e);
        }
    }
}
