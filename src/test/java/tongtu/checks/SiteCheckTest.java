package tongtu.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Units;
import tongtu.markdown.ContentFolder;

class SiteCheckTest {
    @TempDir Path content;

    private void write(String path, String kind, String more, String... lines) throws IOException {
        var file = content.resolve(path + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\ntitle: %s\nkind: %s\n%s---\n".formatted(path, kind, more)
                        + String.join("\n", lines)
                        + "\n");
    }

    private List<String> check() throws IOException {
        var folder = new ContentFolder(content);
        return SiteCheck.of(folder.load((_, _) -> {}), folder.root()).stream()
                .map(finding ->
                        "%s %s:%d".formatted(finding.rule(), finding.file(), finding.line()))
                .toList();
    }

    @Test
    void linksThatLeadSomewhereAreWell() throws IOException {
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("pages/图.png"), "x");
        write("policies/甲", "policy", "", "正文。");
        var file = new ContentFolder(content).file("policies/甲");
        assertNotNull(file);
        var document = file.parsed().document();
        assertNotNull(document);
        var id = Units.of(document).getFirst().id();
        write(
                "pages/乙",
                "page",
                "relations:\n  basis: [policies/甲, 《没有收录的》]\n",
                "[甲](../policies/甲.md) [处](../policies/甲.md#"
                        + id
                        + ") [址](/policies/甲#"
                        + id
                        + ")",
                "[外](https://a.cn/x) [单](/policies) [图](图.png)",
                "",
                "![一张图](图.png)");
        assertEquals(List.of(), check());
    }

    @Test
    void aPlaceThatWasMergedIntoAnotherStillLeadsThere() throws IOException {
        var one = "请拨打 12385 热线，说明您遇到的困难和您住的地方。";
        var two = "也可以请村里的联络员帮您打电话，或者上门来说。";
        write("policies/甲", "policy", "", one, "", two);
        var folder = new ContentFolder(content);
        var before = folder.file("policies/甲");
        assertNotNull(before);
        folder.write("policies/甲", before);
        var document = before.parsed().document();
        assertNotNull(document);
        var merged = Units.of(document).getLast().id();
        write("policies/甲", "policy", "", one + two);
        write("pages/乙", "page", "", "[处](../policies/甲.md#" + merged + ")");
        assertEquals(List.of(), check());
    }

    @Test
    void aLinkToNothingIsFoundWithItsLine() throws IOException {
        write(
                "pages/乙",
                "page",
                "",
                "第一段。",
                "",
                "> [丢](../policies/没有.md)",
                "",
                "| 表 |",
                "| --- |",
                "| [丢](/services/没有) |",
                "[题]");
        assertEquals(
                List.of("links/not-held pages/乙.md:7", "links/not-held pages/乙.md:11"), check());
    }

    @Test
    void anAddressThatMovedIsNotBroken() throws IOException {
        write("pages/乙", "page", "", "[旧](/policies/旧)");
        assertEquals(1, check().size());
        Files.writeString(content.resolve("moved.tsv"), "tongtu-moved 1\n/policies/旧\t/pages/乙\n");
        assertEquals(List.of(), check());
    }

    @Test
    void aPlaceThatIsNotThereIsFound() throws IOException {
        write("pages/甲", "page", "", "[下](#abcdefgh)");
        write("pages/乙", "page", "", "[甲](甲.md#没有)");
        assertEquals(
                List.of("links/unknown-anchor pages/乙.md:5", "links/unknown-anchor pages/甲.md:5"),
                check());
    }

    @Test
    void aPictureThatIsNotThereIsFound() throws IOException {
        write("pages/甲", "page", "", "![图](没有.png)", "", "话里有 ![图](也没有.png)。", "", "[文件](没有.pdf)");
        assertEquals(
                List.of(
                        "pictures/missing pages/甲.md:5",
                        "pictures/missing pages/甲.md:7",
                        "links/missing-file pages/甲.md:9"),
                check());
    }

    @Test
    void twoDocumentsAtOneAddressAreAnError() throws IOException {
        write("policies/甲", "policy", "", "话。");
        write("other/甲", "policy", "", "话。");
        assertEquals(List.of("addresses/duplicate policies/甲.md:0"), check());
    }

    @Test
    void aRelationByPathToNothingIsFoundAndByTitleIsNot() throws IOException {
        write("pages/甲", "page", "relations:\n  basis:\n    - 《没有收录的》\n    - policies/没有\n", "话。");
        assertEquals(List.of("relations/not-held pages/甲.md:7"), check());
    }
}
