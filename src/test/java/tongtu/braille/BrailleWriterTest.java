package tongtu.braille;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Inline;
import tongtu.document.Units;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.markdown.ContentFolder;

class BrailleWriterTest {
    private static final Transcriber TRANSCRIBER = new Transcriber(new Readings(Lexicon.NONE));
    private static final String HEAD = "---\ntitle: 标题\nkind: notice\nlanguage: zh-CN\n---\n\n";

    @TempDir private Path folder = Path.of("");

    private static Document read(Path content, String path) throws Exception {
        var file = new ContentFolder(content).file(path);
        assertNotNull(file, path);
        var document = file.parsed().document();
        assertNotNull(document, () -> path + " " + file.parsed().findings());
        return document;
    }

    private Document document(String text) throws Exception {
        var file = folder.resolve("notices/a.md");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, HEAD + text);
        return read(folder, "notices/a");
    }

    /// Real documents of every kind.
    private static List<Document> real() throws Exception {
        var documents = new ArrayList<Document>();
        for (var path :
                List.of(
                        "pages/using",
                        "pages/english",
                        "explainers/indicators",
                        "explainers/wuzhangai-law",
                        "pages/writing")) {
            documents.add(read(Path.of("content"), path));
        }
        return documents;
    }

    private static List<String> lines(Pages pages) {
        return pages.pages().stream().flatMap(List::stream).toList();
    }

    @Test
    void noLineIsWiderAndNoPageHigherThanTheFormat() throws Exception {
        for (var document : real()) {
            for (var format :
                    List.of(
                            Format.USUAL,
                            new Format(32, 25),
                            new Format(20, 10),
                            new Format(16, 6),
                            new Format(28, 28))) {
                var pages = BrailleWriter.pages(document, List.of(), TRANSCRIBER, format);
                for (var page : pages.pages()) {
                    assertTrue(page.size() <= format.height(), document.path());
                    assertTrue(page.size() > 1, "an empty page of " + document.path());
                    for (var line : page) {
                        assertTrue(line.length() <= format.width(), document.path() + " " + line);
                        assertTrue(line.chars().allMatch(c -> Cells.isCell((char) c)), line);
                    }
                }
                assertEquals(List.of(), pages.unknown(), document.path());
            }
        }
    }

    /// All cells of the text, in order, whatever the page: nothing is lost where lines and pages
    /// end.
    @Test
    void everyCellOfTheTextIsThereInOrder() throws Exception {
        for (var document : real()) {
            var tables = tables(document);
            if (!tables.isEmpty()) {
                // A table is drawn otherwise where it fits.
                everyCellIsThere(document, tables);
                continue;
            }
            var wide =
                    text(BrailleWriter.pages(document, List.of(), TRANSCRIBER, new Format(60, 60)));
            for (var format : List.of(Format.USUAL, new Format(32, 25), new Format(20, 10))) {
                assertEquals(
                        wide,
                        text(BrailleWriter.pages(document, List.of(), TRANSCRIBER, format)),
                        document.path() + " " + format);
            }
        }
    }

    private static List<Block.Table> tables(Document document) {
        var tables = new ArrayList<Block.Table>();
        var waiting = new ArrayList<>(document.sections());
        var blocks = new ArrayList<>(document.opening());
        while (!waiting.isEmpty()) {
            var section = waiting.removeFirst();
            waiting.addAll(section.sections());
            blocks.addAll(section.blocks());
        }
        for (var block : blocks) {
            if (block instanceof Block.Table table) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static void everyCellIsThere(Document document, List<Block.Table> tables) {
        for (var format : List.of(Format.USUAL, new Format(60, 60), new Format(20, 10))) {
            var text = text(BrailleWriter.pages(document, List.of(), TRANSCRIBER, format));
            for (var table : tables) {
                for (var row : table.rows()) {
                    for (var cell : row.cells()) {
                        var words = Inline.words(cell);
                        var cells = TRANSCRIBER.of(words, "zh-CN").cells();
                        var bare = cells.replace("\u2800", "").replace("\u2824", "");
                        assertTrue(text.contains(bare), document.path() + " lacks " + words);
                    }
                }
            }
        }
    }

    /// The cells behind the contents, without blanks, running heads and division of long words.
    private static String text(Pages pages) {
        var text = new StringBuilder();
        for (var page : pages.pages()) {
            page.stream()
                    .skip(1)
                    .forEach(line ->
                            text.append(
                                    line.endsWith("\u2824")
                                            ? line.substring(0, line.length() - 1)
                                            : line));
        }
        var cells = text.toString().replace("\u2800", "");
        int contents = cells.lastIndexOf("\u2810\u2810\u2810\u2810");
        return cells.substring(contents < 0 ? 0 : contents)
                .replaceFirst("^\u2810+\u283c[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+", "")
                .replace("\u2824", "");
    }

    @Test
    void eachPageHasItsNumberAndTheContentsNameIt() throws Exception {
        var document = document("一段话。\n\n" + section("第一节") + section("第二节") + section("第三节"));
        var pages = BrailleWriter.pages(document, List.of(), TRANSCRIBER, new Format(20, 10));
        for (int i = 0; i < pages.pages().size(); i++) {
            assertTrue(pages.pages().get(i).getFirst().endsWith(Typesetter.number(i + 1)));
        }
        for (var title : List.of("第一节", "第二节", "第三节")) {
            var cells = TRANSCRIBER.of(title, "zh-CN").cells();
            var entry =
                    lines(pages).stream()
                            .filter(line -> line.startsWith(cells) && line.contains("\u2810\u2810"))
                            .findFirst()
                            .orElseThrow();
            int page = -1;
            for (int i = 0; i < pages.pages().size(); i++) {
                page = page < 0 && pages.pages().get(i).contains(cells) ? i + 1 : page;
            }
            assertTrue(entry.endsWith(Typesetter.number(page)), title + " on page " + page);
        }
    }

    private static String section(String title) {
        return "## " + title + "\n\n" + "这一节的话，这一节的话。\n\n".repeat(12);
    }

    @Test
    void aHeadingNeverEndsAPage() throws Exception {
        for (int before = 0; before < 20; before++) {
            var document = document("话。\n\n".repeat(before + 1) + "## 小标题\n\n后面的话。\n");
            var pages = BrailleWriter.pages(document, List.of(), TRANSCRIBER, new Format(20, 8));
            var heading = TRANSCRIBER.of("小标题", "zh-CN").cells();
            for (var page : pages.pages()) {
                assertNotEquals(heading, page.getLast(), before + " paragraphs before");
            }
        }
    }

    @Test
    void whatIsSaidOfItStandsBeforeTheText() throws Exception {
        var pages =
                BrailleWriter.pages(document("话。\n"), List.of("现行有效"), TRANSCRIBER, Format.USUAL);
        var status = TRANSCRIBER.of("现行有效", "zh-CN").cells();
        assertTrue(lines(pages).stream().anyMatch(line -> line.endsWith(status)));
    }

    @Test
    void aTableThatFitsIsAGridUnderItsHeaders() throws Exception {
        var document = document("| 指标 | 2020 年 |\n| --- | --- |\n| 就业率 | 98.89% |\n[指标]\n");
        var lines =
                lines(BrailleWriter.pages(document, List.of(), TRANSCRIBER, new Format(40, 25)));
        var head = TRANSCRIBER.of("2020 年", "zh-CN").cells();
        var cell = TRANSCRIBER.of("98.89%", "zh-CN").cells();
        int at = 0;
        while (!lines.get(at).endsWith(head)) {
            at++;
        }
        int column = lines.get(at).indexOf(head);
        assertTrue(lines.get(at + 1).matches("[\\u2812\\u2800]+"), lines.get(at + 1));
        assertEquals(column, lines.get(at + 2).indexOf(cell));
    }

    @Test
    void theBeginningOfAPrintedPageIsALineWithItsNumber() throws Exception {
        var document = document("一页。\n\n二页。\n\n还是二页。\n\n三页。\n");
        var units = Units.of(document);
        var printed =
                Map.of(
                        units.get(0).id(), 1,
                        units.get(1).id(), 2,
                        units.get(2).id(), 2,
                        units.get(3).id(), 3);
        var lines =
                lines(BrailleWriter.pages(document, List.of(), TRANSCRIBER, Format.USUAL, printed));
        var marks = lines.stream().filter(line -> line.startsWith("⠤⠤⠤")).toList();
        assertEquals(List.of("⠼⠃", "⠼⠉"), marks.stream().map(line -> line.substring(38)).toList());
        assertTrue(marks.stream().allMatch(line -> line.length() == 40));
    }

    @Test
    void aTableThatDoesNotFitIsReadRowByRowWithItsHeaders() throws Exception {
        var document =
                document(
                        "| 指标 | 2020 年 |\n| --- | --- |\n| 劳动年龄段内有劳动能力的残疾人的就业率 | 98.89% |\n[指标]\n");
        var cells = TRANSCRIBER.of("劳动年龄段内有劳动能力的残疾人的就业率，2020 年：98.89%。", "zh-CN").cells();
        var text =
                String.join(
                        "\u2800",
                        lines(BrailleWriter.pages(document, List.of(), TRANSCRIBER, Format.USUAL)));
        assertTrue(text.replace("\u2800", "").contains(cells.replace("\u2800", "")), text);
    }

    /// A reader of BRF, written for this test, gets the same cells back.
    @Test
    void brfIsReadBack() throws Exception {
        for (var document : real()) {
            var pages = BrailleWriter.pages(document, List.of(), TRANSCRIBER, Format.USUAL);
            var ascii = new String(BrfFile.of(pages), StandardCharsets.US_ASCII);
            assertTrue(ascii.endsWith("\f"));
            var read = ascii.substring(0, ascii.length() - 1).split("\f", -1);
            assertEquals(pages.pages().size(), read.length);
            for (int i = 0; i < read.length; i++) {
                assertTrue(read[i].endsWith("\r\n"));
                var lines =
                        Arrays.asList(read[i].substring(0, read[i].length() - 2).split("\r\n", -1));
                assertEquals(
                        pages.pages().get(i).stream()
                                .map(line -> line.replaceFirst("\u2800+$", ""))
                                .toList(),
                        lines.stream().map(BrfFile::cells).toList());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> BrfFile.cells("é"));
    }

    @Test
    void pefHoldsEachPageAndSaysWhatItIs() throws Exception {
        var document = document("## 一\n\n话。\n\n## 二\n\n话。\n");
        var pages = BrailleWriter.pages(document, List.of(), TRANSCRIBER, Format.USUAL);
        var xml = PefFile.of(pages, "urn:x", "残联", LocalDate.of(2026, 11, 1));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var read = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        var pef = "http://www.daisy.org/ns/2008/pef";
        assertEquals("2008-1", read.getDocumentElement().getAttribute("version"));
        assertEquals(pages.pages().size(), read.getElementsByTagNameNS(pef, "page").getLength());
        var rows = read.getElementsByTagNameNS(pef, "row");
        assertEquals(lines(pages).size(), rows.getLength());
        for (int i = 0; i < rows.getLength(); i++) {
            assertEquals(lines(pages).get(i), rows.item(i).getTextContent());
        }
        var dc = "http://purl.org/dc/elements/1.1/";
        assertEquals("标题", read.getElementsByTagNameNS(dc, "title").item(0).getTextContent());
        assertEquals(
                "application/x-pef+xml",
                read.getElementsByTagNameNS(dc, "format").item(0).getTextContent());
    }

    /// Whatever stands in a document, an edition comes of it, and what it cannot write it tells.
    @Test
    void hostileDocumentsGiveAnEditionOrSayWhatIsLeftOut() throws Exception {
        var rows = new StringBuilder("| 一 | 二 |\n| --- | --- |\n");
        for (int i = 0; i < 2_000; i++) {
            rows.append("| 行 | 列 |\n");
        }
        for (var text :
                List.of(
                        "字".repeat(2_000) + "\n",
                        "a".repeat(3_000) + "\n",
                        "9".repeat(2_000) + "\n",
                        rows.toString(),
                        "# \n\n....\n",
                        "𠮷 㑇 😀 שלום مرحبا\n",
                        "> > > > > > > > > > 深\n",
                        "- 一\n".repeat(500))) {
            var pages =
                    BrailleWriter.pages(document(text), List.of(), TRANSCRIBER, new Format(20, 10));
            assertFalse(pages.pages().isEmpty());
            for (var line : lines(pages)) {
                assertTrue(line.length() <= 20, line);
            }
        }
        var odd = BrailleWriter.pages(document("好😀的。\n"), List.of(), TRANSCRIBER, Format.USUAL);
        assertEquals(List.of("😀"), odd.unknown());
    }

    @Test
    void aPageHasASensibleSize() {
        assertThrows(IllegalArgumentException.class, () -> new Format(15, 25));
        assertThrows(IllegalArgumentException.class, () -> new Format(40, 61));
    }
}
