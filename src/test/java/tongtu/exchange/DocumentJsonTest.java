package tongtu.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.document.Document;
import tongtu.document.Glossary;
import tongtu.document.Library;
import tongtu.document.Units;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;

class DocumentJsonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static Document document(String path, String text) {
        var file =
                DocumentFile.read(
                        new MarkdownParser(), path, text.getBytes(StandardCharsets.UTF_8), null);
        var document = file.parsed().document();
        assertNotNull(document, () -> file.parsed().findings().toString());
        return document;
    }

    static Library library(Document... documents) {
        return new Library(List.of(documents), Glossary.EMPTY, TODAY);
    }

    private static JsonNode json(Document document) throws IOException {
        return new ObjectMapper()
                .readTree(
                        new DocumentJson(library(document), "https://example.cn")
                                .document(document));
    }

    @Test
    void everyUnitIsThereOnceWithItsWords() throws IOException {
        var text = Files.readString(Path.of("content/pages/writing.md"));
        var document = document("pages/writing", text);
        var json = json(document);
        var ids = new ArrayList<String>();
        json.findValues("id").forEach(id -> ids.add(id.asText()));
        var expected = Units.of(document).stream().map(unit -> unit.id().text()).toList();
        assertEquals(
                expected.stream().sorted().toList(), ids.stream().distinct().sorted().toList());
        var words = words(json);
        Units.of(document)
                .forEach(unit -> {
                    for (var character :
                            unit.words().codePoints().filter(Character::isIdeographic).toArray()) {
                        assertTrue(words.indexOf(character) >= 0, unit.words());
                    }
                });
    }

    /// All strings, in their order.
    private static String words(JsonNode node) {
        var words = new StringBuilder(node.isTextual() ? node.asText() : "");
        node.forEach(each -> words.append(words(each)));
        return words.toString();
    }

    @Test
    void whatIsKnownIsThereAndWhatIsNotIsLeftOut() throws IOException {
        var json =
                json(
                        document(
                                "policies/a",
                                "---\ntitle: 办法\nkind: policy\nstanding: draft\nexpires: 2025-12-31\n---\n## 三、举措\n\n### （八）环境\n\n文 **重** [12385](tel:12385)。\n"));
        assertEquals(1, json.path("version").asInt());
        assertEquals("/policies/a", json.path("address").asText());
        assertEquals("https://example.cn/policies/a", json.path("url").asText());
        assertEquals("draft", json.path("standing").asText());
        assertEquals("expired", json.path("validity").asText());
        assertTrue(json.path("issued").isMissingNode());
        var inner = json.path("sections").path(0).path("sections").path(0);
        assertEquals("三（八）", inner.path("place").asText());
        var words = inner.path("blocks").path(0).path("words");
        assertEquals("strong", words.path(1).path("type").asText());
        assertEquals("tel:12385", words.path(3).path("target").asText());
    }

    @Test
    void theListNamesEveryDocument() throws IOException {
        var one = document("policies/一", "---\ntitle: 一\nkind: policy\n---\n文。\n");
        var two = document("pages/two", "---\ntitle: 二\nkind: page\n---\n文。\n");
        var json =
                new ObjectMapper()
                        .readTree(
                                new DocumentJson(library(one, two), "")
                                        .list(List.of(one, two), 2, ""));
        assertEquals(2, json.path("count").asInt());
        assertEquals("/policies/一.json", json.path("documents").path(0).path("json").asText());
        assertTrue(json.path("documents").path(0).path("url").isMissingNode());
    }
}
