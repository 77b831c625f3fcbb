package tongtu.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What JGit leaves to others: the folders of new files on the disk, and locks of a program that is
/// no more.
final class Durability {
    /// A push takes far less.
    private static final Duration STALE = Duration.ofMinutes(10);

    private final Path git;

    Durability(Path git) {
        this.git = git;
    }

    /// New objects: their files are on the disk by `core.fsyncObjectFiles`, their names are not.
    void objects() throws IOException {
        var objects = git.resolve("objects");
        var recent = Instant.now().minus(Duration.ofMinutes(1));
        try (var folders = Files.newDirectoryStream(objects, Files::isDirectory)) {
            for (var folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isAfter(recent)) {
                    force(folder);
                }
            }
        }
        force(objects);
    }

    void refs() throws IOException {
        force(git.resolve("refs").resolve("heads"));
        force(git);
    }

    void folders() throws IOException {
        objects();
        refs();
    }

    /// Everything of a repository that was made at once.
    static void whole(Path git) throws IOException {
        List<Path> all;
        try (var files = Files.walk(git)) {
            all = files.toList();
        }
        for (var each : all) {
            force(each);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes locks whose owner is gone: at once those that only this program takes (it has the
    /// right to write, so no other is there), others when they are old. Their names.
    List<String> clearStaleLocks() throws IOException {
        var cleared = new ArrayList<String>();
        List<Path> locks;
        try (var files = Files.walk(git)) {
            locks = files.filter(file -> file.toString().endsWith(".lock")).toList();
        }
        for (var lock : locks) {
            var name = git.relativize(lock).toString();
            if (!name.equals("tongtu.lock") && isStale(lock, name)) {
                Files.deleteIfExists(lock);
                cleared.add(name);
            }
        }
        return cleared;
    }

    private static boolean isStale(Path lock, String name) throws IOException {
        if (name.equals("refs/heads/" + Archive.PUBLISHED + ".lock")
                || name.equals("index.lock")
                || name.equals("HEAD.lock")
                || name.equals("packed-refs.lock")) {
            return true;
        }
        try {
            var changed = Files.getLastModifiedTime(lock).toInstant();
            return changed.isBefore(Instant.now().minus(STALE));
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
