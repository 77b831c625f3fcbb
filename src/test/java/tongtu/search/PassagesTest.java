package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tongtu.language.Words;

class PassagesTest {
    private static String passage(String question, String text) {
        var document = SearchIndexTest.document("services/a", "标题", text);
        var entry = Entry.of(document).getFirst();
        var passages =
                new Passages(
                        Analysis.fold(question), List.of(), new Words(List.of("残疾人证")), _ -> 1);
        return passages.of(entry).runs().stream()
                .map(run -> run.marked() ? "[" + run.words() + "]" : run.words())
                .collect(Collectors.joining());
    }

    @Test
    void wholeWordsAreMarked() {
        assertEquals("可以申请[残疾人证]。", passage("残疾人证", "可以申请残疾人证。"));
        assertEquals("[轮椅]和拐杖。", passage("輪椅", "轮椅和拐杖。"));
        assertEquals("达到 [98]%。", passage("98", "达到 98%。").replace("[98%]", "[98]%"));
        assertEquals("没有这些词。", passage("手语", "没有这些词。"));
    }

    @Test
    void ofALongTextWholeClausesAreShown() {
        var filler = "这里说的是别的事情，和问题没有关系，".repeat(10);
        var passage = passage("手语翻译", filler + "需要手语翻译的人，可以提前预约，不收费。" + filler);
        assertTrue(passage.contains("需要[手语翻译]的人，"), passage);
        assertTrue(passage.startsWith("……") && passage.endsWith("……"), passage);
        var shown = passage.replaceAll("[\\[\\]…]", "");
        assertTrue(shown.length() <= 100, passage);
        assertTrue("，。".indexOf(shown.charAt(shown.length() - 1)) >= 0, passage);
    }

    /// The passage is a piece of the text, letter by letter, whatever is folded.
    @Test
    void nothingIsChangedInWhatIsShown() {
        var text = "殘疾人㍿ＡＰＰ可以ﬁ申請補助。";
        assertEquals(text, passage("申请补助", text).replaceAll("[\\[\\]]", ""));
    }
}
