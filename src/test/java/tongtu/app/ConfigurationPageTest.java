package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/configuration.zh-CN.md is true: its table has each key once, with what may be written, the
/// unit and the default. A table that is not is mended with what this test expected.
class ConfigurationPageTest {
    @Test
    void everyKeyIsDocumentedAsItIsAndNoOther() throws IOException {
        var page = Files.readString(Path.of("docs/configuration.zh-CN.md"));
        var section = page.substring(page.indexOf("## 有哪些项"), page.indexOf("## 配置文件"));
        var rows =
                section.lines()
                        .filter(line -> line.startsWith("| `"))
                        .collect(Collectors.joining("\n"));
        var keys =
                Keys.ALL.stream().map(ConfigurationPageTest::row).collect(Collectors.joining("\n"));
        assertEquals(keys, rows);
    }

    private static String row(Key<?> key) {
        return "| `%s` | `%s` | %s | %s | %s。%s |"
                .formatted(
                        key.name(),
                        key.variable(),
                        key.allowed(),
                        key.fallbackWords(),
                        key.label(),
                        key.description());
    }
}
