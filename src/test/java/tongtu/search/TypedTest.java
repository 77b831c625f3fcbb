package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tongtu.language.Words;

class TypedTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(
                    Map.of("康复", 9, "抗辐", 2, "改造", 5, "补助", 4),
                    List.of("家庭无障碍改造"),
                    List.of("残疾人证", "无障碍"),
                    Words.plain());
    private static final Map<String, Integer> LATIN =
            Map.of("app", 7, "gdp", 1, "kangfu", 1, "gaizao", 6, "bu", 1);

    private static Typed typed(String text) {
        return Typed.read(text, VOCABULARY, word -> LATIN.getOrDefault(word, 0));
    }

    @Test
    void pinyinInitialsAndMixturesAreRead() {
        assertEquals("康复", typed("kangfu").text());
        assertEquals(List.of(List.of("康复", "抗辐", "kangfu")), typed("kangfu").others());
        assertEquals("无障碍", typed("wza").text());
        assertEquals("残疾补助", typed("残疾buzhu").text());
        assertEquals("残疾 补助", typed("残疾 buzhu").text());
        assertEquals("无障碍改造", typed("wuzhangaigaizao").text());
        assertEquals("康复", typed("kang fu").text());
        assertEquals("康复", typed("kang'fu").text());
        assertEquals("残疾人证怎么办", typed("cjrz怎么办").text());
    }

    @Test
    void wordsOfTheSiteAndOtherLettersStayAsTheyAre() {
        assertEquals("app", typed("app").text());
        assertEquals("gaizao", typed("gaizao").text(), "more often so than as 改造");
        assertEquals("手机app", typed("手机app").text());
        assertEquals("xyzzy", typed("xyzzy").text());
        assertEquals("qq 康复", typed("qq kangfu").text().replace("qq康复", "qq 康复"));
        assertTrue(typed("").read().isEmpty());
    }
}
