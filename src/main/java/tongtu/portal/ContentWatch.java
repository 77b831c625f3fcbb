package tongtu.portal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import tongtu.markdown.ContentFolder;
import tongtu.web.Media;

/// Tells which files of a content folder were saved, made or deleted, soon after: an editor writes
/// a file in several steps, so what follows within [#QUIET_MS] is told at once.
final class ContentWatch implements AutoCloseable {
    private static final int QUIET_MS = 4;

    /// A file that is written without a pause is told of after this all the same.
    private static final int LONGEST_WAIT_MS = 200;

    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    ContentWatch(Path root) throws IOException {
        this.root = root;
        service = root.getFileSystem().newWatchService();
        register(root);
    }

    /// Waits for a change; the files that changed. Empty when too much changed to tell: then
    /// everything must be read. Null when the watch is closed.
    @org.jspecify.annotations.Nullable
    Set<Path> await() throws IOException, InterruptedException {
        try {
            var changed = new TreeSet<Path>();
            boolean lost = false;
            while (changed.isEmpty() && !lost) {
                var key = service.take();
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
                while (key != null) {
                    lost |= !collect(key, changed);
                    key =
                            System.nanoTime() < deadline
                                    ? service.poll(QUIET_MS, TimeUnit.MILLISECONDS)
                                    : null;
                }
            }
            return lost ? Set.of() : changed;
        } catch (ClosedWatchServiceException e) {
            return null;
        }
    }

    /// Whether the key's events could be told one by one.
    private boolean collect(WatchKey key, Set<Path> changed) throws IOException {
        var folder = folders.get(key);
        boolean complete = folder != null;
        for (var event : key.pollEvents()) {
            complete &= folder != null && collect(event, folder, changed);
        }
        if (!key.reset()) {
            folders.remove(key);
            complete = false;
        }
        return complete;
    }

    private boolean collect(WatchEvent<?> event, Path folder, Set<Path> changed)
            throws IOException {
        if (!(event.context() instanceof Path name)) {
            return false;
        }
        var file = folder.resolve(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)) {
                register(file);
                return false;
            }
            return true;
        }
        if (ContentFolder.isContent(file) || Media.isMedia(file)) {
            changed.add(file);
        }
        return true;
    }

    private void register(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                Set.of(),
                ContentFolder.DEEPEST,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path each, BasicFileAttributes attributes) throws IOException {
                        if (!each.equals(root) && each.getFileName().toString().startsWith(".")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        var key =
                                each.register(
                                        service,
                                        StandardWatchEventKinds.ENTRY_CREATE,
                                        StandardWatchEventKinds.ENTRY_MODIFY,
                                        StandardWatchEventKinds.ENTRY_DELETE);
                        folders.put(key, each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
