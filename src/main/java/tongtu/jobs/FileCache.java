package tongtu.jobs;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/// Files that can be made anew, kept by names that change with what they are made of. A file
/// appears whole or not at all: written aside, forced to the disk, renamed. For any number of
/// threads.
public final class FileCache {
    private static final String PARTIAL = ".partial";

    /// What a kill left half written is no longer being written after this.
    private static final Duration STALE = Duration.ofHours(1);

    private final Path folder;
    private final long limit;
    private final Duration unused;
    private final InstantSource clock;

    /// Keeps at most `limit` bytes, and what was not asked for in `unused` not at all, as far as
    /// [#sweep] is called.
    public FileCache(Path folder, long limit, Duration unused, InstantSource clock) {
        this.folder = folder;
        this.limit = limit;
        this.unused = unused;
        this.clock = clock;
    }

    /// Writes what a file holds.
    public interface Maker {
        void write(Path file) throws IOException;
    }

    /// A file; null when it has not been made. It counts as asked for.
    public @Nullable Path find(String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return file;
        } catch (NoSuchFileException e) {
            // Swept in between.
            return null;
        }
    }

    /// Whether a file was made; it does not count as asked for.
    public boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /// A file, made now on this thread where it has not been.
    public Path make(String name, Maker maker) throws IOException {
        var found = find(name);
        return found == null ? replace(name, maker) : found;
    }

    /// A file, made now on this thread even where it was made before.
    public Path replace(String name, Maker maker) throws IOException {
        Files.createDirectories(folder);
        var partial = Files.createTempFile(folder, "", PARTIAL);
        try {
            maker.write(partial);
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            var file = folder.resolve(name);
            Files.move(
                    partial,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return file;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// The names of the files that begin so.
    public List<String> names(String beginning) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, beginning + "*")) {
            var names = new ArrayList<String>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    private record Kept(Path file, long bytes, FileTime asked) {}

    /// Deletes what is half written since long, what nobody asked for in a while, and, above the
    /// limit, what was asked for longest ago; never what is `wanted` before what is not. How many
    /// bytes are kept.
    public long sweep(Set<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var kept = new ArrayList<Kept>();
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var each = read(file);
                boolean isPartial = name.endsWith(PARTIAL);
                boolean isOld =
                        each != null
                                && isBefore(each, isPartial ? STALE : unused)
                                && !wanted.contains(name);
                if (isOld) {
                    Files.deleteIfExists(file);
                } else if (each != null && !isPartial) {
                    kept.add(each);
                    bytes += each.bytes();
                }
            }
        }
        kept.sort(
                Comparator.comparing((Kept each) ->
                                wanted.contains(each.file().getFileName().toString()))
                        .thenComparing(Kept::asked));
        for (var each : kept) {
            if (bytes <= limit) {
                break;
            }
            Files.deleteIfExists(each.file());
            bytes -= each.bytes();
        }
        return bytes;
    }

    private boolean isBefore(Kept file, Duration age) {
        return file.asked().toInstant().isBefore(clock.instant().minus(age));
    }

    private static @Nullable Kept read(Path file) throws IOException {
        try {
            return new Kept(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
