package tongtu.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The table of contents of a printed document: the lines between 目录 and the heading that it names
/// first. They are no headings.
final class Contents {
    private static final int MOST = 400;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0]+");

    /// Dots and a page number after an entry.
    private static final Pattern LEADER = Pattern.compile("[.．…·\\-—]*\\d{0,4}$");

    private Contents() {}

    /// The numbers of the lines that are entries; empty when there are no contents.
    static Set<Integer> lines(List<Line> lines) {
        int at = 0;
        while (at < lines.size() && !bare(lines.get(at)).equals("目录")) {
            at++;
        }
        int first = at + 1;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        var entries = new HashSet<Integer>();
        for (int i = first; i < Math.min(lines.size(), first + MOST); i++) {
            if (i > first && bare(lines.get(i)).equals(entry(lines.get(first)))) {
                return entries;
            }
            if (!lines.get(i).isBlank()) {
                entries.add(lines.get(i).number());
            }
        }
        return Set.of();
    }

    /// What is said of the contents, at their first line.
    static Remark remark(int line, int count) {
        return Remark.note(
                "intake/contents",
                line,
                "「目录」下面的 %d 行当作目录，不是标题；照原样留着。".formatted(count),
                "网页自己有目录；不需要的，删去这一段。");
    }

    private static String bare(Line line) {
        return SPACES.matcher(line.text().replaceFirst("^\\s*#{1,6}\\s", "")).replaceAll("");
    }

    private static String entry(Line line) {
        return LEADER.matcher(bare(line)).replaceFirst("");
    }
}
