package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedTest {
    private static String folded(String text) {
        return Folded.of(text).text();
    }

    @Test
    void whatPeopleWriteDifferentlyIsTheSame() {
        assertEquals("无障碍环境建设", folded("無障礙環境建設"));
        assertEquals("2025", folded("２０２５"));
        assertEquals("app", folded("ＡＰＰ"));
        assertEquals("strasse", folded("Straße"));
        assertEquals("残疾人", folded("残疾\u200b人"));
        assertEquals("a b", folded("a\u0000b"));
    }

    /// The mark of a word must stand where the word stands, whatever came before it.
    @Test
    void eachCharacterKnowsWhereItStood() {
        var text = "㍿\u200b𠮷ﬁ殘疾";
        var folded = Folded.of(text);
        int at = folded.text().indexOf("残疾");
        assertEquals(text.indexOf("殘"), folded.origin(at));
        assertEquals(text.indexOf("疾"), folded.origin(at + 1));
        assertEquals(text.length(), folded.origin(folded.text().length()));
    }

    @Test
    void originsGoForwardInAnyText() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append((char) random.nextInt(0x10000));
            }
            var folded = Folded.of(text.toString());
            int before = 0;
            for (int at = 0; at <= folded.text().length(); at++) {
                int origin = folded.origin(at);
                assertTrue(origin >= before && origin <= text.length(), text::toString);
                before = origin;
            }
            assertEquals(folded.text(), folded(folded.text()), "folded once is folded for good");
        }
    }
}
