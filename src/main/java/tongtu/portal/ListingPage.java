package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// A list of documents, or of such lists. `count` says how many in words; `ways` are the lists that
/// it divides into or leads to, as plain links. Many documents are grouped; few are one group
/// without a name; of very many the page has a part, and `pager` leads to the others.
public record ListingPage(
        Frame frame,
        String title,
        String lead,
        String count,
        List<Way> ways,
        boolean saysKind,
        List<Group> groups,
        Pager pager)
        implements View {
    public ListingPage {
        ways = List.copyOf(ways);
        groups = List.copyOf(groups);
    }

    /// One way to sort: its name, and a link for each value.
    public record Way(String id, String name, List<Link> links) {
        public Way {
            links = List.copyOf(links);
        }
    }

    /// A link with how many documents it leads to, in words, and a line about it; both may be
    /// empty.
    public record Link(String address, String text, String count, String language) {}

    /// Documents under one heading.
    public record Group(String id, String name, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /// The pages before and after; empty where there is none.
    public record Pager(String before, String after, String here) {
        public static final Pager NONE = new Pager("", "", "");
    }

    /// Nothing held, groups with ways to sort, a page of a long list, the ways alone.
    static List<ListingPage> examples() {
        var frame = Frame.examples().getLast();
        var way =
                new Way(
                        "topics",
                        "按主题找",
                        List.of(
                                new Link("/topics/a", "就业", "12 篇", ""),
                                new Link("/topics/b", "康复辅具", "8 篇", "")));
        return List.of(
                new ListingPage(
                        frame, "政策文件", "示例说明。", "还没有收录。", List.of(), false, List.of(), Pager.NONE),
                new ListingPage(
                        frame,
                        "办事指南",
                        "示例说明。",
                        "共 6 篇。",
                        List.of(way),
                        false,
                        List.of(
                                new Group("a", "就业", Entry.examples()),
                                new Group("b", "康复辅具", Entry.examples())),
                        Pager.NONE),
                new ListingPage(
                        frame,
                        "年份：2026 年，第 2 页，共 3 页",
                        "示例说明。",
                        "共 250 篇。",
                        List.of(),
                        true,
                        List.of(new Group("", "", Entry.examples())),
                        new Pager("/years/2026", "/lists/years/2026/3", "第 2 页，共 3 页")),
                new ListingPage(
                        frame, "按主题找", "示例说明。", "", List.of(way), false, List.of(), Pager.NONE));
    }
}
