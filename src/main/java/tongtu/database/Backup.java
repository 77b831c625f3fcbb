package tongtu.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A copy of a database in one file, and the way back.
///
/// The copy is one moment of the database (`VACUUM INTO`), taken while others read and write; it
/// holds nothing that was deleted. It has its name only when it is whole, checked and on the disk.
public final class Backup {
    /// What SQLite keeps beside a database. A log that belonged to another database would be played
    /// into a restored one.
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private Backup() {}

    /// Writes the database of a data folder to a file that is not there yet; only its owner may
    /// read it.
    public static void write(Path data, Path file) throws IOException, DatabaseUnavailable {
        var from = new DataFolder(data).database();
        if (!Files.exists(from)) {
            throw new NoSuchFileException(from.toString());
        }
        refuse(file);
        var folder = folder(file);
        var part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            copy(from, part);
            check(part);
            force(part);
            Files.move(part, file);
            force(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Writes what a PostgreSQL server keeps as of one moment to a file that is not there yet, of
    /// the same form as the other.
    public static void write(String url, Path file) throws IOException, DatabaseUnavailable {
        refuse(file);
        var aside = Files.createTempDirectory(folder(file), ".backup");
        try {
            try (var from = new Database(url);
                    var to = new Database(aside)) {
                from.read(source -> {
                    try {
                        return to.write(target -> {
                            Rows.copy(source, target);
                            return true;
                        });
                    } catch (DatabaseUnavailable e) {
                        throw new SQLException(e);
                    }
                });
            }
            var made = new DataFolder(aside).database();
            check(made);
            force(made);
            Files.move(made, file);
            force(folder(file));
        } finally {
            delete(aside);
        }
    }

    /// Puts a backup into the database of a PostgreSQL server, which must have nothing in it.
    public static void restore(Path file, String url) throws IOException, DatabaseUnavailable {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var aside = Files.createTempDirectory(folder(file), ".restore");
        try {
            Files.copy(file, new DataFolder(aside).database());
            check(new DataFolder(aside).database());
            try (var from = new Database(aside);
                    var to = new Database(url)) {
                boolean wasEmpty =
                        from.read(source -> {
                            try {
                                return to.write(target -> {
                                    if (!Rows.isEmpty(target)) {
                                        return false;
                                    }
                                    Rows.copy(source, target);
                                    return true;
                                });
                            } catch (DatabaseUnavailable e) {
                                throw new SQLException(e);
                            }
                        });
                if (!wasEmpty) {
                    throw new FileAlreadyExistsException("PostgreSQL");
                }
            }
        } finally {
            delete(aside);
        }
    }

    /// Makes the database of a data folder, which must have none, from a backup. The copy is
    /// opened, and its tables brought to what this program knows, before it gets its place.
    public static void restore(Path file, Path data) throws IOException, DatabaseUnavailable {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var folder = new DataFolder(data);
        refuseOccupied(folder);
        folder.makeFolder();
        var aside = Files.createTempDirectory(data, ".restore");
        var copy = new DataFolder(aside).database();
        try {
            Files.copy(file, copy);
            check(copy);
            try (var opened = new Database(aside)) {
                opened.read(_ -> true);
            }
            force(copy);
            try (var _ = folder.lock()) {
                refuseOccupied(folder);
                Files.move(copy, folder.database(), StandardCopyOption.ATOMIC_MOVE);
                DataFolder.protect(folder.database());
                force(data);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        } finally {
            delete(aside);
        }
    }

    private static void refuseOccupied(DataFolder folder) throws FileAlreadyExistsException {
        for (var ending : BESIDE) {
            refuse(folder.path().resolve(DataFolder.DATABASE + ending));
        }
    }

    private static void refuse(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static void copy(Path from, Path to) throws DatabaseUnavailable {
        try (var connection = source(from).getConnection();
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, to.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException | LinkageError e) {
            throw DatabaseUnavailable.of(from, e);
        }
    }

    /// Refuses what SQLite does not find sound from its first page to its last, and what is no
    /// database of ours: an empty file is a sound database too.
    private static void check(Path file) throws DatabaseUnavailable {
        if (!"ok".equals(first(file, "PRAGMA integrity_check(1)"))) {
            throw DatabaseUnavailable.damaged(file);
        }
        if (first(file, "SELECT name FROM sqlite_master WHERE name = 'flyway_schema_history'")
                .isEmpty()) {
            throw DatabaseUnavailable.foreign(file);
        }
    }

    private static String first(Path file, String sql) throws DatabaseUnavailable {
        try (var connection = source(file).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException | LinkageError e) {
            throw DatabaseUnavailable.of(file, e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(SqliteEngine.BUSY_MS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
