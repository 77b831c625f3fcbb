package tongtu.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tongtu.document.Document;

/// The documents that somebody may have meant who mistyped an address: those whose slug or title
/// shares most of its pieces, two characters of Chinese or three of Latin.
///
/// A look-up reads only the lists of the pieces that were asked for: with 10,000 documents it takes
/// a fraction of a millisecond, however long the address.
final class Suggestions {
    private static final int MOST = 5;

    /// Characters of a name that count.
    private static final int LONGEST = 60;

    private static final double ALIKE = 0.4;

    private final List<Named> documents;

    /// The names that have a piece: a slug is twice its document's place in the list, a title one
    /// more.
    private final Map<String, Names> names = new HashMap<>();

    private final int[] pieces;

    private static final class Names {
        private int[] numbers = new int[2];
        private int count;

        void add(int number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }
    }

    /// A document by the names that it is looked for.
    private record Named(String path, String slug, String title) {
        static List<Named> all(List<Document> documents) {
            return documents.stream()
                    .map(each -> new Named(each.path(), each.slug(), each.title()))
                    .toList();
        }
    }

    private record Scored(String path, double likeness) {}

    Suggestions(List<Document> of) {
        documents = Named.all(of);
        pieces = new int[documents.size() * 2];
        for (int i = 0; i < documents.size(); i++) {
            add(2 * i, documents.get(i).slug());
            add(2 * i + 1, documents.get(i).title());
        }
    }

    /// Whether these are the documents that it knows, by the same names.
    boolean isOf(List<Document> others) {
        return documents.equals(Named.all(others));
    }

    private void add(int number, String name) {
        var all = pieces(name);
        pieces[number] = all.size();
        all.forEach(piece -> names.computeIfAbsent(piece, _ -> new Names()).add(number));
    }

    /// The paths of the documents most like the last part of an address, the likest first.
    List<String> likest(String path) {
        var wanted = pieces(lastPart(path));
        var shared = new int[pieces.length];
        for (var piece : wanted) {
            var having = names.get(piece);
            for (int i = 0; having != null && i < having.count; i++) {
                shared[having.numbers[i]]++;
            }
        }
        var likest = new ArrayList<Scored>();
        for (int i = 0; i < documents.size(); i++) {
            double slug = 2.0 * shared[2 * i] / (wanted.size() + pieces[2 * i]);
            double title = (double) shared[2 * i + 1] / wanted.size();
            double likeness = Math.max(slug, title);
            if (likeness >= ALIKE) {
                likest.add(new Scored(documents.get(i).path(), likeness));
            }
        }
        return likest.stream()
                .sorted(
                        Comparator.comparingDouble(Scored::likeness)
                                .reversed()
                                .thenComparing(Scored::path))
                .limit(MOST)
                .map(Scored::path)
                .toList();
    }

    /// The last part of a path that is not empty, without what looks like a file's ending.
    private static String lastPart(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        var part = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        return part.replaceFirst("\\.[a-zA-Z]{1,5}$", "");
    }

    /// The pieces of a name, its ends marked; never none.
    private static Set<String> pieces(String name) {
        var cut = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        var marked = "^" + cut.toLowerCase(Locale.ROOT) + "$";
        var pieces = new HashSet<String>();
        for (int i = 0; i + 2 <= marked.length(); i++) {
            boolean isLatin = marked.charAt(i) < 0x250 && marked.charAt(i + 1) < 0x250;
            pieces.add(marked.substring(i, Math.min(isLatin ? i + 3 : i + 2, marked.length())));
        }
        return pieces;
    }
}
