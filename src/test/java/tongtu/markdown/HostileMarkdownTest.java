package tongtu.markdown;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tongtu.document.Glossary;
import tongtu.html.HtmlRenderer;

/// What somebody may put into a file to harm the server or its readers: refused with a finding or
/// shown as words.
class HostileMarkdownTest {
    /// Not a measure of speed: what takes longer than this never ends in practice.
    private static final int PATIENCE_S = 20;

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("100,000 nested quotes", ">".repeat(100_000) + " 深");
        texts.put("100,000 nested quotes with spaces", "> ".repeat(100_000) + "深");
        texts.put("nested lists on one line", "- ".repeat(100_000) + "深");
        texts.put("nested numbered lists", "1. ".repeat(100_000) + "深");
        texts.put("nested lists by indentation", indented(1_000));
        texts.put("100,000 brackets", "[".repeat(100_000));
        texts.put("100,000 bracket pairs", "[".repeat(50_000) + "]".repeat(50_000));
        texts.put("unclosed links", "[a](".repeat(20_000));
        texts.put("pictures in pictures", "![".repeat(30_000) + "](".repeat(30_000));
        texts.put("100,000 emphasis marks", "**a ".repeat(100_000));
        texts.put("mixed emphasis", "*a **b _c __d ".repeat(20_000));
        texts.put("backticks of growing length", backticks());
        texts.put("entities", "&".repeat(100_000) + "&#0;&#xFFFFFFFF;&amp;lt;script&amp;gt;");
        texts.put("a line of 10 MB", "长".repeat(3_500_000));
        texts.put("1,000,000 short lines", "短\n".repeat(1_000_000));
        texts.put("50,000 items", "- 项\n".repeat(50_000));
        texts.put("4,900 items", "- 项\n".repeat(4_900));
        texts.put("9,000 paragraphs", "段\n\n".repeat(9_000));
        texts.put("9,000 headings", "## 题\n\n".repeat(9_000));
        texts.put("6,000 definitions", "词\n: 义\n\n".repeat(6_000));
        texts.put("5,000 footnotes", footnotes());
        texts.put(
                "a table of many columns",
                "|" + "a|".repeat(5_000) + "\n|" + "-|".repeat(5_000) + "\n");
        texts.put("an endless table", "| a | b |\n| - | - |\n" + "| 1 | 2 |\n".repeat(19_000));
        texts.put("a long table", "| a | b |\n| - | - |\n" + "| 1 | 2 |\n".repeat(4_900));
        texts.put("pipes alone", "|".repeat(30_000) + "\n" + "|-".repeat(15_000));
        texts.put("link definitions", "[a]: b\n\n".repeat(9_000));
        texts.put("setext lines", "a\n---\n".repeat(9_000));
        texts.put("NUL and controls", "a\0b\u0001c\u001b[31m\u0085d");
        texts.put("bidi controls", "付款\u202E给我\u202C \u2066x\u2069 \u200F");
        texts.put("a lone surrogate", "a\uD800b \uDC00");
        texts.put(
                "tag soup",
                "<div><script>alert(1)</script><img src=x onerror=alert(1)></p></table><b><i></b>");
        texts.put(
                "script in words",
                "## <script>alert(1)</script>\n\n- <svg onload=alert(1)>\n\n| <iframe src=//x> |\n| - |\n| `<script>` |\n[<b>]\n");
        texts.put(
                "unsafe links",
                "[a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](data:text/html,x) [d](//evil) [e](vbscript:x) <javascript:alert(1)> ![f](javascript:x) [g](&#106;avascript:x) [h](java\tscript:x)");
        texts.put(
                "attributes in names",
                "![\" onerror=\"alert(1)](a.png \"x\\\" onload=\\\"y\") [x](https://a/\"onclick=\"y)");
        texts.put(
                "yaml aliases", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\n");
        texts.put("deep yaml", "---\ntitle: " + "[".repeat(50_000) + "\n---\n");
        texts.put("deep yaml by lines", "---\n" + yaml(3_000) + "\n---\n");
        texts.put("yaml tags", "---\ntitle: !!javax.script.ScriptEngineManager [x]\n---\n");
        texts.put("unclosed front matter", "---\ntitle: x\n");
        texts.put("unclosed fence", "```\n<script>alert(1)</script>\n");
        return texts;
    }

    private static String indented(int depth) {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(2 * i)).append("- a\n");
        }
        return text.toString();
    }

    private static String backticks() {
        var text = new StringBuilder();
        for (int i = 1; i < 800; i++) {
            text.append("a").append("`".repeat(i));
        }
        return text.toString();
    }

    private static String footnotes() {
        var text = new StringBuilder();
        for (int i = 0; i < 4_900; i++) {
            text.append("注[^")
                    .append(i)
                    .append("]\n\n[^")
                    .append(i)
                    .append("]: 文[^")
                    .append(i + 1)
                    .append("]\n\n");
        }
        return text.toString();
    }

    private static String yaml(int depth) {
        var text = new StringBuilder("title: x\n");
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsRefusedOrShownAsWords() {
        return texts().entrySet().stream()
                .map(text ->
                        DynamicTest.dynamicTest(text.getKey(), () -> isHarmless(text.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> hostileTextBelowATitleIsRefusedOrShownAsWords() {
        return texts().entrySet().stream()
                .map(text ->
                        DynamicTest.dynamicTest(
                                text.getKey(),
                                () -> isHarmless("# 标题\n\n前文。\n\n" + text.getValue())));
    }

    private static void isHarmless(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        var parsed =
                assertTimeoutPreemptively(
                        ofSeconds(PATIENCE_S),
                        () -> new MarkdownParser().parse("pages/hostile", bytes));
        var document = parsed.document();
        if (document == null) {
            assertTrue(parsed.findings().stream().anyMatch(finding -> finding.isError()));
            return;
        }
        var html =
                assertTimeoutPreemptively(
                        ofSeconds(PATIENCE_S),
                        () ->
                                new HtmlRenderer(Glossary.EMPTY, path -> "/" + path)
                                        .render(document)
                                        .toString());
        System.out.printf(
                "%,d ms, %,d bytes in, %,d out%n",
                (System.nanoTime() - start) / 1_000_000, bytes.length, html.length());
        isSafe(html);
    }

    /// Parsed by another's parser: no element or attribute that runs, nothing left open, no id
    /// twice.
    static void isSafe(String html) {
        var parser = Parser.htmlParser().setTrackErrors(10);
        var body =
                Jsoup.parse(
                                "<!doctype html><title>t</title><body>" + html,
                                "https://example.invalid/",
                                parser)
                        .body();
        assertTrue(parser.getErrors().isEmpty(), () -> parser.getErrors().toString());
        assertTrue(
                body.select(
                                "script, iframe, object, embed, style, link, meta, base, form, svg, math")
                        .isEmpty());
        var ids = new java.util.HashSet<String>();
        for (var element : body.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertFalse(attribute.getKey().startsWith("on"), attribute::toString);
                if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                    assertNotNull(
                            tongtu.document.Href.of(attribute.getValue()), attribute::toString);
                }
            }
            assertTrue(
                    element.id().isEmpty() || ids.add(element.id()),
                    () -> "twice: " + element.id());
        }
        assertTrue(
                html.codePoints().noneMatch(tongtu.language.Characters::isForbidden),
                "a forbidden character");
    }
}
