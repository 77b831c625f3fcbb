package tongtu.portal;

import java.util.List;

/// A document as one line of a list: its title, its kind (which lists of one kind leave out),
/// whether it binds, its date and a sentence about it. What is not known or not said is empty.
public record Entry(
        String title,
        String address,
        String language,
        String kind,
        List<Tag> tags,
        String date,
        String line) {
    public Entry {
        tags = List.copyOf(tags);
    }

    /// A word about whether a document binds; one that warns is drawn with dots.
    public record Tag(String text, boolean warns) {}

    /// With everything, with a warning, with a title in another language and nothing else.
    static List<Entry> examples() {
        return List.of(
                new Entry(
                        "示例县残疾人保障办法",
                        "/policies/example",
                        "",
                        "政策文件",
                        List.of(new Tag("现行有效", false)),
                        "2026 年 1 月 8 日",
                        "示例：一句话说它讲什么。"),
                new Entry(
                        "示例县五年计划（征求意见稿），标题很长很长，要在窄的屏幕上折成好几行也看得清楚",
                        "/policies/draft",
                        "",
                        "政策文件",
                        List.of(new Tag("征求意见稿", true), new Tag("已过期", true)),
                        "",
                        ""),
                new Entry(
                        "A title in English",
                        "/explainers/en",
                        "en",
                        "政策解读",
                        List.of(),
                        "",
                        "One line."));
    }
}
