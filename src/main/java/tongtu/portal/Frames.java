package tongtu.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.SiteDescription;
import tongtu.messages.MessageKind;

/// The frame of each page of a site.
final class Frames {
    static final String GLOSSARY = "/glossary";
    private static final int MOST_PAGES = 12;

    /// The pages of these names, when there are any, have a link at the top of every page.
    private static final String HELP = "help";

    static final String HELP_PAGE = "pages/" + HELP;

    private static final String ENGLISH = "english";

    private final SiteDescription site;
    private final String baseUrl;
    private final List<Document> pages;
    private final List<Document> quick;
    private final Emergencies emergencies;
    private final Heads heads;
    private final Set<String> spoken;

    /// `baseUrl` is the site's permanent address without a slash at its end; `spoken` the languages
    /// that are read aloud.
    Frames(
            SiteDescription site,
            String baseUrl,
            Library library,
            Emergencies emergencies,
            Set<String> spoken) {
        this.emergencies = emergencies;
        this.spoken = spoken;
        heads = new Heads(site, baseUrl, library);
        this.site = site;
        this.baseUrl = baseUrl;
        pages = library.ofKind(Kind.PAGE).stream().limit(MOST_PAGES).toList();
        quick =
                Stream.of(HELP, HELP + "-en", ENGLISH)
                        .flatMap(slug -> Stream.ofNullable(library.atPath("pages/" + slug)))
                        .toList();
    }

    /// What all frames of the site are made of.
    record Inputs(
            SiteDescription site,
            String baseUrl,
            List<PageLink> pages,
            List<PageLink> quick,
            List<Frame.Alarm> alarms,
            boolean areMore,
            Set<String> spoken) {
        record PageLink(String address, String title, String language) {}
    }

    Inputs inputs() {
        return new Inputs(
                site,
                baseUrl,
                inputs(pages),
                inputs(quick),
                emergencies.banners(FrameWords.CHINESE),
                emergencies.areMore(),
                spoken);
    }

    private static List<Inputs.PageLink> inputs(List<Document> pages) {
        return pages.stream()
                .map(page ->
                        new Inputs.PageLink(
                                page.address(), page.title(), page.frontMatter().language()))
                .toList();
    }

    Frame of(Document document) {
        var language = document.frontMatter().language();
        var words = FrameWords.in(language);
        var crumbs =
                List.of(
                        new Frame.PlaceLink("/", name(0, words), false, other("zh-CN", language)),
                        new Frame.PlaceLink(
                                listing(document.kind()),
                                label(document.kind(), language),
                                false,
                                other("zh-CN", language)));
        var summary = document.frontMatter().summary();
        return frame(
                        words,
                        document.title(),
                        summary.isEmpty() ? "" : summary.getFirst(),
                        document.address(),
                        listing(document.kind()),
                        crumbs,
                        document)
                .heard(Listen.of(document, speaks(language)));
    }

    /// Whether something in a language is read aloud.
    private boolean speaks(String language) {
        return spoken.contains(language.split("-", 2)[0]);
    }

    /// The frame of a page about a document, below the document's own.
    Frame below(Document document, String title, String address) {
        var whole = of(document);
        var crumbs = new ArrayList<>(whole.crumbs());
        crumbs.add(
                new Frame.PlaceLink(
                        Addresses.iri(document.address()), document.title(), false, ""));
        return frame(
                FrameWords.in(document.frontMatter().language()),
                title,
                "",
                address,
                listing(document.kind()),
                crumbs,
                null);
    }

    /// Who publishes: the organisation, else the site's own name.
    String publisher() {
        return site.organisation().isEmpty() ? site.name() : site.organisation();
    }

    String siteName() {
        return site.name();
    }

    /// The frame of a page of the site itself, in Chinese.
    Frame of(String title, String description, String address) {
        return of(title, description, address, List.of());
    }

    /// The same, of a page below others: `above` are they, without the home page.
    Frame of(String title, String description, String address, List<Frame.PlaceLink> above) {
        var crumbs = new ArrayList<Frame.PlaceLink>();
        if (!address.equals("/")) {
            crumbs.add(new Frame.PlaceLink("/", "首页", false, ""));
            crumbs.addAll(above);
        }
        return frame(FrameWords.CHINESE, title, description, address, address, crumbs, null);
    }

    /// The same, of a page that is read aloud.
    Frame heard(String title, String description, String address, List<Frame.PlaceLink> above) {
        return of(title, description, address, above)
                .heard(Listen.of(address, speaks(FrameWords.CHINESE.language())));
    }

    /// The frame of the search page.
    Frame search(SearchWords search, String title) {
        var words = FrameWords.in(search.language());
        var home =
                new Frame.PlaceLink("/", name(0, words), false, other("zh-CN", search.language()));
        return frame(words, title, "", "", searching(words), List.of(home), null);
    }

    private static String searching(FrameWords words) {
        return SearchAddress.SEARCH + (words.language().equals("en") ? "?lang=en" : "");
    }

    /// The frame of a page for writing to the body.
    Frame feedback(FeedbackWords feedback, String title, String address) {
        var words = FrameWords.in(feedback.language());
        var home =
                new Frame.PlaceLink(
                        "/", name(0, words), false, other("zh-CN", feedback.language()));
        var all =
                new Frame.PlaceLink(
                        FeedbackAddresses.in(feedback, FeedbackAddresses.FEEDBACK),
                        feedback.title(),
                        false,
                        "");
        var crumbs =
                address.equals(FeedbackAddresses.FEEDBACK) ? List.of(home) : List.of(home, all);
        return frame(words, title, "", address, address, crumbs, null);
    }

    /// An address with the site's permanent one before it, when there is one.
    String whole(String address) {
        return baseUrl + Addresses.encoded(address);
    }

    static String listing(Kind kind) {
        return "/" + kind.folder();
    }

    /// The language to name for something in `language` on a page in `around`: none when they are
    /// the same.
    static String other(String language, String around) {
        return language.equals(around) ? "" : language;
    }

    private Frame frame(
            FrameWords words,
            String title,
            String description,
            String address,
            String place,
            List<Frame.PlaceLink> crumbs,
            @Nullable Document document) {
        return new Frame(
                words,
                title.equals(site.name()) ? title : title + " - " + site.name(),
                description,
                address.isEmpty() || baseUrl.isEmpty() ? "" : baseUrl + Addresses.encoded(address),
                heads.of(words, document),
                site.name(),
                site.organisation(),
                site.hotline(),
                emergencies.banners(words),
                emergencies.areMore()
                        ? new Frame.PlaceLink(
                                Emergencies.ADDRESS,
                                words.moreAlarms(),
                                false,
                                other("zh-CN", words.language()))
                        : Frame.PlaceLink.NONE,
                quick(words, address),
                settings(words, address),
                places(words, place),
                crumbs,
                pages(words, address),
                site.imprint(),
                null);
    }

    /// Help in the page's language, then the other language.
    private List<Frame.PlaceLink> quick(FrameWords words, String current) {
        boolean isChinese = words.equals(FrameWords.CHINESE);
        var links = new ArrayList<Frame.PlaceLink>();
        for (var page : quick) {
            boolean isHelp = page.slug().startsWith(HELP);
            boolean isOurs = isSame(page, words.language());
            if (isHelp && isOurs) {
                links.add(link(page, isChinese ? "求助" : "Help", current, words.language()));
            } else if (!isHelp && isChinese && !isOurs) {
                links.add(link(page, "English", current, words.language()));
            }
        }
        if (!isChinese) {
            links.add(new Frame.PlaceLink("/", "中文", false, "zh-CN"));
        }
        return links;
    }

    /// To the display settings, from which one comes back; from pages made for one request only.
    private static Frame.PlaceLink settings(FrameWords words, String current) {
        boolean isKept = !current.isEmpty() && !current.startsWith(FeedbackAddresses.FEEDBACK);
        boolean isHere = current.equals(DisplaySettings.ADDRESS);
        return new Frame.PlaceLink(
                DisplaySettings.ADDRESS
                        + (isKept && !isHere ? "?from=" + Addresses.encoded(current) : ""),
                words.settings(),
                isHere,
                other("zh-CN", words.language()));
    }

    private static boolean isSame(Document page, String language) {
        return FrameWords.in(page.frontMatter().language()).equals(FrameWords.in(language));
    }

    private static Frame.PlaceLink link(Document page, String text, String current, String around) {
        return new Frame.PlaceLink(
                Addresses.iri(page.address()),
                text,
                page.address().equals(current),
                other(page.frontMatter().language(), around));
    }

    private List<Frame.PlaceLink> places(FrameWords words, String current) {
        var addresses =
                List.of(
                        "/",
                        listing(Kind.POLICY),
                        listing(Kind.SERVICE),
                        listing(Kind.EXPLAINER),
                        GLOSSARY,
                        searching(words));
        var places = new ArrayList<Frame.PlaceLink>();
        for (int i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            places.add(
                    new Frame.PlaceLink(
                            address,
                            name(i, words),
                            address.equals(current),
                            address.startsWith(SearchAddress.SEARCH)
                                    ? ""
                                    : other("zh-CN", words.language())));
        }
        return places;
    }

    private static String name(int place, FrameWords words) {
        var names =
                words.equals(FrameWords.CHINESE)
                        ? List.of("首页", "政策", "办事", "解读", "词语", "查找")
                        : List.of("Home", "Policies", "Services", "Explainers", "Terms", "Search");
        return names.get(place);
    }

    private static String label(Kind kind, String language) {
        if (language.startsWith("zh")) {
            return kind.label();
        }
        return switch (kind) {
            case POLICY -> "Policies";
            case EXPLAINER -> "Explainers";
            case SERVICE -> "Services";
            case NOTICE -> "Notices";
            case PAGE -> "Pages";
        };
    }

    private List<Frame.PlaceLink> pages(FrameWords words, String current) {
        var links = new ArrayList<Frame.PlaceLink>();
        // First what is in the page's language.
        pages.stream()
                .sorted(Comparator.comparing(page -> !isSame(page, words.language())))
                .forEach(page -> links.add(link(page, page.title(), current, words.language())));
        links.add(
                new Frame.PlaceLink(
                        listing(Kind.NOTICE),
                        label(Kind.NOTICE, words.language()),
                        current.equals(listing(Kind.NOTICE)),
                        ""));
        links.add(
                new Frame.PlaceLink(
                        DocumentLists.SITE_MAP,
                        words.siteMap(),
                        current.equals(DocumentLists.SITE_MAP),
                        ""));
        links.addAll(feedback(FeedbackWords.in(words.language()), current));
        return links;
    }

    /// The forms, from a page of the site itself.
    List<Frame.PlaceLink> feedback(String page) {
        return feedback(FeedbackWords.in("zh-CN"), page);
    }

    /// From every page to the forms for writing about it.
    private static List<Frame.PlaceLink> feedback(FeedbackWords words, String current) {
        boolean isFeedback = current.startsWith(FeedbackAddresses.FEEDBACK);
        var links = new ArrayList<Frame.PlaceLink>();
        for (var kind : MessageKind.values()) {
            links.add(
                    new Frame.PlaceLink(
                            FeedbackAddresses.form(kind, isFeedback ? "" : current, "", words),
                            words.title(kind),
                            current.equals(FeedbackAddresses.form(kind)),
                            ""));
        }
        return links;
    }
}
