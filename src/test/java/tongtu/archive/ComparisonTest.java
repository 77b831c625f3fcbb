package tongtu.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tongtu.archive.Comparison.Change;
import tongtu.document.Document;
import tongtu.markdown.MarkdownParser;

class ComparisonTest {
    private static Document document(String body) {
        var text = "---\ntitle: 示例\nkind: notice\n---\n\n" + body;
        return Objects.requireNonNull(
                new MarkdownParser()
                        .parse("notices/a", text.getBytes(StandardCharsets.UTF_8))
                        .document());
    }

    private static final String BODY = "## 标题\n\n残疾人可以申请补贴，每月发一次。\n\n第二段说的是在哪里办。\n\n第三段说的是问谁。\n";

    @Test
    void aParagraphThatWasEditedSaysInHowManyPlaces() {
        var comparison =
                Comparison.of(
                        document(BODY),
                        document(BODY.replace("残疾人", "持证残疾人").replace("每月", "每季度")));
        assertEquals(1, comparison.changes().size());
        var change = assertInstanceOf(Change.Edited.class, comparison.changes().getFirst());
        assertEquals(2, change.places());
        assertEquals("第 2 段改了 2 处", ComparisonWords.line(change));
        assertEquals("改了 1 段。", ComparisonWords.summary(comparison));
    }

    @Test
    void whatWasTakenOutPutInAndMovedIsTold() {
        var after = "## 标题\n\n第三段说的是问谁。\n\n残疾人可以申请补贴，每月发一次。\n\n全新的一段，和别的都不像。\n";
        var comparison = Comparison.of(document(BODY), document(after));
        assertEquals(1, comparison.count(Change.Removed.class));
        assertEquals(1, comparison.count(Change.Added.class));
        assertEquals(1, comparison.count(Change.Moved.class));
        assertTrue(
                comparison.changes().stream()
                        .map(ComparisonWords::line)
                        .anyMatch(line -> line.equals("原来的第 3 段删去了")),
                comparison.changes().toString());
    }

    /// The words of both texts can be put together again from the spots.
    @Test
    void noWordOfAnEditIsLost() {
        var before = "根据《残疾人保障法》第三条，2025 年起每人每月 100 元，由街道发放。";
        var after = "依据《残疾人保障法》第三条和第四条，2026 年起每人每月 120 元，由县里统一发放。";
        var comparison = Comparison.of(document(before + "\n"), document(after + "\n"));
        var change = assertInstanceOf(Change.Edited.class, comparison.changes().getFirst());
        var old = new StringBuilder();
        var now = new StringBuilder();
        for (var spot : change.spots()) {
            if (spot.kind() != Comparison.Spot.Kind.IN) {
                old.append(spot.words());
            }
            if (spot.kind() != Comparison.Spot.Kind.OUT) {
                now.append(spot.words());
            }
        }
        assertEquals(before, old.toString());
        assertEquals(after, now.toString());
    }

    @Test
    void theSameTextHasNoChanges() {
        assertEquals(
                "一个字也没有差。", ComparisonWords.summary(Comparison.of(document(BODY), document(BODY))));
    }
}
