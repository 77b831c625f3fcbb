package tongtu.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The typefaces that come with Tongtu (Noto, SIL Open Font License 1.1; bin/fonts makes them): one
/// for Chinese and what is common beside it, then those that have what it lacks.
public final class Typefaces {
    /// A face of a family; `font` names its file.
    record Face(String name, int weight, String font) {
        Face(String name, int weight) {
            this(name, weight, name);
        }

        InputStream open() {
            var stream = Typefaces.class.getResourceAsStream(file());
            if (stream == null) {
                throw new IllegalStateException(file() + " is missing");
            }
            return stream;
        }

        private String file() {
            return font + ".ttf";
        }
    }

    static final int REGULAR = 400;
    static final int BOLD = 700;

    /// In the order in which they are asked for a character.
    static final List<Face> ALL =
            List.of(
                    new Face("han", REGULAR),
                    new Face("han", BOLD, "han-bold"),
                    // What is not in bold stands in regular; in its family it would not be looked
                    // for.
                    new Face("rare", REGULAR, "han"),
                    new Face("alike", REGULAR),
                    new Face("latin", REGULAR),
                    new Face("jp", REGULAR),
                    new Face("hk", REGULAR),
                    new Face("arabic", REGULAR),
                    new Face("hebrew", REGULAR),
                    new Face("symbols", REGULAR),
                    new Face("emoji", REGULAR));

    private static final class Held {
        static final List<CmapLookup> LOOKUPS = lookups();

        private static List<CmapLookup> lookups() {
            var lookups = new ArrayList<CmapLookup>();
            for (var face : ALL) {
                if (face.weight() == REGULAR) {
                    try (var stream = face.open();
                            var bytes = new RandomAccessReadBuffer(stream)) {
                        lookups.add(new TTFParser().parse(bytes).getUnicodeCmapLookup());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return List.copyOf(lookups);
        }
    }

    private Typefaces() {}

    /// The families as a style sheet lists them.
    public static String families() {
        return ALL.stream().map(Face::name).distinct().collect(Collectors.joining(", "));
    }

    /// The characters of a text that no face has; white space needs none.
    public static Set<Integer> missing(String text) {
        var missing = new HashSet<Integer>();
        text.codePoints()
                .distinct()
                .filter(c -> !Character.isWhitespace(c) && !has(c))
                .forEach(missing::add);
        return missing;
    }

    private static boolean has(int c) {
        return Held.LOOKUPS.stream().anyMatch(lookup -> lookup.getGlyphId(c) > 0);
    }
}
