package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void controlsHalvesAndWhatNobodySeesAreTakenOut() {
        var bad =
                "\0\u0001\u001b\u007f\u0085\u00ad\u061c\u200b\u200e\u200f\u202a\u202e\u2028\u2029"
                        + "\u2060\u2066\u2069\ufeff\ufffe\uffff\ufdd0\ud800\udc00x\udbff\u206a\ufff9";
        assertEquals("x", Characters.clean(bad.replace("\ud800\udc00", "\udc00\ud800")));
        assertEquals("甲乙", Characters.clean("甲\uDB40\uDC41乙"), "a tag character");
        bad.replace("x", "")
                .codePoints()
                .filter(c -> c != 0x10000)
                .forEach(c -> assertTrue(Characters.isForbidden(c), Integer.toHexString(c)));
    }

    @Test
    void whatIsWrittenStays() {
        var good = "残疾人\u3000ABC\tx\r\n𠮷😀👨\u200d👩 \u00a0é“”…—〇①㎡％ﬁ\u0301می\u200cخواهم\ue000";
        assertSame(good, Characters.clean(good));
        good.codePoints().forEach(c -> assertFalse(Characters.isForbidden(c)));
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        var all = new StringBuilder();
        for (int c = 0; c <= 0x10ffff; c++) {
            all.appendCodePoint(c);
        }
        var once = Characters.clean(all.toString());
        assertEquals(once, Characters.clean(once));
        assertTrue(once.codePoints().noneMatch(Characters::isForbidden));
    }

    @Test
    void chineseIsWrittenWithoutSpacesAndLatinIsNot() {
        "残𠮷〇，。（）“”…—％ＡＢ".codePoints().forEach(c -> assertTrue(Characters.isFullWidth(c)));
        "aé1,.()\" ".codePoints().forEach(c -> assertFalse(Characters.isFullWidth(c)));
    }
}
