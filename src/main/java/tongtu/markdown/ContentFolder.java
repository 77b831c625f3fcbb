package tongtu.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Glossary;
import tongtu.document.LedgerFile;
import tongtu.document.LexiconFile;
import tongtu.document.Proofreading;
import tongtu.document.SiteDescription;
import tongtu.document.Term;

/// A folder of Markdown files, read once and then file by file as they change. A file that becomes
/// bad keeps its last good document. Not for two threads at once.
public final class ContentFolder {
    public static final int MOST_FILES = 50_000;
    public static final int DEEPEST = 8;
    private static final String LEDGER = LedgerFile.ENDING;
    private static final String MARKDOWN = ".md";

    private final Path root;
    private final MarkdownParser parser = new MarkdownParser();
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, GlossaryFile> glossaries = new TreeMap<>();
    private SiteFile site = new SiteFile(SiteFile.UNNAMED, List.of());
    private SiteDescription lastGoodSite = SiteFile.UNNAMED;
    private MovedFile moved = new MovedFile(Map.of(), List.of());
    private RetiredFile retired = RetiredFile.NONE;
    private LexiconFile lexicon = LexiconFile.NONE;
    private Proofreading proofreading = Proofreading.NONE;

    /// A file's outcome, and the last document that it gave with its text.
    private record Entry(Parsed parsed, @Nullable Document lastGood, String text) {}

    public ContentFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /// Reads every file; `progress` is told how many of how many are done.
    public Content load(BiConsumer<Integer, Integer> progress) throws IOException {
        var files = files();
        forgetAllBut(files);
        int done = 0;
        for (var file : files) {
            read(file);
            progress.accept(++done, files.size());
        }
        return content();
    }

    /// Files that are no longer there are no longer content.
    private void forgetAllBut(List<Path> files) {
        var paths = new java.util.HashSet<String>();
        for (var file : files) {
            var name = name(file);
            paths.add(name.endsWith(MARKDOWN) ? pathOf(name) : name);
        }
        entries.keySet().retainAll(paths);
        glossaries.keySet().retainAll(paths);
        site = paths.contains(SiteFile.NAME) ? site : new SiteFile(SiteFile.UNNAMED, List.of());
        moved = paths.contains(MovedFile.NAME) ? moved : new MovedFile(Map.of(), List.of());
        retired = paths.contains(RetiredFile.NAME) ? retired : RetiredFile.NONE;
        lexicon = paths.contains(LexiconFile.NAME) ? lexicon : LexiconFile.NONE;
        proofreading = paths.contains(Proofreading.NAME) ? proofreading : Proofreading.NONE;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String pathOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /// Reads again the files given, which were saved, made or deleted, and all that is or was in
    /// the folders given.
    public Content reload(Collection<Path> changed) throws IOException {
        var files = new TreeSet<Path>();
        for (var each : changed) {
            var path = each.toAbsolutePath().normalize();
            if (isContent(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                files.add(path);
            } else {
                files.addAll(known(path));
                files.addAll(files(path));
            }
        }
        for (var file : files) {
            read(file);
        }
        return content();
    }

    /// The files of a folder that were read before.
    private List<Path> known(Path folder) {
        var names =
                new ArrayList<>(
                        List.of(
                                SiteFile.NAME,
                                MovedFile.NAME,
                                RetiredFile.NAME,
                                LexiconFile.NAME,
                                Proofreading.NAME));
        entries.keySet().forEach(path -> names.add(path + MARKDOWN));
        glossaries.keySet().forEach(path -> names.add(path + MARKDOWN));
        return names.stream().map(root::resolve).filter(file -> file.startsWith(folder)).toList();
    }

    /// The paths of the Markdown files that are there now, without `.md`.
    public List<String> paths() throws IOException {
        return files().stream()
                .map(this::name)
                .filter(name -> name.endsWith(MARKDOWN))
                .map(ContentFolder::pathOf)
                .toList();
    }

    /// Reads the Markdown file at a path with its ledger; null when it is not there.
    public @Nullable DocumentFile file(String path) throws IOException {
        var bytes = bytes(root.resolve(path + MARKDOWN));
        return bytes == null
                ? null
                : DocumentFile.read(
                        parser,
                        path,
                        bytes,
                        bytes(root.resolve(path + LEDGER), LedgerFile.LONGEST));
    }

    /// Writes the ledger of the file at a path, as it should be for its text.
    public void write(String path, DocumentFile file) throws IOException {
        WholeFile.write(
                root.resolve(path + LEDGER),
                LedgerFile.write(file.ledger()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Whether a change of this file can change what the site shows.
    public static boolean isContent(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(MARKDOWN)
                        || name.endsWith(LEDGER)
                        || name.equals(SiteFile.NAME)
                        || name.equals(MovedFile.NAME)
                        || name.equals(RetiredFile.NAME)
                        || name.equals(LexiconFile.NAME)
                        || name.equals(Proofreading.NAME));
    }

    private List<Path> files() throws IOException {
        return files(root);
    }

    private static List<Path> files(Path folder) throws IOException {
        return new FolderWalk(folder, DEEPEST, MOST_FILES)
                .files(file -> isContent(file) && !file.getFileName().toString().endsWith(LEDGER));
    }

    private void read(Path file) throws IOException {
        var name = name(file);
        if (name.equals(SiteFile.NAME)) {
            var bytes = bytes(file);
            site = bytes == null ? new SiteFile(SiteFile.UNNAMED, List.of()) : SiteFile.read(bytes);
            lastGoodSite = site.site() == null ? lastGoodSite : site.site();
        } else if (name.equals(MovedFile.NAME)) {
            var bytes = bytes(file);
            moved =
                    bytes == null
                            ? new MovedFile(Map.of(), List.of())
                            : moved(MovedFile.read(bytes));
        } else if (name.equals(RetiredFile.NAME)) {
            var bytes = bytes(file);
            retired = bytes == null ? RetiredFile.NONE : RetiredFile.read(bytes);
        } else if (name.equals(LexiconFile.NAME)) {
            var bytes = bytes(file);
            lexicon = bytes == null ? LexiconFile.NONE : LexiconFile.read(bytes);
        } else if (name.equals(Proofreading.NAME)) {
            var bytes = bytes(file);
            proofreading = bytes == null ? Proofreading.NONE : Proofreading.read(bytes);
        } else {
            readDocument(pathOf(name));
        }
    }

    /// A file that cannot be read at all keeps the addresses that it had.
    private MovedFile moved(MovedFile read) {
        boolean isBad = read.moved().isEmpty() && !read.findings().isEmpty();
        return isBad ? new MovedFile(moved.moved(), read.findings()) : read;
    }

    /// Likewise its terms.
    private GlossaryFile glossary(String path, Parsed parsed) {
        var read = GlossaryFile.of(parsed);
        var before = glossaries.get(path);
        return parsed.document() == null && before != null
                ? new GlossaryFile(before.terms(), read.findings())
                : read;
    }

    /// Reads a Markdown file with its ledger, whichever of them changed.
    private void readDocument(String path) throws IOException {
        var file = file(path);
        if (file == null) {
            entries.remove(path);
            glossaries.remove(path);
            return;
        }
        var parsed = file.parsed();
        if (path.startsWith(GlossaryFile.FOLDER + "/")) {
            glossaries.put(path, glossary(path, parsed));
            return;
        }
        var before = entries.get(path);
        if (parsed.document() != null) {
            entries.put(path, new Entry(parsed, parsed.document(), file.text()));
        } else if (before != null) {
            entries.put(path, new Entry(parsed, before.lastGood(), before.text()));
        } else {
            entries.put(path, new Entry(parsed, null, ""));
        }
    }

    private static byte @Nullable [] bytes(Path file) throws IOException {
        return bytes(file, Limits.BYTES);
    }

    /// The file's bytes, one more than may be at most; null when it is not there.
    private static byte @Nullable [] bytes(Path file, int most) throws IOException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(most + 1);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            return null;
        }
    }

    private Content content() {
        var documents = new ArrayList<Document>();
        var files = new HashMap<String, Parsed>();
        var texts = new HashMap<String, String>();
        var findings = new ArrayList<Finding>(site.findings());
        findings.addAll(moved.findings());
        findings.addAll(retired.findings());
        findings.addAll(lexicon.findings());
        findings.addAll(proofreading.findings());
        entries.forEach((path, entry) -> {
            files.put(path, entry.parsed());
            findings.addAll(entry.parsed().findings());
            if (entry.lastGood() != null) {
                documents.add(entry.lastGood());
                texts.put(path, entry.text());
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
                lastGoodSite,
                new Glossary(terms),
                documents,
                texts,
                files,
                moved.moved(),
                retired.retired(),
                lexicon.lexicon(),
                proofreading,
                findings);
    }
}
