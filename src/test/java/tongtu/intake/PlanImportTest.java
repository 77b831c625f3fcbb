package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tongtu.Shared;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Inline;
import tongtu.document.Kind;
import tongtu.document.Numbering.Style;
import tongtu.document.Relation;
import tongtu.document.Section;
import tongtu.document.Standing;

/// The county's plan as it came out of a PDF, damage included.
class PlanImportTest {
    private byte[] sent = {};
    private Conversion conversion = Texts.text("空");
    private Document document = Texts.document(conversion);

    @BeforeEach
    void imported() throws IOException {
        sent = Files.readAllBytes(Shared.plan());
        conversion = Texts.converted("plan.txt", sent);
        document = Texts.document(conversion);
    }

    @Test
    void itHas67HeadingsInFourLevels() {
        var sections = Texts.sections(document);
        assertEquals(66, sections.size());
        assertEquals(
                Map.of(Style.PART, 4L, Style.DIVISION, 17L, Style.POINT, 45L),
                sections.stream()
                        .collect(
                                Collectors.groupingBy(
                                        section -> section.numbering().style(),
                                        Collectors.counting())));
        assertEquals(
                Map.of(2, 4L, 3, 17L, 4, 45L),
                sections.stream()
                        .collect(Collectors.groupingBy(Section::level, Collectors.counting())));
        assertEquals(
                1 + 66,
                conversion.markdown().lines().filter(line -> line.matches("#+ .*")).count());
    }

    @Test
    void theTableOf14IndicatorsHasACaptionAndHeaderCells() {
        var tables = Texts.blocks(document).stream().filter(Block.Table.class::isInstance).toList();
        assertEquals(1, tables.size());
        var table = assertInstanceOf(Block.Table.class, tables.getFirst());
        assertEquals(14, table.rows().size());
        assertTrue(Inline.words(table.caption()).startsWith("专栏 2："));
        assertEquals(
                List.of("序号", "指标", "属性", "2020 年", "2025 年"),
                table.columns().stream().map(column -> Inline.words(column.header())).toList());
        assertEquals(1, table.rowHeader());
        assertEquals(
                List.of("9", "残疾人就业率", "预期性", "60%", "≥68%"),
                table.rows().get(8).cells().stream().map(Inline::words).toList());
    }

    @Test
    void the15ParagraphsCutAtPageEndsAreJoined() {
        assertEquals(15, Texts.of("intake/joined", conversion).size());
        for (var joined :
                List.of(
                        "重度残疾人护理补贴",
                        "首位战略",
                        "现代化国家",
                        "一体化发展首位",
                        "职业技能培训",
                        "无障碍城市建设",
                        "应用场景",
                        "继续实施",
                        "医教结合模式",
                        "最佳助残项目",
                        "资源共享",
                        "公共厕所等公共场所",
                        "合法权益的能力",
                        "村民（居民)委员会")) {
            assertTrue(
                    Texts.words(document).stream().anyMatch(words -> words.contains(joined)),
                    joined);
        }
        assertEquals(0, Texts.of("text/unfinished", conversion).size());
    }

    @Test
    void everyCharacterIsInTheDocument() {
        assertEquals(
                Texts.sorted(new String(sent, java.nio.charset.StandardCharsets.UTF_8)),
                Texts.sorted(Texts.solid(Texts.words(document))));
    }

    @Test
    void whatItSaysOfItselfIsInItsFrontMatterAndNothingElse() {
        var about = document.frontMatter();
        assertEquals("嘉善县残疾人事业发展“十四五”规划", about.title());
        assertEquals(Kind.POLICY, about.kind());
        assertEquals(Standing.DRAFT, about.standing());
        assertEquals("嘉善县", about.region());
        assertEquals(LocalDate.of(2021, 1, 1), about.effective());
        assertEquals(LocalDate.of(2025, 12, 31), about.expires());
        assertEquals("plan.txt", about.source());
        assertEquals("", about.documentNumber());
        assertEquals(List.of(), about.issuer());
        assertEquals(null, about.issued());
        assertEquals(null, about.published());
        assertEquals(5, about.relations().size());
        assertEquals(
                new Relation(Relation.Type.BASIS, "《“十四五”残疾人保障和发展规划》"),
                about.relations().getFirst());
        for (var rule : List.of("effective", "expires", "standing", "region", "basis", "unknown")) {
            assertEquals(1, Texts.of("intake/" + rule, conversion).size(), rule);
        }
    }

    @Test
    void eachThingThatWasGuessedOrLooksWrongIsAFinding() {
        assertEquals(
                new TreeMap<>(
                        Map.ofEntries(
                                Map.entry("intake/basis", 1L),
                                Map.entry("intake/effective", 1L),
                                Map.entry("intake/expires", 1L),
                                Map.entry("intake/joined", 15L),
                                Map.entry("intake/region", 1L),
                                Map.entry("intake/run-in-heading", 48L),
                                Map.entry("intake/spread-words", 1L),
                                Map.entry("intake/standing", 1L),
                                Map.entry("intake/table", 1L),
                                Map.entry("intake/unknown", 1L),
                                Map.entry("text/doubled", 1L),
                                Map.entry("text/empty-cell", 1L),
                                Map.entry("text/figures-disagree", 5L),
                                Map.entry("text/half-width", 3L),
                                Map.entry("text/missing-caption", 1L),
                                Map.entry("text/unpaired-mark", 1L))),
                conversion.findings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::rule, TreeMap::new, Collectors.counting())));
        assertEquals(List.of(), conversion.problems());
    }

    @Test
    void aFindingStandsAtTheWordsThatItIsAbout() {
        assertAt("text/doubled", "系统总结残残疾人", "原文第 99 行");
        assertAt("text/unpaired-mark", "99%”。", "原文第 127 行");
        assertAt("text/missing-caption", "[专栏 2：", "原文第 49 行");
        var halfWidth = Texts.of("text/half-width", conversion);
        assertEquals("(征求意见稿)", Texts.line(conversion, halfWidth.getFirst()));
        assertTrue(Texts.line(conversion, halfWidth.get(1)).contains("小组,实现"));
        assertTrue(halfWidth.get(1).message().contains("12 个"), halfWidth.get(1).message());
    }

    private void assertAt(String rule, String words, String source) {
        var finding = Texts.of(rule, conversion).getFirst();
        assertTrue(Texts.line(conversion, finding).contains(words), finding.toString());
        assertTrue(finding.message().contains(source), finding.message());
    }

    @Test
    void figuresOfTheSameThingThatDisagreeAreNamedWithBothPlaces() {
        var messages =
                Texts.of("text/figures-disagree", conversion).stream()
                        .map(Finding::message)
                        .toList();
        for (var parts :
                List.of(
                        List.of("就业率」98.89%（一", "「残疾人就业率」2020 年 60%、2025 年 ≥68%（二（三）"),
                        List.of("康复服务率", "100%（一", "「残疾人基本康复服务覆盖率」2020 年 95%"),
                        List.of("辅具适配率」100%（一", "「残疾人辅助器具适配率」2020 年 95%"),
                        List.of("保险」全覆盖（一", "参保率」95%以上（三（三）2"),
                        List.of("入学率」100%（一", "入学率」99%（三（四）1"))) {
            assertTrue(
                    messages.stream()
                            .anyMatch(message -> parts.stream().allMatch(message::contains)),
                    () -> parts + "\n" + messages);
        }
    }
}
