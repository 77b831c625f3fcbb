package tongtu.markdown;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Glossary;
import tongtu.document.SiteDescription;
import tongtu.document.Term;

/// A folder of Markdown files, read once and then file by file as they change. A file that becomes
/// bad keeps its last good document. Not for two threads at once.
public final class ContentFolder {
    public static final int MOST_FILES = 50_000;
    public static final int DEEPEST = 8;
    private static final String LEDGER = ".ids";
    private static final String MARKDOWN = ".md";

    private final Path root;
    private final MarkdownParser parser = new MarkdownParser();
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, GlossaryFile> glossaries = new TreeMap<>();
    private SiteFile site = new SiteFile(SiteFile.UNNAMED, List.of());
    private SiteDescription lastGoodSite = SiteFile.UNNAMED;
    private MovedFile moved = new MovedFile(Map.of(), List.of());

    /// A file's outcome, and the last document that it gave.
    private record Entry(Parsed parsed, @Nullable Document lastGood) {}

    public ContentFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /// Reads every file; `progress` is told how many of how many are done.
    public Content load(BiConsumer<Integer, Integer> progress) throws IOException {
        var files = files();
        int done = 0;
        for (var file : files) {
            read(file);
            progress.accept(++done, files.size());
        }
        return content();
    }

    /// Reads again the files given, which were saved, made or deleted.
    public Content reload(Collection<Path> changed) throws IOException {
        for (var file : changed) {
            read(file.toAbsolutePath().normalize());
        }
        return content();
    }

    /// Whether a change of this file can change what the site shows.
    public static boolean isContent(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(MARKDOWN)
                        || name.endsWith(LEDGER)
                        || name.equals(SiteFile.NAME)
                        || name.equals(MovedFile.NAME));
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(
                root,
                java.util.Set.of(),
                DEEPEST,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        boolean hidden =
                                !folder.equals(root)
                                        && folder.getFileName().toString().startsWith(".");
                        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && isContent(file)
                                && !file.getFileName().toString().endsWith(LEDGER)) {
                            files.add(file);
                        }
                        return files.size() < MOST_FILES
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort(null);
        return files;
    }

    private void read(Path file) throws IOException {
        var name = root.relativize(file).toString().replace('\\', '/');
        if (name.equals(SiteFile.NAME)) {
            var bytes = bytes(file);
            site = bytes == null ? new SiteFile(SiteFile.UNNAMED, List.of()) : SiteFile.read(bytes);
            lastGoodSite = site.site() == null ? lastGoodSite : site.site();
        } else if (name.equals(MovedFile.NAME)) {
            var bytes = bytes(file);
            moved = bytes == null ? new MovedFile(Map.of(), List.of()) : MovedFile.read(bytes);
        } else if (name.endsWith(LEDGER)) {
            readDocument(name.substring(0, name.length() - LEDGER.length()));
        } else if (name.startsWith(GlossaryFile.FOLDER + "/")) {
            var bytes = bytes(file);
            if (bytes == null) {
                glossaries.remove(name);
            } else {
                glossaries.put(name, GlossaryFile.read(parser, withoutEnding(name), bytes));
            }
        } else {
            readDocument(withoutEnding(name));
        }
    }

    private static String withoutEnding(String name) {
        return name.substring(0, name.length() - MARKDOWN.length());
    }

    private void readDocument(String path) throws IOException {
        var bytes = bytes(root.resolve(path + MARKDOWN));
        if (bytes == null) {
            entries.remove(path);
            return;
        }
        var before = entries.get(path);
        var lastGood = before == null ? null : before.lastGood();
        var parsed = parser.parse(path, bytes);
        entries.put(
                path, new Entry(parsed, parsed.document() == null ? lastGood : parsed.document()));
    }

    /// The file's bytes, one more than may be at most; null when it is not there.
    private static byte @Nullable [] bytes(Path file) throws IOException {
        try {
            if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(Limits.BYTES + 1);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            return null;
        }
    }

    private Content content() {
        var documents = new ArrayList<Document>();
        var files = new HashMap<String, Parsed>();
        var findings = new ArrayList<Finding>(site.findings());
        findings.addAll(moved.findings());
        entries.forEach((path, entry) -> {
            files.put(path, entry.parsed());
            findings.addAll(entry.parsed().findings());
            if (entry.lastGood() != null) {
                documents.add(entry.lastGood());
            }
        });
        var terms = new ArrayList<Term>();
        glossaries
                .values()
                .forEach(glossary -> {
                    terms.addAll(glossary.terms());
                    findings.addAll(glossary.findings());
                });
        return new Content(
                lastGoodSite, new Glossary(terms), documents, files, moved.moved(), findings);
    }
}
