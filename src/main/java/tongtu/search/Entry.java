package tongtu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Inline;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Section;
import tongtu.document.Term;
import tongtu.document.Unit;
import tongtu.document.Units;

/// What is found as one: a section with its own blocks (not those of the sections in it), the top
/// of a document, or a term. `path` names the document it belongs to (`glossary` for terms),
/// `place` what it is there; together they are its key. `title` is that of the document, `headings`
/// those above its text, the innermost last. `units` are its words.
record Entry(
        String path,
        String place,
        Hit.Source source,
        String title,
        List<String> headings,
        List<String> about,
        List<Unit> units,
        String language) {
    /// The path of all terms, which are one to the index.
    static final String GLOSSARY = "glossary";

    private static final String TOP = "";

    Entry {
        headings = List.copyOf(headings);
        about = List.copyOf(about);
        units = List.copyOf(units);
    }

    String key() {
        return path + "#" + place;
    }

    /// Everything in it that is read as running text: what its meaning is taken from.
    String text() {
        var text = new StringBuilder(title);
        headings.forEach(heading -> text.append('\n').append(heading));
        about.forEach(words -> text.append('\n').append(words));
        units.forEach(unit -> text.append('\n').append(unit.words()));
        return text.toString();
    }

    /// The entries of a document, in reading order.
    static List<Entry> of(Document document) {
        var entries = new ArrayList<Entry>();
        var about = document.frontMatter();
        entries.add(
                new Entry(
                        document.path(),
                        TOP,
                        new Hit.Source.InDocument(document, null, List.of(), Place.NONE),
                        document.title(),
                        List.of(),
                        about.summary(),
                        Units.of(document.opening()),
                        about.language()));
        var places = Places.of(document);
        for (var section : document.sections()) {
            add(document, section, List.of(), places, entries);
        }
        if (!document.footnotes().isEmpty()) {
            entries.add(notes(document));
        }
        return entries;
    }

    /// The notes of a document stand together at its end.
    private static Entry notes(Document document) {
        var units = new ArrayList<Unit>();
        document.footnotes()
                .forEach(note -> {
                    var own = Units.of(note.blocks());
                    for (int i = 0; i < own.size(); i++) {
                        units.add(i == 0 ? new Unit(note.id(), own.get(0).words()) : own.get(i));
                    }
                });
        return new Entry(
                document.path(),
                "notes",
                new Hit.Source.InDocument(document, null, List.of(), Place.NONE),
                document.title(),
                List.of(),
                List.of(),
                units,
                document.frontMatter().language());
    }

    private static void add(
            Document document,
            Section section,
            List<Section> above,
            Map<BlockId, Place> places,
            List<Entry> entries) {
        var headings = new ArrayList<String>();
        above.forEach(each -> headings.add(each.title()));
        headings.add(section.title());
        entries.add(
                new Entry(
                        document.path(),
                        section.id().text(),
                        new Hit.Source.InDocument(
                                document,
                                section,
                                above,
                                places.getOrDefault(section.id(), Place.NONE)),
                        document.title(),
                        headings,
                        List.of(),
                        Units.of(section.blocks()),
                        document.frontMatter().language()));
        var inner = new ArrayList<>(above);
        inner.add(section);
        section.sections().forEach(each -> add(document, each, inner, places, entries));
    }

    /// The terms of a site, one entry each.
    static List<Entry> of(List<Term> terms) {
        return terms.stream()
                .map(term ->
                        new Entry(
                                GLOSSARY,
                                term.id().text(),
                                new Hit.Source.InGlossary(term),
                                term.name(),
                                List.of(),
                                term.names().subList(1, term.names().size()),
                                Units.of(term.explanation()),
                                "zh-CN"))
                .toList();
    }

    /// Whether it leads elsewhere and says nothing itself: lists of links, a heading of headings.
    boolean isSignpost() {
        if (!(source instanceof Hit.Source.InDocument(_, var section, _, _)) || section == null) {
            return false;
        }
        return section.blocks().stream()
                .allMatch(block ->
                        block instanceof Block.ItemList list
                                && list.items().stream().allMatch(Entry::isLink));
    }

    private static boolean isLink(Block.Item item) {
        return !item.inlines().isEmpty() && item.inlines().getFirst() instanceof Inline.Link;
    }

    @Nullable Document document() {
        return switch (source) {
            case Hit.Source.InDocument(var document, _, _, _) -> document;
            case Hit.Source.InGlossary _ -> null;
        };
    }
}
