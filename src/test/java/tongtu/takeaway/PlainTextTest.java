package tongtu.takeaway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Document;
import tongtu.document.Units;
import tongtu.markdown.ContentFolder;

class PlainTextTest {
    private static final String HEAD = "---\ntitle: 标题\nkind: notice\nlanguage: zh-CN\n---\n\n";

    @TempDir private Path folder = Path.of("");

    private static Document read(Path content, String path) throws Exception {
        var file = new ContentFolder(content).file(path);
        assertNotNull(file, path);
        var document = file.parsed().document();
        assertNotNull(document, path);
        return document;
    }

    private String text(String markdown) throws Exception {
        var file = folder.resolve("notices/a.md");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, HEAD + markdown);
        return PlainText.of(read(folder, "notices/a"), List.of());
    }

    /// Every unit's words are there, one after the other, in all our real texts.
    @Test
    void allWordsAreThereInOrder() throws Exception {
        try (var files = Files.walk(Path.of("content"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                var path =
                        Path.of("content").relativize(file).toString().replaceFirst("\\.md$", "");
                if (path.startsWith("glossary/")) {
                    continue;
                }
                var document = read(Path.of("content"), path);
                var text = bare(PlainText.of(document, List.of("状态")));
                int at = 0;
                for (var unit : Units.of(document)) {
                    for (var word : unit.words().split("[\\s：；，。]+", -1)) {
                        var wanted = bare(word);
                        if (word.startsWith("/media/")) {
                            continue;
                        }
                        int found = text.indexOf(wanted, at);
                        if (found < 0) {
                            // A table's caption and headers are one unit, and stand in its rows.
                            found = text.indexOf(wanted);
                            assertTrue(found >= 0, path + " lacks " + word);
                        } else {
                            at = Math.max(at, found - 2_000);
                        }
                    }
                }
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s（）()]", "").replaceAll("https?://[\\w./-]+", "");
    }

    @Test
    void aTableIsReadRowByRow() throws Exception {
        var text = text("| 指标 | 2020 年 | 2025 年 |\n| --- | --- | --- |\n| 就业率 | 60% | |\n[指标]\n");
        assertTrue(text.contains("表格：指标（指标；2020 年；2025 年）\n就业率：2020 年 60%；2025 年 空\n"), text);
    }

    @Test
    void linksNotesAndListsAreWrittenOut() throws Exception {
        var text =
                text(
                        "见[网站](https://example.org/a)[^1]。\n\n1. 先\n2. 后\n\n- 一\n- 二\n\n> [!警告]\n> 小心。\n\n[^1]: 说明。\n");
        assertTrue(text.contains("见网站（https://example.org/a）（注1）。\n"), text);
        assertTrue(text.contains("1. 先\n2. 后\n"), text);
        assertTrue(text.contains("- 一\n- 二\n"), text);
        assertTrue(text.contains("注意：小心。\n"), text);
        assertTrue(text.contains("注释\n\n注1：说明。\n"), text);
    }

    @Test
    void aParagraphIsOneLineAndNothingIsTwiceEmpty() throws Exception {
        var text = text("话" + "很长".repeat(900) + "。\n\n\n\n## 节\n\n话。\n");
        assertTrue(text.contains("话" + "很长".repeat(900) + "。\n\n节\n\n话。\n"), text);
        assertFalse(text.contains("\n\n\n"), text);
        assertEquals('\n', text.charAt(text.length() - 1));
    }
}
