package tongtu.markdown;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.Finding;
import tongtu.document.Href;

/// `moved.tsv`: addresses that were in use once. A line is the old address, a tab, and the new one,
/// or nothing after the tab when the document was withdrawn. The first line is `tongtu-moved 1`.
public record MovedFile(Map<String, String> moved, List<Finding> findings) {
    public static final String NAME = "moved.tsv";
    private static final String VERSION = "tongtu-moved 1";
    private static final int MOST = 20_000;

    public static MovedFile read(byte[] bytes) {
        var report = new Report(NAME);
        var moved = new LinkedHashMap<String, String>();
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().limit(MOST + 1L).toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(VERSION) || lines.size() > MOST) {
            report.error(
                    "moved/version", 1, "文件开头不是「" + VERSION + "」，或行数太多。", "第一行写「" + VERSION + "」。");
            return new MovedFile(Map.of(), report.findings());
        }
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            var from = (tab < 0 ? line : line.substring(0, tab)).strip();
            var to = tab < 0 ? "" : line.substring(tab + 1).strip();
            if (isAddress(from) && (to.isEmpty() || isAddress(to)) && !from.equals(to)) {
                moved.put(from, to);
            } else {
                report.error(
                        "moved/address",
                        i + 1,
                        "「%s」不是本站的地址。".formatted(Report.quote(line)),
                        "写成「/policies/旧名」、一个制表符、「/policies/新名」；撤下的，制表符后面留空。");
            }
        }
        return new MovedFile(moved, report.findings());
    }

    private static boolean isAddress(String text) {
        return text.startsWith("/")
                && Href.of(text) != null
                && text.indexOf('?') < 0
                && text.indexOf('#') < 0;
    }
}
