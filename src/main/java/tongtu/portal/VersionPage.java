package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// A document as it was in one version, and what had changed in it.
public record VersionPage(
        Frame frame,
        VersionWords words,
        String title,
        boolean isOld,
        String asOf,
        Frame.PlaceLink now,
        Frame.PlaceLink all,
        List<String> about,
        List<Changed> changes,
        SafeHtml text)
        implements View {
    public VersionPage {
        about = List.copyOf(about);
        changes = List.copyOf(changes);
    }

    /// A paragraph that was changed, and how: `spots` are its words.
    public record Changed(String line, List<Spot> spots) {
        public Changed {
            spots = List.copyOf(spots);
        }
    }

    /// Words that were taken out (`out`), put in (`in`) or stayed (`same`).
    public record Spot(String how, String words) {}

    static List<VersionPage> examples() {
        var frame = Frame.examples().getLast();
        var now = new Frame.PlaceLink("/policies/example", "看现在的版本", false, "");
        var all = new Frame.PlaceLink("/versions/policies/example", "看全部版本", false, "");
        return List.of(
                new VersionPage(
                        frame,
                        VersionWords.CHINESE,
                        "第 2 版：示例",
                        true,
                        "这是以前的版本。",
                        now,
                        all,
                        List.of("示例：改了日期。", "改了 1 段。"),
                        List.of(
                                new Changed(
                                        "第 3 段改了 1 处",
                                        List.of(
                                                new Spot("same", "每"),
                                                new Spot("out", "月"),
                                                new Spot("in", "季度"),
                                                new Spot("same", "发一次。")))),
                        Examples.text()),
                new VersionPage(
                        frame,
                        VersionWords.CHINESE,
                        "第 1 版：示例",
                        false,
                        "现在还是它。",
                        now,
                        all,
                        List.of("第一次公布。"),
                        List.of(),
                        Examples.text()));
    }
}
