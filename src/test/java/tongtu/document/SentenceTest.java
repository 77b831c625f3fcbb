package tongtu.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;

class SentenceTest {
    static Document document(String text) {
        var file =
                DocumentFile.read(
                        new MarkdownParser(),
                        "pages/sample",
                        text.getBytes(StandardCharsets.UTF_8),
                        null);
        return Objects.requireNonNull(
                file.parsed().document(), () -> file.parsed().findings().toString());
    }

    private static List<String> words(String text) {
        return Sentence.of(document("---\ntitle: 题\nkind: page\n---\n" + text)).stream()
                .map(Sentence::words)
                .toList();
    }

    @Test
    void paragraphsAndItemsAreDivided() {
        assertEquals(
                List.of("第一句。", "第二句（不是。两句）！", "一项。", "又一句？"),
                words("第一句。第二句（不是。两句）！\n\n- 一项。又一句？\n"));
    }

    @Test
    void aHeadingACaptionAndACellAreOneSentence() {
        assertEquals(
                List.of("一、甲。乙", "表。题", "项", "数", "甲。乙", "1。2"),
                words("## 一、甲。乙\n\n| 项 | 数 |\n| --- | --- |\n| 甲。乙 | 1。2 |\n[表。题]\n"));
    }

    @Test
    void numbersRunWithinAUnit() {
        var sentences = Sentence.of(document("---\ntitle: 题\nkind: page\n---\n一。二。\n\n三。\n"));
        assertEquals(List.of(1, 2, 1), sentences.stream().map(Sentence::number).toList());
        assertEquals(sentences.get(0).block(), sentences.get(1).block());
        assertEquals(Hash.of("三。"), sentences.get(2).hash());
    }

    @Test
    void everyUnitWithWordsHasASentenceAndNothingElseHas() throws IOException {
        var document = document(Files.readString(Path.of("content/pages/writing.md")));
        var spoken = new HashSet<BlockId>();
        Sentence.of(document).forEach(sentence -> spoken.add(sentence.block()));
        var units = new HashSet<BlockId>();
        for (var unit : Units.of(document)) {
            if (!unit.words().isBlank()) {
                units.add(unit.id());
            }
        }
        assertEquals(units, spoken);
        assertTrue(spoken.size() > 100);
    }
}
