package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tongtu.app.TestSite.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.web.Server;

/// A site left to itself follows its folder, whatever is done to it.
class FollowedFolderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Path content;
    private TestSite site;

    @BeforeEach
    void start() throws IOException, Server.CannotStart {
        content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("site.yaml"), "version: 1\nname: 甲站\n");
        Files.createDirectories(content.resolve("notices"));
        Files.writeString(content.resolve("notices/a.md"), text("notice", "甲", "最早的话。"));
        site = TestSite.following(content);
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void shows(String address, String words) throws IOException {
        await(() -> site.get(address).text().contains(words));
    }

    private void misses(String address) throws IOException {
        await(() -> site.get(address).status() == 404);
    }

    @Test
    void aSavedFileIsShown() throws IOException {
        site.write("notices/a.md", text("notice", "甲", "改过的话。"));
        shows("/notices/a", "改过的话");
        site.write("notices/b.md", text("notice", "乙", "新的。"));
        shows("/notices/b", "新的");
        shows("/notices", "乙");
        site.delete("notices/b.md");
        misses("/notices/b");
        site.write("site.yaml", "version: 1\nname: 乙站\n");
        shows("/", "乙站");
        site.write("notices/p.png", "png");
        await(() -> site.get("/media/notices/p.png").status() == 200);
    }

    /// As vim and most others do: write beside it, then rename over it.
    @Test
    void anEditorThatRenamesIsFollowed() throws IOException {
        for (int i = 0; i < 5; i++) {
            var part = content.resolve("notices/.a.md.swp");
            Files.writeString(part, text("notice", "甲", "第" + i + "稿。"));
            Files.move(part, content.resolve("notices/a.md"), StandardCopyOption.ATOMIC_MOVE);
            shows("/notices/a", "第" + i + "稿");
        }
        // Or: keep the old one as a copy, and write anew.
        Files.move(content.resolve("notices/a.md"), content.resolve("notices/a.md~"));
        site.write("notices/a.md", text("notice", "甲", "最后一稿。"));
        shows("/notices/a", "最后一稿");
        assertEquals(404, site.get("/notices/a.md~").status());
    }

    @Test
    void aFileThatIsWrittenInPiecesEndsUpWhole() throws Exception {
        var whole = text("notice", "甲", "开头。\n\n" + "很长的话。".repeat(2_000) + "\n\n结尾。");
        try (var out = Files.newBufferedWriter(content.resolve("notices/a.md"))) {
            for (int i = 0; i < whole.length(); i += 2_000) {
                out.write(whole, i, Math.min(2_000, whole.length() - i));
                out.flush();
                Thread.sleep(7);
            }
        }
        shows("/notices/a", "结尾");
    }

    @Test
    void aBurstOfSavesIsShownToTheLast() throws IOException {
        for (int i = 0; i < 500; i++) {
            site.write("notices/n%03d.md".formatted(i), text("notice", "第 " + i + " 号", "一。"));
        }
        for (int i = 0; i < 500; i++) {
            site.write("notices/n%03d.md".formatted(i), text("notice", "第 " + i + " 号", "二。"));
        }
        for (int i = 0; i < 500; i++) {
            shows("/notices/n%03d".formatted(i), "二。");
        }
        for (int i = 0; i < 500; i += 2) {
            site.delete("notices/n%03d.md".formatted(i));
        }
        for (int i = 0; i < 500; i++) {
            int status = i % 2 == 0 ? 404 : 200;
            var address = "/notices/n%03d".formatted(i);
            await(() -> site.get(address).status() == status);
        }
    }

    @Test
    void foldersAreFollowedWhereverTheyGo() throws IOException {
        // Made, with all that is in it.
        site.write("new/deep/b.md", text("notice", "乙", "深处。"));
        shows("/notices/b", "深处");
        site.write("new/deep/b.md", text("notice", "乙", "深处改过。"));
        shows("/notices/b", "深处改过");
        // Renamed.
        Files.move(content.resolve("new"), content.resolve("other"));
        shows("/notices/b", "深处改过");
        site.write("other/deep/b.md", text("notice", "乙", "改名以后。"));
        shows("/notices/b", "改名以后");
        // Moved away, and another put in its place.
        Files.move(content.resolve("other"), folder.resolve("away"));
        misses("/notices/b");
        site.write("other/deep/c.md", text("notice", "丙", "换了一个。"));
        shows("/notices/c", "换了一个");
        Files.writeString(folder.resolve("away/deep/b.md"), text("notice", "乙", "不该出现。"));
        // Deleted, with all that is in it.
        deleteAll(content.resolve("other"));
        misses("/notices/c");
        assertEquals(404, site.get("/notices/b").status());
        // Moved in from outside.
        Files.move(folder.resolve("away"), content.resolve("back"));
        shows("/notices/b", "不该出现");
        site.write("back/deep/b.md", text("notice", "乙", "又回来了。"));
        shows("/notices/b", "又回来了");
    }

    @Test
    void hiddenFoldersAndFilesAreNotRead() throws IOException {
        site.write(".git/objects/x.md", text("notice", "隐藏", "不该出现。"));
        site.write("notices/.draft.md", text("notice", "草稿", "不该出现。"));
        site.write("notices/a.md", text("notice", "甲", "改过的话。"));
        shows("/notices/a", "改过的话");
        assertEquals(404, site.get("/notices/x").status());
        assertEquals(404, site.get("/notices/.draft").status());
    }

    @Test
    void aContentFolderDeletedAndMadeAgainIsFollowed() throws IOException {
        deleteAll(content);
        await(() -> site.findings().contains("folder/missing"));
        // Emptied file by file, the pages are gone; the folder itself being away leaves the rest.
        assertEquals(200, site.get("/").status());
        Files.createDirectories(content.resolve("notices"));
        site.write("notices/a.md", text("notice", "甲", "从头再来。"));
        shows("/notices/a", "从头再来");
        await(() -> !site.findings().contains("folder/missing"));
        site.write("notices/a.md", text("notice", "甲", "还在看着。"));
        shows("/notices/a", "还在看着");
    }

    @Test
    void aContentFolderThatIsReplacedWholeIsFollowed() throws IOException {
        var next = Files.createDirectories(folder.resolve("next/notices"));
        Files.writeString(next.resolve("z.md"), text("notice", "子", "新的一批。"));
        Files.move(content, folder.resolve("old"));
        Files.move(folder.resolve("next"), content);
        shows("/notices/z", "新的一批");
        misses("/notices/a");
        site.write("notices/z.md", text("notice", "子", "跟上了。"));
        shows("/notices/z", "跟上了");
    }

    @Test
    void aSavedFileWithErrorsIsReportedAndChangesNothing() throws IOException {
        site.write("notices/a.md", "---\ntitle: [\n---\n");
        await(() -> site.findings().contains("front-matter/yaml"));
        assertTrue(site.get("/notices/a").text().contains("最早的话"));
        site.write("notices/a.md", text("notice", "甲", "修好了。"));
        shows("/notices/a", "修好了");
        await(() -> site.findings().isEmpty());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
