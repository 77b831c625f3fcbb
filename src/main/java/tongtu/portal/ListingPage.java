package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The documents of one kind; `count` says how many in words. Many are grouped by topic; few are
/// one group without a name.
public record ListingPage(Frame frame, String title, String lead, String count, List<Group> groups)
        implements View {
    public ListingPage {
        groups = List.copyOf(groups);
    }

    /// The documents of one topic.
    public record Group(String id, String name, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }
}
