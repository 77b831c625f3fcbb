package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tongtu.RawHttp;

/// Pages of the sample site in real text browsers: no style sheet, no script, one column of words.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextBrowserTest {
    private static final int PATIENCE_S = 60;
    private static final String DOCUMENT = "/services/home-adaptation";

    enum TextBrowser {
        W3M,
        LYNX;

        List<String> options() {
            return switch (this) {
                case W3M -> List.of("-dump", "-cols", "80", "-I", "UTF-8", "-O", "UTF-8");
                case LYNX ->
                        List.of(
                                "-dump",
                                "-nolist",
                                "-nonumbers",
                                "-width=80",
                                "-display_charset=utf-8",
                                "-assume_charset=utf-8");
            };
        }

        String program() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Path folder = Path.of("");
    private Site site;

    @SuppressWarnings("NullAway.Init") // The site is started before the tests.
    TextBrowserTest() {}

    @BeforeAll
    void aSite(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var typed = Map.of("--port", "0", "--data", folder.resolve("data").toString());
        site =
                Site.start(
                        Config.of(Settings.read(Keys.ALL, typed, Map.of())),
                        InstantSource.system(),
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        (_, _) -> {},
                        _ -> {});
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    /// What somebody reads, line by line.
    private String read(TextBrowser browser, String path, String... more) throws Exception {
        var program =
                Arrays.stream(System.getenv("PATH").split(":"))
                        .map(each -> Path.of(each, browser.program()))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(program.isPresent(), browser.program() + " is not installed");
        var command = new ArrayList<String>();
        command.add(program.orElseThrow().toString());
        command.addAll(browser.options());
        command.addAll(List.of(more));
        command.add("http://127.0.0.1:" + site.port() + path);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (var part : parts) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, "「" + part + "」 after character " + from + " of:\n" + text);
            from = at + part.length();
        }
    }

    private static void assertClean(String text) {
        assertFalse(text.contains("<"), text);
        assertFalse(text.contains("{{"), text);
        assertFalse(text.contains("\uFFFD"), text);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentReadsFromItsNameToItsTextAndThenToHelp(TextBrowser browser) throws Exception {
        var text = read(browser, DOCUMENT);
        assertInOrder(
                text, "跳到正文", "首页", "政策", "办事", "您在这里", "家庭无障碍改造", "先看要点", "目录", "这是什么", "还没有公布的",
                "主办：", "无障碍声明");
        assertClean(text);
    }

    @ParameterizedTest
    @EnumSource
    void aListAndATableAreWordsInTheirOrder(TextBrowser browser) throws Exception {
        var list = read(browser, "/services");
        assertInOrder(list, "办事", "家庭无障碍改造");
        assertClean(list);
        var table = read(browser, "/explainers/indicators");
        assertClean(table);
        assertTrue(table.replaceAll("\\s+", " ").contains("9. 残疾人就业率 预期性 60% ≥68%"), table);
    }

    @ParameterizedTest
    @EnumSource(names = "W3M")
    void aMessageIsSentAndItsReceiptIsRead(TextBrowser browser) throws Exception {
        assertInOrder(read(browser, "/feedback/help"), "请人帮忙", "需要什么帮助", "怎样联系您（可以不填）", "提交");
        var form = RawHttp.get(site.port(), "/feedback/help").text();
        var token = form.replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        var empty = send(browser, "token=" + token + "&words=");
        assertInOrder(empty, "请人帮忙", "需要什么帮助");
        assertFalse(empty.contains("回执号："), empty);
        var sent =
                send(
                        browser,
                        "token="
                                + token
                                + "&words="
                                + URLEncoder.encode("请教我怎样申请", StandardCharsets.UTF_8));
        assertTrue(sent.matches("(?s).*[1-9]{4} [1-9]{4} [1-9]{4}.*"), sent);
    }

    private String send(TextBrowser browser, String form) throws Exception {
        var file = Files.writeString(folder.resolve("form"), form);
        return read(browser, "/feedback/help", "-post", file.toString());
    }
}
