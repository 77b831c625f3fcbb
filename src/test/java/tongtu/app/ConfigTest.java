package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.messages.Retention;

/// What each key may be.
class ConfigTest {
    @TempDir Path folder;

    /// A configuration where options are as given: name, value, name, value.
    private Config config(String... options) throws Config.Wrong, IOException {
        var typed = new HashMap<>(Map.of("--content", "" + folder, "--data", folder + "/data"));
        for (int i = 0; i < options.length; i += 2) {
            typed.put(options[i], options[i + 1]);
        }
        return Config.of(Settings.read(Keys.ALL, typed, Map.of()));
    }

    private String wrong(String... options) {
        return "" + assertThrows(Config.Wrong.class, () -> config(options)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.cn, https://example.cn",
        "https://example.cn/, https://example.cn",
        "http://localhost:8080, http://localhost:8080",
        "'', ''",
    })
    void aBaseUrlHasNoSlashAtItsEnd(String written, String read) throws Exception {
        assertEquals(read, config("--base-url", written).baseUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.cn",
                "ftp://example.cn",
                "https://",
                "https://example.cn/path",
                "https://example.cn?x",
                "https://example.cn#x",
                "https://user@example.cn",
                "https://example.cn:99999",
                "https://exa mple.cn",
                "javascript:alert(1)",
            })
    void anotherAddressIsRefused(String written) {
        assertEquals(
                "网站对外的地址（命令行 --base-url）要写 https://域名 的样子，后面不带路径，现在是「" + written + "」。",
                wrong("--base-url", written));
    }

    @Test
    void messagesAreKeptForAsManyDaysAsWasSaid() throws Exception {
        assertEquals(new Retention(180, 730), config().retention());
        assertEquals(
                new Retention(30, 60),
                config("--keep-contacts", "30", "--keep-messages", "60").retention());
        assertTrue(wrong("--keep-contacts", "60", "--keep-messages", "30").contains("不能比联系方式"));
        for (var days : new String[] {"0", "3651", "-1", "many", "1.5", ""}) {
            assertTrue(wrong("--keep-messages", days).contains("1 到 3650 之间的整数，单位是天"), days);
        }
    }

    @Test
    void onlyAddressesAreProxies() throws Exception {
        config("--trusted-proxy", "127.0.0.1,10.0.0.0/8, ::1");
        for (var other : new String[] {"localhost", "127.0.0.1,", "10.0.0.0/33"}) {
            assertTrue(wrong("--trusted-proxy", other).contains("「" + other + "」"));
        }
    }

    @Test
    void foldersMustBeFolders() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        for (var content : new Path[] {file, folder.resolve("nothing")}) {
            assertEquals(
                    "内容文件夹（命令行 --content）「" + content + "」不存在，或不是文件夹。",
                    wrong("--content", "" + content));
        }
        assertEquals("数据文件夹（命令行 --data）「" + file + "」不是文件夹。", wrong("--data", "" + file));
    }

    @Test
    void aLinkToTheContentFolderIsTheFolder() throws Exception {
        var link =
                Files.createSymbolicLink(
                        folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertEquals(folder.toRealPath().resolve("real"), config("--content", "" + link).content());
    }

    @Test
    void portAndHostAreChecked() throws Exception {
        assertEquals(0, config("--port", "0").port());
        assertEquals(65_535, config("--port", "65535").port());
        for (var other : new String[] {"65536", "-1", "+1", "8080x", "99999999999", "", "八"}) {
            assertTrue(wrong("--port", other).startsWith("端口（命令行 --port）要写 0 到 65535"), other);
        }
        assertTrue(wrong("--host", " ").startsWith("监听的地址"));
    }
}
