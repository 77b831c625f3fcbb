package tongtu.portal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.archive.Comparison;
import tongtu.archive.History;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.exchange.ChangesJson;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.MarkdownParser;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.View;

/// What is answered about the versions of documents: which there were, each as of its dates, what
/// changed, and what is new since a reader last saw a page. What a reader saw stays on their
/// device; it is asked for by the name of a version that all readers of that day have.
public final class Versions {
    static final String PATH = "/versions";

    /// Pages that are kept; a version never changes.
    private static final int KEPT = 64;

    private final PublicSite site;
    private final History history;
    private final MarkdownParser parser = new MarkdownParser();
    private final Map<String, View> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
                    return size() > KEPT;
                }
            };

    public Versions(PublicSite site, History history) {
        this.site = site;
        this.history = history;
        site.tellVersions(document -> history.of(document.path()).size());
        site.surroundTo(_ -> {
            synchronized (kept) {
                kept.clear();
            }
        });
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH + "/{kind}/{slug}", this::list),
                Route.get(PATH + "/{kind}/{slug}/changes", this::changes),
                Route.get(PATH + "/{kind}/{slug}/{number}", this::one));
    }

    private static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }

    private @Nullable Document document(Request request) {
        var library = site.library();
        return library == null
                ? null
                : library.atAddress("/" + request.part("kind") + "/" + request.part("slug"));
    }

    private static String address(Document document) {
        return PATH + Addresses.iri(document.address());
    }

    private static String date(Instant at, String language) {
        return Dates.of(LocalDate.ofInstant(at, PublicSite.ZONE), language);
    }

    private Reply list(Request request) {
        var around = site.surroundings();
        var document = document(request);
        var versions = document == null ? List.<History.Version>of() : history.of(document.path());
        if (around == null || document == null || versions.isEmpty()) {
            return notFound();
        }
        var language = document.frontMatter().language();
        var words = VersionWords.in(language);
        var entries = new ArrayList<VersionsPage.Entry>();
        for (var version : versions.reversed()) {
            var lines = new ArrayList<String>();
            lines.add(
                    !version.isThere()
                            ? words.withdrawn()
                            : !version.note().isEmpty()
                                    ? version.note()
                                    : version.number() == 1 ? words.first() : words.noNote());
            if (version.equals(versions.getLast())) {
                lines.add(words.current());
            }
            entries.add(
                    new VersionsPage.Entry(
                            version.isThere() ? address(document) + "/" + version.number() : "",
                            words.entry(version.number(), date(version.at(), language)),
                            lines));
        }
        var title = words.title(document.title());
        return Reply.page(
                new VersionsPage(
                        around.frames().below(document, title, address(document)),
                        words,
                        title,
                        new Frame.PlaceLink(
                                Addresses.iri(document.address()), words.now(), false, ""),
                        entries));
    }

    private Reply one(Request request) throws IOException {
        var document = document(request);
        var text = request.part("number");
        var versions = document == null ? List.<History.Version>of() : history.of(document.path());
        if (document == null || !text.matches("[0-9]{1,6}")) {
            return notFound();
        }
        int number = Integer.parseInt(text);
        if (number < 1 || number > versions.size() || !versions.get(number - 1).isThere()) {
            return notFound();
        }
        var key = document.path() + " " + number;
        View view;
        synchronized (kept) {
            view = kept.get(key);
        }
        if (view == null) {
            view = page(document, versions, number);
            if (view == null) {
                return notFound();
            }
            synchronized (kept) {
                kept.put(key, view);
            }
        }
        return Reply.page(view);
    }

    private @Nullable View page(Document document, List<History.Version> versions, int number)
            throws IOException {
        var around = site.surroundings();
        var version = versions.get(number - 1);
        var then = read(document.path(), version);
        if (around == null || then == null) {
            return null;
        }
        var language = document.frontMatter().language();
        var words = VersionWords.in(language);
        var about = new ArrayList<String>();
        if (!version.note().isEmpty()) {
            about.add(version.note());
        }
        var changes = new ArrayList<VersionPage.Changed>();
        var before = before(document.path(), versions, number);
        if (before == null) {
            about.add(words.first());
        } else {
            var comparison = Comparison.of(before, then);
            about.add(words.summary(comparison));
            comparison.changes().forEach(change -> changes.add(changed(change, words)));
        }
        var until = number == versions.size() ? "" : date(versions.get(number).at(), language);
        var title = words.version(number, document.title());
        var renderer =
                new HtmlRenderer(
                        around.library().glossary(),
                        path -> {
                            var other = around.library().atPath(path);
                            return other == null ? null : Addresses.iri(other.address());
                        });
        return new VersionPage(
                around.frames().below(document, title, address(document) + "/" + number),
                words,
                title,
                !until.isEmpty(),
                words.asOf(date(version.at(), language), until),
                new Frame.PlaceLink(Addresses.iri(document.address()), words.now(), false, ""),
                new Frame.PlaceLink(address(document), words.all(), false, ""),
                about,
                changes,
                renderer.render(then));
    }

    /// The last version before one that could be read; null when there was none.
    private @Nullable Document before(String path, List<History.Version> versions, int number)
            throws IOException {
        for (int i = number - 2; i >= 0; i--) {
            if (versions.get(i).isThere()) {
                return read(path, versions.get(i));
            }
        }
        return null;
    }

    private @Nullable Document read(String path, History.Version version) throws IOException {
        var bytes = history.bytes(path, version);
        return bytes == null ? null : parser.parse(path, bytes).document();
    }

    private static VersionPage.Changed changed(Comparison.Change change, VersionWords words) {
        var spots =
                switch (change) {
                    case Comparison.Change.Edited edited ->
                            edited.spots().stream()
                                    .map(spot ->
                                            new VersionPage.Spot(
                                                    spot.kind().name().toLowerCase(Locale.ROOT),
                                                    spot.words()))
                                    .toList();
                    case Comparison.Change.Added added ->
                            List.of(new VersionPage.Spot("in", added.words()));
                    case Comparison.Change.Removed removed ->
                            List.of(new VersionPage.Spot("out", removed.words()));
                    case Comparison.Change.Moved moved ->
                            List.of(new VersionPage.Spot("same", moved.words()));
                };
        return new VersionPage.Changed(words.line(change), spots);
    }

    /// What changed since a version, for a script: in words, and the ids of the paragraphs.
    private Reply changes(Request request) throws IOException {
        var document = document(request);
        var since = request.query().get("since");
        if (document == null || !since.matches("[0-9a-f]{12,64}")) {
            return notFound();
        }
        var words = VersionWords.in(document.frontMatter().language());
        for (var version : history.of(document.path()).reversed()) {
            var bytes = history.bytes(document.path(), version);
            if (bytes != null && Hash.of(bytes).startsWith(since)) {
                var then = parser.parse(document.path(), bytes).document();
                if (then == null) {
                    return notFound();
                }
                var comparison = Comparison.of(then, document);
                return new Reply.Json(
                        ChangesJson.of(
                                words.seen() + words.summary(comparison),
                                address(document),
                                words.link(),
                                words.mark(),
                                comparison.changes().stream()
                                        .filter(change ->
                                                !(change instanceof Comparison.Change.Removed))
                                        .map(change -> change.id().text())
                                        .toList()));
            }
        }
        return notFound();
    }
}
