package tongtu.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;

/// The lists of documents as pages: by kind, by topic, issuer, year and validity, the emergencies,
/// and the map of the site.
final class DocumentLists {
    static final String SITE_MAP = "/sitemap";

    /// Documents that one page lists. A longer list is cut into pages of half as many.
    static final int MOST_ON_A_PAGE = 200;

    private static final String NOTHING = "还没有收录。";

    private final Library library;
    private final Frames frames;
    private final ListingPages listings;
    private final Emergencies emergencies;
    private final Facets facets;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, ListingPage> pages = new LinkedHashMap<>();

    DocumentLists(
            Library library,
            Facets facets,
            Frames frames,
            ListingPages listings,
            Emergencies emergencies) {
        this.library = library;
        this.frames = frames;
        this.listings = listings;
        this.emergencies = emergencies;
        this.facets = facets;
    }

    /// All of them by address.
    Map<String, ListingPage> pages() {
        var all = facets.all();
        for (var kind : Kind.values()) {
            kind(kind, all);
        }
        for (var facet : all) {
            facet(facet);
        }
        var held = emergencies.all();
        list(
                new Head(
                        Emergencies.ADDRESS,
                        "紧急通知存档",
                        "以前和现在的紧急通知。正在生效的，每一页的最上面都有。",
                        held.isEmpty() ? "还没有发布过紧急通知。" : "共 " + held.size() + " 条。",
                        List.of(),
                        List.of()),
                held,
                false,
                List.of());
        siteMap(all);
        return pages;
    }

    /// What stands above a list.
    private record Head(
            String address,
            String title,
            String lead,
            String count,
            List<ListingPage.Way> ways,
            List<Frame.PlaceLink> crumbs) {}

    private void kind(Kind kind, List<Facets.Facet> all) {
        var documents = library.ofKind(kind);
        boolean topical = Topics.divide(documents) && documents.size() <= MOST_ON_A_PAGE;
        var groups = topical ? byTopic(documents) : List.<ListingPage.Group>of();
        var ways = new ArrayList<ListingPage.Way>();
        if (groups.size() > 1) {
            ways.add(
                    new ListingPage.Way(
                            "topics",
                            "按主题找",
                            groups.stream()
                                    .map(group ->
                                            new ListingPage.Link(
                                                    "#" + group.id(),
                                                    group.name(),
                                                    count(group.entries().size()),
                                                    ""))
                                    .toList()));
        }
        if (kind == Kind.POLICY || documents.size() > MOST_ON_A_PAGE) {
            all.stream()
                    .filter(facet -> groups.isEmpty() || !facet.address().equals(Facets.TOPICS))
                    .forEach(facet -> ways.add(way(facet, "全站按")));
        }
        list(
                new Head(
                        Frames.listing(kind),
                        kind.label(),
                        ListingPages.line(kind),
                        documents.isEmpty() ? NOTHING : "共 " + documents.size() + " 篇。",
                        documents.isEmpty() ? List.of() : ways,
                        List.of()),
                documents,
                false,
                groups);
    }

    private List<ListingPage.Group> byTopic(List<Document> documents) {
        return Topics.of(documents).entrySet().stream()
                .map(topic ->
                        new ListingPage.Group(
                                Topics.id(topic.getKey()),
                                topic.getKey().equals(Topics.NONE) ? "其他" : topic.getKey(),
                                entries(topic.getValue())))
                .toList();
    }

    private void facet(Facets.Facet facet) {
        put(
                new Head(
                        facet.address(),
                        "按" + facet.name() + "找",
                        facet.lead(),
                        "",
                        List.of(way(facet, "全部")),
                        List.of()),
                List.of());
        var crumbs =
                List.of(new Frame.PlaceLink(facet.address(), "按" + facet.name() + "找", false, ""));
        for (var value : facet.values()) {
            var documents = value.documents();
            list(
                    new Head(
                            value.address(),
                            value.title(),
                            facet.lead(),
                            "共 " + documents.size() + " 篇。",
                            List.of(),
                            crumbs),
                    documents,
                    true,
                    documents.size() <= MOST_ON_A_PAGE ? byKind(documents) : List.of());
        }
    }

    /// Services first: most people come to get something done.
    private List<ListingPage.Group> byKind(List<Document> documents) {
        var groups = new ArrayList<ListingPage.Group>();
        for (var kind : List.of(Kind.SERVICE, Kind.EXPLAINER, Kind.POLICY, Kind.NOTICE)) {
            var of = documents.stream().filter(each -> each.kind() == kind).toList();
            if (!of.isEmpty()) {
                groups.add(new ListingPage.Group(kind.folder(), kind.label(), entries(of)));
            }
        }
        return groups;
    }

    /// Everything that the site has, place by place; of very many documents only the lists.
    private void siteMap(List<Facets.Facet> all) {
        var ways = new ArrayList<ListingPage.Way>();
        var places = new ArrayList<ListingPage.Link>();
        places.add(new ListingPage.Link("/", "首页", "", ""));
        for (var kind : Kind.values()) {
            places.add(
                    new ListingPage.Link(
                            Frames.listing(kind),
                            kind.label(),
                            count(library.ofKind(kind).size()),
                            ""));
        }
        places.add(
                new ListingPage.Link(
                        Frames.GLOSSARY, "词语解释", library.glossary().terms().size() + " 条", ""));
        places.add(new ListingPage.Link(Emergencies.ADDRESS, "紧急通知存档", "", ""));
        frames.feedback(SITE_MAP)
                .forEach(link ->
                        places.add(new ListingPage.Link(link.address(), link.text(), "", "")));
        ways.add(new ListingPage.Way("places", "栏目", places));
        all.forEach(facet -> ways.add(way(facet, "按")));
        var groups = new ArrayList<ListingPage.Group>();
        for (var kind : Kind.values()) {
            var documents = library.ofKind(kind);
            if (!documents.isEmpty() && library.documents().size() <= 2 * MOST_ON_A_PAGE) {
                groups.add(new ListingPage.Group(kind.folder(), kind.label(), entries(documents)));
            }
        }
        put(new Head(SITE_MAP, "网站地图", "本站所有的栏目和页面，都可以从这里走到。", "", ways, List.of()), groups);
    }

    private static ListingPage.Way way(Facets.Facet facet, String before) {
        return new ListingPage.Way(
                facet.address().substring(1),
                before + facet.name() + (before.equals("全部") ? "" : "找"),
                facet.values().stream()
                        .map(value ->
                                new ListingPage.Link(
                                        value.address(),
                                        value.name(),
                                        count(value.documents().size()),
                                        ""))
                        .toList());
    }

    private static String count(int documents) {
        return documents + " 篇";
    }

    private List<Entry> entries(List<Document> documents) {
        return documents.stream()
                .map(document ->
                        entries.computeIfAbsent(document.path(), _ -> listings.entry(document)))
                .toList();
    }

    private void list(
            Head head, List<Document> documents, boolean saysKind, List<ListingPage.Group> groups) {
        if (documents.size() > MOST_ON_A_PAGE) {
            cut(head, documents, saysKind);
        } else if (groups.isEmpty() && !documents.isEmpty()) {
            put(head, List.of(new ListingPage.Group("", "", entries(documents))));
        } else {
            put(head, groups);
        }
    }

    private void put(Head head, List<ListingPage.Group> groups) {
        put(head, head.address(), head.title(), false, groups, ListingPage.Pager.NONE);
    }

    private void cut(Head head, List<Document> documents, boolean saysKind) {
        int size = MOST_ON_A_PAGE / 2;
        int last = (documents.size() + size - 1) / size;
        for (int page = 1; page <= last; page++) {
            var part =
                    documents.subList((page - 1) * size, Math.min(page * size, documents.size()));
            var here = "第 " + page + " 页，共 " + last + " 页";
            put(
                    page == 1
                            ? head
                            : new Head(
                                    head.address(),
                                    head.title(),
                                    head.lead(),
                                    head.count(),
                                    List.of(),
                                    head.crumbs()),
                    address(head, page),
                    page == 1 ? head.title() : head.title() + "，" + here,
                    saysKind,
                    List.of(new ListingPage.Group("", "", entries(part))),
                    new ListingPage.Pager(
                            page == 1 ? "" : address(head, page - 1),
                            page == last ? "" : address(head, page + 1),
                            here));
        }
    }

    private static String address(Head head, int page) {
        return page == 1 ? head.address() : "/lists" + head.address() + "/" + page;
    }

    private void put(
            Head head,
            String address,
            String title,
            boolean saysKind,
            List<ListingPage.Group> groups,
            ListingPage.Pager pager) {
        pages.put(
                address,
                new ListingPage(
                        frames.heard(title, head.lead(), address, head.crumbs()),
                        title,
                        head.lead(),
                        head.count(),
                        head.ways(),
                        saysKind,
                        groups,
                        pager));
    }
}
