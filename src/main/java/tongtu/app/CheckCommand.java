package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.checks.SiteCheck;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.document.Library;
import tongtu.intake.FindingsFile;
import tongtu.markdown.Content;
import tongtu.markdown.ContentFolder;
import tongtu.portal.PublicSite;
import tongtu.search.SearchIndex;
import tongtu.speech.Recordings;

/// Says what is wrong with the files of a content folder.
@Command(
        name = "check",
        description = {"检查内容文件：写错的、读不懂的、链接断了的、导入时留下的疑点，各在哪一行，怎样改。", "有错误的，退出状态是 1。"},
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer>, Configured {
    private static final String MARKDOWN = ".md";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", arity = "0..*", description = "只看这些 .md 文件，或这些文件夹里的；不写是整个内容文件夹。")
    private List<Path> files = new ArrayList<>();

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Config.Wrong {
        var folder = new ContentFolder(Config.content(Configured.settings(spec)));
        var inside = new HashSet<String>();
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            var path = file.toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                return cannot("没有「%s」。".formatted(file));
            }
            if (Files.isRegularFile(path) && !path.toString().endsWith(MARKDOWN)) {
                return cannot("「%s」不是 .md 文件。别的文件先用 ./tongtu import 导入。".formatted(file));
            }
            if (path.startsWith(folder.root())) {
                inside.add(folder.root().relativize(path).toString().replace('\\', '/'));
            } else if (Files.isDirectory(path)) {
                return cannot("「%s」不在内容文件夹里；用 --content 写上它。".formatted(file));
            } else {
                findings.addAll(alone(file));
            }
        }
        if (files.isEmpty() || !inside.isEmpty()) {
            all(folder).stream()
                    .filter(finding -> isWanted(finding.file(), inside))
                    .forEach(findings::add);
        }
        findings.sort(Finding.BY_PLACE);
        return report(findings);
    }

    private int report(List<Finding> findings) {
        var out = spec.commandLine().getOut();
        FindingLine.print(findings, out);
        out.println(FindingLine.counts(findings));
        out.flush();
        return findings.stream().anyMatch(Finding::isError) ? 1 : 0;
    }

    private int cannot(String message) {
        spec.commandLine().getErr().println(FindingLine.clean(message));
        return Main.CANNOT;
    }

    /// A file outside the content folder: what can be said without its neighbours.
    private List<Finding> alone(Path file) throws IOException {
        var path = file.toAbsolutePath().normalize();
        var name = path.getFileName().toString();
        var stem = name.substring(0, name.length() - MARKDOWN.length());
        var folder = new ContentFolder(path.resolveSibling(""));
        var read = folder.file(stem);
        spec.commandLine()
                .getErr()
                .println(FindingLine.clean("「%s」不在内容文件夹里，没有核对链接和图片。".formatted(file)));
        var findings =
                new ArrayList<>(read == null ? List.<Finding>of() : read.parsed().findings());
        findings.addAll(saved(folder.root(), stem));
        return findings;
    }

    private static boolean isWanted(String file, Set<String> wanted) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(each ->
                                each.isEmpty() || file.equals(each) || file.startsWith(each + "/"));
    }

    /// Those of the parser, those between documents, those that imports left, and those of the
    /// lists for searching.
    private static List<Finding> all(ContentFolder folder)
            throws IOException, InterruptedException {
        var content = folder.load((_, _) -> {});
        var findings = new ArrayList<>(content.findings());
        findings.addAll(SiteCheck.of(content, folder.root()));
        for (var path : folder.paths()) {
            findings.addAll(saved(folder.root(), path));
        }
        findings.addAll(listsForSearching(content, folder.root()));
        findings.addAll(Recordings.read(folder.root()).findings());
        return findings;
    }

    /// Everyday words and best bets, held against the words and addresses of the site.
    private static List<Finding> listsForSearching(Content content, Path root)
            throws InterruptedException {
        var found = new AtomicReference<List<Finding>>(List.of());
        try (var index = SearchIndex.inMemory(root, null, false, found::set)) {
            var today = LocalDate.ofInstant(Instant.now(), PublicSite.ZONE);
            index.update(new Library(content.documents(), content.glossary(), today));
            index.await();
        }
        return found.get();
    }

    private static List<Finding> saved(Path root, String path) throws IOException {
        var record = root.resolve(path + FindingsFile.ENDING);
        if (!Files.isRegularFile(record)) {
            return List.of();
        }
        byte[] bytes;
        try (var in = Files.newInputStream(record)) {
            bytes = in.readNBytes(FindingsFile.BYTES + 1);
        }
        var saved = FindingsFile.read(bytes);
        if (saved == null) {
            return List.of(
                    new Finding(
                            "intake/record",
                            Severity.WARNING,
                            path + FindingsFile.ENDING,
                            0,
                            "导入记录的格式不对，读不懂。",
                            "重新导入，或删去这个文件。"));
        }
        var text = Files.readAllBytes(root.resolve(path + MARKDOWN));
        return saved.current(path + MARKDOWN, new String(text, StandardCharsets.UTF_8));
    }
}
