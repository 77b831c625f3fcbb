package tongtu.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

/// Everyday words, and the official terms that stand for them in documents. One way only: who types
/// the official term does not mean each everyday word for it.
///
/// The file is `search/synonyms.txt` in the content folder, a line for each: `聋哑人、聋子 =>
/// 听力残疾人、言语残疾人`.
public final class Everyday {
    public static final String FILE = "search/synonyms.txt";
    public static final Everyday NONE = new Everyday(Map.of());

    /// Everyday words in all.
    static final int MOST = 5_000;

    /// Characters of one word.
    static final int LONGEST = 20;

    private static final String ARROW = "=>";

    /// By word; all folded.
    private final Map<String, List<String>> terms;

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    /// What a file says, and what is wrong with it.
    public record Read(Everyday everyday, List<Finding> findings) {}

    /// An everyday word in a question, from `start` to before `end`, and its terms.
    record Match(String word, List<String> terms, int start, int end) {}

    private Everyday(Map<String, List<String>> terms) {
        this.terms = Map.copyOf(terms);
        for (var word : terms.keySet()) {
            byFirst.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word);
        }
        byFirst.values()
                .forEach(words -> words.sort(Comparator.comparingInt((String w) -> -w.length())));
    }

    /// Reads a file; `occurs` tells whether folded words stand in any document.
    public static Read read(byte[] bytes, Predicate<String> occurs) {
        var lines = Lines.read(FILE, bytes);
        var findings = new ArrayList<>(lines.findings());
        var terms = new HashMap<String, List<String>>();
        var numbers = new HashMap<String, Integer>();
        for (var line : lines.lines()) {
            if (terms.size() >= MOST) {
                findings.add(error(line.number(), "词太多，从这里起没有读。", "最多 " + MOST + " 个。"));
                break;
            }
            read(line, terms, numbers, findings);
        }
        check(terms, numbers, occurs, findings);
        return new Read(new Everyday(terms), List.copyOf(findings));
    }

    private static void read(
            Lines.Line line,
            Map<String, List<String>> terms,
            Map<String, Integer> numbers,
            List<Finding> findings) {
        int arrow = line.text().indexOf(ARROW);
        var words = arrow < 0 ? List.<String>of() : list(line.text().substring(0, arrow));
        var official =
                arrow < 0 ? List.<String>of() : list(line.text().substring(arrow + ARROW.length()));
        if (words.isEmpty() || official.isEmpty()) {
            findings.add(error(line.number(), "这一行看不懂。", "写成「日常的话 => 正式的词」，几个词用顿号隔开。"));
            return;
        }
        for (var word : words) {
            if (word.length() < 2 || word.length() > LONGEST) {
                findings.add(
                        error(
                                line.number(),
                                "「%s」要有 2 到 %d 个字。".formatted(word, LONGEST),
                                "一个字的词意思太多；太长的没有人这样输入。"));
            } else if (terms.containsKey(word)) {
                findings.add(
                        error(
                                line.number(),
                                "「%s」在第 %d 行写过了。".formatted(word, numbers.get(word)),
                                "合成一行。"));
            } else {
                terms.put(word, official);
                numbers.put(word, line.number());
            }
        }
    }

    /// An everyday word that is an official term elsewhere would lead on and on, perhaps in a
    /// circle; a term that no document has finds nothing.
    private static void check(
            Map<String, List<String>> terms,
            Map<String, Integer> numbers,
            Predicate<String> occurs,
            List<Finding> findings) {
        var known = new HashSet<String>();
        var unknown = new HashSet<String>();
        for (var word : List.copyOf(terms.keySet())) {
            int number = numbers.getOrDefault(word, 0);
            for (var term : terms.getOrDefault(word, List.of())) {
                if (numbers.containsKey(term)) {
                    findings.add(
                            error(
                                    number,
                                    "「%s」指向「%s」，而「%s」在第 %d 行又是日常的话。"
                                            .formatted(word, term, term, numbers.get(term)),
                                    "直接写最后的那个正式的词。"));
                    terms.remove(word);
                    break;
                }
                if (!known.contains(term) && !unknown.contains(term)) {
                    (occurs.test(term) ? known : unknown).add(term);
                }
                if (unknown.contains(term)) {
                    findings.add(
                            new Finding(
                                    "search/unknown-term",
                                    Severity.WARNING,
                                    FILE,
                                    number,
                                    "「%s」在本站的文件里没有出现过。".formatted(term),
                                    "换成文件里用的词，或删去。"));
                }
            }
        }
    }

    private static Finding error(int line, String message, String remedy) {
        return new Finding("search/synonyms", Severity.ERROR, FILE, line, message, remedy);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("、", -1))
                .map(word -> Analysis.fold(word).strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// The everyday words of a folded question, from its start, the longest first.
    List<Match> in(String folded) {
        var matches = new ArrayList<Match>();
        for (int at = 0; at < folded.length(); ) {
            var word = at(folded, at);
            if (word.isEmpty()) {
                at++;
            } else {
                int end = at + word.length();
                matches.add(new Match(word, terms.getOrDefault(word, List.of()), at, end));
                at = end;
            }
        }
        return matches;
    }

    private String at(String folded, int at) {
        for (var word : byFirst.getOrDefault(folded.charAt(at), List.of())) {
            if (folded.startsWith(word, at)) {
                return word;
            }
        }
        return "";
    }

    /// All everyday words, folded.
    Set<String> words() {
        return terms.keySet();
    }

    /// All official terms, folded.
    Set<String> terms() {
        var all = new LinkedHashSet<String>();
        terms.values().forEach(all::addAll);
        return all;
    }
}
