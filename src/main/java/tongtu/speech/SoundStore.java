package tongtu.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Sounds on the disk by their key. A file appears whole or not at all (written aside, forced,
/// renamed); one that was damaged is as none. All of it can be made anew.
public final class SoundStore {
    private static final Logger LOG = Logger.getLogger(SoundStore.class.getName());
    private static final String ENDING = ".sound";
    private static final String PARTIAL = ".partial";
    private static final int MAGIC = 0x54545331;

    /// Marks of one sound, and samples: twenty minutes.
    private static final int MOST_MARKS = 100_000;

    private static final int MOST_SAMPLES = Recording.LONGEST_S * Sound.RATE;

    /// Below the limit by that much after a sweep.
    private static final double ROOM = 0.9;

    private final Path folder;
    private final long limit;
    private final InstantSource clock;

    /// Keeps at most `limit` bytes, as far as [#sweep] is called.
    public SoundStore(Path folder, long limit, InstantSource clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key + ENDING);
    }

    public boolean has(String key) {
        return Files.isRegularFile(file(key));
    }

    /// The sound of a key, or null.
    public @Nullable Sound get(String key) {
        var file = file(key);
        try {
            var sound = read(Files.readAllBytes(file));
            if (sound == null) {
                Files.deleteIfExists(file);
            }
            return sound;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a sound cannot be read", e);
            return null;
        }
    }

    /// How long the sound of a key is; -1 when there is none.
    public int milliseconds(String key) {
        try (var in = new DataInputStream(Files.newInputStream(file(key)))) {
            in.skipNBytes(16);
            int length = in.readInt();
            return length < 0 || length > MOST_SAMPLES
                    ? -1
                    : (int) ((long) length * 1000 / Sound.RATE);
        } catch (IOException e) {
            return -1;
        }
    }

    private static @Nullable Sound read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var crc = new CRC32();
            if (bytes.length < 20 || in.readInt() != MAGIC) {
                return null;
            }
            long sum = in.readLong();
            crc.update(bytes, 12, bytes.length - 12);
            if (crc.getValue() != sum) {
                return null;
            }
            int count = in.readInt();
            int length = in.readInt();
            if (count < 0 || count > MOST_MARKS || length < 0 || length > MOST_SAMPLES) {
                return null;
            }
            var marks = new ArrayList<Sound.Mark>();
            for (int i = 0; i < count; i++) {
                marks.add(new Sound.Mark(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
            }
            var pcm = new InflaterInputStream(in).readNBytes(2 * length);
            return pcm.length == 2 * length ? new Sound(Pcm.samples(pcm), marks) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /// Keeps a sound.
    public void put(String key, Sound sound) throws IOException {
        if (sound.samples().length > MOST_SAMPLES || sound.marks().size() > MOST_MARKS) {
            throw new IOException("a sound of " + sound.milliseconds() + " ms");
        }
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeInt(sound.marks().size());
            out.writeInt(sound.samples().length);
            for (var mark : sound.marks()) {
                out.writeInt(mark.start());
                out.writeInt(mark.end());
                out.writeInt(mark.from());
                out.writeInt(mark.to());
            }
            var deflater = new Deflater(Deflater.BEST_SPEED);
            try (var packed = new DeflaterOutputStream(out, deflater)) {
                packed.write(Pcm.bytes(sound.samples()));
            } finally {
                deflater.end();
            }
        }
        var crc = new CRC32();
        crc.update(body.toByteArray());
        var whole = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(whole)) {
            out.writeInt(MAGIC);
            out.writeLong(crc.getValue());
            out.write(body.toByteArray());
        }
        write(file(key), whole.toByteArray());
    }

    /// Writes a file aside, forces it to the disk and gives it its name.
    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        var partial = Files.createTempFile(file.resolveSibling(""), "", PARTIAL);
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    partial,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private record Kept(Path file, long size, FileTime time) {}

    /// Deletes what a kill left half written, sounds that are in no text and were not touched for
    /// `unused`, and, above the limit, those that are in no text first, then the oldest. How many
    /// bytes are kept.
    public long sweep(Set<String> used, Duration unused) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var kept = new ArrayList<Kept>();
        long total = 0;
        var old = FileTime.from(clock.instant().minus(unused));
        try (var files = Files.walk(folder, 2)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var time = Files.getLastModifiedTime(file);
                boolean isStale = time.compareTo(old) < 0;
                boolean isPartial = file.toString().endsWith(PARTIAL);
                boolean isUnused = !isPartial && !used.contains(key(file));
                if (isStale && (isPartial || isUnused)) {
                    Files.deleteIfExists(file);
                } else {
                    long size = Files.size(file);
                    kept.add(new Kept(file, size, time));
                    total += size;
                }
            }
        }
        return total <= limit ? total : shrink(kept, total, used);
    }

    private long shrink(List<Kept> kept, long size, Set<String> used) throws IOException {
        long total = size;
        kept.sort(
                Comparator.comparing((Kept each) -> used.contains(key(each.file())))
                        .thenComparing(Kept::time));
        for (var each : kept) {
            if (total <= limit * ROOM) {
                break;
            }
            Files.deleteIfExists(each.file());
            total -= each.size();
        }
        return total;
    }

    private static String key(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
