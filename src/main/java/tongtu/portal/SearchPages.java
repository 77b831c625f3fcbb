package tongtu.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Standing;
import tongtu.document.Validity;
import tongtu.messages.MessageKind;
import tongtu.search.Answer;
import tongtu.search.Facet;
import tongtu.search.Hit;
import tongtu.search.Question;

/// The search page, as of the site that is shown now.
final class SearchPages {
    /// Topics shown when nothing was found.
    private static final int TOPICS = 12;

    private static final String GLOSSARY = "glossary";
    private static final String GLOSSARY_LABEL = "名词解释";
    private static final String INTO = " › ";

    private final Surroundings around;
    private final SearchAddress asked;
    private final SearchWords words;
    private final Said said;

    /// `said` has the page read aloud.
    SearchPages(Surroundings around, SearchAddress asked, Said said) {
        this.around = around;
        this.said = said;
        this.asked = asked;
        words = SearchWords.in(asked.language());
    }

    /// Before anything was asked.
    SearchPage empty() {
        return page(words.title(), words.title(), "", List.of(), null, List.of(), topics());
    }

    SearchPage page(Answer answer) {
        var question = shown(answer.question().words());
        var lines = new ArrayList<String>();
        if (!answer.state().isComplete()) {
            lines.add(words.partial(answer.state().done(), answer.state().all()));
        }
        var full = answer.question().words();
        if (full.codePointCount(0, full.length()) > Question.LONGEST) {
            lines.add(words.cut(Question.LONGEST));
        }
        if (!answer.alsoSought().isEmpty()) {
            lines.add(words.alsoSought(String.join(words.separator(), answer.alsoSought())));
        }
        if (asked.hasBadDates()) {
            lines.add(words.badDates());
        }
        boolean isSure = answer.count() > 0 || answer.state().isComplete();
        if (answer.count() == 0 && isSure) {
            lines.addFirst(words.nothing(question));
        }
        var found = isSure ? words.found(answer.count()) : words.notYet();
        var title = words.pageTitle(question, found, answer.question().page(), answer.pages());
        return page(
                title,
                words.heading(question),
                found,
                lines,
                answer,
                answer.nearest().stream().map(this::again).toList(),
                answer.count() == 0 ? topics() : List.of());
    }

    /// A question on the page: of a very long one the beginning.
    private static String shown(String question) {
        var line = question.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        int points = line.codePointCount(0, line.length());
        return points <= Question.LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Question.LONGEST)) + "……";
    }

    private Frame.PlaceLink again(String other) {
        return new Frame.PlaceLink(asked.with(other).address(), other, false, "");
    }

    private SearchPage page(
            String title,
            String heading,
            String found,
            List<String> lines,
            @Nullable Answer answer,
            List<Frame.PlaceLink> nearest,
            List<Frame.PlaceLink> topics) {
        var isEnglish = words.language().equals("en");
        var items =
                answer == null
                        ? List.<SearchPage.Item>of()
                        : answer.hits().stream().map(this::item).toList();
        var feedback = FeedbackWords.in(words.language());
        return new SearchPage(
                around.frames()
                        .search(words, title)
                        .heard(
                                said.keep(
                                        heading,
                                        aloud(heading, found, lines, items),
                                        words.language())),
                words,
                heading,
                asked.in(isEnglish ? "zh-CN" : "en").address(),
                SearchBox.of(
                        words,
                        shown(asked.question().words()),
                        asked.in(asked.language()).kept(false, false, false)),
                found,
                lines,
                answer == null ? List.of() : answer.meant().stream().map(this::again).toList(),
                items,
                answer == null ? List.of() : groups(answer),
                answer == null ? List.of() : chosen(),
                new SearchPage.Between(
                        List.of(
                                SearchPage.day(
                                        "from",
                                        words.from(),
                                        words.dateHint(),
                                        badDates(),
                                        asked.from()),
                                SearchPage.day("to", words.to(), "", badDates(), asked.to())),
                        asked.kept(true, false, true)),
                answer == null ? ListingPage.Pager.NONE : pager(answer),
                nearest,
                topics,
                new Frame.PlaceLink(
                        FeedbackAddresses.form(MessageKind.HELP, "", "", feedback),
                        words.write(),
                        false,
                        ""),
                answer == null || answer.count() == 0 ? List.of() : formats());
    }

    private static List<String> aloud(
            String heading, String found, List<String> lines, List<SearchPage.Item> items) {
        var aloud = new ArrayList<String>();
        aloud.add(heading);
        aloud.add(found);
        aloud.addAll(lines);
        for (var item : items) {
            aloud.add(item.title());
            aloud.add(item.kind() + "，" + item.place());
            aloud.add(item.passage().stream().map(Hit.Run::words).collect(Collectors.joining()));
        }
        return aloud;
    }

    private String badDates() {
        return asked.hasBadDates() ? words.badDates() : "";
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private List<Frame.PlaceLink> formats() {
        var json = new Frame.PlaceLink(asked.address("/search.json"), "JSON", false, "");
        var atom = new Frame.PlaceLink(asked.address("/search.atom"), "Atom", false, "");
        return around.frames().whole("").isEmpty() ? List.of(json) : List.of(json, atom);
    }

    private ListingPage.Pager pager(Answer answer) {
        int page = answer.question().page();
        int pages = answer.pages();
        if (pages < 2 && page == 1) {
            return ListingPage.Pager.NONE;
        }
        return new ListingPage.Pager(
                page > 1 ? asked.at(Math.min(page - 1, Math.max(pages, 1))).address() : "",
                page < pages ? asked.at(page + 1).address() : "",
                words.here(page, pages));
    }

    private List<Frame.PlaceLink> topics() {
        return new Facets(around.library())
                .topics().values().stream()
                        .limit(TOPICS)
                        .map(value ->
                                new Frame.PlaceLink(
                                        Addresses.encoded(value.address()),
                                        value.name(),
                                        false,
                                        Frames.other("zh-CN", words.language())))
                        .toList();
    }

    private List<SearchPage.Group> groups(Answer answer) {
        var groups = new ArrayList<SearchPage.Group>();
        for (var facet : Facet.values()) {
            var counts = answer.facets().get(facet);
            if (counts != null) {
                groups.add(group(facet, counts));
            }
        }
        return groups;
    }

    private SearchPage.Group group(Facet facet, List<Answer.Count> counts) {
        var filters = asked.question().filters();
        var chosen = asked.values().getOrDefault(facet, "");
        var values = new ArrayList<SearchPage.Value>();
        values.add(
                new SearchPage.Value(
                        asked.with(filters.with(facet, "")).address(),
                        words.all(facet),
                        "",
                        chosen.isEmpty()));
        for (var count : counts) {
            values.add(
                    new SearchPage.Value(
                            asked.with(filters.with(facet, count.value())).address(),
                            label(facet, count.value()),
                            words.count(count.count()),
                            count.value().equals(chosen)));
        }
        return new SearchPage.Group("by-" + facet.key(), words.facet(facet), values);
    }

    private List<Frame.PlaceLink> chosen() {
        var filters = asked.question().filters();
        var links = new ArrayList<Frame.PlaceLink>();
        new java.util.TreeMap<>(filters.values())
                .forEach((facet, value) ->
                        links.add(
                                new Frame.PlaceLink(
                                        asked.with(filters.with(facet, "")).address(),
                                        words.facet(facet) + words.colon() + label(facet, value),
                                        false,
                                        "")));
        if (filters.from() != null || filters.to() != null) {
            var without = new tongtu.search.Filters(filters.values(), null, null);
            links.add(
                    new Frame.PlaceLink(
                            asked.with(without).address(),
                            words.dates()
                                    + words.colon()
                                    + text(filters.from())
                                    + "—"
                                    + text(filters.to()),
                            false,
                            ""));
        }
        return links;
    }

    static String label(Facet facet, String value) {
        return switch (facet) {
            case KIND -> kind(value);
            case TOPIC, ISSUER -> value;
            case YEAR -> value + " 年";
            case VALIDITY -> validity(value);
        };
    }

    private static String kind(String folder) {
        return folder.equals(GLOSSARY)
                ? GLOSSARY_LABEL
                : Stream.of(Kind.values())
                        .filter(kind -> kind.folder().equals(folder))
                        .map(Kind::label)
                        .findFirst()
                        .orElse(folder);
    }

    private static String validity(String key) {
        if (key.equals("draft")) {
            return Standing.DRAFT.label();
        }
        return Stream.of(Validity.values())
                .filter(each -> Feedback.name(each).equals(key))
                .map(Validity::label)
                .findFirst()
                .orElse(key);
    }

    SearchPage.Item item(Hit hit) {
        return switch (hit.source()) {
            case Hit.Source.InDocument found -> item(hit, found);
            case Hit.Source.InGlossary(var term) ->
                    new SearchPage.Item(
                            Frames.GLOSSARY + "#" + term.id().text(),
                            term.name(),
                            Frames.other("zh-CN", words.language()),
                            GLOSSARY_LABEL,
                            "",
                            "",
                            List.of(),
                            "",
                            hit.isBestBet(),
                            hit.passage(),
                            "");
        };
    }

    private SearchPage.Item item(Hit hit, Hit.Source.InDocument found) {
        var document = found.document();
        var section = found.section();
        var anchor = hit.anchor();
        var fragment =
                anchor != null
                        ? "#" + anchor.text()
                        : section == null ? "" : "#" + section.id().text();
        var where = new ArrayList<String>();
        if (section != null) {
            if (document.kind() == Kind.POLICY) {
                where.add(document.title());
            }
            found.above().forEach(each -> where.add(each.title()));
        }
        return new SearchPage.Item(
                Addresses.encoded(document.address()) + fragment,
                title(found),
                Frames.other(document.frontMatter().language(), words.language()),
                document.kind().label(),
                String.join(INTO, where),
                document.kind() == Kind.POLICY ? found.place().cited() : "",
                around.statuses().tags(document),
                Dates.of(Library.date(document), words.language()),
                hit.isBestBet(),
                hit.passage(),
                fragment.isEmpty() ? "" : Listen.from(document, fragment.substring(1)) + fragment);
    }

    /// A heading of a policy says where one is, beside how the place is cited; an article's number,
    /// or a heading of a guide (这是什么), says it with its document's title alone.
    private static String title(Hit.Source.InDocument found) {
        var section = found.section();
        if (section == null) {
            return found.document().title();
        }
        if (section.numbering().isArticle()) {
            return found.document().title() + " " + section.title().strip();
        }
        return found.document().kind() == Kind.POLICY
                ? section.title()
                : found.document().title() + colon(found.document()) + section.title();
    }

    private static String colon(Document document) {
        return FrameWords.in(document.frontMatter().language()).colon();
    }

    /// The documents of hits, each once.
    static List<Document> documents(List<Hit> hits) {
        return hits.stream()
                .flatMap(hit ->
                        hit.source() instanceof Hit.Source.InDocument(var document, _, _, _)
                                ? Stream.of(document)
                                : Stream.empty())
                .distinct()
                .toList();
    }
}
