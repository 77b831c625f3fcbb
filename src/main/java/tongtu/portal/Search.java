package tongtu.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tongtu.document.Library;
import tongtu.exchange.Feed;
import tongtu.exchange.SearchResults;
import tongtu.search.Answer;
import tongtu.search.AskedQuestions;
import tongtu.search.Hit;
import tongtu.search.SearchIndex;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.Sent;

/// Searching: the page, the same results for programs, suggestions while typing, and the count of
/// questions that found nothing or led nowhere.
public final class Search {
    public static final String DESCRIPTION = "/opensearch.xml";

    private static final String CHOSEN = SearchAddress.SEARCH + "/chosen";

    /// Bytes of a form that says what was chosen: a question of percent-encoded Chinese.
    private static final int BODY = 16 * 1024;

    /// Who has waited that long for others' questions is told to come back.
    private static final int PATIENCE_S = 3;

    private final PublicSite site;
    private final SearchIndex index;
    private final AskedQuestions asked;
    private final Said said;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    /// `said` has pages of results read aloud.
    public Search(PublicSite site, SearchIndex index, AskedQuestions asked, Said said) {
        this.site = site;
        this.index = index;
        this.asked = asked;
        this.said = said;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(SearchAddress.SEARCH, this::page),
                Route.get("/search.json", request -> found(request, this::json)),
                Route.get("/search.atom", request -> found(request, this::atom)),
                Route.get("/suggest", this::suggest),
                Route.post(CHOSEN, BODY, this::chosen));
    }

    private interface Answering {
        Reply reply(Surroundings around, SearchAddress address, Answer answer);
    }

    private Reply page(Request request) throws InterruptedException {
        var around = site.surroundings();
        var address = SearchAddress.of(request.query());
        if (around != null && address.question().words().isEmpty()) {
            return Reply.page(new SearchPages(around, address, said).empty());
        }
        return found(
                request,
                (surroundings, _, answer) -> {
                    if (answer.question().page() == 1 && answer.state().isComplete()) {
                        asked.asked(answer.question().words(), answer.count());
                    }
                    return Reply.page(new SearchPages(surroundings, address, said).page(answer));
                });
    }

    private Reply found(Request request, Answering answering) throws InterruptedException {
        var around = site.surroundings();
        if (around == null) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        var address = SearchAddress.of(request.query());
        // As many at once as there are processors: pages are served all the while.
        if (!turns.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
            return new Reply.Refusal(new Problem.TooMany());
        }
        try {
            return answering.reply(around, address, index.search(address.question()));
        } finally {
            turns.release();
        }
    }

    private Reply json(Surroundings around, SearchAddress address, Answer answer) {
        var pages = new SearchPages(around, address, said);
        var items = new ArrayList<SearchResults.Item>();
        for (var hit : answer.hits()) {
            var item = pages.item(hit);
            items.add(
                    new SearchResults.Item(
                            around.frames().whole("") + item.address(),
                            item.title(),
                            item.kind(),
                            item.where(),
                            item.place(),
                            item.tags().stream().map(Entry.Tag::text).toList(),
                            date(hit),
                            words(hit)));
        }
        var facets = new ArrayList<SearchResults.Facet>();
        answer.facets()
                .forEach((facet, counts) ->
                        facets.add(
                                new SearchResults.Facet(
                                        facet.key(),
                                        counts.stream()
                                                .map(each ->
                                                        new SearchResults.Value(
                                                                each.value(), each.count()))
                                                .toList())));
        var results =
                new SearchResults(
                        answer.question().words(),
                        answer.count(),
                        answer.question().page(),
                        answer.pages(),
                        answer.state().isComplete(),
                        answer.alsoSought(),
                        answer.meant(),
                        items,
                        facets);
        return new Reply.Json(new String(results.json(), StandardCharsets.UTF_8));
    }

    private static @Nullable String date(Hit hit) {
        return hit.source() instanceof Hit.Source.InDocument(var document, _, _, _)
                        && Library.date(document) != null
                ? String.valueOf(Library.date(document))
                : null;
    }

    private static String words(Hit hit) {
        var words = new StringBuilder();
        hit.passage().forEach(run -> words.append(run.words()));
        return words.toString();
    }

    /// What was found in documents that have a date, the newest first: to be told of new ones.
    private Reply atom(Surroundings around, SearchAddress address, Answer answer) {
        var frames = around.frames();
        if (frames.whole("").isEmpty()) {
            return new Reply.Refusal(new Problem.NotFound("/search.atom"));
        }
        var entries = new ArrayList<Feed.Entry>();
        for (var document : SearchPages.documents(answer.hits())) {
            var date = Library.date(document);
            if (date != null) {
                entries.add(
                        new Feed.Entry(
                                document.address(),
                                document.title(),
                                String.join("", document.frontMatter().summary()),
                                document.frontMatter().language(),
                                document.kind().label(),
                                date));
            }
        }
        var feed =
                new Feed(
                        frames.whole(""),
                        SearchWords.CHINESE.heading(answer.question().words()),
                        address.address(),
                        address.address("/search.atom"),
                        "zh-CN",
                        entries);
        return new Reply.File(feed.atom(), "application/atom+xml;charset=utf-8", "");
    }

    private Reply suggest(Request request) {
        var typed = request.query().get("q");
        var found = index.suggest(typed).stream().map(each -> each.words()).toList();
        return new Reply.Json(
                new String(SearchResults.suggestions(typed, found), StandardCharsets.UTF_8));
    }

    /// A result was opened.
    private Reply chosen(Request request) throws java.io.IOException {
        return switch (request.sent()) {
            case Sent.Own(var form) -> {
                asked.chosen(form.get("q"));
                yield new Reply.Json("{}\n");
            }
            case Sent.Foreign _ -> new Reply.Refusal(new Problem.BadRequest());
            case Sent.Unreadable(var problem) -> new Reply.Refusal(problem);
        };
    }
}
