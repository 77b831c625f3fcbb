package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tongtu.document.Units;

/// What stands in a page is found: words cut out of the texts at random, and looked for as plain
/// `contains` does.
class LiteralRecallTest {
    @Test
    void everyPageThatHoldsTheWordsIsFound() throws Exception {
        var site = QuestionSite.byWords();
        var texts = new java.util.TreeMap<String, List<String>>();
        for (var document : site.library().documents()) {
            texts.put(
                    document.path(),
                    Units.of(document).stream().map(unit -> Analysis.fold(unit.words())).toList());
        }
        var all = texts.values().stream().flatMap(List::stream).toList();
        var random = new Random(11);
        int asked = 0;
        while (asked < 300) {
            var text = all.get(random.nextInt(all.size()));
            int length = 2 + random.nextInt(7);
            if (text.length() <= length) {
                continue;
            }
            int start = random.nextInt(text.length() - length);
            var words = text.substring(start, start + length);
            boolean isHan = words.chars().allMatch(c -> c >= 0x4e00 && c < 0xa000);
            if (!isHan) {
                continue;
            }
            asked++;
            var holding = new TreeSet<String>();
            texts.forEach((path, units) -> {
                if (units.stream().anyMatch(unit -> unit.contains(words))) {
                    holding.add(path);
                }
            });
            var found = new TreeSet<String>();
            var first = site.index().search(Question.of(words));
            for (int page = 1; page <= first.pages(); page++) {
                site.index().search(new Question(words, Filters.NONE, page)).hits().stream()
                        .map(QuestionSite::place)
                        .forEach(place -> found.add(place.substring(0, place.indexOf('#'))));
            }
            holding.removeAll(found);
            assertEquals(new TreeSet<String>(), holding, words);
        }
    }
}
