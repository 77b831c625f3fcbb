package tongtu.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tongtu.archive.Archive;
import tongtu.archive.Bundle;
import tongtu.database.Backup;
import tongtu.database.DatabaseUnavailable;

/// A whole site in one file: what the database has, the content repository with its history, the
/// configuration. A content folder that is no repository is not in it: then the file is the
/// database's alone, as it always was.
///
/// The database is copied first. What is published meanwhile is in the repository and not yet in
/// the database; at its next start the site notes it.
final class SiteBackup {
    private static final String DATABASE = "tongtu.db";
    private static final String CONTENT = "content.bundle";
    private static final List<String> PARTS = List.of(DATABASE, CONTENT, ConfigFile.NAME);

    private SiteBackup() {}

    static void write(Path data, String url, Path file) throws IOException, DatabaseUnavailable {
        var content = data.resolve(Config.OWN_CONTENT);
        if (!Archive.isAt(content)) {
            database(data, url, file);
            return;
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        var aside = Files.createTempDirectory(folder, ".backup");
        try {
            database(data, url, aside.resolve(DATABASE));
            Bundle.write(content, aside.resolve(CONTENT));
            if (Files.isRegularFile(data.resolve(ConfigFile.NAME))) {
                Files.copy(data.resolve(ConfigFile.NAME), aside.resolve(ConfigFile.NAME));
            }
            var whole = aside.resolve("whole");
            try (var out = new ZipOutputStream(Files.newOutputStream(whole))) {
                for (var part : PARTS) {
                    add(aside.resolve(part), part, out);
                }
            }
            try (var channel = FileChannel.open(whole, StandardOpenOption.READ)) {
                channel.force(true);
            }
            if (whole.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(whole, file);
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } finally {
            delete(aside);
        }
    }

    private static void database(Path data, String url, Path file)
            throws IOException, DatabaseUnavailable {
        if (url.isEmpty()) {
            Backup.write(data, file);
        } else {
            Backup.write(url, file);
        }
    }

    private static void add(Path file, String name, ZipOutputStream out) throws IOException {
        if (Files.isRegularFile(file)) {
            out.putNextEntry(new ZipEntry(name));
            Files.copy(file, (OutputStream) out);
            out.closeEntry();
        }
    }

    static void restore(Path file, Path data, String url) throws IOException, DatabaseUnavailable {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!isWhole(file)) {
            database(file, data, url);
            return;
        }
        var content = data.resolve(Config.OWN_CONTENT);
        if (Files.exists(content)) {
            throw new FileAlreadyExistsException(content.toString());
        }
        Files.createDirectories(data);
        var aside = Files.createTempDirectory(data, ".restore");
        try {
            unpack(file, aside);
            var made = Files.createDirectory(aside.resolve(Config.OWN_CONTENT));
            Bundle.restore(aside.resolve(CONTENT), made);
            database(aside.resolve(DATABASE), data, url);
            Files.move(made, content);
            var config = aside.resolve(ConfigFile.NAME);
            if (Files.exists(config) && !Files.exists(data.resolve(ConfigFile.NAME))) {
                Files.move(config, data.resolve(ConfigFile.NAME));
            }
        } finally {
            delete(aside);
        }
    }

    private static void database(Path file, Path data, String url)
            throws IOException, DatabaseUnavailable {
        // Its name says in backups of other sites what it is; here it is only read.
        if (url.isEmpty()) {
            Backup.restore(file, data);
        } else {
            Backup.restore(file, url);
        }
    }

    /// ZIP files begin with these two letters (APPNOTE, 4.3.7); databases do not.
    private static boolean isWhole(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /// Only what a backup has is taken out, whatever the names in it say.
    private static void unpack(Path file, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (PARTS.contains(entry.getName())) {
                    Files.copy(in, folder.resolve(entry.getName()));
                }
            }
        }
        if (!Files.exists(folder.resolve(DATABASE)) || !Files.exists(folder.resolve(CONTENT))) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
