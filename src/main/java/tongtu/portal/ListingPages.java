package tongtu.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.SiteDescription;
import tongtu.document.Term;
import tongtu.document.Validity;
import tongtu.html.HtmlRenderer;
import tongtu.language.PinyinInitial;
import tongtu.messages.MessageKind;

/// The pages that list what a site holds: home, one for each kind of document, the glossary.
final class ListingPages {
    static final String GLOSSARY_TITLE = "词语解释";
    private static final int LATEST = 5;

    /// Topics that the home page shows with some of their guides, and how many of each.
    private static final int GROUPS = 6;

    private static final int IN_GROUP = 3;

    private static final String TERMS = "政策里常见的说法，用平常的话讲一遍。";
    private static final String NOTHING = "还没有收录。";

    /// The topic of notices that ask for opinions.
    private static final String CONSULTATION = "征求意见";

    /// The line of a document, as long as it is the same document.
    record Held(Document document, Entry entry) {}

    private final Map<String, Held> before;
    private final Map<String, Held> entries = new ConcurrentHashMap<>();
    private final Library library;
    private final Facets facets;
    private final SiteDescription site;
    private final Frames frames;
    private final StatusWriter statuses;
    private final HtmlRenderer renderer;

    ListingPages(
            Library library,
            Facets facets,
            SiteDescription site,
            Frames frames,
            StatusWriter statuses,
            HtmlRenderer renderer,
            Map<String, Held> before) {
        this.before = before;
        this.library = library;
        this.facets = facets;
        this.site = site;
        this.frames = frames;
        this.statuses = statuses;
        this.renderer = renderer;
    }

    HomePage home() {
        var services = library.ofKind(Kind.SERVICE);
        var guides = Topics.of(services);
        var events = guides.getOrDefault(Topics.LIFE_EVENTS, List.of());
        var others = new LinkedHashMap<>(guides);
        others.remove(Topics.LIFE_EVENTS);
        others.remove(Topics.NONE);
        var grouped =
                others.entrySet().stream()
                        .filter(topic -> topic.getValue().size() >= IN_GROUP)
                        .limit(GROUPS)
                        .toList();
        grouped.forEach(topic -> others.remove(topic.getKey()));
        return new HomePage(
                frames.heard(site.name(), site.description(), "/", List.of()),
                HtmlRenderer.heading(site.tagline().isEmpty() ? site.name() : site.tagline()),
                site.description(),
                SearchBox.CHINESE,
                events.stream().map(ListingPages::link).toList(),
                grouped.stream().map(topic -> group(topic.getKey(), topic.getValue())).toList(),
                others.keySet().stream().map(topic -> topicLink(topic, topic)).toList(),
                kinds(),
                !library.glossary().terms().isEmpty(),
                asked(),
                latest(),
                ways());
    }

    /// What the public is asked for its opinion on now: notices of that topic within their dates.
    private List<Entry> asked() {
        return library.ofKind(Kind.NOTICE).stream()
                .filter(document -> document.frontMatter().topics().contains(CONSULTATION))
                .filter(document -> library.validity(document) == Validity.IN_FORCE)
                .limit(LATEST)
                .map(document -> entry(document))
                .toList();
    }

    /// For who cannot call or would rather not.
    private List<HomePage.KindLink> ways() {
        var words = FeedbackWords.in("zh-CN");
        var ways = new ArrayList<HomePage.KindLink>();
        for (var kind : List.of(MessageKind.HELP, MessageKind.FORMAT, MessageKind.MISTAKE)) {
            ways.add(
                    new HomePage.KindLink(
                            FeedbackAddresses.form(kind, "/", "", words),
                            words.title(kind),
                            words.line(kind),
                            ""));
        }
        var help = library.atPath(Frames.HELP_PAGE);
        if (help != null) {
            ways.add(
                    new HomePage.KindLink(
                            Addresses.iri(help.address()),
                            help.title(),
                            "打电话、写信、自己去、请人来，都写在这里。",
                            ""));
        }
        return ways;
    }

    private static Frame.PlaceLink link(Document document) {
        return new Frame.PlaceLink(
                Addresses.iri(document.address()),
                document.title(),
                false,
                Frames.other(document.frontMatter().language(), "zh-CN"));
    }

    private HomePage.TopicGroup group(String topic, List<Document> guides) {
        int all = facets.ofTopic(topic).size();
        return new HomePage.TopicGroup(
                topic,
                guides.stream().limit(IN_GROUP).map(guide -> entry(guide)).toList(),
                topicLink(topic, all > IN_GROUP ? "全部 " + all + " 篇" : ""));
    }

    private static Frame.PlaceLink topicLink(String topic, String text) {
        return new Frame.PlaceLink(Facets.topic(topic), text, false, "");
    }

    private List<HomePage.KindLink> kinds() {
        var kinds = new ArrayList<HomePage.KindLink>();
        for (var kind : List.of(Kind.POLICY, Kind.SERVICE, Kind.EXPLAINER, Kind.NOTICE)) {
            kinds.add(
                    new HomePage.KindLink(
                            Frames.listing(kind), kind.label(), line(kind), count(kind)));
        }
        int terms = library.glossary().terms().size();
        kinds.add(
                new HomePage.KindLink(
                        Frames.GLOSSARY,
                        "词语解释",
                        TERMS,
                        terms == 0 ? NOTHING : "共 " + terms + " 条。"));
        return kinds;
    }

    private List<Entry> latest() {
        return library.newestFirst().stream()
                .filter(document -> document.kind() != Kind.PAGE)
                .limit(LATEST)
                .map(document -> entry(document))
                .toList();
    }

    GlossaryPage glossary() {
        var letters = new TreeMap<String, List<Term>>();
        for (var term : library.glossary().terms()) {
            letters.computeIfAbsent(PinyinInitial.of(term.name()), _ -> new ArrayList<>())
                    .add(term);
        }
        // After the letters, what has none.
        var others = letters.remove(PinyinInitial.NONE);
        var all = new ArrayList<GlossaryPage.Letter>();
        letters.forEach((letter, terms) -> all.add(letter(letter, terms)));
        if (others != null) {
            all.add(letter("其他", others));
        }
        var lead = TERMS + "只帮助理解，不代替法律条文。";
        return new GlossaryPage(
                frames.heard(GLOSSARY_TITLE, lead, Frames.GLOSSARY, List.of()),
                GLOSSARY_TITLE,
                lead,
                all);
    }

    private GlossaryPage.Letter letter(String name, List<Term> terms) {
        return new GlossaryPage.Letter(
                "letter-" + name, name, terms.stream().map(this::entry).toList());
    }

    private GlossaryPage.TermEntry entry(Term term) {
        var others = term.names().subList(1, term.names().size());
        return new GlossaryPage.TermEntry(
                term.id().text(),
                term.name(),
                others.isEmpty() ? "" : "也叫：" + String.join("、", others) + "。",
                renderer.render(term.explanation(), "zh-CN"));
    }

    /// A document as a line of a list. One of before is the same object as long as it would be
    /// equal: then lists of thousands are compared at a glance.
    @SuppressWarnings("ReferenceEquality") // The same document has the same words.
    Entry entry(Document document) {
        var tags = statuses.tags(document);
        var last = before.get(document.path());
        var held =
                last != null && last.document() == document && last.entry().tags().equals(tags)
                        ? last
                        : new Held(document, entry(document, tags));
        entries.put(document.path(), held);
        return held.entry();
    }

    private static Entry entry(Document document, List<Entry.Tag> tags) {
        var about = document.frontMatter();
        return new Entry(
                document.title(),
                Addresses.iri(document.address()),
                Frames.other(about.language(), "zh-CN"),
                document.kind().label(),
                tags,
                Dates.of(Library.date(document), "zh-CN"),
                about.summary().isEmpty() ? "" : about.summary().getFirst());
    }

    /// The lines that were made, for the next time.
    Map<String, Held> entries() {
        return entries;
    }

    private String count(Kind kind) {
        int count = library.ofKind(kind).size();
        return count == 0 ? NOTHING : "共 " + count + " 篇。";
    }

    static String line(Kind kind) {
        return switch (kind) {
            case POLICY -> "法律、条例、规划和办法的全文，写明现在是否有效。";
            case EXPLAINER -> "用平常的话说明政策讲了什么。";
            case SERVICE -> "一件事怎么办，找谁办。";
            case NOTICE -> "需要大家知道的事。";
            case PAGE -> "关于本站的说明。";
        };
    }
}
