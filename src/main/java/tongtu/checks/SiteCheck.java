package tongtu.checks;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Unit;
import tongtu.document.Units;
import tongtu.markdown.Content;

/// What a site's documents say of each other, held against what is there: relations, links, the
/// places that they point at, pictures, addresses.
public final class SiteCheck {
    private static final String MEDIA = "/media/";
    private static final String MARKDOWN = ".md";

    /// Bytes of a file that are searched for the line of a relation.
    private static final int MOST = 4 * 1024 * 1024;

    private final Content content;
    private final Path root;
    private final Library library;
    private final Map<String, Set<String>> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private SiteCheck(Content content, Path root) {
        this.content = content;
        this.root = root;
        library = new Library(content.documents(), content.glossary(), LocalDate.EPOCH);
    }

    /// The findings about a content folder as a whole, sorted by place.
    public static List<Finding> of(Content content, Path root) throws IOException {
        var check = new SiteCheck(content, root.toAbsolutePath().normalize());
        check.addresses();
        for (var document : check.library.documents()) {
            check.relations(document);
            for (var reference : References.of(document)) {
                check.reference(document, reference);
            }
        }
        return check.findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
    }

    /// Two documents at one address: only the first by path is shown.
    private void addresses() {
        var first = new HashMap<String, Document>();
        for (var document : library.documents()) {
            var other = first.putIfAbsent(document.address(), document);
            if (other != null) {
                findings.add(
                        new Finding(
                                "addresses/duplicate",
                                Severity.ERROR,
                                document.path() + MARKDOWN,
                                0,
                                "和 %s.md 的网址一样（%s），这一篇打不开。"
                                        .formatted(other.path(), document.address()),
                                "改文件名，或改种类（kind）。"));
            }
        }
    }

    private void relations(Document document) throws IOException {
        for (var relation : document.frontMatter().relations()) {
            if (!relation.isTitle() && library.find(relation) == null) {
                findings.add(
                        new Finding(
                                "relations/not-held",
                                Severity.NOTE,
                                document.path() + MARKDOWN,
                                line(document, relation.target()),
                                "「%s：%s」，本站没有这个文件。"
                                        .formatted(relation.type().label(), relation.target()),
                                "核对路径；本站没有的，写成《完整标题》。"));
            }
        }
    }

    /// The first line of a document's file that holds some words; 0 when none does.
    private int line(Document document, String words) throws IOException {
        var file = root.resolve(document.path() + MARKDOWN);
        if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
            return 0;
        }
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(words)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void reference(Document document, Reference reference) {
        var target = reference.target();
        int hash = target.indexOf('#');
        var address = hash < 0 ? target : target.substring(0, hash);
        var fragment = hash < 0 ? "" : decoded(target.substring(hash + 1));
        if (address.isEmpty()) {
            anchor(document, document, reference, fragment);
        } else if (address.startsWith(MEDIA)) {
            media(document, reference, decoded(address.substring(MEDIA.length())));
        } else if (address.startsWith("/")) {
            var there = document(decoded(address));
            if (there != null) {
                anchor(document, there, reference, fragment);
            } else if (isOfDocument(decoded(address))) {
                report(
                        document,
                        reference,
                        "links/not-held",
                        "链接通向「%s」，本站没有这一页。".formatted(address),
                        "核对文件名和文件夹；页已撤下的，去掉链接。");
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private @Nullable Document document(String address) {
        return address.endsWith(MARKDOWN)
                ? library.atPath(address.substring(1, address.length() - MARKDOWN.length()))
                : library.atAddress(address);
    }

    /// Whether an address can only be that of a document, and none that moved.
    private boolean isOfDocument(String address) {
        boolean isBelowKind =
                Arrays.stream(Kind.values())
                        .anyMatch(kind ->
                                address.startsWith("/" + kind.folder() + "/")
                                        && address.length() > kind.folder().length() + 2);
        return address.endsWith(MARKDOWN) || (isBelowKind && !content.moved().containsKey(address));
    }

    private void anchor(Document from, Document to, Reference reference, String fragment) {
        if (!fragment.isEmpty() && !places(to).contains(fragment)) {
            report(
                    from,
                    reference,
                    "links/unknown-anchor",
                    "链接通向「#%s」，%s没有这一处。"
                            .formatted(
                                    fragment,
                                    from.path().equals(to.path()) ? "本页" : "《" + to.title() + "》"),
                    "打开那一页，从段落旁边复制固定链接。");
        }
    }

    /// The fragments that lead somewhere in a document: its ids, and those of what was merged.
    private Set<String> places(Document document) {
        return places.computeIfAbsent(
                document.path(),
                _ -> {
                    var ids = new HashSet<String>();
                    Units.of(document).stream().map(Unit::id).map(BlockId::text).forEach(ids::add);
                    document.anchors().keySet().stream().map(BlockId::text).forEach(ids::add);
                    return ids;
                });
    }

    private void media(Document document, Reference reference, String path) {
        if (!isThere(path)) {
            report(
                    document,
                    reference,
                    reference.isPicture() ? "pictures/missing" : "links/missing-file",
                    "内容文件夹里没有「%s」。".formatted(path),
                    "把文件放到那里，或改正路径。");
        }
    }

    private boolean isThere(String path) {
        try {
            var file = root.resolve(path).normalize();
            return file.startsWith(root) && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void report(
            Document document, Reference reference, String rule, String message, String remedy) {
        var parsed = content.files().get(document.path());
        int line = parsed == null ? 0 : parsed.lines().getOrDefault(reference.unit(), 0);
        findings.add(
                new Finding(
                        rule, Severity.WARNING, document.path() + MARKDOWN, line, message, remedy));
    }
}
