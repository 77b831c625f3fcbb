package tongtu.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder for what the program writes. It and what is made in it are for the program's own user
/// alone.
final class DataFolder {
    static final String DATABASE = "tongtu.db";
    private static final String LOCK = "tongtu.db.lock";
    private static final long LOCK_POLL_MS = 50;
    private static final int LOCK_POLLS = 200;

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    /// Whether the folder, or the nearest one above it that is there, may be written to.
    boolean isWritable() {
        var nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest)
                && Files.isWritable(nearest)
                && (!Files.exists(database()) || Files.isWritable(database()));
    }

    /// Makes the folder and an empty database file where there is none.
    void make() throws IOException {
        makeFolder();
        try {
            Files.createFile(database(), permissions("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // It has been used before.
        }
    }

    void makeFolder() throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
    }

    /// Takes the right to read a file from everybody but its owner.
    static void protect(Path file) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Work that one program at a time may do: two that start at once do not both make the tables.
    /// Locks of files keep out other programs only; one of this program is waited for.
    FileChannel lock() throws IOException, InterruptedException {
        var channel =
                FileChannel.open(
                        folder.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        permissions("rw-------"));
        try {
            for (int i = 0; i < LOCK_POLLS; i++) {
                if (isLocked(channel)) {
                    return channel;
                }
                Thread.sleep(LOCK_POLL_MS);
            }
            throw new IOException("locked by another program: " + folder.resolve(LOCK));
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
