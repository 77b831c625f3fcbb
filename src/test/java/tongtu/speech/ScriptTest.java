package tongtu.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.Shared;
import tongtu.document.Document;
import tongtu.document.Inline;
import tongtu.document.Sentence;
import tongtu.document.Units;
import tongtu.intake.Import;
import tongtu.markdown.ContentFolder;

class ScriptTest {
    @TempDir Path folder;

    private Document document(String markdown) throws Exception {
        Files.createDirectories(folder.resolve("pages"));
        Files.write(
                folder.resolve("pages/a.md"),
                ("---\ntitle: 甲\nkind: page\nlanguage: zh-CN\n---\n\n" + markdown)
                        .getBytes(StandardCharsets.UTF_8));
        var read = new ContentFolder(folder).load((_, _) -> {});
        assertEquals(List.of(), read.findings().stream().filter(each -> each.isError()).toList());
        return read.documents().getFirst();
    }

    private static String said(Document document) {
        return Script.of(document, List.of(document.title())).utterances().stream()
                .map(Utterance::words)
                .collect(Collectors.joining("|"));
    }

    @Test
    void aTableIsSaidRowByRowWithItsHeaders() throws Exception {
        var said =
                said(
                        document(
                                """
                                | 指标 | 2020 年 | 2025 年目标 | 属性 |
                                | --- | ---: | ---: | --- |
                                | 残疾人就业率 | 60% | ≥68% | 预期性 |
                                | 无障碍改造率 | 90% | | 约束性 |

                                表：主要指标
                                """));
        assertTrue(said.contains("残疾人就业率，|2020 年 60%，|2025 年目标 ≥68%，属性：预期性。"), said);
        assertTrue(said.contains("2025 年目标：空"), said);
        assertTrue(said.contains("共2行，4列"), said);
    }

    @Test
    void aListSaysHowManyAndStepsSayTheirNumber() throws Exception {
        assertEquals("甲|共两项。|一。|二。", said(document("- 一。\n- 二。\n")));
        var numbered = said(document("1. 甲乙。\n2. 丙丁。\n3. 戊己。\n"));
        assertTrue(numbered.contains("共三项。|一，|甲乙。|二，|丙丁。"), numbered);
    }

    @Test
    void aHeadingIsSaidBeforeItsTextAndALinkByItsWords() throws Exception {
        assertEquals(
                "甲|（一）总则|见办事大厅的说明。",
                said(document("## （一）总则\n\n见[办事大厅](https://example.cn/)的说明。\n")));
    }

    @Test
    void aLongSentenceIsCutAtItsClausesTheFirstShort() {
        var pieces = Clauses.of("国家采取措施，保障残疾人享有各项社会保障的权利，逐步提高保障水平；具体办法由国务院规定。");
        assertEquals(List.of("国家采取措施，", "保障残疾人享有各项社会保障的权利，", "逐步提高保障水平；具体办法由国务院规定。"), pieces);
        assertEquals(
                1, Clauses.of("One sentence of English, which is not very long at all.").size());
        assertEquals(List.of("共1,234,567元。"), Clauses.of("共1,234,567元。"));
        assertEquals(3, Clauses.of("字".repeat(150)).size());
    }

    /// Nothing of a real document is left unsaid: each unit's words stand in the utterances.
    @Test
    void everyWordOfThePlanIsSaid() throws Exception {
        var outcome =
                (Import.Outcome.Written)
                        new Import(Shared.plan(), folder.resolve("policies"), null, false).run();
        var document = outcome.document();
        var script = Script.of(document, List.of());
        var said =
                script.utterances().stream()
                        .map(Utterance::words)
                        .collect(Collectors.joining())
                        .replaceAll("\\s", "");
        for (var sentence : Sentence.of(document)) {
            for (var piece : Clauses.of(sentence.words())) {
                assertTrue(said.contains(piece.replaceAll("\\s", "")), piece);
            }
        }
        assertEquals(66, script.parts().size());
        for (var part : script.parts()) {
            assertTrue(part.from() < part.to());
            assertEquals(part.section(), script.utterances().get(part.from()).block());
        }
        assertTrue(Units.of(document).size() > 100);
        assertTrue(
                script.utterances().stream()
                        .allMatch(each -> each.words().length() <= Clauses.LONGEST + 100));
        assertEquals("", Inline.words(List.of()));
    }

    /// Five megabytes of text are read in bounded time, and what is too much is said to be cut.
    @Test
    void aVeryLongDocumentIsCutAndSaysSo() throws Exception {
        var document = document("甲。乙。丙。丁。戊。己。\n\n".repeat(9_000));
        var script = Script.of(document, List.of());
        assertEquals(Script.MOST, script.utterances().size());
        assertTrue(script.isCut());
    }
}
