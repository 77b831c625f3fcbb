package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
    private static String said(int status, String... arguments) {
        var words = new StringWriter();
        var writer = new PrintWriter(words);
        assertEquals(status, Main.commandLine(writer, writer, Map.of()).execute(arguments));
        return words.toString();
    }

    /// All commands by the words that call them: `messages list`.
    private static Map<String, CommandLine> commands() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var commands = new TreeMap<String, CommandLine>();
        collect("", Main.commandLine(nowhere, nowhere, Map.of()), commands);
        return commands;
    }

    private static void collect(
            String before, CommandLine command, Map<String, CommandLine> commands) {
        command.getSubcommands()
                .forEach((name, each) -> {
                    commands.put(before + name, each);
                    collect(before + name + " ", each, commands);
                });
    }

    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItselfInChinese() {
        return Stream.concat(Stream.of(""), commands().keySet().stream())
                .map(name ->
                        DynamicTest.dynamicTest(
                                "tongtu " + name,
                                () -> {
                                    var help =
                                            name.isEmpty()
                                                    ? said(0, "--help")
                                                    : said(0, (name + " --help").split(" "));
                                    assertTrue(help.contains("用法："), help);
                                    // Names of options and commands are Latin; sentences are not.
                                    assertFalse(
                                            help.replace("tongtu " + name, "")
                                                    .matches(
                                                            "(?s).*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"),
                                            help);
                                    if (name.matches("(?!help)[a-z]+")) {
                                        assertEquals(help, said(0, "help", name));
                                    }
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionSaysInChineseWhatItIsAndWhatItTakes() {
        return commands().values().stream()
                .flatMap(command -> command.getCommandSpec().args().stream())
                .filter(each -> !each.hidden())
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.toString(),
                                () -> {
                                    assertTrue(isChinese(String.join("", each.description())));
                                    assertTrue(
                                            each.arity().max() == 0
                                                    || isChinese(each.paramLabel())
                                                    || each.command().name().equals("help"));
                                }));
    }

    private static boolean isChinese(String words) {
        return words.codePoints().anyMatch(Character::isIdeographic);
    }

    @Test
    void whatIsTypedWrongIsSaidInChinese() {
        assertWrong("不认识「--nonsense」。", "serve", "--nonsense");
        assertWrong("少写了 --port 后面的值。", "serve", "--port");
        assertWrong("不认识「--prot 80」。是不是 --port？", "serve", "--prot", "80");
        assertWrong("--port 写了两次。", "serve", "--port", "1", "--port", "2");
        assertWrong("不认识「srve」。是不是 serve？", "srve");
        assertWrong("没有「nonsense」这个命令。", "help", "nonsense");
    }

    private static void assertWrong(String sentence, String... arguments) {
        var lines = said(2, arguments).lines().toList();
        assertEquals(sentence, lines.getFirst());
        assertTrue(lines.getLast().startsWith("看怎么写：tongtu"), "" + lines);
        assertEquals(2, lines.size());
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithoutATrace(@TempDir Path folder) throws Exception {
        var file = Files.createDirectories(folder.resolve("pages")).resolve("甲.md");
        Files.createSymbolicLink(file, Files.createDirectory(folder.resolve("乙")));
        var words = said(Main.CANNOT, "ids", "--content", folder.toString(), file.toString());
        assertEquals(1, words.lines().count(), words);
        assertTrue(words.contains("甲.md"), words);
    }

    @Test
    void eachCommandTellsTheVersion() {
        assertTrue(said(0, "--version").startsWith("tongtu "));
        assertEquals(said(0, "--version"), said(0, "serve", "--version"));
    }
}
