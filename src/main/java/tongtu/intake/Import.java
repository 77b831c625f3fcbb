package tongtu.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.LedgerFile;
import tongtu.markdown.SiteFile;
import tongtu.markdown.WholeFile;

/// Brings a file of `.txt` or `.md` into a content folder: `NAME.md` with the ledger of its ids and
/// the record of its findings beside it. Whatever refuses it leaves the folder as it was.
public final class Import {
    private static final Set<String> ENDINGS = Set.of("txt", "md", "markdown");
    private static final String MARKDOWN = ".md";

    private final Path file;
    private final Path folder;
    private final @Nullable String name;
    private final boolean replaces;

    /// What became of the file.
    public sealed interface Outcome {
        /// It is there; `findings` have the path of `markdown`, sorted by place.
        record Written(Path markdown, Document document, List<Finding> findings)
                implements Outcome {
            public Written {
                findings = List.copyOf(findings);
            }
        }

        /// It is not; `findings` say why where a line of it is to blame.
        record Refused(Refusal refusal, List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /// `name` is the name to give the document, null for that of the file; `replaces` allows
    /// another document of that name, or one that was edited since, to be overwritten.
    public Import(Path file, Path folder, @Nullable String name, boolean replaces) {
        this.file = file;
        this.folder = folder;
        this.name = name;
        this.replaces = replaces;
    }

    public Outcome run() throws IOException {
        var fileName = fileName(file);
        if (!Files.isRegularFile(file)) {
            return refused("没有「%s」这个文件。".formatted(file), "检查文件名和所在的文件夹。");
        }
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            return refused("现在只能导入 .txt 和 .md 文件。", "在原来的软件里另存为“纯文本（UTF-8）”，再导入。");
        }
        var slug = Slug.of(name == null ? Slug.stem(fileName) : name);
        if (slug == null) {
            return refused("文件名里没有能用在网址里的字。", "用 --name 起一个名字。");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return refused("「%s」不是文件夹。".formatted(folder), "用 --into 写一个文件夹。");
        }
        byte[] sent;
        try (var in = Files.newInputStream(file)) {
            sent = in.readNBytes(Limits.BYTES + 1);
        }
        return switch (Decoder.decode(sent)) {
            case Refused(var refusal) -> new Outcome.Refused(refusal, List.of());
            case SourceText text -> convert(text, sent, slug, !ending.equals("txt"));
        };
    }

    private static String fileName(Path path) {
        var last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    private Outcome convert(SourceText text, byte[] sent, String slug, boolean markdown)
            throws IOException {
        if (text.lines().stream().allMatch(Line::isBlank)) {
            return refused("文件里没有字。", "检查是不是选错了文件。");
        }
        var target = folder.resolve(slug + MARKDOWN);
        var path = pathInContent(target);
        var conversion =
                Conversion.of(
                        text,
                        new Conversion.Names(
                                fileName(file), fileName(folder), path, target.toString()),
                        markdown,
                        bytes(folder.resolve(slug + LedgerFile.ENDING), LedgerFile.LONGEST));
        var document = conversion.document();
        if (document == null) {
            return refused(conversion, markdown);
        }
        var conflict = new Existing(folder, slug).conflict(fileName(file), sent, conversion);
        if (conflict != null && !replaces) {
            return new Outcome.Refused(conflict, List.of());
        }
        save(slug, sent, conversion);
        return new Outcome.Written(target, document, conversion.findings());
    }

    /// The words first: whatever happens after that, no ids and no findings are left without them.
    private void save(String slug, byte[] sent, Conversion conversion) throws IOException {
        createFolder();
        WholeFile.write(folder.resolve(slug + MARKDOWN), conversion.bytes());
        WholeFile.write(
                folder.resolve(slug + LedgerFile.ENDING),
                LedgerFile.write(conversion.ledger()).getBytes(StandardCharsets.UTF_8));
        WholeFile.write(
                folder.resolve(slug + FindingsFile.ENDING),
                FindingsFile.write(fileName(file), sent, conversion.markdown(), conversion.doubts())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Makes the folder, on the disk too: a file in a folder that a power cut forgets is lost.
    private void createFolder() throws IOException {
        var made = new ArrayList<Path>();
        for (var each = folder.toAbsolutePath().normalize();
                each != null && !Files.exists(each);
                each = each.getParent()) {
            made.add(each);
        }
        Files.createDirectories(folder);
        for (var each : made) {
            try (var parent = FileChannel.open(each.resolveSibling(""), StandardOpenOption.READ)) {
                parent.force(true);
            }
        }
    }

    /// The path of a file in its content folder, without its ending: that folder is the nearest one
    /// with a `site.yaml`, else the one that holds the folder of a kind, else the file's own.
    private static String pathInContent(Path target) {
        var absolute = target.toAbsolutePath().normalize();
        var path = root(absolute).relativize(absolute).toString().replace('\\', '/');
        return Slug.stem(path);
    }

    private static Path root(Path target) {
        for (var each = target.getParent(); each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(SiteFile.NAME))) {
                return each;
            }
        }
        var own = target.resolveSibling("");
        var above = own.getParent();
        return above != null && Guesses.isKindFolder(fileName(own)) ? above : own;
    }

    static byte @Nullable [] bytes(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /// A text of too many paragraphs has too many lines only once there is an empty one between
    /// them.
    private static Outcome.Refused refused(Conversion conversion, boolean markdown) {
        boolean isTooLong =
                conversion.problems().stream()
                        .anyMatch(finding -> finding.rule().equals("limits/lines"));
        return isTooLong && !markdown
                ? refused("正文的段落太多，一页放不下。", "把文件分成几篇，再导入。")
                : new Outcome.Refused(
                        new Refusal("文件里有错误。", "按上面说的改好，再导入。"), conversion.findings());
    }

    private static Outcome.Refused refused(String message, String remedy) {
        return new Outcome.Refused(new Refusal(message, remedy), List.of());
    }
}
