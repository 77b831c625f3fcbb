package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tongtu.account.Role;
import tongtu.archive.Archive;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.Rows;
import tongtu.database.Sql;
import tongtu.publishing.Engines;

/// A site is backed up while it runs and restored onto an empty folder: the drill.
class SiteBackupTest {
    @TempDir Path folder;

    private static String counts(Database database) throws Exception {
        var counts = new StringBuilder();
        for (var table : Rows.TABLES) {
            long count =
                    database.read(
                            connection -> Sql.number(connection, "SELECT count(*) FROM " + table));
            counts.append(table).append('=').append(count).append(' ');
        }
        return counts.toString();
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsThereAgain(Engines engine) throws Exception {
        var url = engine == Engines.SQLITE ? "" : Engines.url();
        var data = folder.resolve("own");
        var file = folder.resolve("backup.zip");
        String before;
        String head;
        try (var site = StaffSite.make(data, StaffSite.QUICK, url, InstantSource.system())) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            DeskTest.write(author, "notices", "tongzhi", "示例：正文。\n");
            DeskTest.handIn(author, "notices/tongzhi", "");
            DeskTest.sign(reviewer, "notices/tongzhi", 1);
            DeskTest.publish(reviewer, "notices/tongzhi", "");
            DeskTest.await(site.client(), "/notices/tongzhi", 200);
            DeskTest.write(author, "notices", "caogao", "示例：还是草稿。\n");
            var resident = site.client();
            var form = resident.get("/feedback/help").page().selectFirst("main form");
            var fields = StaffClient.fields(java.util.Objects.requireNonNull(form), "");
            fields.put("words", "示例：留言。");
            assertTrue(resident.post("/feedback/help", fields).page().text().contains("回执号"));
            StaffSite.run(
                    Map.of(),
                    "backup",
                    file.toString(),
                    "--data",
                    data.toString(),
                    "--database",
                    url);
            try (var database = Database.of(url, data)) {
                before = counts(database);
            }
            try (var archive = Archive.read(data.resolve("content"))) {
                head = String.valueOf(archive.head());
            }
        }
        var again = folder.resolve("again");
        var other = engine == Engines.SQLITE ? "" : Engines.url();
        StaffSite.run(
                Map.of(),
                "restore",
                file.toString(),
                "--data",
                again.toString(),
                "--database",
                other);
        try (var database = Database.of(other, again)) {
            assertEquals(before, counts(database));
            assertTrue(
                    new AuditLog(database, InstantSource.system())
                            .verify(Map.of())
                            .faults()
                            .isEmpty());
        }
        try (var archive = Archive.read(again.resolve("content"))) {
            assertEquals(head, archive.head());
        }
        assertEquals(
                Files.readString(data.resolve("content/notices/tongzhi.md")),
                Files.readString(again.resolve("content/notices/tongzhi.md")));
        try (var site = StaffSite.at(again, StaffSite.QUICK, other, InstantSource.system())) {
            assertEquals(200, site.client().get("/notices/tongzhi").status());
            assertTrue(site.site().mended().isEmpty(), () -> site.site().mended().toString());
        }
    }

    /// A table that is added later and forgotten here would be lost by a backup.
    @Test
    void everyTableIsCopied() throws Exception {
        try (var database = new Database(folder)) {
            var tables =
                    database.read(connection ->
                            Sql.list(
                                    connection,
                                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                                            + " AND name NOT LIKE 'sqlite%'"
                                            + " AND name NOT LIKE 'flyway%'",
                                    row -> row.getString(1)));
            assertEquals(new TreeSet<>(tables), new TreeSet<>(Rows.TABLES));
        }
    }
}
