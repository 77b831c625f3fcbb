package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.document.Numbering;
import tongtu.document.Numbering.Style;
import tongtu.language.Sentences;

/// A numbered paragraph that may be a heading: alone on its line, or its first sentence. Official
/// documents number 一、（一）1.（1） from the outside in.
final class Numbered {
    private static final List<Style> RANKS =
            List.of(Style.PART, Style.DIVISION, Style.POINT, Style.SUBPOINT);

    /// Characters of a heading on its own line, and of one that runs into its paragraph.
    static final int LONGEST = 60;

    private static final int LONGEST_RUN_IN = 40;

    /// Characters in which a first sentence is looked for.
    private static final int LONGEST_FIRST = 400;

    enum Form {
        ALONE,
        RUN_IN,
        NEITHER
    }

    private final Chunk.Words chunk;
    private final Numbering numbering;
    private final String first;
    private final int end;
    private Row row = new Row();
    private boolean hasContent;

    private Numbered(Chunk.Words chunk, Numbering numbering) {
        this.chunk = chunk;
        this.numbering = numbering;
        int start = numbering.written().length();
        int limit = Math.min(chunk.words().length(), start + LONGEST_FIRST);
        var sentences = Sentences.of(chunk.words().substring(start, limit));
        first = sentences.isEmpty() ? "" : sentences.getFirst();
        end = chunk.words().indexOf(first, start) + first.length();
    }

    /// The numbered paragraphs at their places among the chunks, null elsewhere.
    static List<@Nullable Numbered> of(List<Chunk> chunks) {
        var all = new ArrayList<@Nullable Numbered>();
        var rows = new ArrayList<@Nullable Row>(RANKS.stream().map(_ -> (Row) null).toList());
        Numbered before = null;
        for (var chunk : chunks) {
            Numbered each = null;
            if (chunk instanceof Chunk.Words words
                    && RANKS.contains(Numbering.of(words.words()).style())) {
                each = new Numbered(words, Numbering.of(words.words()));
                each.enter(rows);
            }
            if (before != null) {
                before.hasContent = each == null || each.rank() > before.rank();
            }
            all.add(each);
            before = each;
        }
        return all;
    }

    /// Joins the row of its rank that is open under the same heading, or begins one.
    private void enter(List<@Nullable Row> rows) {
        for (int deeper = rank() + 1; deeper < rows.size(); deeper++) {
            rows.set(deeper, null);
        }
        var open = rows.get(rank());
        if (open != null && open.members.getLast().numbering.value() < numbering.value()) {
            row = open;
        }
        rows.set(rank(), row);
        row.members.add(this);
    }

    Chunk.Words chunk() {
        return chunk;
    }

    /// 0 for the outermost.
    int rank() {
        return RANKS.indexOf(numbering.style());
    }

    /// The first sentence with the number.
    String heading() {
        return chunk.words().substring(0, end).strip();
    }

    /// What follows the first sentence.
    String rest() {
        return chunk.words().substring(end).strip();
    }

    Form form() {
        if (first.isEmpty()) {
            return Form.NEITHER;
        }
        if (rest().isEmpty()) {
            boolean ends = "；;，,、".indexOf(first.charAt(first.length() - 1)) < 0;
            return ends && first.length() <= LONGEST ? Form.ALONE : Form.NEITHER;
        }
        return first.endsWith("。") && first.length() <= LONGEST_RUN_IN ? Form.RUN_IN : Form.NEITHER;
    }

    /// Whether those of its row are headings.
    boolean isAmongHeadings() {
        return row.isHeadings();
    }

    /// Those numbered one after the other under the same heading: all headings or all items, by two
    /// thirds.
    private static final class Row {
        private final List<Numbered> members = new ArrayList<>();
        private @Nullable Boolean isHeadings;

        boolean isHeadings() {
            if (isHeadings == null) {
                long fit = members.stream().filter(each -> each.form() != Form.NEITHER).count();
                isHeadings = fit * 3 >= members.size() * 2L && hasContents();
            }
            return isHeadings;
        }

        /// A list's last item may have words after it; a heading before the last one must.
        private boolean hasContents() {
            return members.getFirst().rank() == 0
                    || members.stream().anyMatch(each -> each.form() == Form.RUN_IN)
                    || members.stream()
                            .limit(Math.max(1, members.size() - 1))
                            .anyMatch(each -> each.hasContent);
        }
    }
}
