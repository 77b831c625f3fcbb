package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// A document with its Braille under the print. `cells` are those of its title, `language` that of
/// the cells (`zh-Brai-CN`); `checked` says who proofread them, or that nobody did.
public record BraillePage(
        Frame frame,
        String title,
        String cells,
        String language,
        Frame.PlaceLink back,
        String intro,
        String checked,
        List<Line> lines)
        implements View {
    public BraillePage {
        lines = List.copyOf(lines);
    }

    /// A line in print and in cells; headings have their level from 2, others 0.
    public record Line(String words, String cells, int level) {}

    static List<BraillePage> examples() {
        return List.of(
                new BraillePage(
                        Frame.examples().getLast(),
                        "盲文对照：示例县残疾人保障办法",
                        "⠱⠆⠇⠊⠆",
                        "zh-Brai-CN",
                        new Frame.PlaceLink("/policies/example", "示例县残疾人保障办法", false, ""),
                        "每一段文字下面是它的盲文点字，接上点显器可以摸读。",
                        "机器转换，未经盲文校对。",
                        List.of(new Line("一、总则", "⠊⠁⠂", 2), new Line("示例：正文。", "⠱⠆⠇⠊⠆", 0))));
    }
}
