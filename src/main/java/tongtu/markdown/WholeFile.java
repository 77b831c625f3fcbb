package tongtu.markdown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file so that after a crash or a power cut there is the old one or the new one, whole:
/// the bytes go to a file beside it, to the disk, and then under its name.
public final class WholeFile {
    private static final String ENDING = ".part";

    private WholeFile() {}

    public static void write(Path file, byte[] bytes) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        var part = Files.createTempFile(folder, "." + target.getFileName(), ENDING);
        try {
            // A temporary file is for its owner alone; this one takes the place of a public text.
            copyPermissions(target, part);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var view =
                Files.getFileAttributeView(
                        to, java.nio.file.attribute.PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    Files.exists(from)
                            ? Files.getPosixFilePermissions(from)
                            : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
