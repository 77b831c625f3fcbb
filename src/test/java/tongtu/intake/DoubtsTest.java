package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What looks like damage or contradiction in a text, and what only seems to.
class DoubtsTest {

    private static List<String> rules(String... lines) {
        var all = new java.util.ArrayList<>(List.of("标题"));
        all.addAll(List.of(lines));
        return Texts.rules(Texts.text(all.toArray(String[]::new)));
    }

    private static int disagreements(String... lines) {
        return (int) rules(lines).stream().filter("text/figures-disagree"::equals).count();
    }

    @Test
    void aQuotationMarkOrBracketWithoutItsOtherHalfIsDoubted() {
        for (var text : List.of("达到99%”。继续", "他说：“没完。", "见《办法。", "村（居委会。", "居委会）。")) {
            assertEquals(List.of("text/unpaired-mark"), rules(text), text);
        }
    }

    @Test
    void pairsWithinPairsAreWell() {
        for (var text :
                List.of(
                        "依据《关于修改〈某法〉等十五部法律的决定》。",
                        "“他说‘好’。”",
                        "1）第一项。",
                        "The county’s plan, and it’s good.",
                        "村（社区）“网格”。")) {
            assertEquals(List.of(), rules(text), text);
        }
    }

    @Test
    void halfWidthMarksAmongChineseAreDoubtedAndAmongFiguresAndLatinWordsAreNot() {
        assertEquals(List.of("text/half-width"), rules("实现管理全覆盖,做好服务。"));
        assertEquals(List.of("text/half-width"), rules("村(社区)的工作。"));
        assertEquals(List.of(), rules("比例是 1:500，共 21,174.37 万元，见 https://a.cn/?x=1。"));
        assertEquals(List.of(), rules("名称是 Disabled Persons' Federation (DPF), Jiashan 的缩写。"));
    }

    @Test
    void numbersThatSkipOrRepeatAreDoubted() {
        assertEquals(List.of(), rules("一、甲", "话。", "二、乙", "话。"));
        assertEquals(List.of("text/numbering"), rules("一、甲", "话。", "三、乙", "话。"));
        assertEquals(List.of("text/numbering"), rules("二、甲", "话。", "三、乙", "话。"));
        assertEquals(List.of("text/numbering"), rules("一、甲", "话。", "一、乙", "话。"));
    }

    @Test
    void aCaptionWithoutTheOneBeforeItIsDoubted() {
        assertEquals(List.of("text/missing-caption"), rules("专栏 2：主要指标", "话。"));
        assertEquals(List.of(), rules("专栏 1：主要指标", "话。", "专栏 2：主要任务", "话。"));
        assertEquals(List.of(), rules("表 1：数字", "话。", "图 1：样子", "话。"));
        var missing = Texts.of("text/missing-caption", Texts.text("标题", "图 4：样子", "话。"));
        assertTrue(missing.getFirst().message().contains("没有图 1 到 图 3"));
    }

    @Test
    void sharesOfTheSameThingThatDifferAreDoubted() {
        assertEquals(1, disagreements("残疾人就业率达到60%。", "后来又说，残疾人就业率为68%。"));
        assertEquals(1, disagreements("辅具适配率达100%。", "辅助器具适配率达到95%以上。"));
        assertEquals(1, disagreements("大病医疗保险实现全覆盖。", "大病医疗保险参保率达到95%。"));
        assertEquals(1, disagreements("基本康复服务率100%。", "指标\t2020年", "基本康复服务覆盖率\t95%"));
    }

    @Test
    void oneFindingNamesAllPlacesOfACluster() {
        var found =
                Texts.of(
                        "text/figures-disagree",
                        Texts.text(
                                "标题",
                                "一、甲",
                                "就业服务率达60%。",
                                "二、乙",
                                "就业服务率达70%。",
                                "三、丙",
                                "就业服务率达80%。"));
        assertEquals(1, found.size());
        for (var part : List.of("60%（一，", "70%（二，", "80%（三，", "原文第 7 行")) {
            assertTrue(found.getFirst().message().contains(part), found.getFirst().message());
        }
    }

    @Test
    void sharesOfOtherThingsOrOtherPeopleOrOtherYearsAreNot() {
        assertEquals(0, disagreements("残疾人就业率达到60%。", "残疾人入园率达到93%。"));
        assertEquals(0, disagreements("惠残事项覆盖率达到100%、公共服务事项覆盖率达到90%。"));
        assertEquals(0, disagreements("重度残疾人签约服务率达到100%。", "其他残疾人签约服务率达到90%。"));
        assertEquals(0, disagreements("残疾人签约服务率达到100%。", "其他残疾人签约服务率达到90%。"));
        assertEquals(0, disagreements("就业服务率为60%，两年以后就业服务率达到68%。"));
        assertEquals(0, disagreements("康复服务率达到100%。", "社区困难家庭重度精神障碍患者康复服务率达到90%。"));
        assertEquals(0, disagreements("0-6周岁残疾儿童入学率100%。", "6-14周岁残疾儿童入学率99%。"));
        assertEquals(0, disagreements("2020年就业服务率达到60%。", "2025年就业服务率达到68%。"));
        assertEquals(0, disagreements("基本养老保险参保率达99%。", "基本医疗保险参保率达95%。"));
        assertEquals(0, disagreements("就业服务率达到68%。", "再说一遍，就业服务率为68%以上。"));
        assertEquals(0, disagreements("就业服务率达到68%。", "指标\t2020年\t2025年", "就业服务率\t60%\t≥68%"));
        assertEquals(0, disagreements("收入比上年增长14.5%。", "支出比上年增长3%。"));
    }

    @Test
    void aYearInASentenceIsHeldAgainstItsColumn() {
        assertEquals(1, disagreements("2020年就业服务率达到68%。", "指标\t2020年\t2025年", "就业服务率\t60%\t≥68%"));
    }
}
