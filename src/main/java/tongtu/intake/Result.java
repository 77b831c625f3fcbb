package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Finding;

/// The Markdown file as it is written: its lines, for each the line of the file that was sent which
/// it comes from (0 when from none), and the findings so far.
final class Result {
    private final String file;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Result(String file) {
        this.file = file;
    }

    void line(String text, int source, List<Remark> remarks) {
        lines.add(text);
        sources.add(source);
        remarks.forEach(remark -> findings.add(remark.at(file, lines.size())));
    }

    void blank() {
        line("", 0, List.of());
    }

    /// Says something at the first line that comes from a line of the file that was sent; at the
    /// file as a whole when none does.
    void remark(Remark remark, int source) {
        findings.add(remark.at(file, source == 0 ? 0 : sources.indexOf(source) + 1));
    }

    /// Says something of the front matter as a whole.
    void front(Remark remark) {
        findings.add(remark.at(file, 1));
    }

    String file() {
        return file;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// The line of the title, 0 when the front matter alone has it.
    int titleLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("# ")) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The line of the file that was sent for a line of the result; 0 when there is none.
    int source(int line) {
        return line < 1 || line > sources.size() ? 0 : sources.get(line - 1);
    }
}
