package tongtu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.inference.SentenceEncoder;

/// The meanings of entries, each computed once and kept by the hash of its text. For one thread;
/// the encoder for any number.
final class Meanings {
    private static final Logger LOG = Logger.getLogger(Meanings.class.getName());

    private final boolean isWanted;
    private final @Nullable Path file;
    private VectorCache vectors = VectorCache.inMemory();
    private boolean isOpened;
    private volatile @Nullable SentenceEncoder encoder;

    /// Kept in `file`; null: nowhere. Unless wanted there are none.
    Meanings(boolean isWanted, @Nullable Path file) {
        this.isWanted = isWanted;
        this.file = file;
    }

    /// Loads the model, once: it is large. Where it cannot run, a log line says so and there are no
    /// meanings.
    void open() {
        if (!isWanted || isOpened) {
            return;
        }
        isOpened = true;
        try {
            if (file != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                vectors = VectorCache.open(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "meanings are not kept: " + e.getMessage());
        }
        try {
            encoder = SentenceEncoder.open();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "searching goes by words alone: " + e.getMessage());
        }
    }

    /// Null while there are no meanings.
    @Nullable SentenceEncoder encoder() {
        return encoder;
    }

    private static String key(Entry entry) {
        return VectorCache.hash(entry.text());
    }

    boolean hasAll(Collection<Entry> entries) {
        return encoder != null && entries.stream().allMatch(entry -> vectors.has(key(entry)));
    }

    float @Nullable [] of(Entry entry) throws IOException {
        return vectors.get(key(entry));
    }

    /// Computes the meaning of an entry unless it is known.
    void learn(Entry entry) throws IOException {
        var with = encoder;
        if (with != null && !vectors.has(key(entry))) {
            vectors.put(key(entry), with.encode(entry.text()));
        }
    }

    /// What was learnt survives the end of the program.
    void force() throws IOException {
        vectors.force();
    }

    /// Forgets what none of these entries says.
    void keep(Collection<Entry> entries) throws IOException {
        Set<String> used = new HashSet<>();
        entries.forEach(entry -> used.add(key(entry)));
        vectors.sweep(used);
    }

    void close() throws IOException {
        vectors.close();
        var open = encoder;
        if (open != null) {
            open.close();
        }
    }
}
