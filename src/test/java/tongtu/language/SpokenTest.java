package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tongtu.language.Spoken.Pause;
import tongtu.language.Spoken.Said;
import tongtu.language.Spoken.Silence;

class SpokenTest {
    private static String plain(String words) {
        return words.replaceAll("[、，；。]+", "，").replace(" ", "").replaceAll("^，|，$", "");
    }

    @Test
    void everyFigureOfThePlanAndTheStatutesIsSaidAsWrittenByHand() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : ReadingsTest.table("spoken.tsv")) {
            var said = Spoken.of(row[0]).words();
            if (!plain(said).equals(plain(row[1]))) {
                wrong.add(row[0] + " → " + said + ", not " + row[1]);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void marksArePausesOfTheirLength() {
        assertEquals(
                List.of(Pause.CLAUSE, Pause.LIST, Pause.PART, Pause.SENTENCE), pauses("甲，乙、丙；丁。"));
        assertEquals(List.of(Pause.BREATH, Pause.BREATH), pauses("见《残疾人保障法》第一条").stream().toList());
        assertEquals(List.of(Pause.SENTENCE), pauses("“甲。”"));
    }

    private static List<Pause> pauses(String text) {
        return Spoken.of(text).pieces().stream()
                .filter(Silence.class::isInstance)
                .map(piece -> ((Silence) piece).pause())
                .toList();
    }

    @Test
    void nothingIsSaidOfWhatHasNoWords() {
        for (var text : List.of("", "   ", "……", "🎉🎉", "《》（）", "\u0001\u0002", "***")) {
            assertTrue(Spoken.of(text).isSilent(), text);
        }
    }

    @Test
    void aLongRunIsSaidToBeThereInsteadOfBeingSaid() {
        assertEquals("共有一串数字，共一万位，不读出，元", Spoken.of("共有" + "7".repeat(10_000) + "元").words());
        assertEquals("一串字母，共五千个，不读出，", Spoken.of("x".repeat(5_000)).words());
    }

    @Test
    void aHostileTextTakesNoLongerThanItIsLong() {
        for (var piece :
                List.of(
                        "1", "1-", "a.", "〔2015〕", "http://", "1:2", "(0", "２", "1,", "%", "a@",
                        "-", "≥", "13", "年1")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Spoken.of(piece.repeat(50_000 / piece.length())),
                    piece);
        }
    }

    /// Whatever stands in a text: what is said is Han and Latin, and stands in order where it is
    /// said to stand.
    @Test
    void whatIsSaidIsWordsAndKnowsItsPlace() {
        var random = new Random(5);
        var alphabet = "0123456789.,:：-—%％≥>〔〕()（）年月日号第两个元/+Xa@ \n、，。“”《》℃²幺残疾人🎉";
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            int[] points = alphabet.codePoints().toArray();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            int last = 0;
            for (var piece : Spoken.of(text.toString()).pieces()) {
                assertTrue(piece.start() >= last || piece.start() == piece.end(), text.toString());
                assertTrue(
                        piece.end() >= piece.start() && piece.end() <= text.length(),
                        text.toString());
                last = Math.max(last, piece.start());
                if (piece instanceof Said(var words, _, _)) {
                    assertTrue(
                            words.codePoints()
                                    .allMatch(c ->
                                            Character.isIdeographic(c)
                                                    || c == ' '
                                                    || Character.isAlphabetic(c)),
                            text + " → " + words);
                }
            }
        }
    }
}
