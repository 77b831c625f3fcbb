package tongtu.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Inline;
import tongtu.document.Kind;
import tongtu.document.Numbering;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Relation;
import tongtu.document.Standing;
import tongtu.document.Units;

class MarkdownParserTest {
    private static final String HEAD = "---\ntitle: 标题\nkind: page\n---\n";

    static Parsed parse(String text) {
        return new MarkdownParser().parse("policies/sample", text.getBytes(StandardCharsets.UTF_8));
    }

    static Document document(String text) {
        var parsed = parse(text);
        assertNotNull(parsed.document(), () -> parsed.findings().toString());
        return parsed.document();
    }

    private static List<String> rules(Parsed parsed) {
        return parsed.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void aPlainFileIsAPageNamedByItsHeading() {
        var document = document("# 求助\n\n打电话。\n");
        assertEquals("求助", document.title());
        assertEquals(Kind.PAGE, document.kind());
        assertEquals("/pages/sample", document.address());
        assertEquals(
                List.of("打电话。"), Units.of(document).stream().map(unit -> unit.words()).toList());
    }

    /// CommonMark shows nothing of such a line; an editor meant words.
    @Test
    void aLineThatLooksLikeALinkDefinitionAndIsNoneIsTold() {
        var unused =
                parse(HEAD + "\n[2012]: 26号\n\n一段话，见[法][law]。\n\n[law]: https://example.cn/\n");
        assertEquals(List.of("markdown/link-definition"), rules(unused));
        assertEquals(6, unused.findings().getFirst().line());
        assertTrue(unused.findings().getFirst().message().contains("26号"));
        assertEquals(List.of(), rules(parse(HEAD + "\n\\[2012]: 26号\n")));
    }

    @Test
    void everyFieldOfTheFrontMatterIsRead() {
        var about =
                document(
                                """
                                ---
                                title: 残疾人保障条例
                                kind: policy
                                language: zh-CN
                                summary:
                                  - 第一句。
                                  - 第二句。
                                index-number: 2026-1
                                document-number: 嘉残联〔2026〕1号
                                issuer: [甲, 乙]
                                issued: 2026-01-02
                                published: 2026-01-03
                                effective: 2026-02-01
                                expires: 2030-12-31
                                standing: draft
                                topics: [康复]
                                region: 嘉善县
                                source: 原文件.pdf
                                review-by: 2027-01-01
                                contacts: 热线 12385
                                relations:
                                  basis: 《中华人民共和国残疾人保障法》
                                  replaces: [policies/old.md, /policies/older]
                                ---
                                正文。
                                """)
                        .frontMatter();
        assertEquals("残疾人保障条例", about.title());
        assertEquals(Kind.POLICY, about.kind());
        assertEquals(List.of("第一句。", "第二句。"), about.summary());
        assertEquals("2026-1", about.indexNumber());
        assertEquals("嘉残联〔2026〕1号", about.documentNumber());
        assertEquals(List.of("甲", "乙"), about.issuer());
        assertEquals(LocalDate.of(2026, 1, 2), about.issued());
        assertEquals(LocalDate.of(2026, 1, 3), about.published());
        assertEquals(LocalDate.of(2026, 2, 1), about.effective());
        assertEquals(LocalDate.of(2030, 12, 31), about.expires());
        assertEquals(Standing.DRAFT, about.standing());
        assertEquals(List.of("康复"), about.topics());
        assertEquals("嘉善县", about.region());
        assertEquals("原文件.pdf", about.source());
        assertEquals(LocalDate.of(2027, 1, 1), about.reviewBy());
        assertEquals(List.of("热线 12385"), about.contacts());
        assertEquals(
                List.of(
                        new Relation(Relation.Type.BASIS, "《中华人民共和国残疾人保障法》"),
                        new Relation(Relation.Type.REPLACES, "policies/old"),
                        new Relation(Relation.Type.REPLACES, "policies/older")),
                about.relations());
    }

    @Test
    void aWrongFieldIsAFindingAtItsLine() {
        var parsed =
                parse("---\ntitle: 标题\nkind: law\nissued: 2026-02-30\nexpirse: 2026-01-01\n---\n");
        assertNull(parsed.document());
        assertEquals(
                List.of(
                        "3 front-matter/kind",
                        "4 front-matter/date",
                        "5 front-matter/unknown-field"),
                parsed.findings().stream()
                        .map(finding -> finding.line() + " " + finding.rule())
                        .toList());
    }

    @Test
    void brokenYamlNamesItsLine() {
        var parsed = parse("---\ntitle: 标题\nkind: \"page\nsummary: a\n---\n正文\n");
        assertNull(parsed.document());
        assertTrue(rules(parsed).contains("front-matter/yaml"), parsed.findings()::toString);
    }

    @Test
    void numbersOfHeadingsMakePlaces() {
        var document = document(HEAD + "## 三、主要举措\n\n### （八）推进无障碍\n\n#### 3.信息无障碍\n\n内容。\n");
        var places = Places.of(document);
        var point = document.sections().getFirst().sections().getFirst().sections().getFirst();
        assertEquals("三（八）3", places.getOrDefault(point.id(), Place.NONE).cited());
        assertEquals("第三部分（八）第3点", places.getOrDefault(point.id(), Place.NONE).spoken());
        assertEquals("信息无障碍", Inline.words(point.heading()));
        assertEquals("3.信息无障碍", point.title());
    }

    @Test
    void anArticleIsAPlaceAndItsNumberedParagraphsAreItems() {
        var document =
                document(HEAD + "## 第一章　总则\n\n### 第二十九条\n\n有下列情形之一的：\n\n（一）甲；\n\n（二）乙。\n\n另一款。\n");
        var article = document.sections().getFirst().sections().getFirst();
        assertEquals(Numbering.Style.STATUTE_ARTICLE, article.numbering().style());
        assertEquals(3, article.blocks().size());
        var list = assertInstanceOf(Block.ItemList.class, article.blocks().get(1));
        assertEquals(Block.ItemList.Marker.WRITTEN, list.marker());
        var places = Places.of(document);
        assertEquals("第二十九条", places.getOrDefault(article.id(), Place.NONE).cited());
        assertEquals(
                "第二十九条第一款第（二）项", places.getOrDefault(list.items().get(1).id(), Place.NONE).cited());
        assertEquals(
                "第一章",
                places.getOrDefault(document.sections().getFirst().id(), Place.NONE).cited());
    }

    @Test
    void booksAndSectionsOfAStatuteAreUnderstood() {
        var document =
                document(HEAD + "## 第一编 总则\n\n### 第二章 自然人\n\n#### 第一节 能力\n\n##### 第十三条\n\n文。\n");
        var chapter = document.sections().getFirst().sections().getFirst();
        var places = Places.of(document);
        assertEquals("第一编第二章", places.getOrDefault(chapter.id(), Place.NONE).cited());
        assertEquals(
                "第一编第二章第一节",
                places.getOrDefault(chapter.sections().getFirst().id(), Place.NONE).cited());
        assertEquals(
                "第十三条",
                places.getOrDefault(
                                chapter.sections().getFirst().sections().getFirst().id(),
                                Place.NONE)
                        .cited());
    }

    @Test
    void chineseEmphasisWorksNextToPunctuation() {
        var paragraph =
                assertInstanceOf(
                        Block.Paragraph.class,
                        document(HEAD + "推进**“双示范”**建设，**《办法》**的*要求*。\n").opening().getFirst());
        assertEquals(
                2, paragraph.inlines().stream().filter(Inline.Strong.class::isInstance).count());
        assertEquals("推进“双示范”建设，《办法》的要求。", Inline.words(paragraph.inlines()));
    }

    @Test
    void aLineEndInsideChineseIsNoSpace() {
        var words =
                Units.of(document(HEAD + "康复\n服务和 free\nmeals 与\n**托养**\n机构\n")).getFirst().words();
        assertEquals("康复服务和 free meals 与托养机构", words);
    }

    @Test
    void aTableHasCaptionHeadersUnitsAndRowHeaders() {
        var table =
                assertInstanceOf(
                        Block.Table.class,
                        document(
                                        HEAD
                                                + "| 序号 | 指标 | 2020 年（%） |\n| --- | --- | --- |\n| 1 | 甲 | 98.89% |\n| 2 | 乙 | ≥99% |\n[主要指标]\n")
                                .opening()
                                .getFirst());
        assertEquals("主要指标", Inline.words(table.caption()));
        assertEquals(1, table.rowHeader());
        assertTrue(table.columns().get(2).numeric());
        assertEquals("%", table.columns().get(2).unit());
        assertEquals("≥99%", Inline.words(table.rows().get(1).cells().get(2)));
    }

    @Test
    void everySpecialBlockIsKnown() {
        var blocks =
                document(
                                HEAD
                                        + """
                                        > [!重要]
                                        > 请带身份证。

                                        > [!warning] 当心
                                        > 骗子。

                                        > [!步骤]
                                        > 1. 先
                                        > 2. 后

                                        > [!联系]
                                        > 电话：[12385](tel:12385)
                                        > 地址：未公布

                                        > [!手语]
                                        > [第一章](/media/one.mp4)

                                        ![一句话](a.png "标题")

                                        > [!图解]
                                        > 很长的说明。

                                        > 只是引用。

                                        辅具
                                        : 辅助器具。
                                        """)
                        .opening();
        assertEquals(
                List.of(
                        "Callout",
                        "Callout",
                        "Steps",
                        "Contact",
                        "SignVideo",
                        "Figure",
                        "Quotation",
                        "Definitions"),
                blocks.stream().map(block -> block.getClass().getSimpleName()).toList());
        var contact = assertInstanceOf(Block.Contact.class, blocks.get(3));
        assertEquals(
                List.of("电话", "地址"), contact.lines().stream().map(line -> line.label()).toList());
        var figure = assertInstanceOf(Block.Figure.class, blocks.get(5));
        assertEquals("/media/policies/a.png", figure.source().text());
        assertEquals(1, figure.description().size());
        assertEquals(
                Block.Callout.Tone.WARNING,
                assertInstanceOf(Block.Callout.class, blocks.get(1)).tone());
    }

    @Test
    void footnotesAreNumberedByTheirFirstMark() {
        var document = document(HEAD + "甲[^b]乙[^a]丙[^b]。\n\n[^a]: 后。\n\n[^b]: 先。\n");
        assertEquals(
                List.of(1, 2), document.footnotes().stream().map(note -> note.number()).toList());
        assertEquals(
                List.of("甲乙丙。", "先。", "后。"),
                Units.of(document).stream().map(unit -> unit.words()).toList());
    }

    @Test
    void aSkippedLevelIsClosedUpAndReported() {
        var parsed = parse(HEAD + "## 一、甲\n\n#### 1.乙\n\n## 二、丙\n");
        assertTrue(rules(parsed).contains("headings/skipped-level"));
        assertNotNull(parsed.document());
        assertEquals(3, parsed.document().sections().getFirst().sections().getFirst().level());
    }

    @Test
    void foreignRunsAreMarked() {
        var paragraph =
                assertInstanceOf(
                        Block.Paragraph.class,
                        document(HEAD + "标准叫 Web Content Accessibility Guidelines，APP 不算。\n")
                                .opening()
                                .getFirst());
        assertEquals(
                List.of(new Inline.Foreign("en", "Web Content Accessibility Guidelines")),
                paragraph.inlines().stream().filter(Inline.Foreign.class::isInstance).toList());
    }

    @Test
    void linesAreThoseOfTheFile() {
        var parsed = parse(HEAD + "\n## 一、甲\n\n乙\n\n- 丙\n");
        assertNotNull(parsed.document());
        assertEquals(
                List.of(6, 8, 10),
                Units.of(parsed.document()).stream()
                        .map(unit -> parsed.lines().get(unit.id()))
                        .toList());
    }

    @Test
    void aLinkToAnotherFileIsIndependentOfFolders() {
        var paragraph =
                assertInstanceOf(
                        Block.Paragraph.class,
                        document(HEAD + "见[办事](../services/a.md#x)，[坏](javascript:alert(1))。\n")
                                .opening()
                                .getFirst());
        var links =
                paragraph.inlines().stream()
                        .filter(Inline.Link.class::isInstance)
                        .map(Inline.Link.class::cast)
                        .toList();
        assertEquals(1, links.size());
        assertEquals("/services/a.md#x", links.getFirst().target().text());
    }
}
