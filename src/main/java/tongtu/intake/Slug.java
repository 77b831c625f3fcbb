package tongtu.intake;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// The name that an imported document has in its address for ever, made from its file's name:
/// letters (Chinese too), digits, `-` and `_`.
final class Slug {
    /// Characters; in UTF-8 three bytes each, so that `.findings` still fits the 255 of a file
    /// name.
    static final int LONGEST = 72;

    private Slug() {}

    /// The slug of a name without its ending; null when nothing is left of it.
    static @Nullable String of(String name) {
        var slug = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> {
                    if (c == '_' || (Character.isLetterOrDigit(c) && c <= 0xffff)) {
                        slug.appendCodePoint(c);
                    } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                        slug.append('-');
                    }
                });
        slug.setLength(Math.min(LONGEST, slug.length()));
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? null : slug.toString();
    }

    /// A file's name without its ending.
    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
