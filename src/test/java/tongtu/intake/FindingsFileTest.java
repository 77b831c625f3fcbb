package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

class FindingsFileTest {
    private static final String MARKDOWN = "---\ntitle: 甲\n---\n\n# 甲\n\n第一段,话。\n\n第二段”。\n";
    private static final List<Finding> FINDINGS =
            List.of(
                    finding("intake/unknown", Severity.NOTE, 1),
                    finding("text/half-width", Severity.WARNING, 7),
                    finding("text/unpaired-mark", Severity.WARNING, 9));

    private static Finding finding(String rule, Severity severity, int line) {
        return new Finding(rule, severity, "a.md", line, "有\t制表符，\n有换行。", "看看。");
    }

    private static FindingsFile read(String text) {
        var file = FindingsFile.read(Texts.bytes(text));
        assertNotNull(file);
        return file;
    }

    private static String text() {
        return FindingsFile.write("甲.txt", Texts.bytes("原文"), MARKDOWN, FINDINGS);
    }

    private static List<String> places(String record, String markdown) {
        return read(record).current("b.md", markdown).stream()
                .map(finding -> finding.rule() + ":" + finding.line())
                .toList();
    }

    @Test
    void whatWasWrittenIsRead() {
        var file = read(text());
        assertEquals("甲.txt", file.source());
        assertTrue(file.isOfSource(Texts.bytes("原文")));
        assertTrue(file.isOfResult(Texts.bytes(MARKDOWN)));
        var current = file.current("b.md", MARKDOWN);
        assertEquals(FINDINGS.size(), current.size());
        for (int i = 0; i < current.size(); i++) {
            assertEquals(FINDINGS.get(i).rule(), current.get(i).rule());
            assertEquals(FINDINGS.get(i).severity(), current.get(i).severity());
            assertEquals(FINDINGS.get(i).line(), current.get(i).line());
            assertEquals("b.md", current.get(i).file());
            assertEquals("有 制表符， 有换行。", current.get(i).message());
        }
    }

    @Test
    void aFindingMovesWithItsLineAndIsGoneWhenTheLineChanged() {
        assertEquals(
                List.of("intake/unknown:1", "text/half-width:9", "text/unpaired-mark:11"),
                places(text(), MARKDOWN.replace("第一段", "新的一段。\n\n第一段")));
        assertEquals(
                List.of("intake/unknown:1", "text/unpaired-mark:9"),
                places(text(), MARKDOWN.replace("段,话", "段，话")));
        assertEquals(
                List.of("text/half-width:8", "text/unpaired-mark:10"),
                places(text(), MARKDOWN.replace("title: 甲", "title: 甲\nissuer: 乙")));
    }

    @Test
    void aLineThatSomebodyTookOutIsDealtWith() {
        var lines = text().lines().filter(line -> !line.contains("half-width")).toList();
        assertEquals(
                List.of("intake/unknown:1", "text/unpaired-mark:9"),
                places(String.join("\n", lines), MARKDOWN));
    }

    @Test
    void anotherFormatIsNone() {
        assertEquals(null, FindingsFile.read(Texts.bytes("")));
        assertEquals(null, FindingsFile.read(Texts.bytes("通途导入记录\t2\n" + text())));
        assertEquals(null, FindingsFile.read(new byte[FindingsFile.BYTES + 1]));
    }

    @Test
    void linesThatAreNoFindingsArePassedOver() {
        var damaged = text() + "注意\t-3\ttext/x\ta\tb\tc\n乱写\n注意\t3\tBad Rule\ta\tb\tc\n";
        assertEquals(FINDINGS.size(), read(damaged).current("b.md", MARKDOWN).size());
    }
}
