package tongtu.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.SiteDescription;
import tongtu.document.Term;
import tongtu.html.HtmlRenderer;

/// The pages that list what a site holds: home, one for each kind of document, the glossary.
final class ListingPages {
    private static final int LATEST = 8;

    private final Library library;
    private final SiteDescription site;
    private final Frames frames;
    private final StatusWriter statuses;
    private final HtmlRenderer renderer;

    ListingPages(
            Library library,
            SiteDescription site,
            Frames frames,
            StatusWriter statuses,
            HtmlRenderer renderer) {
        this.library = library;
        this.site = site;
        this.frames = frames;
        this.statuses = statuses;
        this.renderer = renderer;
    }

    HomePage home() {
        var kinds =
                List.of(Kind.POLICY, Kind.SERVICE, Kind.EXPLAINER, Kind.NOTICE).stream()
                        .map(kind ->
                                new HomePage.KindLink(
                                        Frames.listing(kind),
                                        kind.label(),
                                        line(kind),
                                        count(kind)))
                        .toList();
        var all = new ArrayList<>(kinds);
        all.add(
                new HomePage.KindLink(
                        Frames.GLOSSARY,
                        "词语解释",
                        "政策里常见的说法，用平常的话讲一遍。",
                        "共 " + library.glossary().terms().size() + " 条。"));
        return new HomePage(
                frames.of(site.name(), site.description(), "/"),
                site.tagline().isEmpty() ? site.name() : site.tagline(),
                site.description(),
                all,
                latest());
    }

    private List<Entry> latest() {
        return library.documents().stream()
                .filter(document -> document.kind() != Kind.PAGE)
                .sorted(
                        Comparator.comparing(
                                        Library::date,
                                        Comparator.nullsLast(
                                                Comparator.<java.time.LocalDate>reverseOrder()))
                                .thenComparing(Document::title))
                .limit(LATEST)
                .map(document -> entry(document, true))
                .toList();
    }

    ListingPage listing(Kind kind) {
        return new ListingPage(
                frames.of(kind.label(), line(kind), Frames.listing(kind)),
                kind.label(),
                line(kind),
                count(kind),
                library.ofKind(kind).stream().map(document -> entry(document, false)).toList());
    }

    GlossaryPage glossary() {
        var terms = library.glossary().terms().stream().map(this::entry).toList();
        var lead = "政策里常见的说法，用平常的话讲一遍。只帮助理解，不代替法律条文。";
        return new GlossaryPage(frames.of("词语解释", lead, Frames.GLOSSARY), "词语解释", lead, terms);
    }

    private GlossaryPage.TermEntry entry(Term term) {
        var others = term.names().subList(1, term.names().size());
        return new GlossaryPage.TermEntry(
                term.id().text(),
                term.name(),
                others.isEmpty() ? "" : "也叫：" + String.join("、", others) + "。",
                renderer.render(term.explanation(), "zh-CN"));
    }

    /// A document as a line of a list; `saysKind` where lists mix them.
    Entry entry(Document document, boolean saysKind) {
        var tags = new ArrayList<Entry.Tag>();
        if (saysKind) {
            tags.add(new Entry.Tag(document.kind().label(), false));
        }
        tags.addAll(statuses.tags(document));
        var date = Library.date(document);
        if (date != null) {
            tags.add(new Entry.Tag(Dates.of(date, "zh-CN"), false));
        }
        var summary = document.frontMatter().summary();
        return new Entry(
                document.title(),
                document.address(),
                Frames.other(document.frontMatter().language(), "zh-CN"),
                tags,
                summary.isEmpty() ? "" : summary.getFirst());
    }

    private String count(Kind kind) {
        int count = library.ofKind(kind).size();
        return count == 0 ? "还没有收录。" : "共 " + count + " 篇。";
    }

    private static String line(Kind kind) {
        return switch (kind) {
            case POLICY -> "法律、条例、规划和办法的全文，写明现在是否有效。";
            case EXPLAINER -> "用平常的话说明政策讲了什么。";
            case SERVICE -> "一件事怎么办，找谁办。";
            case NOTICE -> "需要大家知道的事。";
            case PAGE -> "关于本站的说明。";
        };
    }
}
