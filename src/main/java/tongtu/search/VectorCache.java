package tongtu.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tongtu.inference.SentenceEncoder;

/// Vectors by the hash of their text, kept in one file, so that a text is encoded once. The file is
/// a line with the model's name, then records of equal length: 16 bytes of hash, the numbers in 16
/// bits each, a checksum. What a power cut tears off, or anything else spoils, is left out and made
/// again. One program writes a file at a time; another reads it, and keeps in memory what it makes
/// itself. Not for two threads at once.
final class VectorCache implements AutoCloseable {
    private static final int HASH = 16;
    private static final int VECTOR = 2 * SentenceEncoder.DIMENSIONS;
    private static final int RECORD = HASH + VECTOR + Integer.BYTES;
    private static final byte[] HEAD =
            ("tongtu vectors 1 " + SentenceEncoder.MODEL + "\n").getBytes(StandardCharsets.UTF_8);

    /// Records beyond those in use before the file is written anew.
    private static final int SPARE = 1_000;

    private final @Nullable Path file;
    private @Nullable FileChannel channel;
    private boolean isReading;
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, float[]> unsaved = new HashMap<>();
    private long end;

    private VectorCache(@Nullable Path file) {
        this.file = file;
    }

    /// Nothing on the disk.
    static VectorCache inMemory() {
        return new VectorCache(null);
    }

    /// The vectors of a file, which is made when it is missing.
    static VectorCache open(Path file) throws IOException {
        var cache = new VectorCache(file);
        cache.open();
        return cache;
    }

    private void open() throws IOException {
        var opened = opened();
        channel = opened;
        places.clear();
        isReading = !locks(opened);
        if (isReading) {
            find(opened);
            return;
        }
        if (!headOf(opened).equals(ByteBuffer.wrap(HEAD))) {
            opened.truncate(0);
            opened.write(ByteBuffer.wrap(HEAD), 0);
        }
        find(opened);
        opened.truncate(end);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Finds the records that are whole.
    private void find(FileChannel opened) throws IOException {
        end = HEAD.length;
        if (!headOf(opened).equals(ByteBuffer.wrap(HEAD))) {
            return;
        }
        var bytes = new byte[RECORD];
        var record = ByteBuffer.wrap(bytes);
        while (end + RECORD <= opened.size() && read(opened, record, end)) {
            if (isWhole(bytes)) {
                places.put(HexFormat.of().formatHex(bytes, 0, HASH), end);
            }
            end += RECORD;
        }
    }

    private FileChannel opened() throws IOException {
        if (file == null) {
            throw new IllegalStateException("a cache in memory has no file");
        }
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static ByteBuffer headOf(FileChannel channel) throws IOException {
        var head = ByteBuffer.allocate(HEAD.length);
        read(channel, head, 0);
        return head.rewind();
    }

    private static boolean read(FileChannel channel, ByteBuffer buffer, long at)
            throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at + buffer.position());
            if (count < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(byte[] record) {
        return ByteBuffer.wrap(record).getInt(HASH + VECTOR) == checksum(record);
    }

    private static int checksum(byte[] record) {
        var sum = new CRC32C();
        sum.update(record, 0, HASH + VECTOR);
        return (int) sum.getValue();
    }

    /// The name of a text here.
    static String hash(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    boolean has(String hash) {
        return places.containsKey(hash) || unsaved.containsKey(hash);
    }

    float @Nullable [] get(String hash) throws IOException {
        var held = unsaved.get(hash);
        var at = places.get(hash);
        var open = channel;
        if (held != null || at == null || open == null) {
            return held;
        }
        var bytes = new byte[RECORD];
        var record = ByteBuffer.wrap(bytes);
        if (!read(open, record, at) || !isWhole(bytes)) {
            places.remove(hash);
            return null;
        }
        var vector = new float[SentenceEncoder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(record.getShort(HASH + 2 * i));
        }
        return vector;
    }

    void put(String hash, float[] vector) throws IOException {
        var open = channel;
        if (open == null || isReading) {
            unsaved.put(hash, vector.clone());
            return;
        }
        var bytes = new byte[RECORD];
        var record = ByteBuffer.wrap(bytes);
        record.put(HexFormat.of().parseHex(hash));
        for (float value : vector) {
            record.putShort(Float.floatToFloat16(value));
        }
        record.putInt(checksum(bytes));
        record.flip();
        while (record.hasRemaining()) {
            open.write(record, end + record.position());
        }
        places.put(hash, end);
        end += RECORD;
    }

    /// Leaves out what is not in use, when that is more than what is.
    void sweep(Set<String> used) throws IOException {
        unsaved.keySet().retainAll(used);
        if (file == null || isReading || places.size() <= 2 * used.size() + SPARE) {
            return;
        }
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (var fresh = open(next)) {
            for (var hash : used) {
                var vector = get(hash);
                if (vector != null) {
                    fresh.put(hash, vector);
                }
            }
            fresh.force();
        }
        close();
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        open();
    }

    /// What was put survives a power cut.
    void force() throws IOException {
        if (channel != null && !isReading) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
