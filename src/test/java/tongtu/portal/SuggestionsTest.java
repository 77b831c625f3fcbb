package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.document.Document;
import tongtu.markdown.ContentFolder;
import tongtu.markdown.MarkdownParser;

class SuggestionsTest {
    private static final List<Document> SAMPLE =
            List.of(
                    document("services/two-subsidies", "困难残疾人生活补贴和重度残疾人护理补贴（两项补贴）"),
                    document("services/hotline-12385", "12385 维权服务热线"),
                    document("services/home-adaptation", "家庭无障碍改造"),
                    document("pages/accessibility", "本站的无障碍"),
                    document("pages/english", "What this site is, in English"),
                    document("policies/残疾人保障法", "中华人民共和国残疾人保障法"),
                    document("policies/残疾人教育条例", "残疾人教育条例"));

    private static Document document(String path, String title) {
        var text = "---\ntitle: %s\nkind: policy\n---\n\n话。\n".formatted(title);
        var parsed =
                new MarkdownParser()
                        .parse(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return java.util.Objects.requireNonNull(parsed.document());
    }

    @ParameterizedTest
    @CsvSource({
        "/services/two-subsides, services/two-subsidies",
        "/two-subsidies, services/two-subsidies",
        "/policies/two_subsidies, services/two-subsidies",
        "/services/TWO-SUBSIDIES.html, services/two-subsidies",
        "/services/two-subsidies/, services/two-subsidies",
        "/services/hotline, services/hotline-12385",
        "/services/12385, services/hotline-12385",
        "/x/家庭无障碍改造, services/home-adaptation",
        "/x/家庭无障碍改建, services/home-adaptation",
        "/pages/acessibility, pages/accessibility",
    })
    void aMistypedNameFindsItsDocument(String wrong, String path) {
        var likest = new Suggestions(SAMPLE).likest(wrong);
        assertTrue(likest.contains(path), wrong + " " + likest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-login.php",
                "/wp-admin/setup-config.php",
                "/.env",
                "/.git/config",
                "/xmlrpc.php",
                "/phpmyadmin/",
                "/favicon.ico",
                "/robots.txt",
                "/sitemap.xml",
                "/cgi-bin/test",
                "/",
                "//",
                "/天气预报",
                "/𠮷",
            })
    void whatIsLikeNothingFindsNothing(String wrong) {
        assertEquals(List.of(), new Suggestions(SAMPLE).likest(wrong));
    }

    @Test
    void theLikestComesFirstAndThereAreFew() {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 50; i++) {
            documents.add(document("policies/残疾人就业条例" + i, "条例"));
        }
        var likest = new Suggestions(documents).likest("/policies/残疾人就业条列7");
        assertEquals(5, likest.size());
        assertEquals("policies/残疾人就业条例7", likest.getFirst());
    }

    @Test
    void theLengthOfAnAddressDoesNotMatter() {
        var suggestions = new Suggestions(SAMPLE);
        assertFalse(suggestions.likest("/two-subsidies" + "x".repeat(20)).isEmpty());
        assertEquals(List.of(), suggestions.likest("/" + "无".repeat(100_000) + "two-subsidies"));
    }

    @Test
    void anIndexServesAsLongAsNoNameChanges(@TempDir Path folder) throws IOException {
        var file = folder.resolve("a.md");
        Files.writeString(file, "---\ntitle: 甲\n---\n\n一。\n");
        var content = new ContentFolder(folder);
        var suggestions = new Suggestions(content.load((_, _) -> {}).documents());
        Files.writeString(file, "---\ntitle: 甲\n---\n\n二。\n");
        assertTrue(suggestions.isOf(content.reload(List.of(file)).documents()));
        Files.writeString(file, "---\ntitle: 乙\n---\n\n二。\n");
        assertFalse(suggestions.isOf(content.reload(List.of(file)).documents()));
    }
}
