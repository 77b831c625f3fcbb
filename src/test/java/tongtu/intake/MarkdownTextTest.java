package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.document.Block;
import tongtu.document.Kind;

class MarkdownTextTest {

    @Test
    void markdownIsTakenAsItIsUnderTheFrontMatterThatItLacks() {
        var body = "# 某县指南\n\n## 怎样申请\n\n- 打 **12385**\n- 来窗口\n";
        var conversion = Texts.converted("a.md", Texts.bytes(body));
        assertTrue(conversion.markdown().endsWith("---\n\n" + body), conversion.markdown());
        var about = Texts.document(conversion).frontMatter();
        assertEquals("某县指南", about.title());
        assertEquals(Kind.POLICY, about.kind());
        assertEquals("a.md", about.source());
        assertEquals(
                Block.ItemList.class,
                Texts.sections(Texts.document(conversion))
                        .getFirst()
                        .blocks()
                        .getFirst()
                        .getClass());
    }

    @Test
    void itsOwnFrontMatterStaysAndOnlyWhatIsMissingIsAdded() {
        var conversion =
                Texts.markdown(
                        "---", "title: 某县指南", "kind: service", "issued: 2020-01-02", "---", "话。");
        assertEquals(
                "---\ntitle: 某县指南\nkind: service\nissued: 2020-01-02\nsource: 文件.md\n---\n话。\n",
                conversion.markdown());
        assertEquals(List.of(), conversion.findings());
    }

    @Test
    void aSourceThatIsGivenStays() {
        var conversion =
                Texts.markdown("---", "title: 甲", "kind: page", "source: 县残联", "---", "话。");
        assertEquals("县残联", Texts.document(conversion).frontMatter().source());
    }

    @Test
    void aFileWithoutTitleIsNamedAfterItself() {
        var conversion = Texts.markdown("只有一段话。");
        assertEquals("文件", Texts.document(conversion).title());
        assertEquals(1, Texts.of("intake/title", conversion).size());
    }

    @Test
    void whatTheParserFindsIsToldWithTheLineOfTheFileThatWasSent() {
        var conversion = Texts.markdown("# 甲", "", "[坏](javascript:x)");
        var found = Texts.of("links/unsafe", conversion);
        assertEquals(1, found.size());
        assertTrue(found.getFirst().message().contains("原文第 3 行"), found.getFirst().message());
        assertEquals("[坏](javascript:x)", Texts.line(conversion, found.getFirst()));
    }

    @Test
    void whatTheParserRefusesIsNoDocument() {
        var conversion = Texts.markdown("---", "title: 甲", "kind: nothing", "---", "话。");
        assertEquals(null, conversion.document());
        assertEquals(
                List.of("front-matter/kind"),
                conversion.findings().stream().map(finding -> finding.rule()).toList());
    }

    @Test
    void anImportedStatuteComesBackAsItIs() throws java.io.IOException {
        var law =
                java.nio.file.Files.readAllBytes(
                        java.nio.file.Path.of("src/test/resources/laws/残疾人就业条例.md"));
        var once = Texts.converted("残疾人就业条例.md", law);
        var again = Texts.converted("残疾人就业条例.md", Texts.bytes(once.markdown()));
        assertEquals(once.markdown(), again.markdown());
    }
}
