package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static List<String> of(Words words, String text) {
        return words.of(text).stream().map(Words.Word::text).toList();
    }

    @Test
    void theWordsOfASiteAreWords() {
        var own = new Words(List.of("康复前移", "信访代办"));
        assertTrue(of(own, "康复前移补贴").contains("康复前移"), () -> "" + of(own, "康复前移补贴"));
        assertTrue(of(own, "找信访代办").contains("信访代办"), () -> "" + of(own, "找信访代办"));
        assertTrue(!of(Words.plain(), "康复前移补贴").contains("康复前移"));
    }

    @Test
    void nothingOfATextIsLost() {
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append(
                        (char)
                                (random.nextBoolean()
                                        ? 0x4e00 + random.nextInt(0x5000)
                                        : 32 + random.nextInt(90)));
            }
            int at = 0;
            for (var word : Words.plain().of(text.toString())) {
                assertEquals(at, word.start());
                assertEquals(word.text(), text.substring(word.start(), word.end()));
                at = word.end();
            }
            assertEquals(text.length(), at);
        }
    }
}
