package tongtu.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.document.Hash;

/// `NAME.findings` beside an imported document: what the import guessed, and what looked wrong.
/// What the parser finds in the Markdown is not kept: `./tongtu check` finds it again.
///
/// UTF-8 text, one record a line, tabs between fields. The first three lines are the format and its
/// version, the file that was sent with its SHA-256, and the SHA-256 of `NAME.md` as it was
/// written; then lines that begin with `#` are words for people, and each other line is a finding:
///
/// ```
/// 通途导入记录⇥1
/// 来源⇥plan.txt⇥<sha-256>
/// 结果⇥<sha-256>
/// # 级别⇥行⇥规则⇥说明⇥怎么办⇥指纹
/// 注意⇥85⇥text/half-width⇥……⇥……⇥6b23c0d5d0f3
/// ```
///
/// The fingerprint is the first twelve digits of the SHA-256 of the line that the finding is about
/// (of the whole front matter for its first line), so that a finding moves with its line and is
/// gone when the line was changed. Whoever has dealt with a finding may delete its line.
public final class FindingsFile {
    public static final String ENDING = ".findings";
    public static final int BYTES = 4 * 1024 * 1024;

    private static final String FORMAT = "通途导入记录\t1";
    private static final String SOURCE = "来源";
    private static final String RESULT = "结果";
    private static final int FINGERPRINT = 12;
    private static final int FIELDS = 6;
    private static final Map<String, Severity> SEVERITIES =
            Map.of("错误", Severity.ERROR, "注意", Severity.WARNING, "说明", Severity.NOTE);

    private record Saved(Finding finding, String fingerprint) {}

    private final String source;
    private final String sourceHash;
    private final String resultHash;
    private final List<Saved> saved;

    private FindingsFile(String source, String sourceHash, String resultHash, List<Saved> saved) {
        this.source = source;
        this.sourceHash = sourceHash;
        this.resultHash = resultHash;
        this.saved = saved;
    }

    /// The record of an import: the file's name and bytes, the Markdown made of it, what was found.
    static String write(String source, byte[] sent, String markdown, List<Finding> findings) {
        var lines = markdown.split("\n", -1);
        var text = new StringBuilder();
        text.append(FORMAT).append('\n');
        text.append(SOURCE).append('\t').append(field(source)).append('\t');
        text.append(Hash.of(sent)).append('\n');
        text.append(RESULT).append('\t').append(Hash.of(markdown)).append('\n');
        text.append("# 导入时的猜测和疑点，一行一条。处理好的，可以删去那一行；正文改了的那一行，不再列出。\n");
        text.append("# 级别\t行\t规则\t说明\t怎么办\t指纹\n");
        for (var finding : findings) {
            text.append(name(finding.severity())).append('\t');
            text.append(finding.line()).append('\t');
            text.append(finding.rule()).append('\t');
            text.append(field(finding.message())).append('\t');
            text.append(field(finding.remedy())).append('\t');
            text.append(fingerprint(lines, finding.line())).append('\n');
        }
        return text.toString();
    }

    /// Reads a record; null when it is none of this version.
    public static @Nullable FindingsFile read(byte[] bytes) {
        if (bytes.length > BYTES) {
            return null;
        }
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\\R", -1);
        var source = lines.length < 3 ? new String[0] : lines[1].split("\t", -1);
        var result = lines.length < 3 ? new String[0] : lines[2].split("\t", -1);
        if (!lines[0].equals(FORMAT)
                || source.length != 3
                || !source[0].equals(SOURCE)
                || result.length != 2
                || !result[0].equals(RESULT)) {
            return null;
        }
        var saved = new ArrayList<Saved>();
        for (int i = 3; i < lines.length; i++) {
            var one = lines[i].startsWith("#") ? null : saved(lines[i].split("\t", -1));
            if (one != null) {
                saved.add(one);
            }
        }
        return new FindingsFile(source[1], source[2], result[1], saved);
    }

    /// A line that is no finding any more, as somebody may have left it, is none.
    private static @Nullable Saved saved(String[] fields) {
        var severity = fields.length == FIELDS ? SEVERITIES.get(fields[0]) : null;
        if (severity == null
                || !fields[1].matches("\\d{1,7}")
                || !fields[2].matches("[a-z0-9-]+/[a-z0-9-]+")) {
            return null;
        }
        return new Saved(
                new Finding(
                        fields[2], severity, "", Integer.parseInt(fields[1]), fields[3], fields[4]),
                fields[5]);
    }

    /// The name of the file that was sent.
    String source() {
        return source;
    }

    boolean isOfSource(byte[] sent) {
        return sourceHash.equals(Hash.of(sent));
    }

    /// Whether a file is still as the import wrote it.
    boolean isOfResult(byte[] markdown) {
        return resultHash.equals(Hash.of(markdown));
    }

    /// The findings that still apply to the text of `file`, at the lines where they now belong.
    public List<Finding> current(String file, String markdown) {
        var lines = markdown.split("\n", -1);
        var byFingerprint = new HashMap<String, Integer>();
        for (int line = lines.length; line >= 1; line--) {
            byFingerprint.put(fingerprint(lines, line), line);
        }
        var findings = new ArrayList<Finding>();
        for (var each : saved) {
            var finding = each.finding();
            boolean isThere =
                    finding.line() <= lines.length
                            && fingerprint(lines, finding.line()).equals(each.fingerprint());
            var line =
                    isThere
                            ? Integer.valueOf(finding.line())
                            : byFingerprint.get(each.fingerprint());
            if (line != null) {
                findings.add(
                        new Finding(
                                finding.rule(),
                                finding.severity(),
                                file,
                                line,
                                finding.message(),
                                finding.remedy()));
            }
        }
        return findings;
    }

    /// That of a line, from 1; of the whole text for line 0.
    private static String fingerprint(String[] lines, int line) {
        var words = line == 0 ? String.join("\n", lines) : lines[line - 1].strip();
        if (line == 1 && words.equals("---")) {
            words = frontMatter(lines);
        }
        return Hash.of(words).substring(0, FINGERPRINT);
    }

    private static String frontMatter(String[] lines) {
        var text = new StringBuilder();
        for (int i = 1; i < lines.length && !lines[i].strip().equals("---"); i++) {
            text.append(lines[i]).append('\n');
        }
        return text.toString();
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "注意";
            case NOTE -> "说明";
        };
    }

    private static String field(String words) {
        return words.replaceAll("[\\t\\r\\n]", " ");
    }
}
