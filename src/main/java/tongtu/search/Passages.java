package tongtu.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Section;
import tongtu.document.Unit;
import tongtu.language.Folded;
import tongtu.language.Words;

/// The passage of an entry that shows best why it was found: whole clauses, with the words of the
/// question marked as words.
final class Passages {
    /// Characters of a passage.
    private static final int LENGTH = 90;

    /// A clause longer than that is cut between words.
    private static final int LONGEST = 2 * LENGTH;

    private static final String CLAUSE_ENDS = "，。；：！？,;:!?…\n";

    private final Words words;
    private final Set<String> pairs = new HashSet<>();
    private final List<String> phrases;
    private final ToDoubleFunction<String> weight;

    /// A passage; `anchor` is the unit that it is taken from, null when that is the entry itself.
    record Passage(@Nullable BlockId anchor, List<Hit.Run> runs) {}

    /// Marks what a text says, and `phrases` besides; `weight` tells how much a pair of characters
    /// says, 0 for nothing.
    Passages(String text, List<String> phrases, Words words, ToDoubleFunction<String> weight) {
        this.words = words;
        this.weight = weight;
        this.phrases = phrases;
        for (var token : Analysis.grams(List.of(text))) {
            if (token.text().length() > 1 || Character.isDigit(token.text().charAt(0))) {
                pairs.add(token.text());
            }
        }
    }

    Passage of(Entry entry) {
        Unit best = null;
        double most = 0;
        for (var unit : entry.units()) {
            double worth = worth(Analysis.fold(unit.words()));
            if (worth > most) {
                most = worth;
                best = unit;
            }
        }
        // The other names of a term are no text.
        var about = entry.document() == null ? "" : String.join("", entry.about());
        if (!about.isEmpty() && (best == null || worth(Analysis.fold(about)) > most)) {
            return new Passage(null, runs(about));
        }
        return best == null
                ? new Passage(null, runs(first(entry)))
                : new Passage(best.id(), runs(best.words()));
    }

    /// What shows an entry in which no word of the question stands: its beginning, or what is in
    /// it.
    private static String first(Entry entry) {
        var words =
                entry.units().stream().map(Unit::words).filter(each -> !each.isBlank()).findFirst();
        if (words.isPresent()) {
            return words.get();
        }
        return entry.source() instanceof Hit.Source.InDocument(_, var section, _, _)
                        && section != null
                ? String.join("；", section.sections().stream().map(Section::title).toList())
                : "";
    }

    private double worth(String folded) {
        double worth = 0;
        var seen = new HashSet<String>();
        for (var token : Analysis.grams(List.of(folded))) {
            if (pairs.contains(token.text()) && seen.add(token.text())) {
                worth += weight.applyAsDouble(token.text());
            }
        }
        for (var phrase : phrases) {
            worth += folded.contains(phrase) ? weight.applyAsDouble(phrase.substring(0, 2)) : 0;
        }
        return worth;
    }

    /// The best clauses of a text, their words marked.
    private List<Hit.Run> runs(String text) {
        var folded = Folded.of(text);
        var marked = marked(folded, text.length());
        int start = 0;
        int end = text.length();
        if (text.length() > LENGTH) {
            var ends = ends(text, folded);
            double most = -1;
            for (int from = 0; from < ends.size() - 1; from++) {
                int to = from + 1;
                while (to + 1 < ends.size() && ends.get(to + 1) - ends.get(from) <= LENGTH) {
                    to++;
                }
                double here = 0;
                for (int i = ends.get(from); i < ends.get(to); i++) {
                    here += marked[i];
                }
                if (here > most) {
                    most = here;
                    start = ends.get(from);
                    end = ends.get(to);
                }
            }
        }
        return cut(text, marked, start, end);
    }

    private static List<Hit.Run> cut(String text, double[] marked, int start, int end) {
        var runs = new ArrayList<Hit.Run>();
        if (start > 0) {
            runs.add(new Hit.Run("……", false));
        }
        for (int at = start; at < end; ) {
            boolean isMarked = marked[at] > 0;
            int next = at;
            while (next < end && marked[next] > 0 == isMarked) {
                next++;
            }
            runs.add(new Hit.Run(text.substring(at, next).replace('\n', ' '), isMarked));
            at = next;
        }
        if (end < text.length()) {
            runs.add(new Hit.Run("……", false));
        }
        return runs;
    }

    /// Where clauses begin and end: 0, after each closing sign, the end.
    private List<Integer> ends(String text, Folded folded) {
        var ends = new ArrayList<Integer>();
        ends.add(0);
        int wordEnd = 0;
        for (var word : words.of(folded.text())) {
            int at = folded.origin(word.start());
            int after = folded.origin(word.end());
            boolean isEnd = CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0;
            if (isEnd) {
                ends.add(after);
            } else if (after - ends.getLast() > LONGEST && wordEnd > ends.getLast()) {
                ends.add(wordEnd);
            }
            wordEnd = after;
        }
        if (ends.getLast() < text.length()) {
            ends.add(text.length());
        }
        return ends;
    }

    /// For each character of a text how much its mark weighs: 0 where nothing is marked.
    private double[] marked(Folded folded, int length) {
        var text = folded.text();
        var covered = new double[text.length()];
        for (var token : Analysis.grams(List.of(text))) {
            if (pairs.contains(token.text())) {
                cover(covered, token.position(), token.text());
            }
        }
        for (var phrase : phrases) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
                double own = Math.max(weight.applyAsDouble(phrase.substring(0, 2)), 1);
                for (int i = at; i < at + phrase.length(); i++) {
                    covered[i] = Math.max(covered[i], own);
                }
            }
        }
        var marked = new double[length];
        for (var word : words.of(text)) {
            int count = 0;
            double most = 0;
            for (int i = word.start(); i < word.end(); i++) {
                count += covered[i] > 0 ? 1 : 0;
                most = Math.max(most, covered[i]);
            }
            if (2 * count > word.end() - word.start() && isWord(word.text())) {
                for (int i = folded.origin(word.start()); i < folded.origin(word.end()); i++) {
                    marked[i] = most;
                }
            }
        }
        return marked;
    }

    private void cover(double[] covered, int start, String token) {
        double own = weight.applyAsDouble(token);
        for (int i = start; i < Math.min(start + token.length(), covered.length); i++) {
            covered[i] = Math.max(covered[i], own);
        }
    }

    private static boolean isWord(String text) {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}
