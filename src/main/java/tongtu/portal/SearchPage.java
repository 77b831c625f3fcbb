package tongtu.portal;

import java.util.List;
import tongtu.search.Hit;

/// What was found, or where to ask. `found` says how many, first of all; `lines` what else was
/// sought or left out; `meant` what may have been meant; `nearest` and `topics` are there when
/// nothing was found, or nothing asked. What does not apply is empty.
public record SearchPage(
        Frame frame,
        SearchWords words,
        String heading,
        String other,
        SearchBox box,
        String found,
        List<String> lines,
        List<Frame.PlaceLink> meant,
        List<Item> items,
        List<Group> groups,
        List<Frame.PlaceLink> chosen,
        Between dates,
        ListingPage.Pager pager,
        List<Frame.PlaceLink> nearest,
        List<Frame.PlaceLink> topics,
        Frame.PlaceLink write,
        List<Frame.PlaceLink> formats)
        implements tongtu.web.View {
    public SearchPage {
        lines = List.copyOf(lines);
        meant = List.copyOf(meant);
        items = List.copyOf(items);
        groups = List.copyOf(groups);
        chosen = List.copyOf(chosen);
        nearest = List.copyOf(nearest);
        topics = List.copyOf(topics);
        formats = List.copyOf(formats);
    }

    /// Whether there is something to narrow down, or a narrowing by dates to mend or take away.
    public boolean canNarrow() {
        return !groups.isEmpty()
                || dates.fields().stream().anyMatch(field -> !field.value().isEmpty());
    }

    /// A place that was found: its heading, what kind of thing, in which document and where there,
    /// whether that binds, the passage with its words marked, and where it is read aloud from.
    public record Item(
            String address,
            String title,
            String language,
            String kind,
            String where,
            String place,
            List<Entry.Tag> tags,
            String date,
            boolean isBest,
            List<Hit.Run> passage,
            String hear) {
        public Item {
            tags = List.copyOf(tags);
            passage = List.copyOf(passage);
        }
    }

    /// A way to narrow down: a link for each value, the first one takes the narrowing away.
    public record Group(String id, String name, List<Value> values) {
        public Group {
            values = List.copyOf(values);
        }
    }

    /// A value, and in words how many there are.
    public record Value(String address, String text, String count, boolean isChosen) {}

    /// The fields for the days between which to search, and what the form keeps.
    public record Between(List<FormField> fields, List<SearchBox.Kept> kept) {
        public Between {
            fields = List.copyOf(fields);
            kept = List.copyOf(kept);
        }
    }

    /// The field for a day.
    static FormField day(String id, String label, String hint, String error, String typed) {
        return new FormField(id, label, hint, error, typed, false, false, List.of());
    }

    /// Nothing asked, much found, nothing found, in English.
    static List<SearchPage> examples() {
        var frames = Frame.examples();
        var chinese = SearchWords.CHINESE;
        var link = new Frame.PlaceLink("/search?q=example", "示例：无障碍改造", false, "");
        var write = new Frame.PlaceLink("/feedback/help", chinese.write(), false, "");
        var dates =
                new Between(
                        List.of(
                                day(
                                        "from",
                                        chinese.from(),
                                        chinese.dateHint(),
                                        chinese.badDates(),
                                        "上个月"),
                                day("to", chinese.to(), "", "", "2026-01-31")),
                        List.of(new SearchBox.Kept("q", "扶手")));
        var passage =
                List.of(
                        new Hit.Run("示例：有需求的", false),
                        new Hit.Run("残疾人家庭", true),
                        new Hit.Run("，可以申请", false),
                        new Hit.Run("无障碍改造", true),
                        new Hit.Run("。", false));
        var item =
                new Item(
                        "/policies/example#abcdefgh",
                        "示例县残疾人保障办法第二十九条",
                        "",
                        "政策文件",
                        "示例县残疾人保障办法 › 第三章　康复",
                        "第二十九条",
                        List.of(new Entry.Tag("现行有效", false)),
                        "2026 年 1 月 8 日",
                        true,
                        passage,
                        "/policies/example?listen=abcdefgh.1#abcdefgh");
        var english =
                new Item(
                        "/explainers/en#abcdefgh",
                        "A title in English",
                        "en",
                        "政策解读",
                        "A document in English",
                        "",
                        List.of(new Entry.Tag("征求意见稿", true), new Entry.Tag("已过期", true)),
                        "",
                        false,
                        List.of(new Hit.Run("A passage.", false)),
                        "");
        var group =
                new Group(
                        "by-kind",
                        "类型",
                        List.of(
                                new Value("/search?q=1", "全部类型", "12 条", false),
                                new Value("/search?q=2", "办事指南", "8 条", true),
                                new Value("/search?q=3", "政策文件", "4 条", false)));
        return List.of(
                page(frames.getFirst(), chinese, "", "", List.of(), write),
                new SearchPage(
                        frames.getLast(),
                        chinese,
                        "查找：扶手",
                        "/search?lang=en",
                        SearchBox.of(chinese, "扶手", List.of()),
                        "找到 12 条",
                        List.of("也找了这些说法：无障碍改造。"),
                        List.of(link),
                        List.of(item, english),
                        List.of(group),
                        List.of(link),
                        dates,
                        new ListingPage.Pager("/search?q=1", "/search?q=3", "第 2 页，共 3 页"),
                        List.of(),
                        List.of(),
                        write,
                        List.of(link)),
                page(frames.getLast(), chinese, "示例", "没有找到", List.of(link), write),
                page(
                        frames.getFirst(),
                        SearchWords.ENGLISH,
                        "example",
                        "Nothing found",
                        List.of(),
                        write));
    }

    private static SearchPage page(
            Frame frame,
            SearchWords words,
            String question,
            String found,
            List<Frame.PlaceLink> links,
            Frame.PlaceLink write) {
        return new SearchPage(
                frame,
                words,
                question.isEmpty() ? words.title() : words.heading(question),
                "/search",
                SearchBox.of(words, question, List.of()),
                found,
                question.isEmpty() ? List.of() : List.of(words.nothing(question)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Between(List.of(), List.of()),
                ListingPage.Pager.NONE,
                links,
                links,
                write,
                List.of());
    }
}
