package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./tongtu braille` and `./tongtu text`.
class EditionCommandsTest {
    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err), Map.of())
                .execute(arguments);
    }

    private String file() throws Exception {
        var file = folder.resolve("a.md");
        Files.writeString(
                file, "---\ntitle: 标题\nkind: notice\nlanguage: zh-CN\n---\n\n## 第一节\n\n国家通用盲文。\n");
        return file.toString();
    }

    @Test
    void aTextIsWrittenInCells() {
        assertEquals(0, run("braille", "国家通用盲文"));
        assertEquals("⠛⠕⠂⠛⠫⠁⠀⠞⠲⠁⠹⠀⠍⠦⠒⠂\n", out.toString());
        assertEquals(0, run("braille", "好😀"));
        assertTrue(err.toString().contains("略去了：😀"), err.toString());
    }

    @Test
    void aDocumentIsWrittenInPages() throws Exception {
        var brf = folder.resolve("a.brf");
        assertEquals(
                0,
                run("braille", file(), "--format", "brf", "--width", "32", "-o", brf.toString()));
        var ascii = Files.readString(brf, StandardCharsets.US_ASCII);
        assertTrue(ascii.contains("\r\n") && ascii.endsWith("\f"), ascii);
        assertTrue(ascii.lines().allMatch(line -> line.length() <= 32), ascii);
        assertTrue(err.toString().contains("未经盲文校对"), err.toString());
        assertEquals(0, run("braille", file(), "--format", "pef"));
        assertTrue(out.toString().contains("<pef"), out.toString());
    }

    @Test
    void whatCannotBeIsSaid() throws Exception {
        assertEquals(Main.MISTYPED, run("braille", "字", "--width", "5"));
        assertEquals(Main.MISTYPED, run("braille", "字", "--format", "brf"));
        assertEquals(Main.CANNOT, run("braille", folder.resolve("none.md").toString()));
        assertEquals(Main.CANNOT, run("text", folder.resolve("none.md").toString()));
        assertEquals(Main.MISTYPED, run("text", file(), "--gb"));
        assertFalse(err.toString().contains("Exception"), err.toString());
    }

    @Test
    void aDocumentIsWrittenAsText() throws Exception {
        assertEquals(0, run("text", file()));
        var text = out.toString();
        assertTrue(text.startsWith("标题\n\n版本："), text);
        assertTrue(text.endsWith("没有人工校对的记录。\n\n第一节\n\n国家通用盲文。\n"), text);
        var old = folder.resolve("a.txt");
        assertEquals(0, run("text", file(), "--gb", "-o", old.toString()));
        assertEquals(
                out.toString().replace("\n", "\r\n"),
                Files.readString(old, Charset.forName("GB18030")));
    }
}
