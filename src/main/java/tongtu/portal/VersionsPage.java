package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The versions of a document, the newest first: since when each was shown and what was said to
/// have changed.
public record VersionsPage(
        Frame frame, VersionWords words, String title, Frame.PlaceLink now, List<Entry> entries)
        implements View {
    public VersionsPage {
        entries = List.copyOf(entries);
    }

    /// A version; `address` is empty where there is nothing to be read.
    public record Entry(String address, String text, List<String> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    static List<VersionsPage> examples() {
        return List.of(
                new VersionsPage(
                        Frame.examples().getLast(),
                        VersionWords.CHINESE,
                        "各个版本：示例",
                        new Frame.PlaceLink("/policies/example", "看现在的版本", false, ""),
                        List.of(
                                new Entry(
                                        "/versions/policies/example/2",
                                        "第 2 版，2026 年 1 月 31 日公布",
                                        List.of("示例：改了日期。", "这是现在的版本。")),
                                new Entry("", "第 1 版，2026 年 1 月 1 日公布", List.of("撤下了。")))));
    }
}
