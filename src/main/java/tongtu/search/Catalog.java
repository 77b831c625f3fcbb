package tongtu.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Standing;
import tongtu.document.Validity;
import tongtu.language.Words;

/// What is known of a site at one moment besides the index: its documents, their entries, what they
/// count for today, and the lists that staff keep. Immutable.
final class Catalog {
    /// The value of [Facet#VALIDITY] for what is no final text.
    static final String DRAFT = "draft";

    private static final double SIGNPOST = 0.85;
    private static final double REPEALED = 0.5;
    private static final double EXPIRED = 0.8;
    private static final double NOT_YET = 0.9;

    /// What a notice loses with each year, and at most.
    private static final double A_YEAR = 0.04;

    private static final int YEARS = 5;
    private static final double DAYS = 365.25;

    private final Library library;
    private final Wordlists lists;
    private final Words words;
    private volatile Weighed weighed = new Weighed("nothing", 0);
    private final Map<String, Map<Facet, List<String>>> values = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Entry>> entries = new HashMap<>();

    Catalog(Library library, Wordlists lists, Words words, Map<String, List<Entry>> entries) {
        this.library = library;
        this.lists = lists;
        this.words = words;
        entries.forEach((path, all) -> {
            var byPlace = new LinkedHashMap<String, Entry>();
            all.forEach(entry -> byPlace.put(entry.place(), entry));
            this.entries.put(path, byPlace);
        });
    }

    Library library() {
        return library;
    }

    Wordlists lists() {
        return lists;
    }

    Words words() {
        return words;
    }

    @Nullable Entry entry(String path, String place) {
        return entries.getOrDefault(path, Map.of()).get(place);
    }

    /// The first entry of a document: its top.
    @Nullable Entry top(String path) {
        return entry(path, "");
    }

    /// What the entries of one state of the index count for; 0 where nobody has asked yet.
    private static final class Weighed {
        private final Object reader;
        private final float[] byEntry;

        Weighed(Object reader, int entries) {
            this.reader = reader;
            byEntry = new float[entries];
        }
    }

    /// What an entry counts for today: what is in force comes first, of notices the newer, and what
    /// says something before what leads to it.
    double weight(Store.View view, int doc) {
        var known = weighed;
        if (!known.reader.equals(view.reader())) {
            known = new Weighed(view.reader(), view.reader().maxDoc());
            weighed = known;
        }
        // Threads that meet here find the same.
        if (known.byEntry[doc] == 0) {
            var path = view.paths().get(view.pathOf().of(doc));
            known.byEntry[doc] = (float) weight(path, view.placeOf().of(doc));
        }
        return known.byEntry[doc];
    }

    private double weight(String path, String place) {
        var document = library.atPath(path);
        return ofKind(path, place)
                * (document == null ? 1 : ofValidity(document) * ofDate(document));
    }

    /// The same, each reason apart.
    List<Hit.Factor> weights(String path, String place) {
        var document = library.atPath(path);
        return List.of(
                new Hit.Factor(Reason.VALIDITY, document == null ? 1 : ofValidity(document)),
                new Hit.Factor(Reason.DATE, document == null ? 1 : ofDate(document)),
                new Hit.Factor(Reason.SIGNPOST, ofKind(path, place)));
    }

    private double ofKind(String path, String place) {
        var entry = entry(path, place);
        return entry != null && entry.isSignpost() ? SIGNPOST : 1;
    }

    private double ofValidity(Document document) {
        return switch (library.validity(document)) {
            case REPEALED -> REPEALED;
            case EXPIRED -> EXPIRED;
            case NOT_YET -> NOT_YET;
            case IN_FORCE, AMENDED, UNKNOWN -> 1;
        };
    }

    private double ofDate(Document document) {
        var date = Library.date(document);
        if (document.kind() != Kind.NOTICE || date == null) {
            return 1;
        }
        double years = ChronoUnit.DAYS.between(date, library.today()) / DAYS;
        return 1 - A_YEAR * Math.clamp(years, 0, YEARS);
    }

    @Nullable LocalDate date(String path) {
        var document = library.atPath(path);
        return document == null ? null : Library.date(document);
    }

    /// The values that a document has for a facet.
    List<String> values(String path, Facet facet) {
        return values.computeIfAbsent(path, this::values).getOrDefault(facet, List.of());
    }

    private Map<Facet, List<String>> values(String path) {
        var all = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            all.put(facet, found(path, facet));
        }
        return all;
    }

    private List<String> found(String path, Facet facet) {
        var document = library.atPath(path);
        if (document == null) {
            return facet == Facet.KIND ? List.of(Entry.GLOSSARY) : List.of();
        }
        var about = document.frontMatter();
        return switch (facet) {
            case KIND -> List.of(document.kind().folder());
            case TOPIC -> about.topics();
            case ISSUER -> about.issuer();
            case YEAR -> {
                var date = Library.date(document);
                yield date == null ? List.of() : List.of(String.valueOf(date.getYear()));
            }
            case VALIDITY -> validity(document);
        };
    }

    private List<String> validity(Document document) {
        var about = document.frontMatter();
        if (about.standing() == Standing.DRAFT) {
            return List.of(DRAFT);
        }
        boolean isTimed =
                document.kind() == Kind.POLICY
                        || about.effective() != null
                        || about.expires() != null;
        return isTimed ? List.of(key(library.validity(document))) : List.of();
    }

    private static String key(Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a document passes all filters but that of one facet (null: all).
    boolean passes(String path, Filters filters, @Nullable Facet but) {
        for (var filter : filters.values().entrySet()) {
            if (filter.getKey() != but
                    && !values(path, filter.getKey()).contains(filter.getValue())) {
                return false;
            }
        }
        var from = filters.from();
        var to = filters.to();
        if (from == null && to == null) {
            return true;
        }
        var date = date(path);
        return date != null
                && (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to));
    }

    /// What the site is about: terms, everyday words.
    static List<String> terms(Library library, Everyday everyday) {
        var names = new ArrayList<String>();
        library.glossary().terms().forEach(term -> names.addAll(term.names()));
        names.addAll(everyday.words());
        names.addAll(everyday.terms());
        return names;
    }

    /// The words of a site's own, folded, that its texts are divided by.
    static List<String> ownWords(Library library, Everyday everyday) {
        var own = new TreeSet<String>();
        library.glossary()
                .terms()
                .forEach(term -> term.names().forEach(name -> own.add(Analysis.fold(name))));
        own.addAll(everyday.words());
        own.addAll(everyday.terms());
        return List.copyOf(own);
    }
}
