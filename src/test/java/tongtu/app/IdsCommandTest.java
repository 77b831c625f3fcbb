package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Unit;
import tongtu.document.Units;
import tongtu.markdown.ContentFolder;

class IdsCommandTest {
    @TempDir Path content;
    private Path file = Path.of("");

    @BeforeEach
    void aDocument() throws IOException {
        file = Files.createDirectories(content.resolve("pages")).resolve("求助.md");
        write("请拨打 12385 热线，说明您的情况。", "也可以请村里的联络员帮您打电话。", "接听时间没有公布。");
    }

    private void write(String... paragraphs) throws IOException {
        Files.writeString(
                file, "---\ntitle: 求助\nkind: page\n---\n" + String.join("\n\n", paragraphs) + "\n");
    }

    private int ids(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("ids", "--content", content.toString()));
        arguments.addAll(List.of(more));
        return Main.run(arguments.toArray(String[]::new));
    }

    private Document document() throws IOException {
        var documents = new ContentFolder(content).load((_, _) -> {}).documents();
        assertEquals(1, documents.size());
        return documents.getFirst();
    }

    private List<BlockId> read() throws IOException {
        return Units.of(document()).stream().map(Unit::id).toList();
    }

    @Test
    void aServerAndTheCommandAgreeBeforeAnythingIsWritten() throws IOException {
        var served = read();
        assertEquals(1, ids("--check"));
        assertTrue(Files.notExists(content.resolve("pages/求助.ids")));
        assertEquals(0, ids());
        assertEquals(served, read());
        assertEquals(0, ids("--check"));
    }

    @Test
    void anEditedFileKeepsItsIdsOnceTheyAreWritten() throws IOException {
        ids();
        var before = read();
        write("新加的一段话放在最前面。", "请拨打 12385 热线，慢慢说明您的情况。", "接听时间没有公布。", "也可以请村里的联络员帮您打电话。");
        assertEquals(1, ids("--check"));
        assertEquals(List.of(before.get(0), before.get(2), before.get(1)), read().subList(1, 4));
        assertEquals(0, ids());
        assertEquals(List.of(before.get(0), before.get(2), before.get(1)), read().subList(1, 4));
    }

    @Test
    void mergedParagraphsLeaveAnchors() throws IOException {
        ids();
        var before = read();
        write("请拨打 12385 热线，说明您的情况。也可以请村里的联络员帮您打电话。", "接听时间没有公布。");
        var host = read().getFirst();
        assertTrue(before.contains(host));
        var other = host.equals(before.getFirst()) ? before.get(1) : before.getFirst();
        assertEquals(Map.of(other, host), document().anchors());
    }

    @Test
    void aFileWithAnErrorKeepsItsLedger() throws IOException {
        ids();
        var ledger = Files.readString(content.resolve("pages/求助.ids"));
        Files.writeString(file, "---\ntitle: 求助\nkind: nonsense\n---\n别的话。\n");
        assertEquals(1, ids());
        assertEquals(ledger, Files.readString(content.resolve("pages/求助.ids")));
    }

    @Test
    void oneFileCanBeNamedAndAMissingOneIsSaid() throws IOException {
        assertEquals(0, ids(file.toString()));
        assertTrue(Files.exists(content.resolve("pages/求助.ids")));
        assertEquals(Main.CANNOT, ids(content.resolve("pages/没有.md").toString()));
        assertEquals(Main.CANNOT, ids(content.resolve("../elsewhere.md").toString()));
    }

    @Test
    void aDamagedLedgerIsReportedAndTheTextIsServed() throws IOException {
        ids();
        Files.writeString(content.resolve("pages/求助.ids"), "damaged");
        var loaded = new ContentFolder(content).load((_, _) -> {});
        assertEquals(1, loaded.documents().size());
        assertNotNull(
                loaded.findings().stream()
                        .filter(finding -> finding.rule().equals("ids/file"))
                        .findFirst()
                        .orElse(null));
    }
}
