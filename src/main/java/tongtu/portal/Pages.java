package tongtu.portal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Links;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.Content;
import tongtu.web.Prebuilt;
import tongtu.web.Templates;
import tongtu.web.View;

/// All public pages of a site, made once and kept until what they are made of changes. Each page
/// has a key, the hash of everything that shows on it; a page whose key is the same is the same
/// bytes.
public final class Pages {
    private final Templates templates;
    private final String baseUrl;
    private Map<String, Made> made = Map.of();

    private record Made(String key, Prebuilt page) {}

    /// What a site serves at one moment: `byAddress` for the shelf, `library` for what answers
    /// requests, and how many pages had to be made anew for it.
    public record Snapshot(Library library, Map<String, Prebuilt> byAddress, int rebuilt) {}

    public Pages(Templates templates, String baseUrl) {
        this.templates = templates;
        this.baseUrl = baseUrl;
    }

    /// The pages of a content on a day. Not for two threads at once.
    public Snapshot update(Content content, LocalDate today) {
        var library = new Library(content.documents(), content.glossary(), today);
        var frames = new Frames(content.site(), baseUrl, library);
        var statuses = new StatusWriter(library, content.site().hotline());
        var renderer = new HtmlRenderer(library.glossary(), path -> address(library, path));
        var documents = new DocumentPages(library, frames, statuses, renderer);
        var listings = new ListingPages(library, content.site(), frames, statuses, renderer);
        var round = new Round();

        var common = Hash.of(frames.key());
        var glossary = Hash.of(library.glossary().terms().toString());
        for (var document : library.documents()) {
            var first = library.atAddress(document.address());
            if (first != null && first.path().equals(document.path())) {
                var key = common + glossary + key(document, library);
                round.page(document.address(), key, () -> documents.page(document));
            }
        }
        for (var kind : Kind.values()) {
            var page = listings.listing(kind);
            round.page(Frames.listing(kind), common + page.entries(), () -> page);
        }
        var home = listings.home();
        round.page("/", common + home.kinds() + home.latest(), () -> home);
        round.page(Frames.GLOSSARY, common + glossary, listings::glossary);
        round.moved(content.moved(), new ProblemPages(frames, listings));
        return round.finish(library);
    }

    private static @org.jspecify.annotations.Nullable String address(Library library, String path) {
        var document = library.atPath(path);
        return document == null ? null : document.address();
    }

    /// What a document's page shows besides the frame and the terms: its file, its ids, whether it
    /// binds, its neighbours and where its links lead.
    private static String key(Document document, Library library) {
        var key = new StringBuilder(document.path()).append(document.revision());
        key.append(document.anchors()).append(library.validity(document));
        tongtu.document.Units.of(document).forEach(unit -> key.append(unit.id()));
        for (var related : library.related(document)) {
            key.append(related.label()).append(related.title());
            if (related.document() != null) {
                key.append(related.document().address())
                        .append(library.validity(related.document()));
                key.append(related.document().frontMatter().standing());
            }
        }
        for (var path : Links.of(document)) {
            key.append(path).append(address(library, path));
        }
        return Hash.of(key.toString());
    }

    private final class Round {
        private final Map<String, Made> next = new HashMap<>();
        private int rebuilt;

        void page(String address, String key, Supplier<View> view) {
            var before = made.get(address);
            if (before != null && before.key().equals(key)) {
                next.put(address, before);
            } else {
                next.put(address, new Made(key, Prebuilt.page(templates.render(view.get()))));
                rebuilt++;
            }
        }

        /// Old addresses lead to the new ones, or say that the document was withdrawn. They never
        /// hide a page.
        void moved(Map<String, String> moved, ProblemPages problems) {
            moved.forEach((from, to) -> {
                if (!next.containsKey(from)) {
                    next.put(
                            from,
                            new Made(
                                    to,
                                    to.isEmpty()
                                            ? Prebuilt.problem(
                                                    410, templates.render(problems.gone()))
                                            : Prebuilt.redirect(301, Addresses.encoded(to))));
                }
            });
        }

        Snapshot finish(Library library) {
            made = Map.copyOf(next);
            var byAddress = new HashMap<String, Prebuilt>();
            next.forEach((address, each) -> byAddress.put(address, each.page()));
            return new Snapshot(library, Map.copyOf(byAddress), rebuilt);
        }
    }
}
