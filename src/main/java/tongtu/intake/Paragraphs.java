package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of plain text to paragraphs: what a page end or a line end cut apart is joined again, each
/// with a remark. No character is taken out or put in, except a space between two Latin words.
final class Paragraphs {
    static final Pattern CAPTION =
            Pattern.compile("(专栏|附表|附件|附图|表|图)\\s*([\\d一二三四五六七八九十]{1,4})(?:\\s*[：:、.．]|\\s+|$).*");

    private final List<Chunk> chunks = new ArrayList<>();

    /// The paragraph that may go on in the next line.
    private OpenParagraph open = new OpenParagraph(new Line(0, ""), "");

    private Paragraphs() {}

    static List<Chunk> of(List<Line> lines) {
        var paragraphs = new Paragraphs();
        var contents = Contents.lines(lines);
        for (int i = 0; i < lines.size(); i++) {
            boolean isEntry = contents.contains(lines.get(i).number());
            var rows = isEntry ? List.<Line>of() : Grids.at(lines, i);
            if (isEntry) {
                paragraphs.entry(lines.get(i), contents.size());
            } else if (!rows.isEmpty()) {
                paragraphs.next(new OpenParagraph(lines.get(i), ""));
                paragraphs.chunks.add(Grids.of(rows));
                i += rows.size() - 1;
            } else if (!lines.get(i).isBlank()) {
                paragraphs.add(lines.get(i));
            }
        }
        paragraphs.next(new OpenParagraph(new Line(0, ""), ""));
        return paragraphs.chunks;
    }

    private void entry(Line line, int count) {
        boolean isFirst = chunks.isEmpty() || !(chunks.getLast() instanceof Chunk.Entry);
        next(new OpenParagraph(line, ""));
        if (!line.isBlank()) {
            chunks.add(
                    new Chunk.Entry(
                            line.number(),
                            line.words().replace('\t', ' '),
                            isFirst ? List.of(Contents.remark(line.number(), count)) : List.of()));
        }
    }

    private void add(Line line) {
        var words = line.words().replace('\t', ' ');
        if (open.goesOnIn(line, words)) {
            open.join(line, words);
        } else {
            next(new OpenParagraph(line, words));
        }
    }

    /// Closes the paragraph that is open, if it has words, and opens another.
    private void next(OpenParagraph another) {
        if (!open.isEmpty()) {
            chunks.add(open.close());
        }
        open = another;
    }
}
