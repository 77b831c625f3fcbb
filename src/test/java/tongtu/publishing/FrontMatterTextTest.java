package tongtu.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tongtu.document.Kind;
import tongtu.markdown.MarkdownParser;
import tongtu.publishing.FrontMatterText.Field;

class FrontMatterTextTest {
    private static Map<Field, String> values(FrontMatterText text) {
        var values = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            var value = text.value(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    /// What nobody changed in the form is the same file, to the letter.
    @Test
    void everyRealFileComesBackAsItWas() throws Exception {
        try (var files = Files.walk(Path.of("content"))) {
            var all = files.filter(each -> each.toString().endsWith(".md")).toList();
            for (var file : all) {
                var text = Files.readString(file);
                var parts = FrontMatterText.of(text);
                assertEquals(text, parts.text(), file.toString());
                assertEquals(
                        text,
                        parts.with(values(parts), parts.others(), parts.body()).text(),
                        file.toString());
            }
        }
    }

    @Test
    void whatIsTypedInTheFormIsWhatTheParserReads() {
        var odd =
                List.of(
                        "简单",
                        "带: 冒号 # 井号",
                        "“引号”和\"直引号\"",
                        "反斜\\杠",
                        "- 像一项",
                        "[像列表]",
                        "yes",
                        "2026-01-31",
                        "' 单引号",
                        "a: b: c",
                        "&锚 *星",
                        "|");
        for (var title : odd) {
            var text =
                    FrontMatterText.of(FrontMatterText.fresh(Kind.NOTICE, title))
                            .with(
                                    Map.of(Field.TITLE, title, Field.SUMMARY, title + "\n第二句"),
                                    "kind: notice\n",
                                    "正文。\n")
                            .text();
            var parsed =
                    new MarkdownParser().parse("notices/a", text.getBytes(StandardCharsets.UTF_8));
            assertNotNull(parsed.document(), text + parsed.findings());
            var document = Objects.requireNonNull(parsed.document());
            assertEquals(title.strip(), document.title(), text);
            assertEquals(title.strip(), document.frontMatter().summary().getFirst(), text);
            assertEquals(title, FrontMatterText.title(text, ""));
        }
    }
}
