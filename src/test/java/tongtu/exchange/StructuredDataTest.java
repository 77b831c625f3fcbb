package tongtu.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StructuredDataTest {
    private static JsonNode data(String frontMatter) throws IOException {
        return new ObjectMapper().readTree(text(frontMatter));
    }

    private static String text(String frontMatter) {
        var document =
                DocumentJsonTest.document(
                        "policies/a", "---\nkind: policy\n" + frontMatter + "\n---\n文。\n");
        return StructuredData.of(document, DocumentJsonTest.library(document), "https://example.cn")
                .toString();
    }

    @Test
    void aLawInForceSaysSo() throws IOException {
        var data = data("title: 法\nissuer: 某机关\neffective: 2023-09-01");
        assertEquals("Legislation", data.path("@type").asText());
        assertEquals("https://schema.org/InForce", data.path("legislationLegalForce").asText());
        assertEquals("2023-09-01/..", data.path("temporalCoverage").asText());
        assertEquals("某机关", data.path("legislationPassedBy").path(0).path("name").asText());
    }

    @Test
    void aDraftIsNeverInForce() throws IOException {
        var data = data("title: 稿\nstanding: draft\neffective: 2021-01-01");
        assertEquals("https://schema.org/NotInForce", data.path("legislationLegalForce").asText());
        assertEquals("Draft", data.path("creativeWorkStatus").asText());
    }

    @Test
    void whatIsNotKnownIsNotSaid() throws IOException {
        var data = data("title: 法");
        assertTrue(data.path("legislationLegalForce").isMissingNode());
        assertTrue(data.path("temporalCoverage").isMissingNode());
    }

    @Test
    void noTitleEndsTheElement() throws IOException {
        assertFalse(
                text("title: \"</script><script>alert(1)</script>&\"").matches("(?s).*[<>&].*"));
        assertEquals("</script>&", data("title: \"</script>&\"").path("name").asText());
    }
}
