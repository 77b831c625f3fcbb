package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTokensTest {
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final FormTokens tokens = new FormTokens(Duration.ofHours(24), () -> now);

    @Test
    void eachFormHasANameOfItsOwn() {
        var token = tokens.issue();
        assertNotEquals(token, tokens.issue());
        assertTrue(tokens.isFresh(token));
        assertTrue(token.matches("[A-Za-z0-9_-]+"), token);
    }

    @Test
    void aFormThatWasOpenForADayIsStale() {
        var token = tokens.issue();
        now = now.plus(Duration.ofHours(24)).minusMillis(1);
        assertTrue(tokens.isFresh(token));
        now = now.plusMillis(1);
        assertFalse(tokens.isFresh(token));
    }

    @Test
    void noOtherNameIsTaken() {
        var token = tokens.issue();
        for (int i = 0; i < token.length() - 1; i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
            assertFalse(tokens.isFresh(changed.toString()), changed.toString());
        }
        for (var other :
                List.of(
                        "",
                        "x",
                        "=",
                        token + "A",
                        token.substring(1),
                        "\u0000",
                        "A".repeat(100_000))) {
            assertFalse(tokens.isFresh(other));
        }
        assertFalse(
                new FormTokens(Duration.ofHours(24), () -> now).isFresh(token),
                "of another start of the program");
    }
}
