package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The questions of `questions.tsv`: how many have the right place first, and among the first five.
/// The floors are what was reached, a little less: a change that loses answers fails.
class AnsweredQuestionsTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/search/questions.tsv");
    private static final int FIRST = 5;

    record Floor(double first, double five) {}

    private static final Map<String, Floor> FLOORS =
            Map.of(
                    "everyday", new Floor(0.8, 0.94),
                    "official", new Floor(0.92, 0.96),
                    "homophone", new Floor(0.95, 0.95),
                    "pinyin", new Floor(0.75, 0.95),
                    "number", new Floor(0.84, 0.96),
                    "none", new Floor(0.83, 0.83));

    private static final Map<String, Floor> FLOORS_BY_WORDS =
            Map.of(
                    "everyday", new Floor(0.65, 0.82),
                    "official", new Floor(0.92, 0.96),
                    "homophone", new Floor(0.95, 0.95),
                    "pinyin", new Floor(0.75, 0.95),
                    "number", new Floor(0.84, 0.96),
                    "none", new Floor(0.62, 0.62));

    record Asked(String kind, String question, List<String> answers) {}

    record Share(int all, int first, int five, int suggested) {
        Share plus(boolean isFirst, boolean isFive, boolean isSuggested) {
            return new Share(
                    all + 1,
                    first + (isFirst ? 1 : 0),
                    five + (isFive ? 1 : 0),
                    suggested + (isSuggested ? 1 : 0));
        }
    }

    static List<Asked> questions() throws IOException {
        var questions = new ArrayList<Asked>();
        for (var line : Files.readAllLines(QUESTIONS)) {
            if (!line.startsWith("#")) {
                var parts = line.split("\t", -1);
                questions.add(
                        new Asked(
                                parts[0],
                                parts[1],
                                parts[2].isEmpty() ? List.of() : List.of(parts[2].split(" \\| "))));
            }
        }
        return questions;
    }

    private static boolean answers(List<Hit> hits, Asked asked, int most) {
        return hits.stream()
                .limit(most)
                .map(QuestionSite::place)
                .anyMatch(place ->
                        asked.answers().stream()
                                .anyMatch(answer -> QuestionSite.isIn(place, answer)));
    }

    /// A misspelt question counts as answered when what is suggested for it is answered: the reader
    /// presses one link. A question without an answer is answered by finding nothing.
    static Map<String, Share> shares(QuestionSite site, List<String> missed) throws IOException {
        var shares = new TreeMap<String, Share>();
        for (var asked : questions()) {
            if (!site.hasPlan()
                    && asked.answers().stream().allMatch(each -> each.startsWith("policies/plan"))
                    && !asked.answers().isEmpty()) {
                continue;
            }
            var answer = site.index().search(Question.of(asked.question()));
            var hits = answer.hits();
            if (asked.kind().equals("homophone") && !answer.meant().isEmpty()) {
                hits = site.index().search(Question.of(answer.meant().getFirst())).hits();
            }
            boolean isNone = asked.answers().isEmpty();
            boolean isFirst = isNone ? hits.isEmpty() : answers(hits, asked, 1);
            boolean isFive = isNone ? hits.isEmpty() : answers(hits, asked, FIRST);
            if (!isFive) {
                missed.add(
                        asked.kind()
                                + " "
                                + asked.question()
                                + " -> "
                                + answer.meant()
                                + " "
                                + hits.stream().limit(3).map(QuestionSite::place).toList());
            }
            shares.merge(
                    asked.kind(),
                    new Share(0, 0, 0, 0).plus(isFirst, isFive, !answer.meant().isEmpty()),
                    (a, b) ->
                            new Share(
                                    a.all() + b.all(),
                                    a.first() + b.first(),
                                    a.five() + b.five(),
                                    a.suggested() + b.suggested()));
        }
        return shares;
    }

    @Test
    void mostQuestionsHaveTheRightPlaceAmongTheFirst() throws Exception {
        for (boolean meaning : new boolean[] {false, true}) {
            var site = meaning ? QuestionSite.withMeaning() : QuestionSite.byWords();
            var missed = new ArrayList<String>();
            var shares = shares(site, missed);
            System.out.println(meaning ? "Questions, words and meaning:" : "Questions, words:");
            shares.forEach((kind, share) ->
                    System.out.printf(
                            "  %-9s first %.2f, first five %.2f of %d; suggested %d%n",
                            kind,
                            share.first() / (double) share.all(),
                            share.five() / (double) share.all(),
                            share.all(),
                            share.suggested()));
            if (Boolean.getBoolean("tongtu.missed")) {
                missed.forEach(each -> System.out.println("    " + each));
            }
            var floors = meaning ? FLOORS : FLOORS_BY_WORDS;
            floors.forEach((kind, floor) -> {
                var share = shares.getOrDefault(kind, new Share(0, 0, 0, 0));
                assertTrue(
                        share.first() >= floor.first() * share.all()
                                && share.five() >= floor.five() * share.all(),
                        () -> kind + ": " + share + "\n" + String.join("\n", missed));
            });
        }
    }
}
