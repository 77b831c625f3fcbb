package tongtu.browser;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Units;
import tongtu.intake.FindingsFile;
import tongtu.language.Numerals;

/// The plan and the eight statutes are imported into an empty folder, served, and read in a real
/// browser. The plan is not in this repository: without it, its tests are skipped.
@Tag("browser")
class ImportedDocumentsTest {
    @TempDir private static Path folder = Path.of("");
    private static ImportedDocuments documents;

    @BeforeAll
    static void importAndServe() throws Exception {
        documents = new ImportedDocuments(folder);
    }

    @AfterAll
    static void close() throws Exception {
        documents.close();
    }

    private static Browser open(Document document) {
        return documents.site().page(document).open();
    }

    private static AccessibilityTree tree(Document document) {
        return AccessibilityTree.of(open(document));
    }

    /// The names of the headings of a level.
    private static List<String> headings(AccessibilityTree tree, int level) {
        return tree.of("heading").stream()
                .filter(heading -> heading.property("level").equals(String.valueOf(level)))
                .map(AccessibilityTree.Node::name)
                .toList();
    }

    private static Stream<DynamicTest> eachStatute(ThrowingConsumer<String> test) {
        return DynamicTest.stream(ImportedDocuments.ARTICLES.keySet().stream(), name -> name, test);
    }

    @TestFactory
    Stream<DynamicContainer> everyStatuteStandsEveryCheck() {
        return Checks.of(documents.statutes().stream().map(documents.site()::page));
    }

    @TestFactory
    Stream<DynamicContainer> thePlanStandsEveryCheck() {
        return Checks.of(Stream.of(documents.site().page(documents.plan().document())));
    }

    @TestFactory
    Stream<DynamicTest> everyArticleIsAHeadingAndAPlace() {
        return eachStatute(name -> {
            var tree = tree(documents.statute(name));
            var articles =
                    IntStream.rangeClosed(1, ImportedDocuments.ARTICLES.get(name))
                            .mapToObj(number -> "第" + Numerals.chinese(number) + "条")
                            .toList();
            assertEquals(List.of(documents.statute(name).title()), headings(tree, 1));
            assertEquals(articles, headings(tree, 3));
            assertEquals(
                    articles,
                    tree.of("link").stream()
                            .map(AccessibilityTree.Node::name)
                            .filter(link -> link.matches("固定链接：第.+条"))
                            .map(link -> link.substring("固定链接：".length()))
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWordOfAStatuteIsReadInItsOrder() {
        return eachStatute(name -> isReadWhole(documents.statute(name)));
    }

    @Test
    void everyWordOfThePlanIsReadInItsOrder() {
        isReadWhole(documents.plan().document());
    }

    private static void isReadWhole(Document document) {
        var read = tree(document).words();
        int at = 0;
        for (var unit : Units.of(document)) {
            for (var words : unit.words().split("[\\s\\p{Z}]+", -1)) {
                int found = read.indexOf(words, at);
                assertTrue(found >= 0, () -> "not read in its place: " + words);
                at = found + words.length();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aStatuteSaysFirstThatItIsInForceAndSinceWhen() {
        return eachStatute(name -> {
            var document = documents.statute(name);
            assertEquals("现行有效", headings(tree(document), 2).getFirst());
            var from = requireNonNull(document.frontMatter().effective());
            assertTrue(
                    status(document)
                            .contains(
                                    "从 %d 年 %d 月 %d 日起施行"
                                            .formatted(
                                                    from.getYear(),
                                                    from.getMonthValue(),
                                                    from.getDayOfMonth())),
                    status(document));
        });
    }

    private static String status(Document document) {
        return String.valueOf(
                open(document).run("return document.querySelector('h1 + section').textContent;"));
    }

    @Test
    void thePlanSaysFirstThatItIsADraftWhosePeriodIsOver() {
        var plan = documents.plan().document();
        assertEquals("征求意见稿；期限已满", headings(tree(plan), 2).getFirst());
        assertTrue(status(plan).contains("2021 年 1 月 1 日到 2025 年 12 月 31 日，已经满了"), status(plan));
    }

    @Test
    void thePlanIsReadAs67Headings() {
        var tree = tree(documents.plan().document());
        assertEquals(1, headings(tree, 1).size());
        assertEquals(4, numbered(tree, 2, "[一二三四]、.+"));
        assertEquals(17, numbered(tree, 3, "（[一二三四五六七八九十]+）.+"));
        assertEquals(45, numbered(tree, 4, "\\d+[.．].+"));
    }

    private static long numbered(AccessibilityTree tree, int level, String number) {
        return headings(tree, level).stream().filter(name -> name.matches(number)).count();
    }

    @Test
    void theTableOf14IndicatorsSaysOfEachCellWhatItIs() {
        var tables = tree(documents.plan().document()).of("table");
        assertEquals(1, tables.size());
        var table = tables.getFirst();
        assertTrue(table.name().startsWith("专栏 2："), table.name());
        assertEquals(14, table.of("rowheader").size());
        assertEquals(
                List.of("序号", "指标", "属性", "2020 年", "2025 年"),
                table.of("columnheader").stream().map(AccessibilityTree.Node::name).toList());
        var employment =
                table.of("row").stream()
                        .filter(row ->
                                row.of("rowheader").stream()
                                        .anyMatch(header -> header.name().equals("残疾人就业率")))
                        .toList();
        assertEquals(1, employment.size());
        assertEquals(
                List.of("9", "预期性", "60%", "≥68%"),
                employment.getFirst().of("cell").stream()
                        .map(AccessibilityTree.Node::name)
                        .toList());
    }

    @Test
    void aPlaceOfThePlanIsCitedAsPeopleCiteIt() {
        leadsToItsHeading(documents.plan().document(), "三（八）3", "3");
    }

    @Test
    void aPlaceOfAStatuteIsCitedAsPeopleCiteIt() {
        leadsToItsHeading(documents.statute("无障碍环境建设法"), "第二十九条", "第二十九条");
    }

    /// Following the permanent link of a place brings the heading at that place into the window,
    /// and its address alone does the same.
    private static void leadsToItsHeading(Document document, String place, String begins) {
        var browser = open(document);
        var link = AccessibilityTree.of(browser).the("link", "固定链接：" + place);
        var address = link.property("url");
        for (var way : List.of(address, address)) {
            browser.open("about:blank").open(way);
            var heading =
                    browser.run(
                            "const e = document.querySelector(':target'); const r = e.getBoundingClientRect();"
                                    + " return r.top >= 0 && r.bottom <= innerHeight ? e.textContent.trim() : 'out of the window';");
            assertTrue(String.valueOf(heading).startsWith(begins), String.valueOf(heading));
        }
    }

    @Test
    void whatADocumentRestsOnIsALinkWhenItIsHeldAndSaidWhenItIsNot() {
        var held = documents.statute("残疾人保障法");
        var link = tree(documents.statute("残疾人就业条例")).the("link", held.title());
        assertEquals(documents.site().page(held).url(), link.property("url"));
        assertTrue(tree(documents.plan().document()).words().contains("《“十四五”残疾人保障和发展规划》本站没有收录"));
    }

    @Test
    void theListOfPoliciesHasThemAllWithWhatTheyAre() {
        var tree = AccessibilityTree.of(documents.site().page("list", "/policies").open());
        assertEquals(
                documents.all().stream().map(each -> each.document().title()).sorted().toList(),
                headings(tree, 3).stream().sorted().toList());
    }

    @Test
    void nothingThatWasSentHoldsAPageBack() {
        assertEquals(List.of(), documents.site().findings());
    }

    /// What the import found is kept beside each document, so that a person can decide later.
    @Test
    void whatWasGuessedOrLooksWrongIsKeptBesideEachDocument() throws IOException {
        for (var each : documents.all()) {
            var file =
                    Path.of(each.markdown().toString().replaceFirst("\\.md$", FindingsFile.ENDING));
            var kept = requireNonNull(FindingsFile.read(Files.readAllBytes(file)));
            var markdown = Files.readString(each.markdown());
            assertEquals(each.findings(), kept.current(each.markdown().toString(), markdown));
            assertTrue(each.findings().stream().noneMatch(Finding::isError));
        }
    }

    @Test
    void theDamageOfThePlanIsFoundAndStaysInItsText() {
        var plan = documents.plan();
        var rules =
                plan.findings().stream()
                        .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        Map.of(
                        "text/doubled", 1L,
                        "text/unpaired-mark", 1L,
                        "text/missing-caption", 1L,
                        "text/figures-disagree", 5L,
                        "intake/joined", 15L)
                .forEach((rule, count) -> assertEquals(count, rules.get(rule), rule));
        var read = tree(plan.document()).words();
        assertTrue(read.contains("总结残残疾人"));
        assertTrue(read.contains("99%”。"));
    }
}
