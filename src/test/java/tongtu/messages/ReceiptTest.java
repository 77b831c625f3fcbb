package tongtu.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private final Random random = new Random(20_211_201);

    @Test
    void aNumberHasTwelveDigitsAndNoneIsTakenForALetter() {
        for (int i = 0; i < 10_000; i++) {
            var receipt = Receipt.random(random);
            assertTrue(receipt.digits().matches("[1-9]{12}"), receipt.digits());
            assertTrue(receipt.grouped().matches("[1-9]{4} [1-9]{4} [1-9]{4}"), receipt.grouped());
            assertEquals(receipt, Receipt.read(receipt.grouped()));
        }
    }

    @Test
    void oneWrongDigitIsAlwaysNoticed() {
        for (int i = 0; i < 300; i++) {
            var digits = Receipt.random(random).digits();
            for (int place = 0; place < digits.length(); place++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    var typed = new StringBuilder(digits);
                    typed.setCharAt(place, wrong);
                    if (wrong != digits.charAt(place)) {
                        assertNull(Receipt.read(typed.toString()), digits + " as " + typed);
                    }
                }
            }
        }
    }

    @Test
    void twoNeighboursThatChangedPlacesAreAlwaysNoticed() {
        for (int i = 0; i < 2_000; i++) {
            var digits = Receipt.random(random).digits();
            for (int place = 1; place < digits.length(); place++) {
                var typed = new StringBuilder(digits);
                typed.setCharAt(place, digits.charAt(place - 1));
                typed.setCharAt(place - 1, digits.charAt(place));
                if (!typed.toString().equals(digits)) {
                    assertNull(Receipt.read(typed.toString()), digits + " as " + typed);
                }
            }
        }
    }

    @Test
    void numbersAreReadAsPeopleTypeThem() {
        var receipt = Receipt.random(random);
        var groups = receipt.grouped().split(" ");
        for (var typed :
                new String[] {
                    receipt.digits(),
                    "  " + String.join("  ", groups) + "\n",
                    String.join("-", groups),
                    String.join("—", groups),
                    String.join("，", groups),
                    String.join("\u3000", groups),
                    wide(receipt.digits())
                }) {
            assertEquals(receipt, Receipt.read(typed), typed);
        }
    }

    private static String wide(String digits) {
        return digits.chars()
                .map(c -> c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (var typed :
                new String[] {
                    "",
                    " ",
                    "1234",
                    "1234567890123",
                    "五二八三",
                    "<script>",
                    "1".repeat(100_000),
                    "000000000000"
                }) {
            assertNull(Receipt.read(typed), typed.substring(0, Math.min(20, typed.length())));
        }
        assertThrows(IllegalArgumentException.class, () -> new Receipt("123456789123"));
    }

    @Test
    void numbersTellNothingOfTheirOrder() {
        var seen = new HashSet<String>();
        int rising = 0;
        var before = Receipt.random(random).digits();
        for (int i = 0; i < 10_000; i++) {
            var next = Receipt.random(random).digits();
            assertNotEquals(before, next);
            assertTrue(seen.add(next), "drawn twice: " + next);
            rising += next.compareTo(before) > 0 ? 1 : 0;
            before = next;
        }
        assertTrue(rising > 4_500 && rising < 5_500, rising + " of 10,000 rise");
        assertFalse(seen.isEmpty());
    }
}
