package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.markdown.ContentFolder;

/// Files that are named on the command line.
final class NamedFile {
    private static final String MARKDOWN = ".md";

    private NamedFile() {}

    /// The document in a `.md` file; null when it is none, or cannot be read as one.
    static @Nullable Document document(String name) throws IOException {
        if (!name.endsWith(MARKDOWN) || !Files.isRegularFile(Path.of(name))) {
            return null;
        }
        var file = Path.of(name).toAbsolutePath();
        var stem = String.valueOf(file.getFileName());
        var read =
                new ContentFolder(file.resolveSibling(""))
                        .file(stem.substring(0, stem.length() - MARKDOWN.length()));
        return read == null ? null : read.parsed().document();
    }

    /// Writes a file whole or not at all.
    static void write(Path file, byte[] bytes) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.write(partial, bytes);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
