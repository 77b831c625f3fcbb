package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules find what they are for: each is shown a page with one fault, and a page with none.
@Tag("browser")
class RulesTest {
    private static final String GOOD =
            """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>好的一页</title>
            <style>body{margin:8px;font:18px/1.9 sans-serif;color:#111;background:#fff} a,summary{display:inline-flex;min-width:44px;min-height:44px;color:#003}
            :focus-visible{outline:3px solid #000}</style></head>
            <body><header><a href="#m">跳到正文</a></header><main id="m"><h1>一页</h1><p>一段话。</p><h2>下面</h2>
            <table><caption>表</caption><thead><tr><th scope="col">项</th><th scope="col">数</th></tr></thead>
            <tbody><tr><th scope="row">甲</th><td>1</td></tr><tr><th scope="row">乙</th><td>2</td></tr></tbody></table>
            <p lang="en">Some English words.</p></main><footer><p>页脚</p></footer></body></html>
            """;

    private static Browser shown(String html) {
        return Browser.get().reset().open("about:blank").show(html);
    }

    private static String with(String from, String to) {
        assertTrue(GOOD.contains(from), from);
        return GOOD.replace(from, to);
    }

    private static List<String> tree(String html) {
        return TreeRules.faults(AccessibilityTree.of(shown(html)));
    }

    @Test
    void aGoodPageHasNoFault() throws Exception {
        assertEquals(List.of(), tree(GOOD));
        assertEquals(List.of(), Axe.faults(shown(GOOD)));
        assertEquals(List.of(), Nu.faults(GOOD.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), LayoutRules.fit(shown(GOOD).size(320, 700)));
        assertEquals(List.of(), LayoutRules.targets(shown(GOOD)));
        assertEquals(List.of(), LayoutRules.motion(shown(GOOD)));
        assertEquals(List.of(), MarkupRules.languages(shown(GOOD)));
        assertEquals(List.of(), MarkupRules.ids(shown(GOOD)));
        assertEquals(List.of(), new Keyboard(shown(GOOD)).walk());
    }

    @TestFactory
    Stream<DynamicTest> theTreeShowsWhatIsMissing() {
        var broken = new LinkedHashMap<String, String>();
        broken.put(
                "no main", with("<main id=\"m\">", "<div id=\"m\">").replace("</main>", "</div>"));
        broken.put("a skipped level", with("<h2>", "<h3>").replace("</h2>", "</h3>"));
        broken.put("two titles", with("<h2>", "<h1>").replace("</h2>", "</h1>"));
        broken.put("an unnamed link", with("跳到正文", ""));
        broken.put(
                "an unnamed picture",
                with(
                        "<p>一段话。</p>",
                        "<p><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" width=\"9\" height=\"9\"></p>"));
        broken.put("no caption", with("<caption>表</caption>", ""));
        broken.put(
                "no row headers",
                with("<th scope=\"row\">甲</th>", "<td>甲</td>")
                        .replace("<th scope=\"row\">乙</th>", "<td>乙</td>"));
        broken.put(
                "one name for two places",
                with("<p>一段话。</p>", "<p><a href=\"#a\">这里</a><a href=\"#b\">这里</a></p>"));
        return broken.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.getKey(), () -> assertTrue(!tree(each.getValue()).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> theCheckersRun() {
        return Map.of(
                        "axe: low contrast", with("color:#111", "color:#777"),
                        "axe: no language", with(" lang=\"zh-CN\"", ""),
                        "axe: a label of nothing", with("<p>一段话。</p>", "<p><input></p>"))
                .entrySet()
                .stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.getKey(),
                                () -> assertTrue(!Axe.faults(shown(each.getValue())).isEmpty())));
    }

    @Test
    void nuFindsWhatIsNoHtml() throws Exception {
        assertTrue(
                !Nu.faults(
                                with("<p>一段话。</p>", "<p><div>块</div></p>")
                                        .getBytes(StandardCharsets.UTF_8))
                        .isEmpty());
        assertTrue(
                !Nu.faults(
                                with("<p>一段话。</p>", "<p nonsense=1>一段话。</p>")
                                        .getBytes(StandardCharsets.UTF_8))
                        .isEmpty());
        assertTrue(
                !Nu.faults(
                                with("<p>一段话。</p>", "<section><p>没有标题</p></section>")
                                        .getBytes(StandardCharsets.UTF_8))
                        .isEmpty());
    }

    @Test
    void whatDoesNotFitIsFound() {
        var wide = with("<p>一段话。</p>", "<p style=\"width:600px\">一段很宽的话。</p>");
        assertTrue(!LayoutRules.overflow(shown(wide).size(320, 700)).isEmpty());
        var cut =
                with("<p>一段话。</p>", "<p style=\"height:20px;overflow:hidden\">一段话<br>两行<br>三行</p>");
        assertTrue(!LayoutRules.clipped(shown(cut)).isEmpty());
        var over = with("<p>一段话。</p>", "<p>一段话。</p><p style=\"margin-top:-50px\">盖住上面</p>");
        assertTrue(!LayoutRules.overlaps(shown(over)).isEmpty());
        var small = with("min-width:44px;min-height:44px;", "");
        assertTrue(!LayoutRules.targets(shown(small)).isEmpty());
        var moving = with("<style>", "<style>p{transition:color 1s}");
        assertTrue(!LayoutRules.motion(shown(moving)).isEmpty());
    }

    @Test
    void wordsOfAnotherLanguageAreFound() {
        assertTrue(!MarkupRules.languages(shown(with("<p lang=\"en\">", "<p>"))).isEmpty());
        assertTrue(!MarkupRules.languages(shown(with("Some English words.", "中文"))).isEmpty());
        assertTrue(!MarkupRules.ids(shown(with("<p>一段话。</p>", "<p id=\"m\">一段话。</p>"))).isEmpty());
        assertTrue(!MarkupRules.ids(shown(with("href=\"#m\"", "href=\"#nowhere\""))).isEmpty());
    }

    @Test
    void aKeyboardMeetsWhatIsWrong() {
        var unseen = with("outline:3px solid #000", "outline:none");
        assertTrue(!new Keyboard(shown(unseen)).walk().isEmpty());
        var disordered = with("<p>一段话。</p>", "<p><a href=\"#m\" tabindex=\"2\">先</a></p>");
        assertTrue(!new Keyboard(shown(disordered)).walk().isEmpty());
        var covered =
                with(
                        "<p>一段话。</p>",
                        "<div style=\"position:fixed;inset:0;background:#fff;z-index:9\"></div>");
        assertTrue(!new Keyboard(shown(covered)).walk().isEmpty());
    }
}
