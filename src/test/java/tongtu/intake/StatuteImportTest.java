package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tongtu.document.Block;
import tongtu.document.Numbering;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Relation;
import tongtu.document.Section;
import tongtu.document.Standing;
import tongtu.language.Numerals;

/// The eight statutes, and statutes of our own with what those lack.
class StatuteImportTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final Map<String, Integer> ARTICLES =
            Map.of(
                    "无障碍环境建设法", 72,
                    "残疾人保障法", 68,
                    "残疾人就业条例", 30,
                    "残疾预防和残疾人康复条例", 36,
                    "法律援助法", 71,
                    "浙江省残疾人保障条例", 37,
                    "浙江省社会救助条例", 63,
                    "社会救助暂行办法", 70);

    private static Conversion statute(String name) {
        try {
            return Texts.converted(name + ".md", Files.readAllBytes(LAWS.resolve(name + ".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Section> articles(Conversion conversion) {
        return Texts.sections(Texts.document(conversion)).stream()
                .filter(section -> section.numbering().isArticle())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyArticleIsAPlaceOfItsOwn() {
        return ARTICLES.entrySet().stream()
                .map(law ->
                        DynamicTest.dynamicTest(
                                law.getKey() + " " + law.getValue(),
                                () -> articlesOf(statute(law.getKey()), law.getValue())));
    }

    private static void articlesOf(Conversion conversion, int count) {
        var articles = articles(conversion);
        var places = Places.of(Texts.document(conversion));
        assertEquals(
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "第" + Numerals.chinese(number) + "条")
                        .toList(),
                articles.stream()
                        .map(article -> places.getOrDefault(article.id(), Place.NONE).cited())
                        .toList());
        assertEquals(count, new HashSet<>(articles.stream().map(Section::id).toList()).size());
        for (var article : articles) {
            assertEquals(3, article.level());
            assertFalse(article.blocks().isEmpty(), article.title());
        }
        assertTrue(
                Texts.document(conversion).sections().stream()
                        .allMatch(chapter ->
                                chapter.numbering().style() == Numbering.Style.STATUTE_CHAPTER
                                        && !chapter.title().contains("　")));
        assertEquals(List.of(), conversion.problems());
        assertEquals(List.of(), Texts.of("text/numbering", conversion));
    }

    @TestFactory
    Stream<DynamicTest> everyCharacterIsInTheDocumentOrInAFinding() {
        return ARTICLES.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> nothingIsLost(name)));
    }

    private static void nothingIsLost(String name) throws IOException {
        var conversion = statute(name);
        var sent = Files.readString(LAWS.resolve(name + ".md"), StandardCharsets.UTF_8);
        var comment = Texts.of("intake/comment", conversion);
        assertEquals(1, comment.size());
        assertTrue(comment.getFirst().message().contains("<!-- INFO END -->"));
        var words = sent.replace("<!-- INFO END -->", "").replaceAll("(?m)^#+ ", "");
        assertEquals(Texts.solid(words), Texts.solid(Texts.words(Texts.document(conversion))));
    }

    @Test
    void theLinesUnderTheTitleAndTheLastArticleGiveTheDates() {
        dates("无障碍环境建设法", "2023-06-28", null, "2023-09-01");
        dates("残疾人保障法", "1990-12-28", null, "2008-07-01");
        dates("残疾人就业条例", "2007-02-14", "2007-02-25", "2007-05-01");
        dates("残疾预防和残疾人康复条例", null, "2017-02-07", "2017-07-01");
        dates("法律援助法", "2021-08-20", null, "2022-01-01");
        dates("浙江省残疾人保障条例", "2009-11-27", "2009-11-27", "2010-01-01");
        dates("浙江省社会救助条例", "2014-07-31", null, "2014-11-01");
        dates("社会救助暂行办法", null, "2014-02-21", "2014-05-01");
    }

    private static void dates(
            String name, @Nullable String issued, @Nullable String published, String effective) {
        var about = Texts.document(statute(name)).frontMatter();
        assertEquals(issued == null ? null : LocalDate.parse(issued), about.issued(), name);
        assertEquals(
                published == null ? null : LocalDate.parse(published), about.published(), name);
        assertEquals(LocalDate.parse(effective), about.effective(), name);
        assertEquals(null, about.expires());
        assertEquals(Standing.FINAL, about.standing());
        assertEquals(name + ".md", about.source());
    }

    @Test
    void theIssuerAndTheNumberAreThoseOfTheLinesUnderTheTitle() {
        issuer("无障碍环境建设法", "全国人民代表大会常务委员会", "");
        issuer("残疾人保障法", "全国人民代表大会常务委员会", "");
        issuer("残疾人就业条例", "国务院", "国务院令第488号");
        issuer("残疾预防和残疾人康复条例", "国务院", "国务院令第675号");
        issuer("法律援助法", "全国人民代表大会常务委员会", "");
        issuer("浙江省残疾人保障条例", "浙江省人民代表大会常务委员会", "浙江省第十一届人民代表大会常务委员会公告第16号");
        issuer("浙江省社会救助条例", "浙江省人民代表大会常务委员会", "");
        issuer("社会救助暂行办法", "国务院", "国务院令第649号");
    }

    private static void issuer(String name, String issuer, String number) {
        var about = Texts.document(statute(name)).frontMatter();
        assertEquals(List.of(issuer), about.issuer(), name);
        assertEquals(number, about.documentNumber(), name);
        assertEquals(name.startsWith("浙江省") ? "浙江省" : "", about.region());
    }

    @Test
    void theHistoryOfRevisionsStaysAsAListAndIsSaid() {
        var conversion = statute("残疾人保障法");
        var list = (Block.ItemList) Texts.document(conversion).opening().getFirst();
        assertEquals(3, list.items().size());
        assertEquals(
                List.of("2008-04-24", "2018-10-26"),
                Texts.of("intake/revision", conversion).stream()
                        .map(finding ->
                                finding.message().replaceAll(".*?(\\d{4}-\\d\\d-\\d\\d).*", "$1"))
                        .toList());
    }

    @Test
    void theFirstArticleNamesTheBasisAndTheLastWhatIsRepealed() {
        var relations = Texts.document(statute("浙江省残疾人保障条例")).frontMatter().relations();
        assertEquals(
                List.of(
                        new Relation(Relation.Type.BASIS, "《中华人民共和国残疾人保障法》"),
                        new Relation(Relation.Type.REPLACES, "《浙江省实施〈中华人民共和国残疾人保障法〉办法》")),
                relations);
        assertEquals(List.of(), Texts.document(statute("社会救助暂行办法")).frontMatter().relations());
    }

    @Test
    void spacesThatSpreadATitleAreClosedAndSaid() {
        var conversion = statute("法律援助法");
        assertEquals("第一章 总则", Texts.document(conversion).sections().getFirst().title());
        assertEquals(2, Texts.of("intake/spread-words", conversion).size());
    }

    @Test
    void aMissingArticleIsAFinding() throws IOException {
        var text = Files.readString(LAWS.resolve("残疾人就业条例.md"));
        var gap = text.replaceFirst("(?m)^第五条 .*$", "");
        var found = Texts.of("text/numbering", Texts.converted("a.md", Texts.bytes(gap)));
        assertEquals(1, found.size());
        assertTrue(found.getFirst().message().contains("「第六条」前面是第 4 个，中间缺 1 个"));
        var twice = text.replaceFirst("(?m)^第五条 ", "第四条 ");
        assertEquals(
                2, Texts.of("text/numbering", Texts.converted("a.md", Texts.bytes(twice))).size());
    }

    @Test
    void booksChaptersAndSectionsNestAndAnArticleOutsideASectionSkipsNoLevel() {
        var conversion =
                Texts.text(
                        "某某法典",
                        "第一编 总则",
                        "第一章 一般规定",
                        "第一条 为了试验，制定本法。",
                        "第二条 本法有编、章、节。",
                        "第二章 主体",
                        "第一节 自然人",
                        "第三条 自然人有两款。",
                        "第二款在这里。",
                        "第二节 法人",
                        "第四条 法人履行下列职责：",
                        "（一）职责之一；",
                        "（二）职责之二。",
                        "第四条之一 增加的一条。",
                        "第二编 附则",
                        "第五条 第三条第二款规定的情形，除外。",
                        "第六条 本法自公布之日起施行。");
        assertEquals(
                List.of(
                        "## 第一编 总则",
                        "### 第一章 一般规定",
                        "#### 第一条",
                        "#### 第二条",
                        "### 第二章 主体",
                        "#### 第一节 自然人",
                        "##### 第三条",
                        "#### 第二节 法人",
                        "##### 第四条",
                        "##### 第四条之一",
                        "## 第二编 附则",
                        "### 第五条",
                        "### 第六条"),
                Texts.headings(conversion));
        assertEquals(List.of(), conversion.problems());
        assertEquals(List.of(), Texts.rules(conversion));
        assertEquals(2, articles(conversion).get(2).blocks().size());
    }

    @Test
    void withoutChaptersArticlesAreTheFirstLevel() {
        var conversion = Texts.markdown("# 某某规定", "", "第一条 一。", "", "第二条 二。", "", "第三条 三。");
        assertEquals(List.of("## 第一条", "## 第二条", "## 第三条"), Texts.headings(conversion));
    }

    @Test
    void datesThatContradictEachOtherAreAFinding() {
        var conversion =
                Texts.markdown(
                        "# 某某规定",
                        "2020年1月2日 某某县人民政府令第3号公布",
                        "2020年2月1日 施行",
                        "第一条 一。",
                        "第二条 二。",
                        "第三条 本规定自2020年3月1日起施行。");
        assertEquals(1, Texts.of("text/dates-disagree", conversion).size());
        var about = Texts.document(conversion).frontMatter();
        assertEquals(LocalDate.of(2020, 3, 1), about.effective());
        assertEquals(List.of("某某县人民政府"), about.issuer());
        assertEquals("某某县人民政府令第3号", about.documentNumber());
    }

    @Test
    void theContentsOfAPrintedStatuteAreNoHeadings() {
        var lines =
                List.of(
                        "某某法",
                        "目　录",
                        "第一章　总则",
                        "第二章　附则",
                        "第一章　总则",
                        "第一条　为了试验，制定本法。",
                        "第二章　附则",
                        "第二条　本法自公布之日起施行。",
                        "第三条　没有了。");
        for (var conversion :
                List.of(
                        Texts.text(lines.toArray(String[]::new)),
                        Texts.markdown(String.join("\n\n", lines)))) {
            assertEquals(
                    List.of("## 第一章 总则", "### 第一条", "## 第二章 附则", "### 第二条", "### 第三条"),
                    Texts.headings(conversion));
            assertEquals(1, Texts.of("intake/contents", conversion).size());
            assertEquals(List.of(), Texts.rules(conversion));
            assertEquals(Texts.solid(lines), Texts.solid(Texts.said(conversion)));
        }
    }
}
