package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void numbersAreWrittenAsChineseWritesThem() {
        Map.of(
                        0, "零", 2, "二", 10, "十", 12, "十二", 20, "二十", 101, "一百零一", 110, "一百一十",
                        1_005, "一千零五", 1_260, "一千二百六十", 9_999, "九千九百九十九")
                .forEach((value, words) -> assertEquals(words, Numerals.chinese(value)));
        assertThrows(IllegalArgumentException.class, () -> Numerals.chinese(-1));
        assertThrows(IllegalArgumentException.class, () -> Numerals.chinese(10_000));
    }

    @Test
    void everyNumeralIsReadBackAndNoTwoAreTheSame() {
        var seen = new HashMap<String, Integer>();
        for (int value = 0; value <= Numerals.LARGEST; value++) {
            var words = Numerals.chinese(value);
            assertEquals(null, seen.put(words, value), words);
            assertEquals(value, Numerals.value(words), words);
            assertEquals(value, Numerals.value(String.valueOf(value)));
        }
    }

    @Test
    void otherWaysOfWritingAreRead() {
        assertEquals(29, Numerals.value("２９"));
        assertEquals(205, Numerals.value("二百〇五"));
        assertEquals(200, Numerals.value("两百"));
        assertEquals(13, Numerals.value("一十三"));
        assertEquals(110, Numerals.value("一百十"));
        assertEquals(7, Numerals.value("007"));
    }

    @Test
    void whatWritesNoNumberIsNone() {
        for (var words :
                List.of(
                        "",
                        "百",
                        "十百",
                        "百十千",
                        "三十五十",
                        "一二三",
                        "二〇二一",
                        "一百五",
                        "一百零五十",
                        "零零",
                        "零五",
                        "2十",
                        "二1",
                        "10000",
                        "一万",
                        "甲",
                        "十".repeat(50),
                        "9".repeat(50))) {
            assertEquals(-1, Numerals.value(words), words);
        }
    }

    @Test
    void noWordsOfDigitsAreReadAsTwoNumbers() {
        var random = new Random(1);
        var characters = "零〇一二三四五六七八九十百千两";
        for (int i = 0; i < 50_000; i++) {
            var words = new StringBuilder();
            for (int length = random.nextInt(6); length >= 0; length--) {
                words.append(characters.charAt(random.nextInt(characters.length())));
            }
            int value = Numerals.value(words.toString());
            if (value >= 0) {
                var plain =
                        words.toString().replace('〇', '零').replace('两', '二').replace("百十", "百一十");
                var written = Numerals.chinese(value);
                assertEquals(written, plain.startsWith("一十") ? plain.substring(1) : plain, plain);
            }
        }
    }
}
