package tongtu.exchange;

import java.util.List;
import tongtu.document.Document;
import tongtu.document.FrontMatter;
import tongtu.document.Library;
import tongtu.document.Places;

/// A document as JSON, its tree with ids and places, and the list of all documents. `version` is
/// that of the shapes, which docs/api.md describes; within a version fields are only added.
public final class DocumentJson {
    public static final int VERSION = 1;

    private final Library library;
    private final String baseUrl;

    /// `baseUrl` is the site's permanent address without a slash at its end, empty when it has
    /// none.
    public DocumentJson(Library library, String baseUrl) {
        this.library = library;
        this.baseUrl = baseUrl;
    }

    /// One document, whole.
    public byte[] document(Document document) {
        return Json.object(json -> {
            json.field("version", VERSION);
            head(json, document);
            about(json, document.frontMatter());
            json.list(
                    "related",
                    library.related(document),
                    related ->
                            json.element(() -> {
                                var other = related.document();
                                json.field("relation", related.label());
                                json.field("title", related.title());
                                json.field("address", other == null ? "" : other.address());
                            }));
            var tree = new TreeJson(json, Places.of(document));
            tree.blocks("opening", document.opening());
            json.list("sections", document.sections(), tree::section);
            json.list(
                    "notes",
                    document.footnotes(),
                    note ->
                            json.element(() -> {
                                json.field("id", note.id().text()).field("number", note.number());
                                tree.blocks("blocks", note.blocks());
                            }));
            json.list(
                    "anchors",
                    document.anchors().keySet().stream().sorted().toList(),
                    id ->
                            json.element(() -> {
                                json.field("id", id.text());
                                var host = document.anchors().get(id);
                                json.field("in", host == null ? "" : host.text());
                            }));
        });
    }

    /// Some of all documents, without their text; `count` is how many there are in all, `next`
    /// where the next ones are, empty when these are the last.
    public byte[] list(List<Document> documents, int count, String next) {
        return Json.object(json -> {
            json.field("version", VERSION);
            json.field("count", count);
            json.field("next", next);
            json.list(
                    "documents",
                    documents,
                    document ->
                            json.element(() -> {
                                head(json, document);
                                json.field("json", document.address() + ".json");
                                json.field("markdown", document.address() + ".md");
                                json.strings("topics", document.frontMatter().topics());
                                json.field("published", document.frontMatter().published());
                            }));
        });
    }

    private void head(Json json, Document document) {
        json.field("address", document.address());
        json.field("url", baseUrl.isEmpty() ? "" : baseUrl + Urls.encoded(document.address()));
        json.field("title", document.title());
        json.field("kind", document.kind());
        json.field("language", document.frontMatter().language());
        json.field("standing", document.frontMatter().standing());
        json.field("validity", library.validity(document));
        json.field("revision", document.revision());
    }

    private static void about(Json json, FrontMatter about) {
        json.strings("summary", about.summary());
        json.field("indexNumber", about.indexNumber());
        json.field("documentNumber", about.documentNumber());
        json.strings("issuer", about.issuer());
        json.field("issued", about.issued()).field("published", about.published());
        json.field("effective", about.effective()).field("expires", about.expires());
        json.strings("topics", about.topics());
        json.field("region", about.region()).field("source", about.source());
        json.field("reviewBy", about.reviewBy());
        json.strings("contacts", about.contacts());
        var emergency = about.emergency();
        if (emergency != null) {
            json.field("emergency", emergency.level());
            json.field("starts", emergency.starts() + ":00+08:00");
            json.field("ends", emergency.ends() + ":00+08:00");
        }
    }
}
