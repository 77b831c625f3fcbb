package tongtu.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Validity;
import tongtu.exchange.DocumentJson;
import tongtu.exchange.Feed;
import tongtu.exchange.SearchResults;
import tongtu.exchange.SiteMap;
import tongtu.markdown.Content;
import tongtu.web.Prebuilt;

/// What other programs read: documents as JSON, feeds, the site map. docs/api.md describes it.
final class MachinePages {
    static final String DOCUMENTS = "/api/v1/documents.json";
    private static final String JSON = "application/json;charset=utf-8";

    /// Documents that one list has.
    static final int IN_A_LIST = 500;

    /// Days until the file about security must be looked at again (RFC 9116 asks for less than a
    /// year); each day makes a new one.
    private static final int SECURITY_DAYS = 180;

    private final Library library;
    private final Content content;
    private final String siteName;
    private final String baseUrl;
    private final LocalDate today;

    /// What a document's JSON is made of besides the document.
    private record Inputs(
            Document document, String baseUrl, Object validity, List<Library.Related> related) {}

    private record ListInputs(
            List<Document> documents, List<Validity> validities, int count, String next) {}

    private record TextInputs(String text) {}

    private record SecurityInputs(String text) {}

    private record FeedInputs(Feed feed, boolean isAtom) {}

    private record DescriptionInputs(String siteName, String baseUrl) {}

    private record MapInputs(String baseUrl, List<String> addresses) {}

    MachinePages(Library library, Content content, String baseUrl, LocalDate today) {
        this.library = library;
        this.content = content;
        siteName = content.site().name();
        this.baseUrl = baseUrl;
        this.today = today;
    }

    /// Adds all of it to a round of pages; `pages` are the addresses of the pages for people.
    void addTo(PageRound round, List<String> pages) {
        var json = new DocumentJson(library, baseUrl);
        var held = library.documents().stream().filter(this::hasItsAddress).toList();
        for (var document : held) {
            round.file(
                    document.address() + ".json",
                    new Inputs(
                            document,
                            baseUrl,
                            library.validity(document),
                            library.related(document)),
                    () -> Prebuilt.open(json.document(document), JSON));
        }
        for (var document : held) {
            var text = content.texts().getOrDefault(document.path(), "");
            round.file(
                    document.address() + ".md",
                    new TextInputs(text),
                    () ->
                            Prebuilt.open(
                                    text.getBytes(StandardCharsets.UTF_8),
                                    "text/markdown;charset=utf-8"));
        }
        security(round);
        list(round, json, held);
        round.file(
                "/robots.txt",
                new MapInputs(baseUrl, List.of()),
                () ->
                        Prebuilt.open(
                                SiteMap.robots(baseUrl).getBytes(StandardCharsets.UTF_8),
                                "text/plain;charset=utf-8"));
        if (baseUrl.isEmpty()) {
            return;
        }
        round.file(
                "/sitemap.xml",
                new MapInputs(baseUrl, pages),
                () -> Prebuilt.open(SiteMap.xml(baseUrl, pages), "application/xml;charset=utf-8"));
        round.file(
                Search.DESCRIPTION,
                new DescriptionInputs(siteName, baseUrl),
                () ->
                        Prebuilt.open(
                                SearchResults.description(baseUrl, siteName),
                                "application/opensearchdescription+xml;charset=utf-8"));
        var newest = library.newestFirst().stream().filter(this::hasItsAddress).toList();
        feed(round, siteName, "/", "", newest);
        for (var kind : Kind.values()) {
            var of = newest.stream().filter(document -> document.kind() == kind).toList();
            feed(
                    round,
                    kind.label() + " - " + siteName,
                    Frames.listing(kind),
                    Frames.listing(kind),
                    of);
        }
    }

    /// All documents, in parts: then a saved one makes its part anew, not a list of thousands.
    private void list(PageRound round, DocumentJson json, List<Document> held) {
        for (int from = 0; from == 0 || from < held.size(); from += IN_A_LIST) {
            var part = held.subList(from, Math.min(from + IN_A_LIST, held.size()));
            var next = from + IN_A_LIST < held.size() ? documents(from / IN_A_LIST + 2) : "";
            round.file(
                    documents(from / IN_A_LIST + 1),
                    new ListInputs(
                            part, part.stream().map(library::validity).toList(), held.size(), next),
                    () -> Prebuilt.open(json.list(part, held.size(), next), JSON));
        }
    }

    private static String documents(int part) {
        return part == 1 ? DOCUMENTS : "/api/v1/documents-" + part + ".json";
    }

    /// Where faults of security are told (RFC 9116).
    private void security(PageRound round) {
        var contact = content.site().imprint().security();
        if (contact.isEmpty()) {
            return;
        }
        var canonical =
                baseUrl.isEmpty() ? "" : "Canonical: " + baseUrl + "/.well-known/security.txt\n";
        var text =
                "Contact: %s\nExpires: %sT00:00:00Z\nPreferred-Languages: zh, en\n%s"
                        .formatted(contact, today.plusDays(SECURITY_DAYS), canonical);
        round.file(
                "/.well-known/security.txt",
                new SecurityInputs(text),
                () ->
                        Prebuilt.open(
                                text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=utf-8"));
    }

    /// Of two documents with one address, the first has it.
    private boolean hasItsAddress(Document document) {
        return document.equals(library.atAddress(document.address()));
    }

    private void feed(
            PageRound round, String title, String home, String prefix, List<Document> documents) {
        var entries = new ArrayList<Feed.Entry>();
        for (var document : documents) {
            var date = Library.date(document);
            if (date != null && entries.size() < Feed.MOST) {
                entries.add(entry(document, date));
            }
        }
        for (var form :
                Map.of("atom", "application/atom+xml", "json", "application/feed+json")
                        .entrySet()) {
            var address = prefix + "/feed." + form.getKey();
            boolean isAtom = form.getKey().equals("atom");
            var feed = new Feed(baseUrl, title, home, address, "zh-CN", entries);
            round.file(
                    address,
                    new FeedInputs(feed, isAtom),
                    () ->
                            Prebuilt.open(
                                    isAtom ? feed.atom() : feed.json(),
                                    form.getValue() + ";charset=utf-8"));
        }
    }

    private static Feed.Entry entry(Document document, LocalDate date) {
        var about = document.frontMatter();
        return new Feed.Entry(
                document.address(),
                document.title(),
                String.join("", about.summary()),
                about.language(),
                document.kind().label(),
                date);
    }
}
