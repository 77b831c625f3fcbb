package tongtu.portal;

import java.util.List;
import tongtu.html.HtmlRenderer;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// A document with pinyin over its characters.
public record PinyinPage(
        Frame frame, ListenWords words, SafeHtml heading, Frame.PlaceLink back, SafeHtml text)
        implements View {
    static List<PinyinPage> examples() {
        return List.of(
                new PinyinPage(
                        Frame.examples().getLast(),
                        ListenWords.CHINESE,
                        HtmlRenderer.heading("带拼音：示例县残疾人保障办法"),
                        new Frame.PlaceLink("/policies/example", "示例县残疾人保障办法", false, ""),
                        Examples.text()));
    }
}
