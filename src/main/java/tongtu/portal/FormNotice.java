package tongtu.portal;

import java.util.List;

/// What stands in the way of a form, first on its page and focused: a heading, links to the fields
/// that have to be changed, and what else to know.
public record FormNotice(String heading, List<FieldLink> links, List<String> lines) {
    public static final FormNotice NONE = new FormNotice("", List.of(), List.of());

    /// A link to a field; its words say what to do there.
    public record FieldLink(String id, String text) {}

    public FormNotice {
        links = List.copyOf(links);
        lines = List.copyOf(lines);
    }

    public boolean isThere() {
        return !heading.isEmpty();
    }

    /// Nothing in the way; two fields to change; not taken, and why.
    static List<FormNotice> examples() {
        return List.of(
                NONE,
                new FormNotice(
                        "还有 1 处要改", List.of(new FieldLink("words", "写下您想说的话")), List.of("您写的都还在。")),
                new FormNotice("没有发出去", List.of(), List.of("示例：请过一分钟再按一次。")));
    }
}
