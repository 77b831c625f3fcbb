package tongtu.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All documents at one moment: immutable, swapped whole when one changes. Knows how they stand to
/// each other and which of them bind on the day it was made for.
public final class Library {
    /// A document that another is related to. `document` is null when only its title is known, and
    /// `label` says what it is to the other.
    public record Related(String label, String title, @Nullable Document document) {}

    private final LocalDate today;
    private final Glossary glossary;
    private final Map<String, Document> byPath = new TreeMap<>();
    private final Map<String, Document> byAddress = new HashMap<>();
    private final Map<String, Document> byTitle = new HashMap<>();
    private final List<Document> newestFirst;
    private final Map<Kind, List<Document>> byKind;
    private final Map<String, List<Link>> incoming = new HashMap<>();

    private record Link(Relation.Type type, Document from) {}

    public Library(Collection<Document> documents, Glossary glossary, LocalDate today) {
        this.today = today;
        this.glossary = glossary;
        for (var document : documents) {
            byPath.put(document.path(), document);
        }
        byPath.values().forEach(document -> byTitle.putIfAbsent(document.title(), document));
        newestFirst = byPath.values().stream().sorted(NEWEST_FIRST).toList();
        byKind = newestFirst.stream().collect(Collectors.groupingBy(Document::kind));
        for (var document : byPath.values()) {
            byAddress.putIfAbsent(document.address(), document);
            for (var relation : document.frontMatter().relations()) {
                var target = find(relation);
                if (target != null && !target.path().equals(document.path())) {
                    incoming.computeIfAbsent(target.path(), _ -> new ArrayList<>())
                            .add(new Link(relation.type(), document));
                }
            }
        }
    }

    public LocalDate today() {
        return today;
    }

    public Glossary glossary() {
        return glossary;
    }

    /// All documents, by path.
    public List<Document> documents() {
        return List.copyOf(byPath.values());
    }

    public @Nullable Document atPath(String path) {
        return byPath.get(path);
    }

    public @Nullable Document atAddress(String address) {
        return byAddress.get(address);
    }

    /// The documents of a kind, the newest first; those without a date come last, by title.
    public List<Document> ofKind(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// All documents in that order.
    public List<Document> newestFirst() {
        return newestFirst;
    }

    private static final Comparator<Document> NEWEST_FIRST =
            Comparator.comparing(
                            Library::date,
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(Document::title);

    /// The date a reader knows a document by: published, else issued, else in force from.
    public static @Nullable LocalDate date(Document document) {
        var about = document.frontMatter();
        return about.published() != null
                ? about.published()
                : about.issued() != null ? about.issued() : about.effective();
    }

    public Validity validity(Document document) {
        return Validity.of(
                document.frontMatter(),
                isHitBy(document, Relation.Type.REPLACES),
                isHitBy(document, Relation.Type.AMENDS),
                today);
    }

    /// Whether a final document that has taken effect does this to `document`.
    private boolean isHitBy(Document document, Relation.Type type) {
        return incoming(document).stream()
                .filter(link -> link.type() == type)
                .map(link -> link.from().frontMatter())
                .anyMatch(about ->
                        about.standing() == Standing.FINAL
                                && about.effective() != null
                                && !about.effective().isAfter(today));
    }

    /// What a document names and what names it, in the order of [Relation.Type]; each pair once.
    public List<Related> related(Document document) {
        var related = new ArrayList<Related>();
        for (var type : Relation.Type.values()) {
            for (var relation : document.frontMatter().relations()) {
                if (relation.type() == type) {
                    var target = find(relation);
                    related.add(
                            new Related(
                                    type.label(),
                                    target == null ? bare(relation) : target.title(),
                                    target));
                }
            }
            for (var link : incoming(document)) {
                if (link.type() == type) {
                    related.add(new Related(type.inverseLabel(), link.from().title(), link.from()));
                }
            }
        }
        return related.stream().distinct().toList();
    }

    /// The document that a relation names, by path or by its whole title; null when it is not held.
    public @Nullable Document find(Relation relation) {
        if (!relation.isTitle()) {
            return byPath.get(relation.target());
        }
        return byTitle.get(bare(relation));
    }

    private static String bare(Relation relation) {
        var target = relation.target();
        return relation.isTitle() && target.endsWith("》")
                ? target.substring(1, target.length() - 1)
                : target;
    }

    private List<Link> incoming(Document document) {
        return incoming.getOrDefault(document.path(), List.of());
    }
}
