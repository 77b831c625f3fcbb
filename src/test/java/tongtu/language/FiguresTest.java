package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static List<String> plain(String text) {
        return Figures.of(Folded.of(text).text()).stream().map(Figures.Figure::plain).toList();
    }

    @Test
    void oneNumberIsOneHoweverItIsWritten() {
        for (var written : List.of("98%", "９８％", "百分之九十八", "百分之98")) {
            assertEquals(List.of("98%"), plain(written), written);
        }
        for (var written : List.of("2025", "２０２５", "二〇二五", "二零二五")) {
            assertEquals(List.of("2025"), plain(written), written);
        }
        for (var written : List.of("第29条", "第二十九条", "第 ２９ 条")) {
            assertEquals(List.of("第29条"), plain(written), written);
        }
        for (var written : List.of("3万", "30000", "30,000", "三万")) {
            assertEquals(List.of("30000"), plain(written), written);
        }
        assertEquals(List.of("98.89%"), plain("百分之九十八点八九"));
        assertEquals(List.of("211743700"), plain("21174.37万元"));
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertEquals(List.of(), plain("一起办"));
        assertEquals(List.of(), plain("万一"));
        assertEquals(List.of("007"), plain("007"));
        assertEquals(List.of("12385"), plain("打12385。"));
    }
}
