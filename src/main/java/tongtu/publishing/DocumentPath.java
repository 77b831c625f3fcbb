package tongtu.publishing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tongtu.document.Kind;

/// Where a document lies in the content folder: the folder of its kind and its name there, which is
/// the last part of its address for ever.
public record DocumentPath(Kind kind, String slug) {
    /// Characters of a name.
    static final int SLUG = 80;

    public DocumentPath {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("no name of a document");
        }
    }

    /// Letters, Han characters, figures and hyphens: nothing that means something to a file system
    /// or an address.
    static boolean isSlug(String slug) {
        return slug.length() <= SLUG
                && slug.codePoints()
                        .allMatch(c ->
                                c == '-'
                                        || (c >= '0' && c <= '9')
                                        || (c >= 'a' && c <= 'z')
                                        || Character.isIdeographic(c))
                && !slug.isEmpty()
                && !slug.startsWith("-");
    }

    /// Null when it is none.
    static @Nullable DocumentPath read(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? null : of(path.substring(0, slash), path.substring(slash + 1));
    }

    static @Nullable DocumentPath of(String folder, String slug) {
        var kind =
                Arrays.stream(Kind.values())
                        .filter(each -> each.folder().equals(folder))
                        .findFirst();
        return kind.isPresent() && isSlug(slug) ? new DocumentPath(kind.get(), slug) : null;
    }

    /// The part of the site that it belongs to.
    String part() {
        return kind.folder();
    }

    String file() {
        return this + ".md";
    }

    @Override
    public String toString() {
        return kind.folder() + "/" + slug;
    }
}
