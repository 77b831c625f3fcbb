package tongtu.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

/// Questions for which staff have named the best answer.
///
/// The file is `search/best-bets.tsv` in the content folder: the question, a tab, the address of a
/// page of the site (`/services/home-adaptation`).
public final class BestBets {
    public static final String FILE = "search/best-bets.tsv";
    public static final BestBets NONE = new BestBets(Map.of());

    /// Questions in all.
    static final int MOST = 5_000;

    private final Map<String, String> addresses;

    /// What a file says, and what is wrong with it.
    public record Read(BestBets bestBets, List<Finding> findings) {}

    private BestBets(Map<String, String> addresses) {
        this.addresses = Map.copyOf(addresses);
    }

    /// Reads a file; `exists` tells whether a page has an address.
    public static Read read(byte[] bytes, Predicate<String> exists) {
        var lines = Lines.read(FILE, bytes);
        var findings = new ArrayList<>(lines.findings());
        var addresses = new HashMap<String, String>();
        for (var line : lines.lines()) {
            int tab = line.text().indexOf('\t');
            var question = tab < 0 ? "" : key(line.text().substring(0, tab));
            var address = tab < 0 ? "" : line.text().substring(tab + 1).strip();
            if (question.isEmpty() || address.isEmpty()) {
                findings.add(
                        finding(Severity.ERROR, line, "这一行看不懂。", "写成：问题、制表符、网页的地址（/services/…）。"));
            } else if (!exists.test(address)) {
                findings.add(
                        finding(
                                Severity.WARNING,
                                line,
                                "本站没有地址是「%s」的文件。".formatted(address),
                                "改正地址，或删去这一行。"));
            } else if (addresses.size() == MOST) {
                findings.add(finding(Severity.ERROR, line, "太多，从这里起没有读。", "最多 " + MOST + " 个。"));
                break;
            } else if (addresses.putIfAbsent(question, address) != null) {
                findings.add(finding(Severity.ERROR, line, "这个问题前面写过了。", "留下一行。"));
            }
        }
        return new Read(new BestBets(addresses), List.copyOf(findings));
    }

    private static Finding finding(
            Severity severity, Lines.Line line, String message, String remedy) {
        return new Finding("search/best-bets", severity, FILE, line.number(), message, remedy);
    }

    /// Questions are the same when they differ in signs and spaces alone.
    private static String key(String question) {
        return Analysis.number(question);
    }

    /// The address of the best answer; empty without one.
    String of(String question) {
        return addresses.getOrDefault(key(question), "");
    }
}
