package tongtu.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Readings of characters in their context, where the dictionary is wrong or does not know: a file
/// of rules, `character TAB before TAB behind TAB reading`, the two contexts as regular expressions
/// or empty. The first rule that holds decides. A line with one word of several characters and its
/// reading (`调处 TAB TAB TAB tiáo chǔ`) reads the whole word.
final class Polyphones {
    private static final String FILE = "polyphones.tsv";

    /// Characters before and behind that a rule sees.
    private static final int CONTEXT = 8;

    private record Rule(String word, Pattern before, Pattern behind, List<Tone> reading) {}

    private static final Map<Character, List<Rule>> RULES = read();

    private Polyphones() {}

    static void apply(String text, @Nullable Tone[] tones) {
        for (int i = 0; i < text.length(); i++) {
            for (var rule : RULES.getOrDefault(text.charAt(i), List.of())) {
                if (holds(rule, text, i)) {
                    for (int k = 0; k < rule.reading().size(); k++) {
                        tones[i + k] = rule.reading().get(k);
                    }
                    i += rule.reading().size() - 1;
                    break;
                }
            }
        }
    }

    private static boolean holds(Rule rule, String text, int at) {
        int end = at + rule.word().length();
        return text.startsWith(rule.word(), at)
                && rule.before().matcher(text.substring(Math.max(0, at - CONTEXT), at)).find()
                && rule.behind()
                        .matcher(text.substring(end, Math.min(text.length(), end + CONTEXT)))
                        .lookingAt();
    }

    private static Map<Character, List<Rule>> read() {
        var rules = new HashMap<Character, List<Rule>>();
        try (var in = Objects.requireNonNull(Polyphones.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var rule = rule(line);
                    rules.computeIfAbsent(rule.word().charAt(0), _ -> new ArrayList<>()).add(rule);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Whole words before single characters, the longest first; else as they stand in the file.
        rules.values().forEach(list -> list.sort((a, b) -> b.word().length() - a.word().length()));
        return Map.copyOf(rules);
    }

    private static Rule rule(String line) {
        var cells = line.split("\t", -1);
        var reading = cells.length == 4 ? Tone.all(cells[3]) : null;
        if (reading == null || reading.size() != cells[0].length()) {
            throw new IllegalStateException(FILE + ": " + line);
        }
        return new Rule(
                cells[0],
                Pattern.compile("(?:" + cells[1] + ")$"),
                Pattern.compile(cells[2]),
                reading);
    }
}
