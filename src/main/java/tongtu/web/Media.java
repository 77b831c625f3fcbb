package tongtu.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The pictures of a content folder, served under `/media/` by their path in it. Hidden files and
/// what lies behind links are not served. They are kept in memory: one over [#LONGEST] bytes, or
/// what would make them [#MOST_BYTES] together, is left out. Not for two threads at once.
public final class Media {
    public static final String ADDRESS = "/media/";
    public static final long LONGEST = 8 * 1024 * 1024;
    public static final long MOST_BYTES = 256 * 1024 * 1024;
    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 8;

    private final Path root;
    private final Map<Path, Prebuilt> files = new TreeMap<>();
    private final Set<Path> leftOut = new TreeSet<>();
    private long bytes;

    public Media(Path root) {
        this.root = root;
    }

    public static boolean isMedia(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && ContentTypes.find(name) != null;
    }

    /// Reads the files given again, and all that is or was in the folders given.
    public void read(Collection<Path> changed) throws IOException {
        for (var path : changed) {
            forget(path);
            Files.walkFileTree(path, Set.of(), DEEPEST, new Reader());
        }
    }

    private void forget(Path path) {
        leftOut.removeIf(file -> file.startsWith(path));
        files.entrySet()
                .removeIf(file -> {
                    boolean is = file.getKey().startsWith(path);
                    bytes -= is ? file.getValue().length() : 0;
                    return is;
                });
    }

    /// Everything, by its address as characters.
    public Map<String, Prebuilt> byAddress() {
        var byAddress = new HashMap<String, Prebuilt>();
        files.forEach((file, reply) -> byAddress.put(ADDRESS + name(file), reply));
        return byAddress;
    }

    /// The files that are not served because they, or all together, are too large; by their path in
    /// the folder.
    public List<String> leftOut() {
        return leftOut.stream().map(this::name).toList();
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private final class Reader extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isMedia(file)) {
                boolean fits =
                        attributes.size() <= LONGEST
                                && bytes + attributes.size() <= MOST_BYTES
                                && files.size() < MOST_FILES;
                if (fits) {
                    add(file);
                } else {
                    leftOut.add(file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file) {
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                var read = in.readNBytes((int) LONGEST);
                files.put(
                        file, Prebuilt.file(read, ContentTypes.of(file.getFileName().toString())));
                bytes += read.length;
            } catch (IOException e) {
                // It vanished or cannot be read: then it is not there for readers either.
                leftOut.add(file);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
