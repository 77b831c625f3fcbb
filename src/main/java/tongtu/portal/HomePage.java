package tongtu.portal;

import java.util.List;
import java.util.stream.Stream;
import tongtu.html.HtmlRenderer;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// The first page: what the site is for, what people need most, its kinds of documents, what came
/// last, what the public is asked, how to get help. `events` are guides through what happens in a
/// life; `topics` the other topics of the guides; `ways` how to reach somebody without calling.
public record HomePage(
        Frame frame,
        SafeHtml heading,
        String lead,
        SearchBox box,
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

    /// Empty, and with all its parts.
    static List<HomePage> examples() {
        var link = new Frame.PlaceLink("/services/example", "示例：第一次办残疾人证", false, "");
        var kind = new KindLink("/policies", "政策文件", "示例：写明现在是否有效。", "共 3 篇。");
        var groups =
                Stream.of("就业", "康复辅具", "住房")
                        .map(topic ->
                                new TopicGroup(
                                        topic,
                                        Entry.examples(),
                                        new Frame.PlaceLink(
                                                "/topics/" + topic, "全部 9 篇", false, "")))
                        .toList();
        var frames = Frame.examples();
        return List.of(
                new HomePage(
                        frames.getFirst(),
                        HtmlRenderer.heading("通途"),
                        "示例说明。",
                        SearchBox.CHINESE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(kind),
                        false,
                        List.of(),
                        List.of(),
                        List.of()),
                new HomePage(
                        frames.getLast(),
                        HtmlRenderer.heading("一份文件，人人能读"),
                        "示例说明，长一点，看它怎样折行。",
                        SearchBox.CHINESE,
                        List.of(link, link),
                        groups,
                        List.of(new Frame.PlaceLink("/topics/other", "另一主题", false, "")),
                        List.of(kind, kind, kind),
                        true,
                        Entry.examples(),
                        Entry.examples(),
                        List.of(kind)));
    }
}
