package tongtu.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found for a question, for programs. `isComplete` says whether everything that the site
/// holds was searched.
public record SearchResults(
        String question,
        int count,
        int page,
        int pages,
        boolean isComplete,
        List<String> alsoSought,
        List<String> meant,
        List<Item> items,
        List<Facet> facets) {
    public SearchResults {
        alsoSought = List.copyOf(alsoSought);
        meant = List.copyOf(meant);
        items = List.copyOf(items);
        facets = List.copyOf(facets);
    }

    /// A place that was found; `url` is its address, `where` the headings above it, `place` how it
    /// is cited, `status` whether its document binds, in words; `date` as in ISO 8601.
    public record Item(
            String url,
            String title,
            String kind,
            String where,
            String place,
            List<String> status,
            @Nullable String date,
            String passage) {
        public Item {
            status = List.copyOf(status);
        }
    }

    /// A way to narrow down, by its name in addresses.
    public record Facet(String name, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /// A value, and how many places have it.
    public record Value(String value, int count) {}

    public byte[] json() {
        return Json.object(json -> {
            json.field("question", question).field("count", count);
            json.field("page", page).field("pages", pages).field("complete", isComplete);
            json.strings("alsoSought", alsoSought).strings("didYouMean", meant);
            json.list(
                    "results",
                    items,
                    item ->
                            json.element(() -> {
                                json.field("url", item.url()).field("title", item.title());
                                json.field("kind", item.kind()).field("where", item.where());
                                json.field("place", item.place());
                                json.strings("status", item.status());
                                json.field("date", item.date()).field("passage", item.passage());
                            }));
            json.list(
                    "facets",
                    facets,
                    facet ->
                            json.element(() -> {
                                json.field("name", facet.name());
                                json.list(
                                        "values",
                                        facet.values(),
                                        value ->
                                                json.element(() -> {
                                                    json.field("value", value.value());
                                                    json.field("count", value.count());
                                                }));
                            }));
        });
    }

    /// What may be typed next, as browsers ask for it (OpenSearch Suggestions 1.1).
    public static byte[] suggestions(String typed, List<String> words) {
        return Json.array(json -> {
            json.string(typed);
            json.array(words, json::string);
        });
    }

    /// How browsers search the site (OpenSearch 1.1).
    public static byte[] description(String baseUrl, String siteName) {
        return Xml.document(xml -> {
            xml.open("OpenSearchDescription")
                    .attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
            // At most 16 and 1024 characters.
            xml.element("ShortName", cut(siteName)).element("Description", siteName);
            xml.element("InputEncoding", "UTF-8").element("Language", "zh-CN");
            url(xml, "text/html", baseUrl + "/search?q={searchTerms}");
            url(xml, "application/atom+xml", baseUrl + "/search.atom?q={searchTerms}");
            url(xml, "application/x-suggestions+json", baseUrl + "/suggest?q={searchTerms}");
            xml.close();
        });
    }

    private static String cut(String name) {
        int most = Math.min(16, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, most));
    }

    private static void url(Xml xml, String type, String template) {
        xml.open("Url").attribute("type", type).attribute("template", template).close();
    }
}
