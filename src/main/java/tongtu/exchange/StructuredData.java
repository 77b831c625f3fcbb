package tongtu.exchange;

import tongtu.document.Document;
import tongtu.document.Library;
import tongtu.document.Standing;

/// What a policy is, for search engines: JSON-LD 1.1 with schema.org's type `Legislation`. What is
/// not stated is left out; whether a text is in force is said only when it is known.
public final class StructuredData {
    private StructuredData() {}

    public static EmbeddedJson of(Document document, Library library, String baseUrl) {
        var about = document.frontMatter();
        var bytes =
                Json.object(json -> {
                    json.field("@context", "https://schema.org").field("@type", "Legislation");
                    json.field("name", document.title());
                    json.field("inLanguage", about.language());
                    json.field(
                            "url",
                            baseUrl.isEmpty() ? "" : baseUrl + Urls.encoded(document.address()));
                    json.field("legislationIdentifier", about.documentNumber());
                    json.field("legislationDate", about.issued());
                    json.field("datePublished", about.published());
                    json.field("temporalCoverage", coverage(document));
                    json.field("spatialCoverage", about.region());
                    json.field("legislationLegalForce", force(document, library));
                    json.field(
                            "creativeWorkStatus",
                            about.standing() == Standing.DRAFT ? "Draft" : "");
                    json.list(
                            "legislationPassedBy",
                            about.issuer(),
                            name ->
                                    json.element(() ->
                                            json.field("@type", "GovernmentOrganization")
                                                    .field("name", name)));
                    json.strings("keywords", about.topics());
                    json.field("abstract", String.join("", about.summary()));
                });
        return EmbeddedJson.of(bytes);
    }

    /// From and to, as ISO 8601 writes intervals; open ends are `..`.
    private static String coverage(Document document) {
        var from = document.frontMatter().effective();
        var to = document.frontMatter().expires();
        return from == null && to == null
                ? ""
                : (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
    }

    /// A draft has no force, whatever period it names.
    private static String force(Document document, Library library) {
        if (document.frontMatter().standing() == Standing.DRAFT) {
            return "https://schema.org/NotInForce";
        }
        return switch (library.validity(document)) {
            case IN_FORCE, AMENDED -> "https://schema.org/InForce";
            case NOT_YET, EXPIRED, REPEALED -> "https://schema.org/NotInForce";
            case UNKNOWN -> "";
        };
    }
}
