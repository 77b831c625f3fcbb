package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// The first page: what the site is for, what people need most, its kinds of documents, what came
/// last, what the public is asked, how to get help. `events` are guides through what happens in a
/// life; `topics` the other topics of the guides; `ways` how to reach somebody without calling.
public record HomePage(
        Frame frame,
        SafeHtml heading,
        String lead,
        List<Frame.PlaceLink> events,
        List<TopicGroup> groups,
        List<Frame.PlaceLink> topics,
        List<KindLink> kinds,
        boolean explainsTerms,
        List<Entry> asked,
        List<Entry> latest,
        List<KindLink> ways)
        implements View {
    public HomePage {
        events = List.copyOf(events);
        groups = List.copyOf(groups);
        topics = List.copyOf(topics);
        kinds = List.copyOf(kinds);
        asked = List.copyOf(asked);
        latest = List.copyOf(latest);
        ways = List.copyOf(ways);
    }

    /// A topic of the guides with some of them; `all` leads to the rest, its text empty when these
    /// are all.
    public record TopicGroup(String topic, List<Entry> entries, Frame.PlaceLink all) {
        public TopicGroup {
            entries = List.copyOf(entries);
        }
    }

    /// A kind of documents: its listing, what it holds in plain words, and how many.
    public record KindLink(String address, String text, String line, String count) {}
}
