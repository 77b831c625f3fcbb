package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The documents of one kind; `count` says how many in words.
public record ListingPage(Frame frame, String title, String lead, String count, List<Entry> entries)
        implements View {
    public ListingPage {
        entries = List.copyOf(entries);
    }
}
