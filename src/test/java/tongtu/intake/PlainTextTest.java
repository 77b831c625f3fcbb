package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.document.Block;
import tongtu.document.Finding;
import tongtu.document.Inline;
import tongtu.document.Kind;
import tongtu.document.Standing;

/// Plain text with structure of our own making: what becomes a heading, what is joined, what is
/// said about it.
class PlainTextTest {

    private static List<String> paragraphs(Conversion conversion) {
        return Texts.blocks(Texts.document(conversion)).stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Inline.words(((Block.Paragraph) block).inlines()))
                .toList();
    }

    @Test
    void numbersNestFromTheOutsideIn() {
        var conversion =
                Texts.text(
                        "某县工作方案",
                        "一、总体要求",
                        "（一）工作目标",
                        "1.第一项。把第一项做好，做到底。",
                        "2.第二项。把第二项做好，做到底。",
                        "（二）工作步骤",
                        "分两步走，每步一年。",
                        "二、组织保障",
                        "各单位要重视。");
        assertEquals(
                List.of(
                        "## 一、总体要求",
                        "### （一）工作目标",
                        "#### 1.第一项。",
                        "#### 2.第二项。",
                        "### （二）工作步骤",
                        "## 二、组织保障"),
                Texts.headings(conversion));
        assertEquals(2, Texts.of("intake/run-in-heading", conversion).size());
    }

    @Test
    void aTextWithoutOuterNumbersBeginsAtTheFirstLevel() {
        assertEquals(
                List.of("## （一）申请", "## （二）审批"),
                Texts.headings(Texts.text("办理办法", "（一）申请", "带上证件来窗口。", "（二）审批", "十天内答复。")));
    }

    @Test
    void shortNumberedLinesWithNothingUnderThemAreItemsAndNotHeadings() {
        var conversion = Texts.text("办理办法", "一、材料", "需要带来：", "1.身份证", "2.户口本", "3.照片", "以上材料都要原件。");
        assertEquals(List.of("## 一、材料"), Texts.headings(conversion));
        assertEquals(
                List.of("需要带来：", "1.身份证", "2.户口本", "3.照片", "以上材料都要原件。"), paragraphs(conversion));
    }

    @Test
    void longNumberedSentencesAreItems() {
        var conversion =
                Texts.text(
                        "办理办法",
                        "一、要求",
                        "（一）各镇、各街道要把这项工作放在重要位置，明确专人负责，定期研究，解决实际困难，确保按时完成；",
                        "（二）各部门要加强配合，建立联席会议制度，每个季度通报一次进展情况，发现问题及时处理。");
        assertEquals(List.of("## 一、要求"), Texts.headings(conversion));
    }

    @Test
    void oneLongItemAmongHeadingsStaysAParagraphAndIsSaid() {
        var conversion =
                Texts.text(
                        "办理办法",
                        "一、第一",
                        "话。",
                        "二、第二",
                        "话。",
                        "三、这一段虽然有同样的编号，但是写得非常非常长，一口气说了许多事情，怎么看都不像是一个标题，所以留在正文里，而且没有停顿，一直写到了最后才结束");
        assertEquals(List.of("## 一、第一", "## 二、第二"), Texts.headings(conversion));
        assertEquals(1, Texts.of("intake/long-heading", conversion).size());
    }

    @Test
    void aParagraphCutByABlankLineIsJoinedWithoutASpace() {
        var conversion = Texts.text("标题", "", "县里建立了工作机制，定期研究残疾人工", "", "作，解决了困难。");
        assertEquals(List.of("县里建立了工作机制，定期研究残疾人工作，解决了困难。"), paragraphs(conversion));
        var joined = Texts.of("intake/joined", conversion);
        assertEquals(1, joined.size());
        assertEquals(Finding.Severity.NOTE, joined.getFirst().severity());
        assertTrue(joined.getFirst().message().contains("原文第 3 行和第 5 行"));
    }

    @Test
    void latinWordsAreJoinedWithASpace() {
        assertEquals(
                List.of("The county has set up, in every town, a centre for rehabilitation."),
                paragraphs(
                        Texts.text(
                                "Title",
                                "",
                                "The county has set up, in every town, a centre for",
                                "rehabilitation.")));
    }

    @Test
    void whatEndsOrBeginsAnewIsNotJoined() {
        for (var lines :
                List.of(
                        List.of("第一段说完了。", "第二段，另起。"),
                        List.of("他说：“第一段说完了。”", "第二段，另起。"),
                        List.of("第一段，后面是标题", "一、标题，很短"),
                        List.of("第一段，后面是落款", "某县残疾人联合会"),
                        List.of("第一段，后面是日期", "2021年12月1日"),
                        List.of("第一段，后面是表题", "表 1：各镇的数字，分年列出"),
                        List.of("（一）没有句号的标题", "标题下面的话，说完了。"),
                        List.of("　　第一段没有写完，就停了", "　　第二段，另起。"))) {
            var conversion = Texts.text("标题", lines.getFirst(), lines.get(1));
            assertEquals(List.of(), Texts.of("intake/joined", conversion), lines.toString());
        }
    }

    @Test
    void theSameWordsOnBothSidesOfACutStayAndAreDoubted() {
        var conversion = Texts.text("标题", "这一页最后写的是，要认真总结经验", "经验和做法，形成材料。");
        assertEquals(List.of("这一页最后写的是，要认真总结经验经验和做法，形成材料。"), paragraphs(conversion));
        var doubled = Texts.of("text/doubled", conversion);
        assertEquals(1, doubled.size());
        assertTrue(doubled.getFirst().message().contains("「经验」"));
    }

    @Test
    void aParagraphThatStopsInTheMiddleIsDoubted() {
        var conversion = Texts.text("标题", "这是一段很长的话。它说了许多事情，可是到最后没有说完，停在了半路上", "一、下一部分", "话。");
        assertEquals(1, Texts.of("text/unfinished", conversion).size());
    }

    @Test
    void linesOfCellsAreATableWithTheLineAboveAsItsCaption() {
        var conversion =
                Texts.text("标题", "表 1：各镇的中心", "镇名\t个数|合计\t备 注", "甲镇\t3\t", "乙镇\t12", "后面的话。");
        var table =
                assertInstanceOf(
                        Block.Table.class, Texts.document(conversion).opening().getFirst());
        assertEquals("表 1：各镇的中心", Inline.words(table.caption()));
        assertEquals(
                List.of("镇名", "个数|合计", "备注"),
                table.columns().stream().map(column -> Inline.words(column.header())).toList());
        assertEquals(2, table.rows().size());
        assertEquals(1, Texts.of("intake/uneven-row", conversion).size());
        assertEquals(1, Texts.of("intake/table", conversion).size());
        assertEquals(1, Texts.of("text/empty-cell", conversion).size());
        assertEquals(List.of(), conversion.problems());
    }

    @Test
    void aTitleMayCarryThatItIsADraft() {
        var conversion = Texts.text("某县管理办法（征求意见稿）", "第一段。");
        var about = Texts.document(conversion).frontMatter();
        assertEquals("某县管理办法", about.title());
        assertEquals(Standing.DRAFT, about.standing());
        assertEquals("（征求意见稿）", paragraphs(conversion).getFirst());
    }

    @Test
    void theNumberAboveTheTitleIsTheDocumentNumber() {
        var conversion = Texts.text("某政发〔2021〕5号", "某县关于做好工作的通知", "各镇：", "请做好。");
        var about = Texts.document(conversion).frontMatter();
        assertEquals("某县关于做好工作的通知", about.title());
        assertEquals("某政发〔2021〕5号", about.documentNumber());
        assertEquals(List.of("某政发〔2021〕5号", "各镇：", "请做好。"), paragraphs(conversion));
    }

    @Test
    void theKindIsThatOfTheFolderElseThatOfTheTitle() {
        var text = Texts.bytes("某县关于做好工作的通知\n请做好。");
        for (var kind : Kind.values()) {
            var about = Texts.document(Texts.converted("a.txt", text, kind.folder())).frontMatter();
            assertEquals(kind, about.kind());
        }
        var guessed = Texts.converted("a.txt", text, "inbox");
        assertEquals(Kind.NOTICE, Texts.document(guessed).kind());
        assertEquals(1, Texts.of("intake/kind", guessed).size());
    }

    @Test
    void nothingIsSaidThatTheTextDoesNotSay() {
        var about = Texts.document(Texts.text("说明", "一段话，没有日期。")).frontMatter();
        assertEquals(null, about.effective());
        assertEquals(null, about.expires());
        assertEquals(null, about.issued());
        assertEquals(List.of(), about.issuer());
        assertEquals("", about.region());
        assertEquals(List.of(), about.relations());
        assertEquals(Standing.FINAL, about.standing());
    }

    @Test
    void aPeriodBackwardsIsNone() {
        var about = Texts.document(Texts.text("某规划", "规划期限为2025-2021年。")).frontMatter();
        assertEquals(null, about.effective());
        var forwards = Texts.document(Texts.text("某规划", "规划期为2021年至2025年。")).frontMatter();
        assertEquals(LocalDate.of(2021, 1, 1), forwards.effective());
        assertEquals(LocalDate.of(2025, 12, 31), forwards.expires());
    }

    @Test
    void titlesWithinTitlesAreOne() {
        assertEquals(List.of("《甲《乙》丙》", "《丁〈戊〉》"), BookTitles.of("根据《甲《乙》丙》和《丁〈戊〉》、《甲《乙》丙》》《没完"));
    }

    @Test
    void aTextThatBeginsWithASentenceIsNamedAfterItsFile() {
        var conversion = Texts.text("这一段话不是标题，它有句号。", "第二段。");
        assertEquals("文件", Texts.document(conversion).title());
        assertEquals(1, Texts.of("intake/title", conversion).size());
    }

    @Test
    void aTextWithHardlyAnyChineseIsTakenForEnglish() {
        var conversion = Texts.text("A plan for the county", "It has one sentence.");
        assertEquals("en", Texts.document(conversion).frontMatter().language());
        assertEquals(1, Texts.of("intake/language", conversion).size());
    }

    @Test
    void aLineThatLooksLikeAPageNumberStaysAndIsDoubted() {
        var conversion = Texts.text("标题", "第一段。", "— 3 —", "第二段。");
        assertEquals(List.of("第一段。", "— 3 —", "第二段。"), paragraphs(conversion));
        assertEquals(1, Texts.of("text/page-number", conversion).size());
    }

    @Test
    void manyFindingsOfOneRuleAreTheFirstAndACount() {
        var text = new StringBuilder("标题\n");
        for (int i = 0; i < 500; i++) {
            text.append("这一段有半角,标点。\n\n");
        }
        var found =
                Texts.of("text/half-width", Texts.converted("a.txt", Texts.bytes(text.toString())));
        assertEquals(Limits.FINDINGS_PER_RULE + 1, found.size());
        assertTrue(found.getLast().message().contains("还有 300 处"), found.getLast().message());
    }

    @Test
    void theContentsOfAPrintedPlanAreNoHeadings() {
        var conversion =
                Texts.text(
                        "某规划",
                        "目 录",
                        "一、背景……1",
                        "二、目标\t3",
                        "（一）总体\t3",
                        "一、背景",
                        "话。",
                        "二、目标",
                        "（一）总体",
                        "话。");
        assertEquals(List.of("## 一、背景", "## 二、目标", "### （一）总体"), Texts.headings(conversion));
        assertEquals(1, Texts.of("intake/contents", conversion).size());
    }

    @Test
    void moreMarksThanTheParserCountsStillShowAsTheyStand() {
        for (var mark : List.of("*a", "_a", "`a", "[a", "<a", "~a", "|a")) {
            var line = "话：" + mark.repeat(1_000) + "。";
            var conversion = Texts.text("标题", line);
            assertEquals(List.of(line), paragraphs(conversion));
        }
    }

    @Test
    void oneShortItemAmongLongOnesIsNoHeading() {
        var much = "各镇、各街道要把这项工作放在重要位置，明确专人负责，定期研究，解决实际困难，一直到年底都不放松。还要报告。";
        var conversion = Texts.text("办法", "（一）" + much, "（二）很短。后面还有话。", "（三）" + much);
        assertEquals(List.of(), Texts.headings(conversion));
        assertEquals(3, paragraphs(conversion).size());
    }

    @Test
    void oneLineWithATabIsNoTable() {
        var conversion = Texts.text("办法", "联系人：\t老王。", "后面的话。");
        assertEquals(List.of("联系人： 老王。", "后面的话。"), paragraphs(conversion));
    }
}
