package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is typed is words: nothing is syntax, nothing fails, nothing grows.
class HostileQuestionsTest {
    @Test
    void anythingTypedHasAnAnswer() throws Exception {
        var site = QuestionSite.byWords();
        for (var typed :
                List.of(
                        "",
                        " ",
                        "，。！？；：",
                        "*:* AND grams:残疾",
                        "\"残疾人\"~100^5",
                        "[* TO *]",
                        "/.*/",
                        "残疾人 OR (",
                        "-残疾人 +轮椅 !法",
                        "\u202e残疾人\u2066轮椅",
                        "\u0000\u0007残疾人\u001b[31m",
                        "\ud800残疾\udfff",
                        "𠮷𠮷𠮷",
                        "🦽🦽🦽",
                        "a".repeat(10_000),
                        "残疾人".repeat(3_334),
                        "残 ".repeat(5_000),
                        "1".repeat(10_000),
                        "一".repeat(10_000),
                        "'".repeat(10_000),
                        "第".repeat(5_000) + "条",
                        "kangfu".repeat(2_000),
                        "\n\r\t".repeat(100),
                        "ﷺ".repeat(1_000))) {
            var answer = site.index().search(Question.of(typed));
            assertTrue(answer.state().isComplete(), typed);
            assertTrue(answer.hits().size() <= Question.IN_A_PAGE);
            site.index().suggest(typed);
        }
    }

    @Test
    void luceneSyntaxMeansNothing() throws Exception {
        var site = QuestionSite.byWords();
        assertEquals(0, site.index().search(Question.of("*:*")).count());
        var plain = site.index().search(Question.of("法律援助 值班律师"));
        var odd = site.index().search(Question.of("法律援助^9 +\"值班律师\"~2"));
        assertTrue(plain.count() > 0);
        assertEquals(
                plain.hits().stream().map(QuestionSite::place).limit(1).toList(),
                odd.hits().stream().map(QuestionSite::place).limit(1).toList());
    }

    /// Random text from all of Unicode, and from the pieces that mean something elsewhere.
    @Test
    void randomQuestionsHaveAnswers() throws Exception {
        var site = QuestionSite.byWords();
        var random = new Random(13);
        var pieces =
                List.of(
                        "残疾", "kangfu", "第", "条", "〔", "\"", "*", "'", "万", "百分之", "%", " ", "l",
                        "\u200f");
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                if (random.nextBoolean()) {
                    text.append(pieces.get(random.nextInt(pieces.size())));
                } else {
                    text.appendCodePoint(random.nextInt(0x10ffff));
                }
            }
            assertTrue(
                    site.index().search(Question.of(text.toString())).state().isComplete(),
                    text::toString);
        }
    }

    /// Nothing of a question is kept: after many different ones no more memory is used.
    @Test
    void manyDifferentQuestionsTakeNoMemory() throws Exception {
        var site = QuestionSite.byWords();
        int many = Boolean.getBoolean("tongtu.full") ? 1_000_000 : 5_000;
        long before = used(site, 1_000);
        long after = used(site, many);
        assertTrue(after < before + 30_000_000, () -> before + " bytes, then " + after);
    }

    private static long used(QuestionSite site, int questions) {
        var random = new Random(questions);
        for (int i = 0; i < questions; i++) {
            site.index().search(Question.of("问" + random.nextLong() + "残疾" + i));
        }
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
