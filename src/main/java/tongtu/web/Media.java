package tongtu.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The pictures of a content folder, served under `/media/` by their path in it. Links to elsewhere
/// are not followed, and a file over [#LONGEST] bytes is left out.
public final class Media {
    public static final String ADDRESS = "/media/";
    static final long LONGEST = 8 * 1024 * 1024;
    private static final int MOST = 5_000;
    private static final int DEEPEST = 8;

    private final Path root;
    private Map<Path, Read> files = Map.of();

    private record Read(long size, long modified, Prebuilt reply) {}

    public Media(Path root) {
        this.root = root;
    }

    public static boolean isMedia(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && ContentTypes.find(name) != null;
    }

    /// Reads what is new or changed, and gives all of it.
    public Map<String, Prebuilt> refresh() throws IOException {
        var next = new HashMap<Path, Read>();
        Files.walkFileTree(
                root,
                Set.of(),
                DEEPEST,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        boolean hidden =
                                !folder.equals(root)
                                        && folder.getFileName().toString().startsWith(".");
                        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()
                                && attributes.size() <= LONGEST
                                && isMedia(file)) {
                            next.put(file, read(file, attributes));
                        }
                        return next.size() < MOST
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        files = next;
        var byAddress = new HashMap<String, Prebuilt>();
        next.forEach((file, read) ->
                byAddress.put(
                        ADDRESS + root.relativize(file).toString().replace('\\', '/'),
                        read.reply()));
        return byAddress;
    }

    private Read read(Path file, BasicFileAttributes attributes) throws IOException {
        var before = files.get(file);
        long modified = attributes.lastModifiedTime().toMillis();
        if (before != null && before.size() == attributes.size() && before.modified() == modified) {
            return before;
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = in.readNBytes((int) LONGEST);
            return new Read(
                    attributes.size(),
                    modified,
                    Prebuilt.file(bytes, ContentTypes.of(file.getFileName().toString())));
        }
    }
}
