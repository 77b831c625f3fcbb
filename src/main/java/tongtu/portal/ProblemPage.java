package tongtu.portal;

import java.util.List;
import tongtu.html.HtmlRenderer;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// What happened, what to do, and where else to go. `reference` names the failure in the log; empty
/// when there is none; `canSearch` is whether to offer that instead.
public record ProblemPage(
        Frame frame,
        SafeHtml heading,
        List<String> lines,
        List<Entry> suggestions,
        String reference,
        boolean canSearch)
        implements View {
    public ProblemPage {
        lines = List.copyOf(lines);
        suggestions = List.copyOf(suggestions);
    }

    public SearchBox box() {
        return SearchBox.CHINESE;
    }

    /// Without and with what may have been meant, and with a reference.
    static List<ProblemPage> examples() {
        var frames = Frame.examples();
        var heading = HtmlRenderer.heading("没有找到这一页");
        return List.of(
                new ProblemPage(
                        frames.getFirst(), heading, List.of("示例：地址可能打错了。"), List.of(), "", true),
                new ProblemPage(
                        frames.getLast(),
                        heading,
                        List.of("示例：地址可能打错了。"),
                        Entry.examples(),
                        "",
                        true),
                new ProblemPage(
                        frames.getLast(),
                        HtmlRenderer.heading("网站出错了"),
                        List.of("示例：这不是您的问题。"),
                        List.of(),
                        "R-0a1b2c3d",
                        false));
    }
}
