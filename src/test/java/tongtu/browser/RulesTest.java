package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules find what they are for: each is shown a good page, in which it finds nothing, and the
/// same page with one thing wrong. A rule that cannot fail is a defect.
@Tag("browser")
class RulesTest {
    private static final String GOOD = good();
    private static final String PARAGRAPH = "<p>一段话。</p>";
    private static final String PARAGRAPHS = "<p>第一段话。</p><p>第二段话。</p>";

    /// A rule, and changes to the good page that it must find: from, to, and a word of what it
    /// says.
    private record Rule(String name, Function<Browser, List<String>> faults, List<Wrong> wrongs) {}

    private record Wrong(String from, String to, String said) {
        Wrong {
            assertTrue(GOOD.contains(from), () -> "the good page has no " + from);
        }

        String html() {
            return GOOD.replace(from, to);
        }
    }

    private static String good() {
        try (var in = RulesTest.class.getResourceAsStream("good.html")) {
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser shown(String html) {
        return Browser.get().reset().open("about:blank").show(html);
    }

    private static Wrong wrong(String from, String to, String said) {
        return new Wrong(from, to, said);
    }

    /// Something more on the page, after its first paragraph.
    private static Wrong more(String html, String said) {
        return new Wrong(PARAGRAPH, PARAGRAPH + html, said);
    }

    private static Wrong styled(String css, String said) {
        return new Wrong("</style>", css + "</style>", said);
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "aloud",
                            TreeRules::faults,
                            List.of(
                                    wrong(
                                            "<main id",
                                            "<main><p>甲</p></main><main id",
                                            "2 landmarks main"),
                                    wrong(
                                            "<footer><p>页脚</p></footer>",
                                            "<p>页脚</p>",
                                            "0 landmarks contentinfo"),
                                    wrong(
                                            "<nav aria-label=\"主导航\">",
                                            "<nav>",
                                            "no name: navigation"),
                                    more(
                                            "<nav aria-label=\"主导航\"><a href=\"#here\">去</a></nav>",
                                            "two landmarks"),
                                    wrong(
                                            "<h2 id=\"there\">表</h2>",
                                            "<h4 id=\"there\">表</h4>",
                                            "from heading 2 to heading 4"),
                                    wrong("<h1>一页</h1>", "<p>一页</p>", "0 headings of level 1"),
                                    more("<h1>又一页</h1>", "2 headings of level 1"),
                                    wrong("alt=\"一张图\"", "", "no name: image"),
                                    wrong("跳到正文", "", "no name: link"),
                                    more("<button></button>", "no name: button"),
                                    more("<input>", "no name: textbox"),
                                    wrong(
                                            "<summary>甲<span class=\"unseen\">：词语解释</span></summary>",
                                            "<summary></summary>",
                                            "no name: DisclosureTriangle"),
                                    more("<p><a href=\"#here\">更多</a></p>", "says nothing"),
                                    more("<p><a href=\"#main\">政策</a></p>", "leads to"),
                                    wrong(
                                            "<caption id=\"caption\">各项的数</caption>",
                                            "",
                                            "no caption"),
                                    wrong(
                                            "<th scope=\"row\">甲</th>",
                                            "<td>甲</td>",
                                            "no row header"),
                                    wrong(
                                            "<th scope=\"col\">数</th>",
                                            "<td>数</td>",
                                            "no column header"),
                                    wrong("<td>2</td>", "", "another number of cells"),
                                    more(
                                            "<ul role=\"list\"><div role=\"paragraph\">甲</div></ul>",
                                            "in a list"),
                                    wrong("<dd>第二项。</dd>", "", "nothing explains"),
                                    more("<p aria-owns=\"there\">甲</p>", "read:"))),
                    new Rule(
                            "languages",
                            browser -> browser.faults("languages", "zh-CN"),
                            List.of(
                                    wrong(
                                            "<html lang=\"zh-CN\">",
                                            "<html lang=\"en\">",
                                            "the page says"),
                                    wrong("<html lang=\"zh-CN\">", "<html>", "no language"),
                                    wrong("<p lang=\"en\">", "<p>", "in zh-CN"),
                                    wrong("Some English words.", "不是英文", "in en"),
                                    wrong("alt=\"一张图\"", "alt=\"A nice picture\"", "alt in zh-CN"),
                                    more("<p lang=\"en\">12385</p>", "not English"))),
                    new Rule(
                            "ids",
                            browser -> browser.faults("ids"),
                            List.of(
                                    wrong("id=\"there\"", "id=\"here\"", "twice"),
                                    wrong("href=\"#main\"", "href=\"#nowhere\"", "leads nowhere"),
                                    wrong(
                                            "aria-labelledby=\"caption\"",
                                            "aria-labelledby=\"nothing\"",
                                            "names nothing"),
                                    wrong("<title>好的一页</title>", "", "no title"))),
                    new Rule(
                            "axe",
                            Axe::faults,
                            List.of(
                                    styled("p{color:#777}", "color-contrast"),
                                    styled("p{color:#666}", "color-contrast-enhanced"),
                                    styled(
                                            ".box{position:relative;color:#666} .box::before{content:'';position:absolute;inset:0;background:#eee;z-index:-1}",
                                            "drawn with"),
                                    styled(
                                            ".box{position:relative;z-index:0} .box::before{content:'';position:absolute;inset:0;background:#333;z-index:-1}",
                                            "drawn with"),
                                    wrong(" lang=\"zh-CN\"", "", "html-has-lang"),
                                    wrong("alt=\"一张图\"", "", "image-alt"),
                                    more("<input>", "label"),
                                    more("<p role=\"nonsense\">甲</p>", "aria-roles"),
                                    more(
                                            "<p><a href=\"#here\" aria-label=\"别的话\">真正的话</a></p>",
                                            "label-content-name-mismatch"))),
                    new Rule(
                            "layout, narrow",
                            browser -> Layout.faultsAndTargets(browser.size(320, 700)),
                            List.of(
                                    more("<p style=\"width:600px\">很宽</p>", "wide in"),
                                    more(
                                            "<p style=\"position:absolute;left:-30px\">在窗外</p>",
                                            "out of the window"),
                                    more(
                                            "<div role=\"region\" aria-label=\"宽\" tabindex=\"0\" style=\"overflow-x:auto\"><p style=\"width:600px\">很宽</p></div>",
                                            "is no table"),
                                    more(
                                            "<div style=\"overflow-x:auto\"><table><caption>宽</caption><tr><th style=\"min-width:600px\">宽</th></tr></table></div>",
                                            "without a name"),
                                    more(
                                            "<p style=\"height:20px;overflow:hidden\">甲<br>乙<br>丙</p>",
                                            "cut off"),
                                    more(
                                            "<p style=\"white-space:nowrap;overflow:hidden;text-overflow:ellipsis\">很长很长很长很长很长很长很长很长很长很长很长很长很长的话</p>",
                                            "cut off"),
                                    more(
                                            "<p class=\"box\" style=\"height:20px\">甲<br>乙<br>丙</p>",
                                            "sticks out"),
                                    more("<p style=\"margin-top:-50px\">盖住上面</p>", " over "),
                                    wrong(
                                            PARAGRAPH,
                                            "<div style=\"display:flex;flex-direction:column-reverse\">"
                                                    + PARAGRAPHS
                                                    + "</div>",
                                            "above:"),
                                    wrong(
                                            PARAGRAPH,
                                            "<div style=\"display:flex;flex-direction:row-reverse\">"
                                                    + PARAGRAPHS
                                                    + "</div>",
                                            "on the line:"),
                                    wrong(
                                            PARAGRAPH,
                                            "<div style=\"display:grid\">"
                                                    + PARAGRAPHS.replaceFirst(
                                                            "<p>", "<p style=\"order:2\">")
                                                    + "</div>",
                                            "above:"),
                                    more("<p><a tabindex=\"2\" href=\"#here\">先</a></p>", "jumps"),
                                    styled("summary{min-height:30px}", " by 3"),
                                    more("<button>小</button>", "button"),
                                    styled("li a{font-size:12px}", "in words"))),
                    new Rule(
                            "text that grows",
                            Layout::textThatDoesNotGrow,
                            List.of(
                                    styled(".box{font-size:18px}", "becomes"),
                                    styled("body{font-size:2vw}", "becomes"))),
                    new Rule(
                            "text spacing",
                            browser ->
                                    Layout.faults(
                                            browser.size(320, 700).style(Layout.TEXT_SPACING)),
                            List.of(
                                    more(
                                            "<p class=\"box\" style=\"width:92px;white-space:nowrap\">五个字的话</p>",
                                            "sticks out"))),
                    new Rule(
                            "keyboard",
                            browser -> new Keyboard(browser).walk(),
                            List.of(
                                    styled("summary:focus-visible{outline:none}", "no outline"),
                                    styled(
                                            "summary:focus-visible{outline-color:#ddd}",
                                            "no outline"),
                                    styled(".skip:focus-within{position:absolute}", "out of sight"),
                                    more(
                                            "<div style=\"position:fixed;inset:auto 0 0;height:95vh;background:#fff\"></div>",
                                            "covered by"),
                                    more(
                                            "<p><a tabindex=\"2\" href=\"#here\">先</a></p>",
                                            "instead of"),
                                    more(
                                            "<div style=\"overflow:auto;height:20px\">甲<br>乙<br>丙</div>",
                                            "instead of"),
                                    wrong(
                                            "</body>",
                                            "<script>document.querySelector('summary').addEventListener('keydown', e => e.preventDefault())</script></body>",
                                            "instead of"),
                                    wrong(
                                            "</body>",
                                            "<script>document.querySelector('summary').addEventListener('focus', () => document.querySelector('a').focus())</script></body>",
                                            "instead of"),
                                    wrong(
                                            "</body>",
                                            "<script>document.querySelector('summary').addEventListener('keydown', e => { if (!e.shiftKey) e.preventDefault(); })</script></body>",
                                            "instead of"))),
                    new Rule(
                            "skip link",
                            browser -> new Keyboard(browser).skip(),
                            List.of(
                                    wrong(
                                            "<div class=\"skip\"><a href=\"#main\">跳到正文</a></div>",
                                            "",
                                            "no skip link"),
                                    styled(".skip:focus-within{position:absolute}", "no skip link"),
                                    wrong(" tabindex=\"-1\"", "", "leads to"))),
                    new Rule(
                            "forced colours",
                            OtherMedia::inForcedColours,
                            List.of(
                                    styled(
                                            "@media (forced-colors:active){.box{border:0}}",
                                            "no longer drawn"),
                                    styled(
                                            "[aria-current]{font-weight:400;background:#fd0}",
                                            "like its neighbours"),
                                    styled(
                                            "li a{text-decoration:none}@media (forced-colors:active){li a{color:CanvasText}}",
                                            "like the words"))),
                    new Rule(
                            "still",
                            browser ->
                                    browser.prefers("prefers-reduced-motion", "reduce")
                                            .faults("motion"),
                            List.of(
                                    styled("p{transition:color 1s}", "changes slowly"),
                                    styled(
                                            "@keyframes k{to{opacity:0}}p::after{content:'';animation:k 1s}",
                                            "moves"),
                                    styled("html{scroll-behavior:smooth}", "scrolls slowly"))),
                    new Rule(
                            "without style",
                            browser -> browser.withoutStyle().faults("unstyled"),
                            List.of(
                                    more("<span aria-hidden=\"true\">★</span>", "only for the eye"),
                                    more("<p>一段话。</p>", "said twice"),
                                    more(
                                            "<section><p>先说的话</p><h2>后来的题</h2></section>",
                                            "before the heading"),
                                    more("<ul></ul>", "an empty list"))),
                    new Rule(
                            "paper",
                            OtherMedia::onPaper,
                            List.of(
                                    wrong(
                                            "nav, .skip { display: none; }",
                                            "",
                                            "of no use on paper"),
                                    wrong(
                                            ".printed { display: block; }",
                                            "",
                                            "the lasting address"),
                                    styled("@media print{.box{display:none}}", "not printed"),
                                    styled("@media print{p{color:#555}}", "not black"),
                                    styled(
                                            "@media print{.box{background:#ff0;background:#eee}}",
                                            "not on white"),
                                    styled(
                                            "@media print{footer{position:fixed;bottom:0}}",
                                            "on every sheet"))));

    @TestFactory
    Stream<DynamicTest> aGoodPageHasNoFault() {
        return RULES.stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.name(),
                                () ->
                                        assertEquals(
                                                List.of(),
                                                rule.faults().apply(shown(GOOD)),
                                                rule.name())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsFound() {
        return RULES.stream()
                .flatMap(rule -> rule.wrongs().stream().map(wrong -> isFound(rule, wrong)));
    }

    private static DynamicTest isFound(Rule rule, Wrong wrong) {
        var name = rule.name() + ": " + wrong.to();
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    var faults = rule.faults().apply(shown(wrong.html()));
                    assertTrue(
                            faults.stream().anyMatch(fault -> fault.contains(wrong.said())),
                            () -> name + " should say «" + wrong.said() + "», says " + faults);
                });
    }

    @Test
    void nuFindsWhatIsNoHtml() throws Exception {
        assertEquals(List.of(), nu(GOOD));
        for (var more :
                List.of(
                        "<p><div>块</div></p>",
                        "<p nonsense=1>甲</p>",
                        "<section><p>没有标题</p></section>")) {
            assertNotEquals(List.of(), nu(GOOD.replace(PARAGRAPH, more)), more);
        }
    }

    private static List<String> nu(String html) throws Exception {
        return Nu.faults(html.getBytes(StandardCharsets.UTF_8));
    }
}
