package tongtu.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Glossary;
import tongtu.document.Inline;
import tongtu.document.Term;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;

class HtmlRendererTest {
    private static final String HEAD = "---\ntitle: 题\nkind: page\n---\n";

    private static Document document(String text) {
        var file =
                DocumentFile.read(
                        new MarkdownParser(),
                        "pages/sample",
                        (HEAD + text).getBytes(StandardCharsets.UTF_8),
                        null);
        return Objects.requireNonNull(
                file.parsed().document(), () -> file.parsed().findings().toString());
    }

    private static Element rendered(String text, Glossary glossary) {
        var html =
                new HtmlRenderer(glossary, path -> path.startsWith("services/") ? "/" + path : null)
                        .render(document(text));
        return Jsoup.parseBodyFragment(html.toString()).body();
    }

    private static Element rendered(String text) {
        return rendered(text, Glossary.EMPTY);
    }

    private static Term term(int id, String... names) {
        return new Term(
                BlockId.of(id),
                List.of(names),
                List.of(
                        new Block.Paragraph(
                                BlockId.of(id + 100),
                                List.of(new Inline.Text(names[0] + "的意思。")))));
    }

    private static final Glossary TERMS =
            new Glossary(List.of(term(1, "残疾人"), term(2, "残疾人之家", "工疗站"), term(3, "康复")));

    @Test
    void aTableHasCaptionHeadersAndScopes() {
        var table =
                rendered("| 序号 | 指标 | 2025 年 |\n| --- | --- | --- |\n| 1 | 就业率 | 68% |\n[主要指标]\n")
                        .selectFirst("table");
        assertNotNull(table);
        assertEquals("caption", table.child(0).tagName());
        assertEquals("主要指标", table.child(0).text());
        assertEquals(3, table.select("thead th[scope=col]").size());
        assertEquals("就业率", table.select("tbody th[scope=row]").text());
        var region = table.parent();
        assertNotNull(region);
        assertEquals("region", region.attr("role"));
        assertEquals(table.child(0).id(), region.attr("aria-labelledby"));
        assertEquals("0", region.attr("tabindex"));
    }

    @Test
    void everyUnitStandsUnderItsId() {
        var document =
                document("## 一、甲\n\n乙。\n\n- 丙\n\n| 丁 | 戊 |\n| --- | --- |\n| 己 | 庚 |\n[辛]\n");
        var body =
                Jsoup.parseBodyFragment(
                                new HtmlRenderer(Glossary.EMPTY, _ -> null)
                                        .render(document)
                                        .toString())
                        .body();
        for (var unit : tongtu.document.Units.of(document)) {
            assertEquals(1, body.select("#" + unit.id()).size(), unit.words());
        }
    }

    @Test
    void theFirstUseInEachSectionIsMarkedAndTheLongestNameWins() {
        var body = rendered("## 甲\n\n残疾人之家为残疾人服务。残疾人之家。\n\n残疾人。\n\n## 乙\n\n工疗站就是残疾人之家。\n", TERMS);
        assertEquals(
                List.of("残疾人之家", "残疾人", "工疗站"),
                body.select("a.term").eachText().stream()
                        .map(text -> text.replace("：词语解释", ""))
                        .toList());
        for (var link : body.select("a.term")) {
            var target = body.selectFirst(link.attr("href"));
            assertNotNull(target);
            var details = target.parent();
            assertNotNull(details);
            assertEquals("details", details.tagName());
            assertTrue(!details.hasAttr("open"));
        }
    }

    @Test
    void noTermIsMarkedInLinksHeadingsAndTitles() {
        var body = rendered("## 康复\n\n见[康复](../services/a.md)和《康复条例》。\n", TERMS);
        assertEquals(0, body.select("a.term").size());
    }

    @Test
    void aLinkToWhatIsNotHeldKeepsItsWords() {
        var body = rendered("见[甲](../services/a.md)和[乙](../policies/b.md)。\n");
        assertEquals(List.of("/services/a"), body.select("p a").eachAttr("href"));
        assertEquals("见甲和乙。", body.select("p").eachText().getLast());
    }

    @Test
    void notesLeadThereAndBack() {
        var body = rendered("一[^a]，二[^b]，又一[^a]。\n\n[^a]: 甲。\n[^b]: 乙。\n");
        assertEquals(
                List.of("#note-1", "#note-2", "#note-1"), body.select("p sup a").eachAttr("href"));
        assertEquals(2, body.select("section.notes ol > li").size());
        for (var back : body.select("a.back")) {
            assertNotNull(body.selectFirst(back.attr("href")));
        }
    }

    @Test
    void aFigureHasItsAlternativeCaptionAndDescription() {
        var figure =
                rendered("![三步](a.png \"办理的三步\")\n\n> [!图解]\n> 先申请，再审核，后发放。\n")
                        .selectFirst("figure");
        assertNotNull(figure);
        assertEquals("三步", figure.select("img").attr("alt"));
        assertEquals("办理的三步", figure.select("figcaption").text());
        assertTrue(figure.select("details").text().contains("先申请，再审核，后发放。"));
        assertEquals("figcaption", figure.child(figure.childrenSize() - 1).tagName());
    }

    @Test
    void foreignWordsSayTheirLanguage() {
        var body = rendered("标准叫 Web Content Accessibility Guidelines。\n");
        assertEquals("Web Content Accessibility Guidelines", body.select("[lang=en]").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "推进**“双示范”**建设",
                "**《办法》**的规定",
                "按**（一）**项办",
                "共**98.89%**的人",
                "**重要：**请看",
                "这是**，**标点",
                "**甲**、**乙**和**丙**",
                "他说**“好。”**然后走",
                "见**〔2015〕52 号**文",
                "**1.** 第一",
                "用**APP**办",
                "**全部加粗。**",
                "前**「引」**后",
                "前**—破折—**后",
                "前**……**后",
                "金额**≥99%**为准",
                "电话**12385**。",
                "（**括号里**）",
                "“**引号里**”",
                "《**书名**》",
                "句尾**。**",
                "**句首**。",
                "中**中 中**中",
                "**甲**\n乙",
                "前**(半角)**后",
                "前**,半角,**后",
                "前**：冒号：**后",
                "前**℃**后",
                "前**㎡**后",
                "前**·间隔·**后",
                "前**、顿号、**后"
            })
    void chineseEmphasisWorksNextToPunctuation(String text) {
        var body = rendered(text + "\n");
        int wanted = text.split("\\*\\*", -1).length / 2;
        assertEquals(wanted, body.select("strong").size(), text);
        assertTrue(!body.text().contains("*"), text);
    }
}
