package tongtu.portal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tongtu.web.Reply;

/// A folder that is written whole or not at all: beside it, then put in its place. A folder that
/// holds anything but an earlier export is not touched.
public final class ExportFolder {
    /// The file that tells an export from other folders, and what is in it.
    static final String MARK = "tongtu-export.txt";

    private final Path folder;
    private final Path fresh;
    private final Path old;

    public ExportFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        var name = this.folder.getFileName();
        fresh = this.folder.resolveSibling("." + name + ".tongtu-new");
        old = this.folder.resolveSibling("." + name + ".tongtu-old");
    }

    /// Whether it may be written: it is not there, empty, or an earlier export.
    public boolean isOurs() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return folder.getFileName() != null;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty() || Files.isRegularFile(folder.resolve(MARK));
        }
    }

    /// Writes the files given by their paths; `progress` is told how many of how many are done.
    void write(SortedMap<String, Reply.Content> files, BiConsumer<Integer, Integer> progress)
            throws IOException {
        // An export that was cut off while it took its place.
        if (!Files.exists(folder) && Files.exists(old)) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(fresh);
        delete(old);
        var all = new TreeMap<>(files);
        all.put(MARK, Reply.Content.of(mark(files)));
        int done = 0;
        for (var file : all.entrySet()) {
            var target = fresh.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            try (var channel =
                    FileChannel.open(
                            target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                try (var in = file.getValue().from(0)) {
                    in.transferTo(Channels.newOutputStream(channel));
                }
                channel.force(true);
            }
            progress.accept(++done, all.size());
        }
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static byte[] mark(SortedMap<String, Reply.Content> files) {
        var text = new StringBuilder("这个文件夹是用通途导出的网站。从 index.html 打开。再导出时，整个文件夹会换成新的。\n\n");
        files.forEach(
                (path, held) -> text.append(path).append('\t').append(held.length()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
