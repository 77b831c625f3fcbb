package tongtu.portal;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Library;
import tongtu.document.Links;
import tongtu.document.Term;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.Content;
import tongtu.markdown.RetiredFile;
import tongtu.web.Prebuilt;
import tongtu.web.Templates;
import tongtu.web.View;

/// All public pages of a site, made once and kept until what they are made of changes: each is kept
/// with its inputs, everything that shows on it, and made anew when they are no longer equal. Not
/// for two threads at once.
final class Pages {
    private final Templates templates;
    private final String baseUrl;
    private final MovedPages moved;
    private Map<String, PageRound.Made> made = Map.of();
    private Map<String, Linking> links = Map.of();
    private Map<String, ListingPages.Held> entries = Map.of();
    private @Nullable Common common;
    private @Nullable ProblemReplies replies;
    private Set<String> spoken = Set.of();
    private ToIntFunction<Document> versions = _ -> 0;
    private Function<Document, FormMaking.Known> forms = _ -> FormMaking.Known.NOTHING;

    /// The paths that a document's text links to.
    private record Linking(Document document, List<String> paths) {}

    /// What all documents' pages are made of.
    private record Common(Frames.Inputs frame, List<Term> terms) {}

    /// What the page of one document is made of besides: the document itself, whether it binds, its
    /// neighbours, its files, who proofread it and where its links lead.
    private record Inputs(
            Common common,
            int versions,
            Document document,
            DocumentPage.Status status,
            List<DocumentPage.RelatedGroup> related,
            DocumentPage.TakeAway takeAway,
            List<String> origin,
            Map<String, String> addresses) {}

    /// What a site serves at one moment: `byAddress` for the shelf, `problems` for what is not on
    /// it, `surroundings` for pages made for one request, `next` when an emergency starts or ends,
    /// and how many pages had to be made anew.
    record Snapshot(
            Map<String, Prebuilt> byAddress,
            ProblemReplies problems,
            Surroundings surroundings,
            @Nullable LocalDateTime next,
            int rebuilt) {}

    Pages(Templates templates, String baseUrl) {
        this.templates = templates;
        this.baseUrl = baseUrl;
        moved = new MovedPages(templates);
    }

    /// From now on these languages are read aloud.
    void speak(Set<String> languages) {
        spoken = Set.copyOf(languages);
    }

    /// From now on pages tell which forms of their documents are made.
    void offer(Function<Document, FormMaking.Known> forms) {
        this.forms = forms;
    }

    /// From now on pages lead to the versions of their documents.
    void tellVersions(ToIntFunction<Document> count) {
        versions = count;
    }

    /// What makes pages from one library.
    private record Makers(
            Library library,
            Facets facets,
            Emergencies emergencies,
            Frames frames,
            StatusWriter statuses,
            DocumentPages documents,
            ListingPages listings,
            ProblemPages problems) {}

    private Makers makers(Content content, LocalDateTime now) {
        var library = new Library(content.documents(), content.glossary(), now.toLocalDate());
        var facets = new Facets(library);
        var emergencies = new Emergencies(library, now);
        var frames = new Frames(content.site(), baseUrl, library, emergencies, spoken);
        var statuses = new StatusWriter(library, content.site().hotline(), now, content.retired());
        var renderer = new HtmlRenderer(library.glossary(), path -> address(library, path));
        return new Makers(
                library,
                facets,
                emergencies,
                frames,
                statuses,
                new DocumentPages(
                        library,
                        frames,
                        statuses,
                        renderer,
                        content.proofreading(),
                        forms,
                        versions),
                new ListingPages(
                        library, facets, content.site(), frames, statuses, renderer, entries),
                new ProblemPages(frames));
    }

    /// The replies for what has no page, as of a content and a moment, by the clock of the place.
    ProblemReplies problems(Content content, LocalDateTime now) {
        return problems(makers(content, now));
    }

    private ProblemReplies problems(Makers makers) {
        var before = replies == null ? null : replies.suggestions();
        replies =
                new ProblemReplies(
                        templates, makers.problems(), makers.listings(), makers.library(), before);
        return replies;
    }

    /// The pages of a content at a moment, by the clock of the place.
    Snapshot update(Content content, LocalDateTime now) {
        var makers = makers(content, now);
        var listings = makers.listings();
        var round = new PageRound(made);
        var shared = common(makers.frames(), makers.library());

        documents(makers, shared, round);
        var lists =
                new DocumentLists(
                                makers.library(),
                                makers.facets(),
                                makers.frames(),
                                listings,
                                makers.emergencies())
                        .pages();
        lists.forEach((address, view) -> listing(address, view, round));
        listing("/", listings.home(), round);
        round.page(Frames.GLOSSARY, shared, () -> page(listings.glossary()));
        new MachinePages(makers.library(), content, baseUrl, now.toLocalDate())
                .addTo(round, List.copyOf(new TreeSet<>(round.made().keySet())));
        moved.add(content.moved(), makers.frames(), makers.problems(), round);
        content.retired()
                .forEach((path, retired) -> {
                    var address = "/" + path;
                    if (retired.isWithdrawn() && !round.has(address)) {
                        round.page(
                                address,
                                new Withdrawn(shared, retired),
                                () ->
                                        Prebuilt.problem(
                                                410,
                                                templates.render(
                                                        makers.problems().withdrawn(retired))));
                    }
                });

        made = round.made();
        entries = listings.entries();
        var byAddress = new HashMap<String, Prebuilt>();
        made.forEach((address, each) -> byAddress.put(address, each.page()));
        var others = new HashMap<String, Surroundings.OtherPage>();
        others.put("/", other(content.site().name(), "/"));
        others.put(Frames.GLOSSARY, other(ListingPages.GLOSSARY_TITLE, Frames.GLOSSARY));
        lists.forEach((address, view) -> others.put(address, other(view.title(), address)));
        var surroundings =
                new Surroundings(
                        makers.library(),
                        makers.frames(),
                        makers.statuses(),
                        content.lexicon(),
                        content.proofreading(),
                        others);
        return new Snapshot(
                byAddress,
                problems(makers),
                surroundings,
                makers.emergencies().next(),
                round.rebuilt());
    }

    /// What the page of a document that was withdrawn is made of.
    private record Withdrawn(Common common, RetiredFile.Retired retired) {}

    /// What pages for one request would stand in, with another content.
    Surroundings around(Content content, LocalDateTime now) {
        var makers = makers(content, now);
        return new Surroundings(
                makers.library(),
                makers.frames(),
                makers.statuses(),
                content.lexicon(),
                content.proofreading(),
                Map.of());
    }

    /// The page of a document as it would be.
    DocumentPage preview(Content content, LocalDateTime now, Document document) {
        return makers(content, now).documents().page(document);
    }

    String render(View view) {
        return templates.render(view);
    }

    private Surroundings.OtherPage other(String title, String address) {
        return new Surroundings.OtherPage(
                title, Objects.requireNonNull(made.get(address), address).page());
    }

    /// What is equal to before is the same object as before: then thousands of pages are compared
    /// at a glance.
    private Common common(Frames frames, Library library) {
        var now = new Common(frames.inputs(), library.glossary().terms());
        var shared = now.equals(common) && common != null ? common : now;
        common = shared;
        return shared;
    }

    private Prebuilt page(View view) {
        return Prebuilt.page(templates.render(view));
    }

    /// A list is made of what it shows.
    private void listing(String address, View view, PageRound round) {
        round.page(address, view, () -> page(view));
    }

    private void documents(Makers makers, Common shared, PageRound round) {
        var library = makers.library();
        var pages = makers.documents();
        var next = new HashMap<String, Linking>();
        for (var document : library.documents()) {
            var linking = linking(document);
            next.put(document.path(), linking);
            // Of two documents with one address, the first has it.
            if (document.equals(library.atAddress(document.address()))) {
                var inputs =
                        new Inputs(
                                shared,
                                versions.applyAsInt(document),
                                document,
                                makers.statuses().status(document),
                                pages.related(document),
                                pages.takeAway(document),
                                pages.origin(document),
                                addresses(linking.paths(), library));
                round.page(document.address(), inputs, () -> page(pages.page(document)));
            }
        }
        links = next;
    }

    /// The links of a document, read anew only when it is another than before.
    @SuppressWarnings("ReferenceEquality") // The same object has the same links.
    private Linking linking(Document document) {
        var before = links.get(document.path());
        return before != null && before.document() == document
                ? before
                : new Linking(document, List.copyOf(Links.of(document)));
    }

    private static Map<String, String> addresses(List<String> paths, Library library) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        var addresses = new TreeMap<String, String>();
        for (var path : paths) {
            var address = address(library, path);
            addresses.put(path, address == null ? "" : address);
        }
        return addresses;
    }

    private static @Nullable String address(Library library, String path) {
        var document = library.atPath(path);
        return document == null ? null : Addresses.iri(document.address());
    }
}
