package tongtu.portal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
import org.jspecify.annotations.Nullable;
import tongtu.markdown.ContentFolder;
import tongtu.web.Media;

/// Tells what was saved, made, moved or deleted in a content folder, soon after: an editor writes a
/// file in several steps, so what follows within [#QUIET_MS] is told at once. A folder stands for
/// everything that is or was in it.
final class ContentWatch implements AutoCloseable {
    private static final int QUIET_MS = 4;

    /// A file that is written without a pause is told of after this all the same.
    private static final int LONGEST_WAIT_MS = 200;

    /// How often it is asked whether the content folder is still the same folder: nobody tells when
    /// it is moved away and another put in its place.
    private static final int SAME_FOLDER_MS = 500;

    private static final int MOST_FOLDERS = 20_000;

    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private @Nullable Object identity;

    ContentWatch(Path root) throws IOException {
        this.root = root;
        service = root.getFileSystem().newWatchService();
        try {
            identity = identity();
            register(root);
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    /// Waits for a change; the files and folders that changed. Null when the watch is closed.
    @Nullable Set<Path> await() throws IOException, InterruptedException {
        try {
            var changed = new TreeSet<Path>();
            while (changed.isEmpty()) {
                var key = service.poll(SAME_FOLDER_MS, TimeUnit.MILLISECONDS);
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
                while (key != null) {
                    collect(key, changed);
                    key =
                            System.nanoTime() < deadline
                                    ? service.poll(QUIET_MS, TimeUnit.MILLISECONDS)
                                    : null;
                }
                if (isAnotherFolder()) {
                    changed.add(root);
                }
            }
            return changed;
        } catch (ClosedWatchServiceException e) {
            return null;
        }
    }

    /// Whether the content folder went away, came back or was replaced; then it is watched from
    /// scratch.
    private boolean isAnotherFolder() throws IOException {
        var now = identity();
        if (now == null ? identity == null : now.equals(identity)) {
            return false;
        }
        identity = now;
        forget(root);
        if (now != null) {
            register(root);
        }
        return true;
    }

    /// What makes the content folder this folder and no other; null when there is none.
    private @Nullable Object identity() {
        try {
            var attributes = Files.readAttributes(root, BasicFileAttributes.class);
            var key = attributes.fileKey();
            return !attributes.isDirectory() ? null : key == null ? root : key;
        } catch (IOException e) {
            return null;
        }
    }

    private void collect(WatchKey key, Set<Path> changed) throws IOException {
        var folder = folders.get(key);
        for (var event : key.pollEvents()) {
            if (folder != null) {
                collect(event, folder, changed);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private void collect(WatchEvent<?> event, Path folder, Set<Path> changed) throws IOException {
        if (!(event.context() instanceof Path name)) {
            // More happened than was kept: something in this folder changed.
            register(folder);
            changed.add(folder);
            return;
        }
        if (name.toString().startsWith(".")) {
            return;
        }
        var path = folder.resolve(name);
        boolean wasFolder = folders.containsValue(path);
        boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        boolean isMade = event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE);
        if (isFolder && isMade) {
            // First watched, then read: nothing is saved in between.
            forget(path);
            register(path);
            changed.add(path);
        } else if (wasFolder && !isFolder) {
            forget(path);
            changed.add(path);
        } else if (!isFolder && (ContentFolder.isContent(path) || Media.isMedia(path))) {
            changed.add(path);
        }
    }

    private void forget(Path folder) {
        folders.entrySet()
                .removeIf(watched -> {
                    boolean is = watched.getValue().startsWith(folder);
                    if (is) {
                        watched.getKey().cancel();
                    }
                    return is;
                });
    }

    private void register(Path folder) throws IOException {
        int depth = folder.equals(root) ? 0 : root.relativize(folder).getNameCount();
        if (depth < ContentFolder.DEEPEST) {
            Files.walkFileTree(folder, Set.of(), ContentFolder.DEEPEST - depth, new Registration());
        }
    }

    private final class Registration extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (folders.size() >= MOST_FOLDERS) {
                throw new IOException("more than " + MOST_FOLDERS + " folders");
            }
            try {
                var key =
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE);
                folders.put(key, folder);
                return FileVisitResult.CONTINUE;
            } catch (NoSuchFileException | NotDirectoryException e) {
                return FileVisitResult.SKIP_SUBTREE;
            }
        }

        /// A folder may vanish while it is walked.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
