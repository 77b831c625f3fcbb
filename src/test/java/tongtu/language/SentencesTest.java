package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SentencesTest {
    /// Texts with the sentences that they hold, divided by |.
    private static final List<String> DIVIDED =
            List.of(
                    // Chinese marks
                    "一句。|两句！|三句？|没有句号",
                    "甲；乙；丙。|丁：戊，己、庚。",
                    "等等……|以后再说。",
                    "真的？！|真的。",
                    "他走了…|她没有。",
                    "“好。”|他说。",
                    "他说：“好。”|她说：“行！”|走了。",
                    "她问：“他说‘不去。’”|以后呢？",
                    "「好。」|他说。",
                    // brackets and titles
                    "见附件（第一页。第二页。）的说明。|完。",
                    "依据《关于做好工作的通知。》办理。|完。",
                    "《甲〈乙。〉丙！》和〔2021。〕号。|完。",
                    "混用（甲。乙)也成对。|完。",
                    "没有关上（的括号。|不算。",
                    "多出来的）括号。|不算。",
                    "外（中[里。]中。）外。|完。",
                    "交错（甲[乙）丙。|丁]戊。",
                    // figures
                    "增长3.5%。|达到 98.89%，比上年高 1.2 个百分点。",
                    "网址是 https://example.org/a.b?c=d!e 这一个。|完。",
                    "版本 2.0.1 发布。|完。",
                    // numbers that count
                    "1. 推进康复。|完。",
                    "1.推进康复。|完。",
                    "（一）推进。|完。",
                    // half-width marks in Chinese
                    "办结了吗?|办结了!|谢谢",
                    "落实政策.|提高水平。",
                    // Latin text
                    "One sentence. | Two! | Three? | Four",
                    "It grew by 3.5 percent. | Then it fell.",
                    "See No. 5 and Art. 29 of the law. | It applies.",
                    "He said no. | They left.",
                    "Made in the U.S. by Mr. Li, Dr. Wu et al. in 2020. | Then it ended.",
                    "Use e.g. crutches, i.e. aids, etc. for walking. | Ask first.",
                    "1. First do this. | 2. Then do that.",
                    "Steps: 1. Ask; 2. Wait. | Done.",
                    "“Really?” he asked. | “Yes!” | She left.",
                    "He said \"Go.\" | She said \"No.\" | They went.",
                    "(See the note. It is long.) And then. | End.",
                    "Wait... what? | Nothing...",
                    "Visit www.example.org. | It opens at 9 a.m. on Mondays.",
                    // straight quotes
                    "他说\"好。\"|她说\"行。\"",
                    "他走了。|\"好。\"|她说。",
                    // mixed
                    "见 WCAG 2.2。|完。",
                    "名称是 Tongtu. | 中文名是通途。");

    @TestFactory
    Stream<DynamicTest> aTextIsDividedWhereItsSentencesEnd() {
        return DIVIDED.stream()
                .map(text ->
                        DynamicTest.dynamicTest(
                                text,
                                () ->
                                        assertEquals(
                                                Stream.of(text.split("\\|", 0))
                                                        .map(String::strip)
                                                        .toList(),
                                                Sentences.of(text.replace("|", "")))));
    }

    @Test
    void aTextWithoutWordsHasNoSentence() {
        assertEquals(List.of(), Sentences.of(""));
        assertEquals(List.of(), Sentences.of(" \n\u3000 "));
    }

    private static final String[] PIECES = {
        "。", "！", "？", "…", "｡", ".", "!", "?", "...", "；", "，", "“", "”", "‘", "’", "「", "」", "\"",
        "'", "（", "）", "(", ")", "《", "》", "〈", "〉", "[", "]", "【", "】", " ", "\n", "\u3000", "a",
                "Z",
        "No", "U.S.", "e.g.", "Mr", "1", "23", "3.5", "%", "的", "残疾人", "𠮷", "😀", ";", ":", "～"
    };

    private static String random(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void nothingButWhiteSpaceIsLostAndASentenceIsOneSentence() {
        for (int seed = 0; seed < 50_000; seed++) {
            var text = random(new Random(seed));
            int from = 0;
            for (var span : Sentences.spans(text)) {
                assertTrue(text.substring(from, span.start()).isBlank(), text);
                var words = text.substring(span.start(), span.end());
                assertEquals(words.strip(), words, text);
                assertEquals(List.of(words), Sentences.of(words), "seed " + seed + ": " + text);
                from = span.end();
            }
            assertTrue(text.substring(from).isBlank(), text);
        }
    }

    @Test
    void noSentenceEndsInsideBrackets() {
        for (int seed = 0; seed < 20_000; seed++) {
            var inner = random(new Random(seed)).replaceAll("[（）()《》〈〉\\[\\]【】]", "");
            assertEquals(1, Sentences.of("甲（" + inner + "）乙").size(), inner);
            assertEquals(1, Sentences.of("甲《" + inner + "》乙").size(), inner);
        }
    }

    /// Not a measure: with the square of the length these would take minutes.
    @TestFactory
    Stream<DynamicTest> hostileTextIsDividedInLinearTime() {
        return Stream.of(
                        "（", "（[", "（）", ".", "a.", ". ", "!\"", "\"", "'.", "…", "。", "1. ",
                        "No. ", "《（", " ")
                .map(piece ->
                        DynamicTest.dynamicTest(
                                "«" + piece + "»",
                                () ->
                                        assertTimeoutPreemptively(
                                                Duration.ofSeconds(20),
                                                () -> {
                                                    Sentences.of(piece.repeat(1_000_000));
                                                    Sentences.of(
                                                            piece.repeat(500_000)
                                                                    + "）】a".repeat(300_000));
                                                })));
    }
}
