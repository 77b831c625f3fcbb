package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// How each sentence of a document is read aloud: as written, as said, in pinyin.
public record ReadingsPage(
        Frame frame, ListenWords words, String title, Frame.PlaceLink back, List<Line> lines)
        implements View {
    public ReadingsPage {
        lines = List.copyOf(lines);
    }

    public record Line(String written, String said, String pinyin) {}

    static List<ReadingsPage> examples() {
        return List.of(
                new ReadingsPage(
                        Frame.examples().getLast(),
                        ListenWords.CHINESE,
                        "读法：示例县残疾人保障办法",
                        new Frame.PlaceLink("/policies/example", "示例县残疾人保障办法", false, ""),
                        List.of(new Line("达到 98%", "达到百分之九十八", "dádào bǎifēnzhī jiǔshíbā"))));
    }
}
