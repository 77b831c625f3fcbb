package tongtu.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Standing;
import tongtu.document.Validity;

/// The ways to sort what a site holds, across its kinds: by topic, by issuer, by year, by whether
/// it binds.
final class Facets {
    static final String TOPICS = "/topics";

    /// What would end a part of an address, or the path.
    private static final Pattern ODD = Pattern.compile("[/\\\\?#%:*\"<>|\\p{Cntrl}]");

    /// One way of sorting; its values have the documents.
    record Facet(String address, String name, String lead, List<Value> values) {
        Facet {
            values = List.copyOf(values);
        }
    }

    /// The documents that have one thing in common, the newest first.
    record Value(String address, String name, String title, List<Document> documents) {
        Value {
            documents = List.copyOf(documents);
        }
    }

    private static final Comparator<Value> MOST_FIRST =
            Comparator.comparingInt((Value value) -> -value.documents().size())
                    .thenComparing(Value::name);

    private final Library library;
    private final List<Document> documents;

    Facets(Library library) {
        this.library = library;
        documents =
                library.newestFirst().stream()
                        .filter(document -> document.kind() != Kind.PAGE)
                        .toList();
    }

    /// Those that sort anything here.
    List<Facet> all() {
        return List.of(topics(), issuers(), years(), validities()).stream()
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    Facet topics() {
        return facet(
                TOPICS,
                "主题",
                "同一件事的办事指南、解读、政策和通知，放在一起。",
                document -> document.frontMatter().topics(),
                Function.identity(),
                MOST_FIRST);
    }

    private Facet issuers() {
        return facet(
                "/issuers",
                "发文机关",
                "文件是谁发的。没有写明发文机关的，不在这里。",
                document -> document.frontMatter().issuer(),
                Function.identity(),
                MOST_FIRST);
    }

    private Facet years() {
        return facet(
                "/years",
                "年份",
                "按发布的年份；没有发布日期的，按成文或施行的年份。都没有的，不在这里。",
                document -> {
                    var date = Library.date(document);
                    return date == null ? List.of() : List.of(String.valueOf(date.getYear()));
                },
                year -> year + " 年",
                Comparator.comparing(Value::name).reversed());
    }

    private Facet validities() {
        return facet(
                "/validity",
                "是否有效",
                "根据本站收录的文件判断；有没有别的文件修改或废止了它，本站可能没有收录。",
                this::standing,
                name -> NAMES.getOrDefault(name, name),
                Comparator.comparing(Value::address));
    }

    private static final String DRAFT = "draft";
    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        var names = new TreeMap<String, String>();
        for (var validity : Validity.values()) {
            names.put(key(validity), validity.label());
        }
        names.put(DRAFT, Standing.DRAFT.label());
        return names;
    }

    private static String key(Validity validity) {
        return validity.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Drafts bind nobody, whatever their dates say.
    private List<String> standing(Document document) {
        if (document.frontMatter().standing() == Standing.DRAFT) {
            return List.of(DRAFT);
        }
        return StatusWriter.isTimed(document)
                ? List.of(key(library.validity(document)))
                : List.of();
    }

    private Facet facet(
            String address,
            String name,
            String lead,
            Function<Document, List<String>> keys,
            Function<String, String> label,
            Comparator<Value> order) {
        // Two names that make one address share its page.
        var byAddress = new TreeMap<String, List<Document>>();
        var names = new TreeMap<String, String>();
        var addresses = new HashMap<String, String>();
        for (var document : documents) {
            for (var key : keys.apply(document)) {
                var at = addresses.computeIfAbsent(key, each -> address(address, each));
                var held = byAddress.computeIfAbsent(at, _ -> new ArrayList<>());
                names.putIfAbsent(at, label.apply(key));
                if (held.isEmpty() || !held.getLast().path().equals(document.path())) {
                    held.add(document);
                }
            }
        }
        var values = new ArrayList<Value>();
        byAddress.forEach((at, held) -> {
            var shown = names.getOrDefault(at, at);
            values.add(new Value(at, shown, name + "：" + shown, held));
        });
        values.sort(order);
        return new Facet(address, name, lead, values);
    }

    /// The documents of a topic, of every kind but pages.
    List<Document> ofTopic(String topic) {
        return documents.stream()
                .filter(document -> document.frontMatter().topics().contains(topic))
                .toList();
    }

    static String topic(String topic) {
        return address(TOPICS, topic);
    }

    /// A name as one part of an address: what would end the part or the path is a hyphen.
    private static String address(String facet, String name) {
        var part = ODD.matcher(name).replaceAll("-").strip();
        return facet + "/" + (part.replace(".", "").isEmpty() ? "-" : part);
    }
}
