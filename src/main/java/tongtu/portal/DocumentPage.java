package tongtu.portal;

import java.util.List;
import tongtu.html.HtmlRenderer;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// The page of one document. What it is and whether it binds comes first, then what is known about
/// it, then its text. `feedback` leads to the forms for writing about it, `versions` to what it was
/// before; `revision` names the version that this is.
public record DocumentPage(
        Frame frame,
        DocumentWords words,
        SafeHtml heading,
        Status status,
        List<Fact> facts,
        List<String> summary,
        ContentsList contents,
        SafeHtml text,
        List<RelatedGroup> related,
        TakeAway takeAway,
        List<String> origin,
        List<Frame.PlaceLink> feedback,
        String revision,
        Frame.PlaceLink versions)
        implements View {
    public DocumentPage {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        related = List.copyOf(related);
        origin = List.copyOf(origin);
        feedback = List.copyOf(feedback);
    }

    /// Standing and validity in words. One that warns is drawn with dots, and says whom to ask: the
    /// `hotline`, when the site has one.
    public record Status(
            boolean warns, String heading, List<String> lines, String ask, String hotline) {
        public Status {
            lines = List.copyOf(lines);
        }
    }

    /// Something known about the document, or 未公布.
    public record Fact(String name, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /// Headings in the contents. Articles have no words of their own and stand side by side. Where
    /// there are many, those of a part are folded: `folded` says which (第一条至第十一条), empty when they
    /// are in sight.
    public record ContentsList(List<ContentsEntry> entries, boolean areArticles, String folded) {
        static final ContentsList NONE = new ContentsList(List.of(), false, "");

        public ContentsList {
            entries = List.copyOf(entries);
        }
    }

    /// A heading in the contents, and those below it.
    public record ContentsEntry(String id, String text, ContentsList below) {}

    /// Where the document can be had as a file: `first` what most people want, `others` behind it,
    /// and what all of them are made of and how they were checked.
    public record TakeAway(
            TakeWords words, List<Taken> first, List<Taken> others, List<String> about) {
        static final TakeAway NONE =
                new TakeAway(TakeWords.CHINESE, List.of(), List.of(), List.of());

        public TakeAway {
            first = List.copyOf(first);
            others = List.copyOf(others);
            about = List.copyOf(about);
        }
    }

    /// A form: its address, what it is called, how long and large it is.
    public record Taken(String address, String name, String facts) {}

    /// The documents that stand in one relation to this one.
    public record RelatedGroup(String label, List<RelatedEntry> entries) {
        public RelatedGroup {
            entries = List.copyOf(entries);
        }
    }

    /// A related document; `address` is empty when it is only named.
    public record RelatedEntry(
            String title, String address, String language, String tag, boolean warns) {}

    /// In force with everything that a page can have, a draft whose period is over, a page with
    /// nothing but words.
    static List<DocumentPage> examples() {
        var frames = Frame.examples();
        var link = new Frame.PlaceLink("/feedback/mistake?page=/example", "这里有错", false, "");
        var articles =
                new ContentsList(
                        List.of(
                                new ContentsEntry("a2b3c4d5", "第一条", ContentsList.NONE),
                                new ContentsEntry("b2b3c4d5", "第二条", ContentsList.NONE)),
                        true,
                        "第一条至第二条");
        var contents =
                new ContentsList(
                        List.of(
                                new ContentsEntry("c2b3c4d5", "第一章 总则", articles),
                                new ContentsEntry("d2b3c4d5", "第二章 附则", ContentsList.NONE)),
                        false,
                        "");
        var related =
                List.of(
                        new RelatedGroup(
                                "依据",
                                List.of(
                                        new RelatedEntry("示例法", "/policies/law", "", "现行有效", false),
                                        new RelatedEntry("《没有收录的办法》", "", "", "", false))),
                        new RelatedGroup(
                                "被代替",
                                List.of(
                                        new RelatedEntry(
                                                "旧办法", "/policies/old", "", "已废止", true))));
        return List.of(
                new DocumentPage(
                        frames.getLast(),
                        DocumentWords.CHINESE,
                        HtmlRenderer.heading("示例县残疾人保障办法，标题长一些"),
                        new Status(false, "现行有效", List.of("从 2026 年 3 月 1 日起施行。"), "", ""),
                        List.of(
                                new Fact("发文机关", List.of("示例局", "另一个局")),
                                new Fact("未公布", List.of("文号、成文日期"))),
                        List.of("示例：第一个要点。", "示例：第二个要点。"),
                        contents,
                        Examples.text(),
                        related,
                        new TakeAway(
                                TakeWords.CHINESE,
                                List.of(
                                        new Taken(
                                                "/files/policies/example/example.pdf",
                                                "PDF，12 磅字",
                                                "3 页，120 KB")),
                                List.of(
                                        new Taken(
                                                "/files/policies/example/example.pef",
                                                "盲文（PEF，刻印）",
                                                "还没有做好，打开要等几秒")),
                                List.of("都出自同一份原稿。", "机器转换，未经盲文校对。")),
                        List.of("来源：为示例而写。", "本页没有人工校对的记录。"),
                        List.of(link),
                        "0000000000000000",
                        new Frame.PlaceLink("/versions/policies/example", "以前的版本和改动", false, "")),
                new DocumentPage(
                        frames.getLast(),
                        DocumentWords.CHINESE,
                        HtmlRenderer.heading("示例县五年计划（征求意见稿）"),
                        new Status(
                                true,
                                "征求意见稿；期限已满",
                                List.of("示例：这是征求意见的稿子，不是正式规定。"),
                                "办事时先向窗口核实，或拨打热线",
                                "12385"),
                        List.of(),
                        List.of(),
                        ContentsList.NONE,
                        HtmlRenderer.heading("示例：正文。"),
                        List.of(),
                        TakeAway.NONE,
                        List.of("本页没有人工校对的记录。"),
                        List.of(link),
                        "0000000000000000",
                        new Frame.PlaceLink("/versions/policies/example", "以前的版本和改动", false, "")),
                new DocumentPage(
                        frames.getFirst(),
                        DocumentWords.CHINESE,
                        HtmlRenderer.heading("示例页"),
                        new Status(false, "页面", List.of("这是本站的说明页面。"), "", ""),
                        List.of(),
                        List.of(),
                        ContentsList.NONE,
                        HtmlRenderer.heading("示例：正文。"),
                        List.of(),
                        TakeAway.NONE,
                        List.of(),
                        List.of(),
                        "",
                        Frame.PlaceLink.NONE));
    }
}
