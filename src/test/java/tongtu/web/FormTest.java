package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormTest {
    private static Form read(String encoded) {
        var form = Form.read(encoded);
        assertNotNull(form, encoded);
        return form;
    }

    @Test
    void fieldsAreReadAsBrowsersWriteThem() {
        var form = read("words=%E4%BD%A0%E5%A5%BD+%26+%3D%2B%25&page=&x&=y&&&words=second");
        assertEquals("你好 & =+%", form.get("words"));
        assertEquals("", form.get("page"));
        assertEquals("", form.get("x"));
        assertEquals("y", form.get(""));
        assertEquals("", form.get("nobody sent this"));
    }

    @Test
    void bytesNeedNoPercentSigns() {
        var raw = new String("a=残".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("残", read(raw).get("a"));
        assertNull(Form.read("a=残"), "no bytes");
    }

    @Test
    void anythingThatIsWrittenIsReadAgain() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var text =
                    random.ints(20, 1, 0x10ffff)
                            .filter(c -> c < 0xd800 || c > 0xdfff)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertEquals(text, read("a=" + encoded).get("a"), encoded);
        }
    }

    @Test
    void whatIsNoFormIsNone() {
        for (var bad :
                List.of(
                        "a=%",
                        "a=%4",
                        "a=%zz",
                        "a=%-1",
                        "a=%FF",
                        "a=%C0%80",
                        "a=%ED%A0%80",
                        "a=%E4%BD",
                        "%FF=a",
                        "a=é",
                        "a=\u00ff")) {
            assertNull(Form.read(bad), bad);
        }
    }

    @Test
    void aNulIsACharacterLikeAnother() {
        assertEquals("a\u0000b", read("a=a%00b").get("a"));
    }

    @Test
    void aFormHasLimits() {
        var fields = "a=1&".repeat(Form.FIELDS);
        assertNotNull(Form.read(fields));
        assertNull(Form.read(fields + "b=1"));
        assertNull(Form.read("x=1&".repeat(10_000)));
        assertNotNull(Form.read("n".repeat(Form.NAME) + "=1"));
        assertNull(Form.read("n".repeat(Form.NAME + 1) + "=1"));
        assertEquals(1_000_000, read("a=" + "1".repeat(1_000_000)).get("a").length());
    }

    @Test
    void manySeparatorsAreNoFields() {
        assertTrue(read("&".repeat(100_000)).names().isEmpty());
    }
}
