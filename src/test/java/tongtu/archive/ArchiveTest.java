package tongtu.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir Path folder;
    private static final Person WHO = new Person("示例人", "shili");

    @BeforeEach
    void init() throws IOException {
        Archive.init(folder);
    }

    private Archive open() throws IOException {
        return Objects.requireNonNull(Archive.open(folder));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String save(Archive archive, String path, String text) throws IOException {
        return archive.save(
                new Archive.Change(Map.of(path, bytes(text)), Set.of()),
                new Archive.Signed(
                        WHO,
                        WHO,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "示例\n\nTongtu-Note: 说明\n"));
    }

    @Test
    void whatIsSavedIsACommitAndStandsInTheFolder() throws IOException {
        try (var archive = open()) {
            var first = save(archive, "notices/a.md", "一\n");
            save(archive, "notices/a.md", "二\n");
            archive.save(
                    new Archive.Change(Map.of(), Set.of("notices/a.md")),
                    new Archive.Signed(WHO, WHO, Instant.now(), "撤下\n"));
            assertFalse(Files.exists(folder.resolve("notices/a.md")));
            assertArrayEquals(bytes("一\n"), archive.bytes(first, "notices/a.md"));
            var entries = archive.since(null);
            assertEquals(3, entries.size());
            assertEquals("说明", entries.getFirst().trailer("Tongtu-Note"));
            assertEquals(2, archive.since(first).size());
        }
    }

    @Test
    void onlyOneProgramWrites() throws IOException {
        try (var _ = open()) {
            assertNull(Archive.open(folder));
        }
        try (var again = open()) {
            assertNotNull(again);
        }
    }

    @Test
    void locksThatAKillLeftAreCleared() throws IOException {
        try (var archive = open()) {
            save(archive, "notices/a.md", "一\n");
        }
        Files.writeString(folder.resolve(".git/refs/heads/published.lock"), "");
        Files.writeString(folder.resolve(".git/index.lock"), "");
        try (var archive = open()) {
            assertEquals(2, archive.repair().size());
            save(archive, "notices/a.md", "二\n");
            assertTrue(archive.repair().isEmpty());
        }
    }

    /// A kill between the commit and the folder: the folder is brought to the commit.
    @Test
    void aFolderThatIsBehindIsBroughtToTheCommit() throws IOException {
        try (var archive = open()) {
            save(archive, "notices/a.md", "一\n");
            save(archive, "notices/a.md", "二\n");
            Files.writeString(folder.resolve("notices/a.md"), "一\n");
            assertEquals(1, archive.repair().size());
            assertEquals("二\n", Files.readString(folder.resolve("notices/a.md")));
            assertTrue(archive.branches().isEmpty());
        }
    }

    /// What somebody wrote into the folder by hand is not lost: it waits on a branch.
    @Test
    void whatIsForeignIsKeptOnABranch() throws IOException {
        try (var archive = open()) {
            save(archive, "notices/a.md", "一\n");
            Files.writeString(folder.resolve("notices/a.md"), "手写的\n");
            Files.writeString(folder.resolve("notices/b.md"), "新的\n");
            archive.repair();
            assertEquals("一\n", Files.readString(folder.resolve("notices/a.md")));
            assertFalse(Files.exists(folder.resolve("notices/b.md")));
            var branch = archive.branches().getFirst();
            assertEquals(2, branch.files().size());
            assertArrayEquals(
                    bytes("手写的\n"), archive.bytes(branch.last().commit(), "notices/a.md"));
        }
    }
}
