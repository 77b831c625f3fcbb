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
}
