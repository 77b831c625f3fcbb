package tongtu.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;
    private Path data = Path.of("");
    private Database database = new Database(Path.of(""));

    @BeforeEach
    void aDatabase() {
        data = folder.resolve("site/data");
        database = new Database(data);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static boolean insert(Connection connection, String receipt, String words)
            throws SQLException {
        var sql =
                "INSERT INTO message (receipt, submission, kind, language, page, block, format,"
                        + " words, contact, received_at) VALUES (?, ?, 'HELP', 'zh-CN', '', '', '', ?, '', 0)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, receipt);
            statement.setString(2, receipt);
            statement.setString(3, words);
            return statement.executeUpdate() == 1;
        }
    }

    private static int count(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM message");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    @Test
    void nothingIsMadeBeforeItIsNeeded() {
        assertFalse(database.exists());
        assertFalse(Files.exists(data));
    }

    @Test
    void whatWasWrittenIsThereAfterClosing() throws DatabaseUnavailable {
        database.write(connection -> insert(connection, "1", "一"));
        database.close();
        database = new Database(data);
        assertTrue(database.exists());
        assertEquals(1, database.read(DatabaseTest::count));
    }

    @Test
    void theFolderAndItsFilesAreForTheirOwnerAlone() throws Exception {
        database.write(connection -> insert(connection, "1", "一"));
        assertEquals("rwx------", permissions(data));
        try (var files = Files.list(data)) {
            var all = files.toList();
            assertTrue(all.size() >= 2, "the log of changes is there: " + all);
            for (var file : all) {
                assertEquals("rw-------", permissions(file), file.toString());
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aCommitIsOnTheDiskBeforeItIsAcknowledged() throws DatabaseUnavailable {
        database.read(connection -> {
            assertEquals(2, number(connection, "PRAGMA synchronous"), "FULL");
            assertEquals(1, number(connection, "PRAGMA foreign_keys"));
            assertEquals(1, number(connection, "PRAGMA secure_delete"));
            try (var rows = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
                assertTrue(rows.next());
                assertEquals("wal", rows.getString(1));
            }
            return true;
        });
    }

    @Test
    void aFailedTransactionChangesNothingAndTheNextOneWorks() throws DatabaseUnavailable {
        database.write(connection -> insert(connection, "1", "一"));
        assertThrows(
                DatabaseUnavailable.class,
                () ->
                        database.write(connection -> {
                            insert(connection, "2", "二");
                            return insert(connection, "1", "again");
                        }));
        assertThrows(
                IllegalStateException.class,
                () ->
                        database.write(connection -> {
                            insert(connection, "3", "三");
                            throw new IllegalStateException("ours");
                        }));
        assertEquals(1, database.read(DatabaseTest::count));
        database.write(connection -> insert(connection, "4", "四"));
        assertEquals(2, database.read(DatabaseTest::count));
    }

    /// Two programs: the server and `./tongtu messages`, each with its own connection.
    @Test
    void twoThatStartAndWriteAtOnceLoseNothing() throws Exception {
        try (var other = new Database(data);
                var threads = Executors.newFixedThreadPool(8)) {
            var written = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 100; i++) {
                var receipt = String.valueOf(i);
                var one = i % 2 == 0 ? database : other;
                written.add(
                        threads.submit(
                                () -> one.write(connection -> insert(connection, receipt, "一"))));
            }
            for (var each : written) {
                assertTrue(each.get());
            }
            assertEquals(100, database.read(DatabaseTest::count));
        }
    }

    @Test
    void aReaderDoesNotWaitForAWriterOfAnotherProgram() throws Exception {
        database.write(_ -> true);
        try (var other = new Database(data)) {
            other.write(connection -> {
                insert(connection, "1", "一");
                try {
                    assertEquals(0, database.read(DatabaseTest::count), "not committed yet");
                } catch (DatabaseUnavailable e) {
                    throw new IllegalStateException(e);
                }
                return true;
            });
            assertEquals(1, database.read(DatabaseTest::count));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertDoesNotThrow(database::check);
        assertFalse(Files.exists(data), "only looked");
        try (var impossible = new Database(folder.resolve("file/data"))) {
            assertThrows(DatabaseUnavailable.class, impossible::check);
            var e = assertThrows(DatabaseUnavailable.class, () -> impossible.write(_ -> true));
            assertTrue(message(e).contains("file/data"), message(e));
            assertTrue(message(e).contains("权限"), message(e));
        }
    }

    @Test
    void aDatabaseThatIsSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(data);
        var text = "this is a letter, not a database\n".repeat(100);
        Files.writeString(data.resolve(DataFolder.DATABASE), text);
        var e = assertThrows(DatabaseUnavailable.class, () -> database.write(_ -> true));
        assertTrue(message(e).contains("坏了"), message(e));
        assertEquals(text, Files.readString(data.resolve(DataFolder.DATABASE)));
    }

    @Test
    void aFullDiskIsSaidAndWritingGoesOnOnceThereIsRoom() throws DatabaseUnavailable {
        database.write(connection -> insert(connection, "1", "一"));
        var random = new Random(7);
        var bytes = new byte[200_000];
        random.nextBytes(bytes);
        var large = new String(bytes, StandardCharsets.ISO_8859_1);
        var e =
                assertThrows(
                        DatabaseUnavailable.class,
                        () ->
                                database.write(connection -> {
                                    execute(connection, "PRAGMA max_page_count = 20");
                                    return insert(connection, "2", large);
                                }));
        assertTrue(message(e).contains("磁盘满了"), message(e));
        database.write(connection -> insert(connection, "3", large));
        assertEquals(2, database.read(DatabaseTest::count));
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws DatabaseUnavailable {
        database.write(connection ->
                execute(
                        connection,
                        "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                                + " script, checksum, installed_by, execution_time, success)"
                                + " VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)"));
        database.close();
        database = new Database(data);
        var e = assertThrows(DatabaseUnavailable.class, () -> database.write(_ -> true));
        assertTrue(message(e).contains("更新的版本"), message(e));
    }

    /// Whoever moves the file away while the server runs must not make it write into nowhere.
    @Test
    void aFileThatWasTakenAwayIsMadeAgain() throws Exception {
        database.write(connection -> insert(connection, "1", "一"));
        Files.move(data, folder.resolve("moved"));
        database.write(connection -> insert(connection, "2", "二"));
        assertTrue(Files.exists(data.resolve(DataFolder.DATABASE)));
        assertEquals(1, database.read(DatabaseTest::count));
    }

    @Test
    void whatWasDeletedIsInNoFileAfterPurging() throws Exception {
        var secret = "13800000000-is-nobodys-number";
        database.write(connection -> insert(connection, "1", secret));
        assertTrue(anyFileHolds(secret), "the search finds what is there");
        database.write(connection -> execute(connection, "DELETE FROM message"));
        database.purge();
        assertFalse(anyFileHolds(secret));
    }

    private boolean anyFileHolds(String secret) throws IOException {
        try (var files = Files.list(data)) {
            for (var file : files.toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String message(Exception e) {
        var message = e.getMessage();
        assertNotNull(message);
        return message;
    }
}
