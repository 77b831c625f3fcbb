package tongtu.braille;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.braille.Passage.Kind;
import tongtu.braille.Transcript.Piece;

/// Lays passages out in lines and pages. Each page begins with a line that has the title and the
/// page's number; a heading never ends a page.
final class Typesetter {
    private static final String BLANK = String.valueOf(Cells.BLANK);
    private static final String HYPHEN = Cells.of("36");

    /// Between a heading in the contents and its page.
    private static final String LEADER = Cells.of("5");

    private final Format format;

    Typesetter(Format format) {
        this.format = format;
    }

    /// A line, and the heading that begins in it; -1 when none does. `keeps` when the next line
    /// must stand on the same page.
    private record Line(String cells, int number, boolean keeps) {}

    /// The pages of passages; `running` is the title as it stands at the top of each. A passage of
    /// [Kind#HEADING] is listed in the contents before `body`, under `contents`.
    List<List<String>> pages(
            String running, List<Passage> front, String contents, List<Passage> body) {
        var headings = body.stream().filter(passage -> passage.number() >= 0).toList();
        Map<Integer, Integer> places = new HashMap<>();
        // How long the contents are does not depend on the numbers in them, as these have room.
        for (int round = 0; ; round++) {
            var lines = new ArrayList<Line>();
            front.forEach(passage -> lines.addAll(lines(passage)));
            if (headings.size() > 1) {
                lines.add(new Line("", -1, true));
                lines.add(new Line(middle(contents), -1, true));
                lines.add(new Line("", -1, true));
                for (var heading : headings) {
                    lines.addAll(entry(heading, places));
                }
            }
            body.forEach(passage -> lines.addAll(lines(passage)));
            var found = new HashMap<Integer, Integer>();
            var pages = pages(running, lines, found);
            if (found.equals(places) || round == 3) {
                return pages;
            }
            places = found;
        }
    }

    private List<List<String>> pages(
            String running, List<Line> lines, Map<Integer, Integer> found) {
        var pages = new ArrayList<List<String>>();
        int room = format.height() - 1;
        for (int at = 0; at < lines.size(); ) {
            while (at < lines.size() && lines.get(at).cells().isEmpty()) {
                at++;
            }
            int end = Math.min(lines.size(), at + room);
            int cut = end;
            while (end < lines.size() && cut > at + 1 && lines.get(cut - 1).keeps()) {
                cut--;
            }
            var page = new ArrayList<String>();
            page.add(head(running, pages.size() + 1));
            for (var line : lines.subList(at, cut)) {
                page.add(line.cells());
                if (line.number() >= 0) {
                    found.put(line.number(), pages.size() + 1);
                }
            }
            if (cut > at) {
                pages.add(page);
            }
            at = cut;
        }
        return pages;
    }

    private String head(String running, int page) {
        var number = number(page);
        int room = format.width() - number.length() - 1;
        var title = running.length() <= room ? running : running.substring(0, room);
        return title + BLANK.repeat(format.width() - title.length() - number.length()) + number;
    }

    static String number(int number) {
        var cells = new StringBuilder(Cells.of("3456"));
        for (char digit : String.valueOf(number).toCharArray()) {
            cells.append(English.cell(digit));
        }
        return cells.toString();
    }

    private String middle(String cells) {
        int before = Math.max(0, (format.width() - cells.length()) / 2);
        return BLANK.repeat(before) + cells;
    }

    private List<Line> entry(Passage heading, Map<Integer, Integer> places) {
        int width = format.width() - 6;
        var filled =
                filled(
                        heading.transcript().pieces(),
                        heading.indent(),
                        heading.indent() + 2,
                        width);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < filled.size(); i++) {
            var cells = filled.get(i);
            if (i == filled.size() - 1) {
                var number = number(places.getOrDefault(heading.number(), 0));
                int gap = format.width() - cells.length() - number.length();
                cells =
                        cells
                                + (gap > 3
                                        ? BLANK + LEADER.repeat(gap - 2) + BLANK
                                        : BLANK.repeat(gap))
                                + number;
            }
            lines.add(new Line(cells, -1, false));
        }
        return lines;
    }

    private List<Line> lines(Passage passage) {
        var lines = new ArrayList<Line>();
        boolean heads = passage.kind() == Kind.HEADING || passage.kind() == Kind.TITLE;
        boolean title = passage.kind() == Kind.TITLE;
        if (heads) {
            lines.add(new Line("", -1, true));
        }
        int width = title ? format.width() - 6 : format.width();
        var filled = filled(passage.transcript().pieces(), passage.indent(), passage.hang(), width);
        for (int i = 0; i < filled.size(); i++) {
            var cells = title ? middle(filled.get(i)) : filled.get(i);
            lines.add(new Line(cells, i == 0 ? passage.number() : -1, heads));
        }
        if (title) {
            lines.add(new Line("", -1, true));
        }
        return lines;
    }

    /// Pieces in lines; one that is longer than a line is divided with a hyphen.
    private static List<String> filled(List<Piece> pieces, int indent, int hang, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(BLANK.repeat(indent));
        int begun = indent;
        for (var word : words(pieces)) {
            var left = word;
            if (line.length() > begun && line.length() + 1 + left.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(BLANK.repeat(hang));
                begun = hang;
            } else if (line.length() > begun) {
                line.append(BLANK);
            }
            while (line.length() + left.length() > width) {
                int room = width - line.length() - HYPHEN.length();
                line.append(left, 0, room).append(HYPHEN);
                left = left.substring(room);
                lines.add(line.toString());
                line = new StringBuilder(BLANK.repeat(hang));
                begun = hang;
            }
            line.append(left);
        }
        if (line.length() > begun) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> words(List<Piece> pieces) {
        var words = new ArrayList<String>();
        for (var piece : pieces) {
            if (piece.isApart() || words.isEmpty()) {
                words.add(piece.cells());
            } else {
                words.set(words.size() - 1, words.getLast() + piece.cells());
            }
        }
        return words;
    }
}
