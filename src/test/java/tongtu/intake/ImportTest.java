package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Unit;
import tongtu.document.Units;
import tongtu.markdown.ContentFolder;

/// Where an imported file goes, and what it may not overwrite.
class ImportTest {
    private static final String TEXT = "某县办法\n一、申请\n带上证件来窗口，当场办理。\n二、审批\n十天内答复，不收费用。\n";

    @TempDir Path home;

    private Path sent(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private Path folder() {
        return home.resolve("site/policies");
    }

    private Import.Outcome run(Path file) throws IOException {
        return run(file, null, false);
    }

    private Import.Outcome run(Path file, @Nullable String name, boolean replaces)
            throws IOException {
        return new Import(file, folder(), name, replaces).run();
    }

    private static Import.Outcome.Written written(Import.Outcome outcome) {
        return assertInstanceOf(Import.Outcome.Written.class, outcome, outcome::toString);
    }

    private static String refused(Import.Outcome outcome) {
        return assertInstanceOf(Import.Outcome.Refused.class, outcome).refusal().message();
    }

    /// The names and texts of the files in the folder.
    private SortedMap<String, String> there() throws IOException {
        var there = new TreeMap<String, String>();
        if (Files.exists(folder())) {
            try (var files = Files.list(folder())) {
                for (var file : files.toList()) {
                    there.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return there;
    }

    private List<Unit> units(String path) throws IOException {
        var file = new ContentFolder(home.resolve("site")).file(path);
        assertNotNull(file);
        var document = file.parsed().document();
        assertNotNull(document);
        return Units.of(document);
    }

    @Test
    void aFileBecomesADocumentWithItsLedgerAndItsFindings() throws IOException {
        var outcome = written(run(sent("办法.txt", TEXT)));
        assertEquals(List.of("办法.findings", "办法.ids", "办法.md"), List.copyOf(there().keySet()));
        assertEquals(folder().resolve("办法.md"), outcome.markdown());
        assertEquals("办法.txt", outcome.document().frontMatter().source());
        var folder = new ContentFolder(home.resolve("site"));
        var file = folder.file("policies/办法");
        assertNotNull(file);
        assertTrue(file.isWritten(), "the ledger says what the text needs");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        var file = sent("办法.txt", TEXT);
        run(file);
        var before = there();
        written(run(file));
        assertEquals(before, there());
    }

    @Test
    void aNewVersionOfTheFileKeepsTheIdsOfWhatStayed() throws IOException {
        run(sent("办法.txt", TEXT));
        var before = units("policies/办法");
        written(run(sent("办法.txt", TEXT.replace("二、审批", "新的一段话，放在中间。\n二、审批"))));
        var after = units("policies/办法");
        assertEquals(before.size() + 1, after.size());
        assertTrue(after.containsAll(before));
    }

    @Test
    void anotherDocumentOfTheSameNameIsNotOverwritten() throws IOException {
        run(sent("办法.txt", TEXT));
        var before = there();
        assertTrue(refused(run(sent("办法.md", "# 另一份\n\n话。\n"))).contains("从「办法.txt」导入"));
        assertTrue(refused(run(sent("办法.txt", "别的通知\n内容完全不同。\n"))).contains("像是另一份文件"));
        assertEquals(before, there());
        written(run(home.resolve("办法.md"), "另一份", false));
        assertTrue(there().containsKey("另一份.md"));
        written(run(home.resolve("办法.md"), null, true));
        assertTrue(there().getOrDefault("办法.md", "").contains("另一份"));
    }

    @Test
    void whatSomebodyEditedOrWroteIsNotOverwritten() throws IOException {
        var file = sent("办法.txt", TEXT);
        run(file);
        var markdown = folder().resolve("办法.md");
        Files.writeString(markdown, Files.readString(markdown).replace("十天", "十五天"));
        assertTrue(refused(run(file)).contains("有人改过"));
        assertTrue(Files.readString(markdown).contains("十五天"));
        Files.delete(folder().resolve("办法.findings"));
        assertTrue(refused(run(file)).contains("看不出是从哪个文件导入的"));
        written(run(file, null, true));
        assertTrue(Files.readString(markdown).contains("十天"));
    }

    @Test
    void anIdIsKeptThroughAReplacement() throws IOException {
        var file = sent("办法.txt", TEXT);
        run(file);
        var before = units("policies/办法");
        var markdown = folder().resolve("办法.md");
        Files.writeString(markdown, Files.readString(markdown) + "\n改过。\n");
        written(run(file, null, true));
        assertEquals(before, units("policies/办法"));
    }

    @Test
    void aCrashBetweenTheFilesIsMendedByTheNextImport() throws IOException {
        var file = sent("办法.txt", TEXT);
        run(file);
        var whole = there();
        Files.delete(folder().resolve("办法.findings"));
        Files.delete(folder().resolve("办法.ids"));
        written(run(file));
        assertEquals(whole, there());
    }

    @Test
    void aRefusedFileLeavesTheFolderAsItWas() throws IOException {
        assertTrue(refused(run(home.resolve("没有.txt"))).contains("没有"));
        assertTrue(refused(run(sent("表.xlsx", "x"))).contains(".txt 和 .md"));
        assertTrue(refused(run(sent("空.txt", " \n\n"))).contains("没有字"));
        assertTrue(refused(run(sent("！.txt", TEXT))).contains("网址"));
        assertTrue(refused(run(sent("坏.md", "---\nkind: x\ntitle: 坏\n---\n"))).contains("有错误"));
        assertTrue(
                refused(run(Files.write(home.resolve("b.txt"), new byte[3_000_000])))
                        .contains("2 MB"));
        assertTrue(refused(run(sent("长.txt", "一、题\n话。\n".repeat(9_000)))).contains("段落太多"));
        assertTrue(!Files.exists(folder()));
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Files.createDirectories(folder().getParent());
        Files.writeString(folder(), "x");
        assertTrue(refused(run(sent("办法.txt", TEXT))).contains("不是文件夹"));
    }

    @Test
    void aWriteThatFailsLeavesNoPart() throws IOException {
        var file = sent("办法.txt", TEXT);
        Files.createDirectories(folder().resolve("办法.ids/占着"));
        assertThrows(IOException.class, () -> run(file));
        try (var files = Files.list(folder())) {
            assertEquals(
                    List.of("办法.ids", "办法.md"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theNameIsMadeOfLettersAndDigits() {
        assertEquals("嘉善县-十四五-规划", Slug.of("嘉善县“十四五”规划"));
        assertEquals("a-b_c", Slug.of("../a/b_c"));
        assertEquals("Plan-2021-2025", Slug.of(" Plan (2021–2025) "));
        assertEquals(null, Slug.of("！！"));
        assertEquals(Slug.LONGEST, String.valueOf(Slug.of("长".repeat(300))).length());
        assertEquals("é", Slug.of("e\u0301"));
    }

    @Test
    void theLongestNameStillFits() throws IOException {
        var outcome = written(run(sent("a.txt", TEXT), "长".repeat(300), false));
        assertTrue(Files.exists(outcome.markdown()));
        assertEquals(3, there().size());
    }

    @Test
    void aPathIsThatInTheNearestFolderOfASite() throws IOException {
        Files.createDirectories(home.resolve("site"));
        Files.writeString(home.resolve("site/site.yaml"), "version: 1\nname: 站\n");
        var outcome =
                written(
                        new Import(
                                        sent("a.txt", TEXT),
                                        home.resolve("site/policies/2021"),
                                        null,
                                        false)
                                .run());
        assertEquals("policies/2021/a", outcome.document().path());
        var bare = written(new Import(sent("b.txt", TEXT), home.resolve("x/y"), null, false).run());
        assertEquals("b", bare.document().path());
    }

    @Test
    void aFileInGbkIsImportedAndSaysSo() throws IOException {
        var file =
                Files.write(
                        home.resolve("旧.txt"),
                        TEXT.getBytes(java.nio.charset.Charset.forName("GBK")));
        var outcome = written(run(file));
        assertEquals("某县办法", outcome.document().title());
        assertTrue(
                outcome.findings().stream()
                        .anyMatch(finding -> finding.rule().equals("intake/encoding")));
        assertArrayEquals(
                Files.readAllBytes(outcome.markdown()),
                Files.readString(outcome.markdown())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
