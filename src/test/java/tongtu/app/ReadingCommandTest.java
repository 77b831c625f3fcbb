package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./tongtu reading`, and what `check` says of the lexicon, as people run them.
class ReadingCommandTest {
    @TempDir Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Main.commandLine(new PrintWriter(out), new PrintWriter(err), Map.of())
                        .execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void wordsAndPinyinAreSaidSentenceBySentence() {
        var outcome = run("reading", "就业率达到98.89%。拨打12385！", "--content", folder.toString());
        assertEquals(
                """
                就业率 达到 百分之九十八 点 八九 。
                jiùyèlǜ dádào bǎifēnzhījiǔshíbā diǎn bājiǔ 。
                """
                        .replaceAll("\\s", ""),
                String.join("", outcome.out().lines().limit(2).toList()).replaceAll("\\s", ""));
        assertTrue(outcome.out().contains("幺"), outcome.out());
        assertEquals(0, outcome.status());
    }

    @Test
    void aSitesOwnWordsAreReadAsItsLexiconSays() throws Exception {
        Files.writeString(folder.resolve("lexicon.tsv"), "重机\tchóng jī\t厂名\n坏行\n");
        var outcome = run("reading", "重机", "--content", folder.toString());
        assertTrue(outcome.out().contains("chóngjī"), outcome.out());
        assertTrue(outcome.err().contains("lexicon.tsv:2"), outcome.err());
        assertTrue(run("check", "--content", folder.toString()).out().contains("lexicon.tsv:2"));
    }

    @Test
    void whatHasNoWordsIsSaidToHaveNone() {
        var outcome = run("reading", "🎉……", "--content", folder.toString());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("没有可以念的字"), outcome.err());
    }
}
