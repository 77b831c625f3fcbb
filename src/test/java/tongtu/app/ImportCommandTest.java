package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.Shared;
import tongtu.markdown.ContentFolder;

/// `./tongtu import` and `./tongtu check` as people run them.
class ImportCommandTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");

    @TempDir Path home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String command, Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<String>(List.of(command));
        for (var argument : arguments) {
            all.add(argument.toString());
        }
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
                .execute(all.toArray(String[]::new));
    }

    @Test
    void theProgramKnowsBothCommands() {
        assertEquals(0, Main.run("import", "--help"));
        assertEquals(0, Main.run("check", "--help"));
    }

    private Path policies() {
        return home.resolve("content/policies");
    }

    private static List<Path> laws() throws IOException {
        try (var files = Files.list(LAWS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theStatutesGoIntoAnEmptyFolderAndAreCheckedWithoutAnError() throws IOException {
        var arguments = new ArrayList<Object>();
        arguments.addAll(laws());
        arguments.addAll(List.of("--into", policies()));
        assertEquals(0, run("import", arguments.toArray()), err::toString);
        assertEquals(
                8,
                new ContentFolder(home.resolve("content")).load((_, _) -> {}).documents().size());
        assertEquals(0, run("check", "--content", home.resolve("content")));
        assertTrue(out.toString().contains("错误 0，"), out.toString());
        assertTrue(out.toString().contains("policies/法律援助法.md:16: 说明 [intake/spread-words]"));
        assertEquals(0, run("ids", "--check", "--content", home.resolve("content")));
    }

    @Test
    void thePlanIsImportedWithEveryFindingShownAndSaved() throws IOException {
        assertEquals(0, run("import", Shared.plan(), "--into", policies()));
        var shown = out.toString().lines().filter(line -> line.contains(".md:")).toList();
        assertEquals(83, shown.size());
        var saved =
                Files.readAllLines(policies().resolve("plan.findings")).stream()
                        .filter(line -> line.matches("(错误|注意|说明)\t.*"))
                        .count();
        assertEquals(83, saved);
        assertEquals(0, run("check", "--content", home.resolve("content")));
        assertEquals(83, out.toString().lines().filter(line -> line.contains(".md:")).count());
        assertTrue(out.toString().contains("共 83 条：错误 0，注意 11，说明 72。"), out.toString());
    }

    @Test
    void aFileThatIsRefusedIsNamedAndTheOthersAreImported() throws IOException {
        var bad = Files.write(home.resolve("照片.txt"), new byte[5_000]);
        assertEquals(3, run("import", bad, laws().getFirst(), "--into", policies()));
        assertTrue(err.toString().contains("没有导入 " + bad + "：这不是文本文件"), err.toString());
        assertTrue(Files.exists(policies().resolve(laws().getFirst().getFileName())));
    }

    @Test
    void aFileWithErrorsIsNotImportedAndTheStatusIsOne() throws IOException {
        var bad = Files.writeString(home.resolve("坏.md"), "---\ntitle: 坏\nkind: x\n---\n");
        assertEquals(1, run("import", bad, "--into", policies()));
        assertTrue(out.toString().startsWith("坏.md:3: 错误 [front-matter/kind]"), out.toString());
        assertTrue(Files.notExists(policies()));
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaidAndNotThrown() throws IOException {
        Files.createDirectories(policies().resolve("残疾人就业条例.md/占着"));
        assertEquals(3, run("import", LAWS.resolve("残疾人就业条例.md"), "--into", policies()));
        assertTrue(err.toString().contains("读写文件时出错"), err.toString());
    }

    @Test
    void oneNameIsForOneFile() throws IOException {
        var two = laws();
        assertEquals(2, run("import", two.get(0), two.get(1), "--into", policies(), "--name", "x"));
        assertEquals(2, run("import", two.get(0)));
    }

    @Test
    void aFindingGoesWhenTheWordsAreMended() throws IOException {
        var text = Files.writeString(home.resolve("a.txt"), "某县办法\n达到99%”。\n第二段。\n");
        run("import", text, "--into", policies());
        var markdown = policies().resolve("a.md");
        run("check", "--content", home.resolve("content"), markdown);
        assertTrue(out.toString().contains("text/unpaired-mark"));
        Files.writeString(markdown, Files.readString(markdown).replace("”", ""));
        run("check", "--content", home.resolve("content"), markdown);
        assertTrue(!out.toString().contains("text/unpaired-mark"), out.toString());
    }

    @Test
    void anErrorMakesTheStatusOneAndOnlyTheFilesGivenAreTold() throws IOException {
        Files.createDirectories(policies());
        var good =
                Files.writeString(policies().resolve("好.md"), "---\ntitle: 好\nkind: policy\n---\n");
        var bad = Files.writeString(policies().resolve("坏.md"), "---\ntitle: 坏\nkind: x\n---\n");
        var content = home.resolve("content");
        assertEquals(1, run("check", "--content", content));
        assertTrue(out.toString().startsWith("policies/坏.md:3: 错误 [front-matter/kind] "));
        assertEquals(0, run("check", "--content", content, good));
        assertEquals("没有发现问题。", out.toString().strip());
        assertEquals(1, run("check", "--content", content, bad));
        assertEquals(1, run("check", "--content", content, policies()));
    }

    @Test
    void aFileOutsideTheContentFolderIsCheckedByItself() throws IOException {
        Files.createDirectories(policies());
        var alone = Files.writeString(home.resolve("x.md"), "---\ntitle: 坏\nkind: x\n---\n");
        assertEquals(1, run("check", "--content", home.resolve("content"), alone));
        assertTrue(out.toString().contains("x.md:3: 错误"), out.toString());
        assertTrue(err.toString().contains("不在内容文件夹里"));
    }

    @Test
    void whatCannotBeCheckedIsSaid() throws IOException {
        Files.createDirectories(policies());
        var content = home.resolve("content");
        assertEquals(3, run("check", "--content", home.resolve("没有")));
        assertEquals(3, run("check", "--content", content, home.resolve("没有.md")));
        assertEquals(3, run("check", "--content", content, LAWS));
        var text = Files.writeString(home.resolve("a.txt"), "x");
        assertEquals(3, run("check", "--content", content, text));
        assertTrue(err.toString().contains("./tongtu import"));
    }

    @Test
    void aRecordThatIsDamagedIsAFinding() throws IOException {
        Files.createDirectories(policies());
        Files.writeString(policies().resolve("好.md"), "---\ntitle: 好\nkind: policy\n---\n");
        Files.writeString(policies().resolve("好.findings"), "乱写\n");
        assertEquals(0, run("check", "--content", home.resolve("content")));
        assertTrue(out.toString().contains("[intake/record]"));
    }

    @Test
    void namesCannotMakeATerminalDoAnything() throws IOException {
        var file = Files.write(home.resolve("a\u001b[2J.txt"), new byte[10]);
        assertEquals(3, run("import", file, "--into", policies()));
        assertTrue(err.toString().indexOf('\u001b') < 0);
    }

    @Test
    void theSampleSiteHasNoFindings() {
        assertEquals(0, run("check", "--content", "content"));
        assertEquals("没有发现问题。", out.toString().strip());
    }
}
