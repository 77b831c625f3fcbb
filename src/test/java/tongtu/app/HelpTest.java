package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HelpTest {
    private static String said(int status, String... arguments) {
        var words = new StringWriter();
        var writer = new PrintWriter(words);
        assertEquals(status, Main.commandLine(writer, writer).execute(arguments));
        return words.toString();
    }

    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItselfInChinese() {
        var commands =
                Main.commandLine(
                        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        return Stream.concat(Stream.of(""), commands.getSubcommands().keySet().stream())
                .map(name ->
                        DynamicTest.dynamicTest(
                                "tongtu " + name,
                                () -> {
                                    var help =
                                            name.isEmpty()
                                                    ? said(0, "--help")
                                                    : said(0, name, "--help");
                                    assertTrue(help.contains("用法："), help);
                                    // Names of options and commands are Latin; sentences are not.
                                    assertFalse(
                                            help.matches("(?s).*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"),
                                            help);
                                    if (!name.isEmpty() && !name.equals("help")) {
                                        assertEquals(help, said(0, "help", name));
                                    }
                                }));
    }

    @Test
    void whatIsTypedWrongIsSaidInChinese() {
        assertTrue(said(2, "serve", "--nonsense").contains("--nonsense"));
        assertTrue(said(2, "serve", "--port", "many").contains("--port"));
        assertFalse(said(2, "serve", "--port", "many").contains("Invalid"));
        assertTrue(said(2, "nonsense").contains("nonsense"));
    }
}
