package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tongtu.Shared;
import tongtu.language.Reading.Syllable;
import tongtu.language.Reading.Word;

class ReadingsTest {
    private static final Readings READINGS = new Readings(Lexicon.NONE);

    static List<String[]> table(String name) throws Exception {
        try (var in =
                Objects.requireNonNull(
                        ReadingsTest.class.getResourceAsStream("/language/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static Syllable at(String text, int at) {
        return READINGS.of(text).parts().stream()
                .filter(Word.class::isInstance)
                .flatMap(part -> ((Word) part).syllables().stream())
                .filter(syllable -> syllable.start() == at)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said at " + at + " of " + text));
    }

    @Test
    void aCharacterIsReadAsItsContextAsks() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : table("polyphones.tsv")) {
            int at = row[0].indexOf('【');
            var text = row[0].replace("【", "").replace("】", "");
            var syllable = at(text, at);
            var expected = Objects.requireNonNull(Tone.of(row[1]), row[1]);
            // The light tone of a word counts as its reading.
            var read = expected.tone() == 5 ? syllable.spoken() : syllable.written();
            if (!read.equals(expected)) {
                wrong.add(row[0] + " is " + row[1] + ", was " + read.marked());
            }
        }
        assertEquals("", String.join("\n", wrong), wrong.size() + " contexts");
    }

    @Test
    void tonesBendBetweenTheirNeighbours() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : table("sandhi.tsv")) {
            var said =
                    READINGS.of(row[0]).parts().stream()
                            .flatMap(part -> ((Word) part).syllables().stream())
                            .map(one -> one.spoken().marked() + (one.rhotic() ? "r" : ""))
                            .collect(Collectors.joining(" "));
            if (!said.equals(row[1])) {
                wrong.add(row[0] + " is " + row[1] + ", was " + said);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void theWordsOfASiteAreReadAsItsLexiconSays() {
        var read =
                Lexicon.read(
                        List.of(
                                "# remark",
                                "干窑\tgān yáo\t镇名",
                                "APP\tA P P",
                                "VS\t对",
                                "重机\tchóng jī"));
        assertEquals(List.of(), read.faults());
        var readings = new Readings(read.lexicon());
        assertEquals("chóngjī", readings.of("重机").pinyin());
        assertEquals("jiǎ duì yǐ", readings.of("甲VS乙").pinyin());
        assertEquals("V S O P", readings.of("VSOP").words());
    }

    @Test
    void aLineOfALexiconThatCannotBeReadIsAFaultAndTheOthersHold() {
        var read =
                Lexicon.read(
                        List.of(
                                "干窑",
                                "干窑\tgān",
                                "干窑\tgan1 yao2",
                                "干窑\tgān yáo",
                                "乙\t???",
                                "长".repeat(41) + "\tcháng"));
        assertEquals(
                List.of(1, 2, 4, 5, 6), read.faults().stream().map(Lexicon.Fault::line).toList());
        assertEquals(1, read.lexicon().entries().size());
    }

    @Test
    void aSyllableIsWrittenWithItsMarkAndReadBack() {
        for (var written :
                List.of(
                        "cán", "lǜ", "nǚ", "xiū", "guì", "ér", "zhuàng", "de", "lüè", "yǒu",
                        "guǒ")) {
            assertEquals(written, Objects.requireNonNull(Tone.of(written), written).marked());
        }
        assertEquals(Tone.of("lǜ"), Tone.of("lv4"));
        assertNull(Tone.of("xyz"));
        assertNull(Tone.of(""));
        assertNull(Tone.of("中"));
    }

    /// Every Han character of the plan and the statutes has a reading, and each is where it stands.
    @Test
    void everyCharacterOfThePlanAndTheStatutesIsRead() throws Exception {
        var files = new ArrayList<>(Shared.laws());
        files.add(Shared.plan());
        int count = 0;
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                var covered = new boolean[line.length()];
                for (var part : READINGS.of(line).parts()) {
                    Arrays.fill(covered, part.start(), part.end(), true);
                }
                for (int i = 0; i < line.length(); i++) {
                    if (Character.isIdeographic(line.charAt(i))) {
                        assertTrue(covered[i], line.charAt(i) + " in " + line);
                        count++;
                    }
                }
            }
        }
        assertTrue(count > 50_000, count + " characters");
    }
}
