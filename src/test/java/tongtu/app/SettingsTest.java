package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Command line, environment and file, as the commands read them.
class SettingsTest {
    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Path data = Path.of("");
    private Path file = Path.of("");

    private record Outcome(int status, String out, String err) {
        /// The line above a key says where its value comes from.
        String origin(String key) {
            var lines = out.lines().toList();
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).startsWith(key + " = ")) {
                    return lines.get(i - 1).replaceFirst(".*来自：", "");
                }
            }
            return "not shown: " + out;
        }

        String value(String key) {
            return out.lines()
                    .filter(line -> line.startsWith(key + " = "))
                    .map(line -> line.substring(key.length() + 3))
                    .findFirst()
                    .orElse("not shown");
        }
    }

    @BeforeEach
    void aHome() throws IOException {
        Files.createDirectories(folder.resolve("content"));
        data = Files.createDirectories(folder.resolve("data"));
        file = data.resolve("tongtu.properties");
        environment.put("TONGTU_HOME", "" + folder);
    }

    private Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Main.commandLine(new PrintWriter(out), new PrintWriter(err), environment)
                        .execute(arguments);
        return new Outcome(status, "" + out, "" + err);
    }

    private Outcome shown(String... more) {
        var arguments = new ArrayList<>(List.of("config"));
        arguments.addAll(List.of(more));
        var outcome = run(arguments.toArray(String[]::new));
        assertEquals(0, outcome.status(), outcome.err());
        return outcome;
    }

    private String refused(String text) throws IOException {
        Files.writeString(file, text);
        var outcome = run("config");
        assertEquals(Main.CANNOT, outcome.status(), outcome.out());
        return outcome.err();
    }

    @Test
    void theCommandLineIsStrongerThanTheEnvironmentThanTheFileThanTheDefault() throws IOException {
        assertEquals("8080", shown().value("port"));
        assertEquals("默认", shown().origin("port"));

        Files.writeString(file, "# 县里的\n\nport = 1001\nhost=0.0.0.0\n");
        assertEquals("1001", shown().value("port"));
        assertEquals("配置文件 " + file + " 第 3 行的 port", shown().origin("port"));

        environment.put("TONGTU_PORT", "1002");
        assertEquals("1002", shown().value("port"));
        assertEquals("环境变量 TONGTU_PORT", shown().origin("port"));

        var typed = shown("--port", "1003");
        assertEquals("1003", typed.value("port"));
        assertEquals("命令行 --port", typed.origin("port"));
        assertEquals("配置文件 " + file + " 第 4 行的 host", typed.origin("host"));
    }

    @Test
    void everyKeyComesFromEachOfTheThreePlaces() throws IOException {
        var values = new HashMap<String, String>();
        Files.createDirectories(folder.resolve("elsewhere"));
        for (var key : Keys.ALL) {
            values.put(
                    key.name(),
                    switch (key.name()) {
                        case "host" -> "0.0.0.0";
                        case "port" -> "1234";
                        case "base-url" -> "https://example.cn";
                        case "content", "data", "voices" -> folder.resolve("elsewhere").toString();
                        case "keep-contacts" -> "5";
                        case "keep-messages" -> "999";
                        case "trusted-proxy" -> "10.0.0.0/8, ::1";
                        case "search-meaning" -> "off";
                        case "speech-cores" -> "3";
                        case "speech-cache", "forms-cache" -> "200";
                        case "forms-ahead", "reviewer-publishes" -> "off";
                        case "database" -> "jdbc:postgresql://db.example/tongtu?user=tongtu";
                        case "review-steps" -> "policies=2";
                        case "required-forms" -> "files";
                        case "staff-idle" -> "30";
                        default -> throw new AssertionError("a value for " + key.name());
                    });
        }
        var text = new StringBuilder();
        values.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        var other = Files.writeString(folder.resolve("other.properties"), text);
        for (var key : Keys.ALL) {
            var value = values.getOrDefault(key.name(), "");
            var typed = shown(key.option(), value);
            assertEquals("命令行 " + key.option(), typed.origin(key.name()));
            assertEquals(value, typed.value(key.name()));
            environment.put(key.variable(), value);
            assertEquals("环境变量 " + key.variable(), shown().origin(key.name()));
            assertEquals(value, shown().value(key.name()));
            environment.remove(key.variable());
            var filed = shown("--config", "" + other);
            assertTrue(filed.origin(key.name()).startsWith("配置文件 " + other), filed.out());
            assertEquals(value, filed.value(key.name()));
        }
    }

    @Test
    void theFileIsTheOneNamedOrTheOneOfTheVariableOrTheOneInTheDataFolder() throws IOException {
        assertTrue(shown().out().startsWith("# 配置文件：没有\n"));
        Files.writeString(file, "port = 1\n");
        assertEquals("1", shown().value("port"));
        var second = Files.writeString(folder.resolve("second"), "port = 2\n");
        environment.put("TONGTU_CONFIG", "" + second);
        assertEquals("2", shown().value("port"));
        var third = Files.writeString(folder.resolve("third"), "port = 3\n");
        assertEquals("3", shown("--config", "" + third).value("port"));

        environment.put("TONGTU_CONFIG", "" + folder.resolve("gone"));
        var missing = run("config");
        assertEquals(Main.CANNOT, missing.status());
        assertTrue(missing.err().contains("gone」（TONGTU_CONFIG）"), missing.err());
    }

    @Test
    void aPathInAFileIsMeantFromTheFile() throws IOException {
        Files.createDirectories(folder.resolve("etc/words"));
        var other = Files.writeString(folder.resolve("etc/t.properties"), "content = words\n");
        assertEquals(
                folder.resolve("etc/words").toString(),
                shown("--config", "" + other).value("content"));
    }

    @Test
    void aFileInTheDataFolderCannotMoveTheDataFolder() throws IOException {
        var said = refused("data = elsewhere\n");
        assertTrue(said.startsWith(file + " 第 1 行：这个文件就在数据文件夹里"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port = abc | FILE 第 1 行的 port）要写 0 到 65535 之间的整数，现在是「abc」。",
                "prot = 80 | FILE 第 1 行：没有「prot」这一项。是不是 port？",
                "base_url = https://x.cn | FILE 第 1 行：没有「base_url」这一项。是不是 base-url？",
                "baseUrl = https://x.cn | FILE 第 1 行：没有「baseUrl」这一项。是不是 base-url？",
                "TRUSTED-PROXIES = ::1 | FILE 第 1 行：没有「TRUSTED-PROXIES」这一项。是不是 trusted-proxy？",
                "colour = blue | FILE 第 1 行：没有「colour」这一项。可以写：host、port、",
                "port 80 | FILE 第 1 行：读不懂。每行写成「名称 = 值」",
                "port＝80 | FILE 第 1 行：读不懂。",
                "content = C:\\pages | FILE 第 1 行：content 里不能有反斜杠",
                "port = | FILE 第 1 行的 port）要写 0 到 65535",
            })
    void whatIsWrongInTheFileIsToldWithItsLineAndWhatIsMeant(String line, String said)
            throws IOException {
        var words = refused(line + "\n");
        assertTrue(words.contains(said.replace("FILE", "" + file)), words);
        assertEquals(1, words.lines().count(), words);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        environment.put("TONGTU_KEEP_CONTACTS", "none");
        var words = refused("prot = 80\nport = x\nport = 80\nhost = a b\n");
        var lines = words.lines().toList();
        assertEquals(5, lines.size(), words);
        assertTrue(words.contains("第 3 行：port 在第 2 行已经写过了"), words);
        assertTrue(words.contains("联系方式保存几天（环境变量 TONGTU_KEEP_CONTACTS）"), words);
    }

    @Test
    void whatIsOverriddenMustBeRightToo() throws IOException {
        Files.writeString(file, "port = x\n");
        assertEquals(Main.CANNOT, run("config", "--port", "80").status());
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
        assertTrue(refused("#".repeat(ConfigFile.MOST_BYTES + 1)).contains("64 KiB"));
        Files.write(file, "# 中文\n".getBytes(Charset.forName("GB18030")));
        assertTrue(run("config").err().contains("UTF-8"));
    }

    @Test
    void everyCommandThatNeedsAKeyReadsTheFile() throws IOException {
        Files.writeString(file, "nonsense = 1\n");
        for (var line :
                List.of(
                        "serve",
                        "check",
                        "ids",
                        "config",
                        "messages list",
                        "messages show 1",
                        "messages answer 1 x",
                        "messages export",
                        "backup x.db",
                        "restore x.db")) {
            var outcome = run(line.split(" "));
            assertEquals(Main.CANNOT, outcome.status(), line);
            assertTrue(outcome.err().contains("没有「nonsense」这一项"), line + outcome.err());
        }
    }

    @Test
    void theContentFolderOfTheFileIsTheOneThatIsChecked() throws IOException {
        var words = Files.createDirectories(folder.resolve("words/pages"));
        Files.writeString(words.resolve("bad.md"), "---\ntitle: [\n---\n");
        assertEquals(0, run("check").status());
        Files.writeString(file, "content = ../words\n");
        var outcome = run("check");
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("pages/bad.md:"), outcome.out());
    }

    @Test
    void whatIsShownIsAFileThatSaysTheSame() throws IOException {
        Files.writeString(file, "port = 1001\nbase-url = https://example.cn\n");
        environment.put("TONGTU_TRUSTED_PROXY", "127.0.0.1, 10.0.0.0/8");
        var shown = shown("--keep-messages", "400");
        environment.clear();
        var saved = Files.writeString(folder.resolve("saved.properties"), shown.out());
        var again = shown("--config", "" + saved);
        for (var key : Keys.ALL) {
            assertEquals(shown.value(key.name()), again.value(key.name()));
            assertTrue(again.origin(key.name()).startsWith("配置文件"), key.name());
        }
    }

    @Test
    void aVariableThatNobodyReadsIsTold() {
        environment.put("TONGTU_PROT", "80");
        environment.put("TONGTU_JAVA_OPTIONS", "-Xmx1g");
        var outcome = shown();
        assertEquals("没有环境变量「TONGTU_PROT」这一项，没有用它。是不是 TONGTU_PORT？\n", outcome.err());
    }

    @Test
    void whatIsTypedWrongIsAWrongCommand() {
        assertEquals(Main.MISTYPED, run("serve", "--port", "abc").status());
        assertEquals(
                "端口（命令行 --port）要写 0 到 65535 之间的整数，现在是「99999」。\n",
                run("serve", "--port", "99999").err());
        environment.put("TONGTU_PORT", "abc");
        assertEquals(Main.CANNOT, run("serve").status());
    }

    /// No key is secret yet; one that will be is never shown, be it right or wrong.
    @Test
    void aSecretIsNeverShown() throws Exception {
        var secret =
                new Key<>(
                        "smtp-password",
                        "口令",
                        "口令",
                        "至少 8 个字符",
                        "",
                        "",
                        Key.Form.SECRET,
                        (text, _) -> text.isEmpty() || text.length() >= 8 ? text : null);
        List<Key<?>> keys = List.of(secret);
        var environment = Map.of("TONGTU_SMTP_PASSWORD", "correct horse");
        var settings = Settings.read(keys, Map.of(), environment);
        assertEquals("correct horse", settings.get(secret));
        var out = new StringWriter();
        ConfigCommand.print(settings, new PrintWriter(out));
        assertTrue(out.toString().contains("来自：环境变量 TONGTU_SMTP_PASSWORD"), "" + out);
        assertTrue(out.toString().contains("# smtp-password = （不显示）"), "" + out);
        assertFalse(out.toString().contains("horse"), "" + out);
        assertFalse(settings.all().toString().contains("horse"), "" + settings.all());

        Files.writeString(file, "smtp-password = horse\n");
        try {
            Settings.read(keys, Map.of("--config", "" + file), Map.of());
            throw new AssertionError("it is too short");
        } catch (Config.Wrong wrong) {
            assertTrue(("" + wrong.getMessage()).contains("至少 8 个字符"), wrong.getMessage());
            assertFalse(("" + wrong.getMessage()).contains("horse"), wrong.getMessage());
        }
        assertFalse(
                refused("smtp password horse\n").contains("horse"), "a line that is no setting");
    }

    /// The form is a part of the standard one: what is read here is read so by Java itself.
    @Test
    void whatIsReadIsWhatJavaReads() throws IOException {
        var random = new Random(11);
        var pieces =
                new String[] {
                    "port", "host", "=", " = ", " ", "8080", "#", "!", ":", "\\", "值", "\n", "\n",
                    "\t", "a.b-c_d", "\\u0041"
                };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Files.writeString(file, text);
            var ours = ConfigFile.read(file);
            if (ours.faults().isEmpty()) {
                var java = new Properties();
                java.load(new StringReader(text.toString()));
                assertEquals(ours.entries().keySet(), java.stringPropertyNames(), "" + text);
                ours.entries()
                        .forEach((name, entry) ->
                                assertEquals(
                                        entry.text(), java.getProperty(name).strip(), "" + text));
                read += ours.entries().size();
            }
        }
        assertTrue(read > 500, read + " were read");
    }
}
