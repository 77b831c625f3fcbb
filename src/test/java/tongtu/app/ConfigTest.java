package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.messages.Retention;

class ConfigTest {
    @TempDir Path folder;

    private Config config(String baseUrl) throws Config.Wrong {
        return Config.of("127.0.0.1", 0, folder, baseUrl, folder.resolve("data"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.cn, https://example.cn",
        "https://example.cn/, https://example.cn",
        "http://localhost:8080, http://localhost:8080",
        "'', ''",
    })
    void aBaseUrlHasNoSlashAtItsEnd(String written, String read) throws Config.Wrong {
        assertEquals(read, config(written).baseUrl());
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
        var wrong = assertThrows(Config.Wrong.class, () -> config(written));
        assertTrue(wrong.toString().contains("（--base-url）要写成 https://域名 的样子"), wrong.toString());
    }

    @Test
    void messagesAreKeptForAsManyDaysAsWasSaid() throws Config.Wrong {
        assertEquals(new Retention(180, 730), config("").retention());
        assertEquals(new Retention(30, 60), config("").keeping(30, 60).retention());
        for (int[] days : new int[][] {{0, 60}, {60, 30}, {1, 3_651}, {-1, -1}}) {
            var wrong =
                    assertThrows(Config.Wrong.class, () -> config("").keeping(days[0], days[1]));
            assertTrue(wrong.toString().contains("--keep-contacts"), wrong.toString());
        }
    }

    @Test
    void onlyAddressesAreProxies() throws Config.Wrong {
        config("").behind(List.of("127.0.0.1", "10.0.0.0/8", "::1"));
        var wrong = assertThrows(Config.Wrong.class, () -> config("").behind(List.of("localhost")));
        assertTrue(wrong.toString().contains("「localhost」"), wrong.toString());
    }

    @Test
    void foldersMustBeFolders() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        for (var content : new Path[] {file, folder.resolve("nothing")}) {
            var wrong =
                    assertThrows(
                            Config.Wrong.class,
                            () -> Config.of("127.0.0.1", 0, content, "", folder));
            assertTrue(wrong.toString().contains("（--content）「" + content), wrong.toString());
        }
        var wrong =
                assertThrows(Config.Wrong.class, () -> Config.of("127.0.0.1", 0, folder, "", file));
        assertTrue(wrong.toString().contains("（--data）"), wrong.toString());
    }

    @Test
    void aLinkToTheContentFolderIsTheFolder() throws IOException, Config.Wrong {
        var link =
                Files.createSymbolicLink(
                        folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertEquals(
                folder.toRealPath().resolve("real"),
                Config.of("127.0.0.1", 0, link, "", folder).content());
    }

    @Test
    void portAndHostAreChecked() {
        assertThrows(Config.Wrong.class, () -> Config.of("127.0.0.1", 65_536, folder, "", folder));
        assertThrows(Config.Wrong.class, () -> Config.of(" ", 80, folder, "", folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port abc | 2 | --port 后面的「abc」不对。",
                "serve --port | 2 | 少写了 --port 后面的值。",
                "serve --prot 80 | 2 | 不认识「--prot 80」。",
                "sevre | 2 | 不认识「sevre」。是不是 serve？",
                "serve --port 1 --port 2 | 2 | --port 写了两次。",
                "serve --port 99999 | 3 | 端口（--port）要在 0 到 65535 之间，现在是 99999。",
                "serve --content /no/such/folder | 3 | 内容文件夹（--content）「/no/such/folder」不存在，或不是文件夹。",
            })
    void whatIsWrittenWrongIsSaidInChinese(String line, int status, String said) {
        var err = new StringWriter();
        int exit =
                Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
                        .execute(line.split(" "));
        assertEquals(status, exit);
        assertEquals(said, err.toString().lines().findFirst().orElse(""));
    }
}
