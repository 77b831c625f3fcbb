package tongtu.portal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongtu.document.SiteDescription;

/// What stands around every page: who speaks, where the reader is, where else to go.
///
/// `title` is that of the window; `canonical` the page's permanent address with scheme and host,
/// empty when the site has none; `quick` leads to help and to the other language; `crumbs` lead
/// from the home page to the page's parent; `listen` is how it is heard, null where it is not.
public record Frame(
        FrameWords words,
        String title,
        String description,
        String canonical,
        Head head,
        String siteName,
        String organisation,
        String hotline,
        List<Alarm> alarms,
        PlaceLink moreAlarms,
        List<PlaceLink> quick,
        PlaceLink settings,
        List<PlaceLink> places,
        List<PlaceLink> crumbs,
        List<PlaceLink> pages,
        SiteDescription.Imprint imprint,
        @Nullable Listen listen) {
    public Frame {
        alarms = List.copyOf(alarms);
        quick = List.copyOf(quick);
        places = List.copyOf(places);
        crumbs = List.copyOf(crumbs);
        pages = List.copyOf(pages);
    }

    /// What the head of a page says to programs. `type` is Open Graph's; `json` and `markdown` the
    /// document's other forms, `feeds` the site's, `data` structured data: empty where there is
    /// none; `search` tells browsers how to search the site.
    public record Head(
            String type,
            String locale,
            String json,
            String markdown,
            List<Feed> feeds,
            String search,
            String data) {
        public Head {
            feeds = List.copyOf(feeds);
        }

        /// A feed that programs can follow.
        public record Feed(String address, String type, String title) {}
    }

    /// The same of a page that is heard.
    Frame heard(Listen how) {
        return new Frame(
                words,
                title,
                description,
                canonical,
                head,
                siteName,
                organisation,
                hotline,
                alarms,
                moreAlarms,
                quick,
                settings,
                places,
                crumbs,
                pages,
                imprint,
                how);
    }

    /// Whether the imprint says anything in its last line.
    public boolean hasImprint() {
        return Stream.of(
                        imprint.icp(),
                        imprint.police(),
                        imprint.identifier(),
                        imprint.findErrors(),
                        imprint.partyMark())
                .anyMatch(each -> !each.isEmpty());
    }

    /// A link of the navigation; `language` is that of the page it leads to, empty when it is this
    /// page's.
    public record PlaceLink(String address, String text, boolean isCurrent, String language) {
        public static final PlaceLink NONE = new PlaceLink("", "", false, "");
    }

    /// An emergency that is on: what it is and how bad, its notice, what to do (in the notice's
    /// language; may be empty), where, and until when.
    public record Alarm(String label, PlaceLink notice, String line, String place, String until) {}

    /// A frame with as little and one with as much as there can be.
    static List<Frame> examples() {
        var home = new PlaceLink("/", "首页", false, "");
        var here = new PlaceLink("/services", "办事", true, "");
        var english = new PlaceLink("/pages/english", "English", false, "en");
        var least =
                new Frame(
                        FrameWords.CHINESE,
                        "通途",
                        "",
                        "",
                        new Head("website", "zh_CN", "", "", List.of(), "", ""),
                        "通途",
                        "",
                        "",
                        List.of(),
                        PlaceLink.NONE,
                        List.of(),
                        new PlaceLink("/preferences", "显示设置", false, ""),
                        List.of(home),
                        List.of(),
                        List.of(),
                        SiteDescription.Imprint.NONE,
                        null);
        var alarm =
                new Alarm(
                        "紧急通知（警告）",
                        new PlaceLink("/notices/example", "示例：这里写发生了什么", false, ""),
                        "示例：这里写要做什么。",
                        "示例镇",
                        "到 2026 年 1 月 31 日 20:00 为止。");
        var most =
                new Frame(
                        FrameWords.CHINESE,
                        "示例页 - 通途",
                        "示例说明。",
                        "https://tongtu.example/example",
                        new Head(
                                "article",
                                "zh_CN",
                                "/example.json",
                                "/example.md",
                                List.of(new Head.Feed("/feed.atom", "application/atom+xml", "通途")),
                                "/opensearch.xml",
                                "{\"@context\":\"https://schema.org\"}"),
                        "通途",
                        "示例县示例联合会",
                        "12385",
                        List.of(alarm),
                        new PlaceLink("/emergencies", "全部紧急通知", false, ""),
                        List.of(new PlaceLink("/pages/help", "求助", false, ""), english),
                        new PlaceLink("/preferences?from=/example", "显示设置", false, ""),
                        List.of(home, new PlaceLink("/policies", "政策", false, ""), here),
                        List.of(home, new PlaceLink("/services", "办事指南", false, "")),
                        List.of(new PlaceLink("/pages/about", "关于本站", false, ""), english),
                        new SiteDescription.Imprint(
                                "示例信息中心",
                                "示例ICP备00000000号",
                                "示例公网安备00000000000000号",
                                "0000000000",
                                "",
                                "",
                                "https://errors.example/",
                                ""),
                        Listen.of("/policies/example", true));
        return List.of(least, most);
    }
}
