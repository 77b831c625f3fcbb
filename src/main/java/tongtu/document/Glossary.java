package tongtu.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The terms of a site, and the search for them in running text.
public final class Glossary {
    public static final Glossary EMPTY = new Glossary(List.of());

    /// A term's name as it stands in a text, from `start` to before `end`.
    public record Match(Term term, int start, int end) {}

    private record Name(String text, Term term) {}

    private final List<Term> terms;
    private final Map<Character, List<Name>> namesByFirst = new HashMap<>();

    public Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (var term : terms) {
            for (var name : term.names()) {
                namesByFirst
                        .computeIfAbsent(name.charAt(0), _ -> new ArrayList<>())
                        .add(new Name(name, term));
            }
        }
        namesByFirst
                .values()
                .forEach(names ->
                        names.sort(Comparator.comparingInt((Name name) -> -name.text().length())));
    }

    public List<Term> terms() {
        return terms;
    }

    /// The next term at or after `from`: the leftmost, and of those that begin there the longest.
    public @Nullable Match find(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            for (var name : namesByFirst.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(name.text(), at)) {
                    return new Match(name.term(), at, at + name.text().length());
                }
            }
        }
        return null;
    }
}
