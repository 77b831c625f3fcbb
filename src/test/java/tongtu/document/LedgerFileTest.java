package tongtu.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerFileTest {
    private static LedgerFile read(String text) {
        return LedgerFile.read("policies/a.ids", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample() {
        var units =
                List.of(
                        new Unit(BlockId.of(1), "第一段，说的是补贴。"),
                        new Unit(BlockId.of(2), "第二段，说的是康复。" + "长".repeat(400)));
        return LedgerFile.write(Aligner.align(Ledger.EMPTY, units, "policies/a").ledger());
    }

    @Test
    void aLedgerComesBackAsItWasWritten() {
        assertEquals(List.of(), read(sample()).findings());
        assertEquals(sample(), LedgerFile.write(read(sample()).ledger()));
    }

    @Test
    void everyStateComesBack() {
        var hash = "0123456789abcdef0123456789abcdef";
        var text =
                "tongtu-ids 1\n"
                        + ("aaaaaaaa\tlive\t" + hash + "\t2\tAAEAAg\n")
                        + ("bbbbbbbb\tinto aaaaaaaa\t" + hash + "\n")
                        + ("cccccccc\tgone\t" + hash + "\n");
        assertEquals(List.of(), read(text).findings());
        assertEquals(text, LedgerFile.write(read(text).ledger()));
        assertEquals(
                Map.of(new BlockId("bbbbbbbb"), new BlockId("aaaaaaaa")),
                read(text).ledger().anchors());
    }

    @Test
    void mergesInACircleLeadNowhere() {
        var hash = "0123456789abcdef0123456789abcdef";
        var text =
                "tongtu-ids 1\n"
                        + ("bbbbbbbb\tinto cccccccc\t" + hash + "\n")
                        + ("cccccccc\tinto bbbbbbbb\t" + hash + "\n");
        assertEquals(Map.of(), read(text).ledger().anchors());
    }

    @Test
    void aBrokenLineIsLeftOutAndNamed() {
        var file = read(sample() + "\nonsense\nzzzzzzzz\tlive\tno\t1\t!\n");
        assertEquals(2, file.ledger().lines().size());
        assertEquals(List.of(5, 6), file.findings().stream().map(Finding::line).toList());
        assertEquals("policies/a.ids", file.findings().getFirst().file());
    }

    @Test
    void anotherVersionIsNotGuessedAt() {
        assertEquals(List.of(), read("tongtu-ids 2\n").ledger().lines());
        assertEquals(1, read("tongtu-ids 2\n").findings().size());
        assertEquals(1, read("").findings().size());
    }

    @Test
    void theMarksOfAMergeArePassedOver() {
        var lines = sample().split("\n", -1);
        var text =
                lines[0]
                        + "\n<<<<<<< ours\n"
                        + lines[1]
                        + "\n=======\n"
                        + lines[2]
                        + "\n>>>>>>> theirs\n";
        assertEquals(List.of(), read(text).findings());
        assertEquals(2, read(text).ledger().lines().size());
    }

    @Test
    void whateverStandsInTheFileIsReadOrReported() {
        var random = new Random(7);
        var text = sample();
        for (int round = 0; round < 2_000; round++) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var file = LedgerFile.read("policies/a.ids", bytes);
            assertTrue(file.ledger().lines().size() <= 2);
            Aligner.align(file.ledger(), List.of(new Unit(BlockId.of(1), "新")), "policies/a");
        }
    }
}
