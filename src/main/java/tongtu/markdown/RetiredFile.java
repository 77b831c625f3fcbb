package tongtu.markdown;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;

/// `retired.tsv`: documents that are no longer published, or only kept for the record. A line is
/// the document's path, `withdrawn` or `archived`, the date, its title and the reason, parted by
/// tabs; the first line is `tongtu-retired 1`.
public record RetiredFile(Map<String, Retired> retired, List<Finding> findings) {
    public static final String NAME = "retired.tsv";
    public static final RetiredFile NONE = new RetiredFile(Map.of(), List.of());
    private static final String VERSION = "tongtu-retired 1";
    private static final int MOST = 20_000;
    private static final int CELLS = 5;

    /// What became of a document: `isWithdrawn`, and nothing but this is left at its address; or
    /// archived, and it can still be read. `path` is that of its file without `.md`.
    public record Retired(
            String path, boolean isWithdrawn, LocalDate date, String title, String reason) {
        private String line() {
            return String.join(
                    "\t",
                    path,
                    isWithdrawn ? "withdrawn" : "archived",
                    date.toString(),
                    title.replaceAll("\\s+", " "),
                    reason.replaceAll("\\s+", " "));
        }
    }

    public RetiredFile {
        retired = new LinkedHashMap<>(retired);
        retired = java.util.Collections.unmodifiableMap(retired);
        findings = List.copyOf(findings);
    }

    /// A line that cannot be read is left out and told.
    public static RetiredFile read(byte[] bytes) {
        var report = new Report(NAME);
        var retired = new LinkedHashMap<String, Retired>();
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().limit(MOST + 1L).toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(VERSION) || lines.size() > MOST) {
            report.error(
                    "retired/version",
                    1,
                    "文件开头不是「" + VERSION + "」，或行数太多。",
                    "第一行写「" + VERSION + "」。");
            return new RetiredFile(Map.of(), report.findings());
        }
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                var one = line(line);
                if (one == null) {
                    report.error(
                            "retired/line",
                            i + 1,
                            "这一行看不懂：「%s」。".formatted(Report.quote(line)),
                            "写成「路径、withdrawn 或 archived、日期、标题、理由」五栏，栏与栏之间按一次 Tab 键。");
                } else {
                    retired.put(one.path(), one);
                }
            }
        }
        return new RetiredFile(retired, report.findings());
    }

    private static @Nullable Retired line(String line) {
        var cells = line.split("\t", -1);
        boolean isKnown =
                cells.length == CELLS
                        && (cells[1].equals("withdrawn") || cells[1].equals("archived"))
                        && cells[0].matches("[^/\\s]+/[^/\\s]+");
        if (!isKnown) {
            return null;
        }
        try {
            return new Retired(
                    cells[0],
                    cells[1].equals("withdrawn"),
                    LocalDate.parse(cells[2]),
                    cells[3],
                    cells[4]);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// The same with what became of one document.
    public RetiredFile with(Retired one) {
        var all = new LinkedHashMap<>(retired);
        all.remove(one.path());
        all.put(one.path(), one);
        return new RetiredFile(all, findings);
    }

    /// The same without a document, which is published again.
    public RetiredFile without(String path) {
        var all = new LinkedHashMap<>(retired);
        all.remove(path);
        return new RetiredFile(all, findings);
    }

    /// The bytes of the file.
    public byte[] bytes() {
        var text = new StringBuilder(VERSION).append('\n');
        retired.values().forEach(each -> text.append(each.line()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
