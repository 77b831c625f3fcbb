package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The first page: what the site is for, its kinds of documents, what came last, how to get help.
public record HomePage(
        Frame frame, String heading, String lead, List<KindLink> kinds, List<Entry> latest)
        implements View {
    public HomePage {
        kinds = List.copyOf(kinds);
        latest = List.copyOf(latest);
    }

    /// A kind of documents: its listing, what it holds in plain words, and how many.
    public record KindLink(String address, String text, String line, String count) {}
}
