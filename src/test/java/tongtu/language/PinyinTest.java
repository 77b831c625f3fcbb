package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinyinTest {
    @Test
    void charactersAreReadWhereTheyStand() {
        assertEquals(List.of("can", "ji", "ren"), Pinyin.of("残疾人"));
        assertEquals(List.of("chong", "qing"), Pinyin.of("重庆"));
        assertEquals(List.of("zhong", "du"), Pinyin.of("重度"));
        assertEquals(List.of("lv"), Pinyin.of("旅"));
        assertEquals(List.of("a", "p", "p"), Pinyin.of("app"));
    }

    @Test
    void lettersAreDividedIntoSyllables() {
        assertEquals(List.of("wu", "zhang", "ai"), Pinyin.split("wuzhangai"));
        assertEquals(List.of("xian"), Pinyin.split("xian"));
        assertEquals(List.of("xi", "an"), Pinyin.split("xi'an"));
        assertEquals(List.of("hu", "li"), Pinyin.split("hu li"));
        assertEquals(List.of(), Pinyin.split("wza"));
        assertEquals(List.of(), Pinyin.split(""));
    }
}
