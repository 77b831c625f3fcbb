package tongtu.intake;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tongtu.document.Finding;
import tongtu.language.Characters;

/// Files made to harm whoever imports them: refused in words, or imported with their characters as
/// they stand.
class HostileImportTest {
    /// Not a measure of speed: what takes longer than this never ends in practice.
    private static final int PATIENCE_S = 30;

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("a line of 10 MB", "长".repeat(3_500_000));
        texts.put("1,000,000 short lines", "a\n".repeat(1_000_000));
        texts.put("1,000,000 empty lines", "\n".repeat(1_000_000));
        texts.put("20,000 lines that go on", "短，\n".repeat(19_000));
        texts.put("20,000 lines of one cell and another", "甲\t乙\n".repeat(4_000));
        texts.put("a row of 30,000 tabs", "甲\t".repeat(19_000) + "\n" + "乙\t".repeat(19_000));
        texts.put("deep quotes", ">".repeat(39_000));
        texts.put("deep lists", "- ".repeat(19_000) + "深");
        texts.put("deep numbers", "1.".repeat(19_000) + "深");
        texts.put("brackets", "[".repeat(19_000) + "]".repeat(19_000));
        texts.put("crossed brackets", ("（".repeat(19_000) + "]".repeat(19_000) + "\n").repeat(8));
        texts.put("numbered crossed brackets", "一、" + "（《".repeat(9_000) + "）".repeat(9_000));
        texts.put("emphasis", "**a _b `c ".repeat(3_900));
        texts.put("pipes", "| - |".repeat(7_900));
        texts.put("entities and tags", "&amp;<b>&#60;</b>".repeat(2_300));
        texts.put("based on nothing", "根据《".repeat(1_000) + "》".repeat(1_000) + "制定本");
        texts.put("9,000 headings", "一、题\n话。\n".repeat(9_000));
        texts.put("9,000 nested headings", "一、题\n（一）题\n1.题\n（1）题\n".repeat(2_200));
        texts.put("9,000 articles", "第一条 话。\n".repeat(4_900));
        texts.put("2,000 shares", "甲乙丙丁率达到%d%%。\n".repeat(2_000).formatted(numbers(2_000)));
        texts.put("captions", "表 9999：甲\n".repeat(4_900));
        texts.put("a period of digits", "规划期限为" + "2021-".repeat(7_900));
        texts.put("spread words", "总 ".repeat(19_000));
        texts.put("front matter", "---\ntitle: 别的\nkind: notice\n---\n正文。");
        texts.put("html", "标题\n<script>alert(1)</script><!-- x --><img src=x onerror=y>\n");
        texts.put(
                "markdown", "标题\n# 不是标题\n[x](javascript:a) ![y](z.png) `c` **粗** [^1]\n[^1]: 注\n");
        texts.put("controls", "标题\n付款\u202E给我\u202C\0\u001b[2J 说明文字在这里，一共有很多个字。\n");
        return texts;
    }

    private static Object[] numbers(int count) {
        return Stream.iterate(0, n -> n + 1).limit(count).map(n -> n % 100).toArray();
    }

    @TestFactory
    Stream<DynamicTest> noTextNeverEnds() {
        return texts().entrySet().stream()
                .flatMap(text ->
                        Stream.of("a.txt", "a.md")
                                .map(name ->
                                        DynamicTest.dynamicTest(
                                                text.getKey() + " as " + name,
                                                () ->
                                                        assertTimeoutPreemptively(
                                                                ofSeconds(PATIENCE_S),
                                                                () ->
                                                                        check(
                                                                                name,
                                                                                text
                                                                                        .getValue())))));
    }

    private static void check(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        switch (Decoder.decode(bytes)) {
            case Refused(var refusal) -> assertTrue(refusal.message().endsWith("。"));
            case SourceText _ -> {
                var conversion = Texts.converted(name, bytes);
                if (conversion.document() == null) {
                    assertTrue(conversion.findings().stream().anyMatch(Finding::isError));
                } else if (name.endsWith(".txt")) {
                    assertEquals(
                            Texts.sorted(Characters.clean(text)),
                            Texts.sorted(Texts.solid(Texts.said(conversion))));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> marksOfOtherLanguagesInATextShowAsTheyStand() {
        return texts().entrySet().stream()
                .filter(text -> Set.of("front matter", "html", "markdown").contains(text.getKey()))
                .map(text ->
                        DynamicTest.dynamicTest(
                                text.getKey(), () -> showsAsItStands(text.getValue())));
    }

    private static void showsAsItStands(String text) {
        var conversion = Texts.converted("文件.txt", Texts.bytes(text));
        assertEquals(Texts.solid(text), Texts.solid(Texts.said(conversion)));
        assertEquals(List.of(), conversion.problems());
    }
}
