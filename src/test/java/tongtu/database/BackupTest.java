package tongtu.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int WRITERS = 4;
    private static final int BACKUPS = 5;

    @TempDir Path folder;
    private Path data = Path.of("");
    private Path copy = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void folders() {
        data = folder.resolve("data");
        copy = folder.resolve("copy.db");
        other = folder.resolve("other");
    }

    private static boolean insert(Connection connection, String receipt) throws SQLException {
        var sql =
                "INSERT INTO message (receipt, submission, kind, language, page, block, format,"
                        + " words, contact, received_at) VALUES (?, ?, 'HELP', 'zh-CN', '', '', '', ?, '', 0)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, receipt);
            statement.setString(2, receipt);
            statement.setString(3, "词语".repeat(200));
            return statement.executeUpdate() == 1;
        }
    }

    private static Set<String> receipts(Path data) throws DatabaseUnavailable {
        try (var database = new Database(data)) {
            return database.read(connection -> {
                var all = new TreeSet<String>();
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT receipt FROM message")) {
                    while (rows.next()) {
                        all.add(rows.getString(1));
                    }
                }
                return all;
            });
        }
    }

    private void write(String... receipts) throws DatabaseUnavailable {
        try (var database = new Database(data)) {
            for (var receipt : receipts) {
                database.write(connection -> insert(connection, receipt));
            }
        }
    }

    @Test
    void everythingAcknowledgedBeforeABackupIsInItWhileWritingGoesOn() throws Exception {
        var acknowledged = new ConcurrentSkipListSet<String>();
        var number = new AtomicInteger(100_000);
        var isOver = new AtomicBoolean();
        try (var database = new Database(data);
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var writing = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < WRITERS; i++) {
                writing.add(
                        writers.submit(() -> {
                            while (!isOver.get()) {
                                var receipt = "" + number.incrementAndGet();
                                database.write(connection -> insert(connection, receipt));
                                acknowledged.add(receipt);
                            }
                            return true;
                        }));
            }
            try {
                for (int i = 1; i <= BACKUPS; i++) {
                    while (acknowledged.size() < i * 50) {
                        assertTrue(writing.stream().noneMatch(Future::isDone), "a writer gave up");
                        Thread.sleep(1);
                    }
                    var before = Set.copyOf(acknowledged);
                    var file = folder.resolve("copy-" + i + ".db");
                    Backup.write(data, file);
                    var restored = folder.resolve("restored-" + i);
                    Backup.restore(file, restored);
                    assertTrue(receipts(restored).containsAll(before), "lost in backup " + i);
                }
            } finally {
                isOver.set(true);
            }
            for (var each : writing) {
                assertTrue(each.get());
            }
        }
        assertEquals(acknowledged, receipts(data), "writing went on undisturbed");
    }

    @Test
    void aRestoredDatabaseCanBeWrittenTo() throws Exception {
        write("1", "2");
        Backup.write(data, copy);
        write("3");
        Backup.restore(copy, other);
        assertEquals(Set.of("1", "2"), receipts(other));
        try (var database = new Database(other)) {
            database.write(connection -> insert(connection, "4"));
        }
        assertEquals(Set.of("1", "2", "4"), receipts(other));
        assertEquals(Set.of("1", "2", "3"), receipts(data));
    }

    @Test
    void onlyTheOwnerMayReadABackupAndWhatIsRestored() throws Exception {
        write("1");
        Backup.write(data, copy);
        Backup.restore(copy, other);
        for (var file : List.of(copy, other.resolve(DataFolder.DATABASE))) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        write("1");
        Files.writeString(copy, "something else");
        assertThrows(FileAlreadyExistsException.class, () -> Backup.write(data, copy));
        assertEquals("something else", Files.readString(copy));

        var good = folder.resolve("good.db");
        Backup.write(data, good);
        assertThrows(FileAlreadyExistsException.class, () -> Backup.restore(good, data));
        assertEquals(Set.of("1"), receipts(data));
    }

    /// SQLite would play the log of the old database into the restored one.
    @Test
    void aLogLeftByAnotherDatabaseKeepsABackupOut() throws Exception {
        write("1");
        Backup.write(data, copy);
        Files.createDirectories(other);
        Files.writeString(other.resolve(DataFolder.DATABASE + "-wal"), "left behind");
        assertThrows(FileAlreadyExistsException.class, () -> Backup.restore(copy, other));
        assertFalse(Files.exists(other.resolve(DataFolder.DATABASE)));
    }

    @Test
    void whatIsNoBackupIsRefusedAndLeavesNothing() throws Exception {
        write("1");
        Backup.write(data, copy);
        var cut = folder.resolve("cut.db");
        var bytes = Files.readAllBytes(copy);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var letter = Files.writeString(folder.resolve("letter.db"), "a letter\n".repeat(500));
        var empty = Files.createFile(folder.resolve("empty.db"));
        for (var file : List.of(cut, letter, empty)) {
            assertThrows(DatabaseUnavailable.class, () -> Backup.restore(file, other), "" + file);
            assertFalse(Files.exists(other.resolve(DataFolder.DATABASE)), "" + file);
            assertEquals(List.of(), names(other), "" + file);
        }
        assertThrows(
                NoSuchFileException.class,
                () -> Backup.restore(folder.resolve("nothing.db"), other));
    }

    @Test
    void aBackupOfANewerProgramIsRefused() throws Exception {
        write("1");
        try (var database = new Database(data)) {
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO flyway_schema_history (installed_rank, version, description,"
                                    + " type, script, checksum, installed_by, execution_time, success)"
                                    + " VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)");
                }
            });
        }
        Backup.write(data, copy);
        assertThrows(DatabaseUnavailable.class, () -> Backup.restore(copy, other));
        assertEquals(List.of(), names(other));
    }

    @Test
    void aBackupThatFailsLeavesNoFile() throws Exception {
        assertThrows(NoSuchFileException.class, () -> Backup.write(data, copy));
        assertFalse(Files.exists(data), "only looked");
        Files.createDirectories(data);
        Files.writeString(data.resolve(DataFolder.DATABASE), "a letter\n".repeat(500));
        assertThrows(DatabaseUnavailable.class, () -> Backup.write(data, copy));
        assertEquals(List.of("data"), names(folder));
    }

    @Test
    void whatWasDeletedIsInNoBackup() throws Exception {
        write("1", "2");
        try (var database = new Database(data)) {
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "UPDATE message SET words = '13800000000-is-nobodys-number'");
                }
            });
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("DELETE FROM message");
                }
            });
            Backup.write(data, copy);
        }
        var text = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("nobodys-number"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
