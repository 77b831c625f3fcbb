package tongtu.braille;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tongtu.Shared;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.language.Tone;

class TranscriberTest {
    private static final Transcriber TRANSCRIBER = new Transcriber(new Readings(Lexicon.NONE));

    private static List<String[]> table() throws Exception {
        try (var in =
                Objects.requireNonNull(
                        TranscriberTest.class.getResourceAsStream("/braille/cells.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @TestFactory
    List<DynamicTest> eachTextHasTheCellsThatWereWrittenByHand() throws Exception {
        var tests = new ArrayList<DynamicTest>();
        for (var row : table()) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row[0],
                            () ->
                                    assertEquals(
                                            Cells.of(row[2]),
                                            TRANSCRIBER.of(row[0], row[1]).cells())));
        }
        return tests;
    }

    /// Every syllable of Mandarin with every tone has cells of its own, and they are read back.
    @Test
    void everySyllableIsReadBack() {
        int seen = 0;
        for (var letters : tongtu.language.Pinyin.known()) {
            for (int tone = 1; tone <= 4; tone++) {
                var own = Tone.of(letters + tone);
                var syllable = own == null ? null : Syllables.of(own);
                if (own == null || syllable == null) {
                    continue;
                }
                var read = BackTranslation.of(syllable.cells(true));
                assertNotNull(read, own.toString());
                assertEquals(1, read.size(), own.toString());
                assertEquals(plain(own.letters()), plain(read.getFirst().letters()));
                assertEquals(tone, read.getFirst().tone());
                seen++;
            }
        }
        assertTrue(seen > 1_500, seen + " syllables");
    }

    /// E and o share a cell.
    private static String plain(String letters) {
        return letters.replaceFirst("^([bpmf]|)o$|^([bpmf])e$", "$1$2e").replaceFirst("^lo$", "le");
    }

    /// Whatever stands in our real texts has cells, and each word is read back as its pinyin, with
    /// its tone or, where a rule leaves it out, without.
    @Test
    void everyWordOfTheRealTextsIsReadBack() throws Exception {
        var texts = new ArrayList<String>();
        texts.add(Files.readString(Shared.plan()));
        try (var files = Files.walk(Path.of("content"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        try (var files = Files.list(Path.of("src/test/resources/laws"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        int words = 0;
        for (var text : texts) {
            for (var line : text.lines().toList()) {
                var transcript = TRANSCRIBER.of(line, "zh-CN");
                assertTrue(
                        transcript.unknown().stream().noneMatch(Character::isIdeographic),
                        () -> "no cells for " + transcript.unknown() + " in " + line);
                for (var piece : transcript.pieces()) {
                    if (!piece.pinyin().isEmpty()) {
                        readsBack(line.substring(piece.start(), piece.end()), piece);
                        words++;
                    }
                }
            }
        }
        assertTrue(words > 50_000, words + " words");
    }

    private static void readsBack(String word, Transcript.Piece piece) {
        var read = BackTranslation.of(piece.cells());
        assertNotNull(read, word + " " + piece);
        int at = 0;
        for (var syllable : piece.pinyin().split(" ", -1)) {
            var tone =
                    Tone.of(
                            syllable.replace("r", "").isEmpty()
                                    ? "er5"
                                    : syllable.endsWith("r")
                                            ? syllable.substring(0, syllable.length() - 1)
                                            : syllable);
            assertNotNull(tone, syllable);
            var got = read.get(at++);
            assertEquals(plain(tone.letters()), plain(got.letters()), word + " " + piece);
            assertTrue(
                    got.tone() == 0 || got.tone() == tone.tone(), word + " " + piece + " " + got);
            if (syllable.endsWith("r") && !syllable.equals("er5")) {
                assertEquals("er", read.get(at++).letters(), word);
            }
        }
        assertEquals(at, read.size(), word + " " + piece);
    }

    @Test
    void whatHasNoCellsIsTold() {
        var transcript = TRANSCRIBER.of("好😀的\u202eabc\u0007", "zh-CN");
        assertEquals(List.of(0x1f600), transcript.unknown());
        assertTrue(transcript.pieces().size() >= 3);
    }
}
