package tongtu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForeignRunsTest {
    /// The runs with a language, each as «language:words».
    private static List<String> foreign(String text, String language) {
        return ForeignRuns.of(text, language).stream()
                .filter(run -> !run.language().isEmpty())
                .map(run -> run.language() + ":" + run.text())
                .toList();
    }

    @Test
    void twoLatinWordsInChineseAreEnglish() {
        assertEquals(
                List.of("en:Web Content Accessibility Guidelines"),
                foreign("标准叫 Web Content Accessibility Guidelines 2.2，APP 不算。", "zh-CN"));
        assertEquals(
                List.of("en:Article 29 of the law."), foreign("见 Article 29 of the law.", "zh"));
        assertEquals(List.of("en:It’s free", "en:ask us"), foreign("It’s free（ask us）", "zh-Hans"));
        assertEquals(List.of("en:café, élève"), foreign("叫 café, élève", "zh-CN"));
    }

    @Test
    void oneWordAFigureOrAnAddressIsNone() {
        for (var text :
                List.of(
                        "",
                        "用 APP 办理",
                        "ISO 9001",
                        "2021 2022",
                        "A、B、C",
                        "https://example.org/a",
                        "WCAG，ARIA")) {
            assertEquals(List.of(), foreign(text, "zh-CN"), text);
        }
    }

    @Test
    void hanInAnotherLanguageIsChinese() {
        assertEquals(
                List.of("zh-CN:嘉善县", "zh-CN:《办法》"), foreign("Jiashan (嘉善县) has a 《办法》.", "en"));
    }

    @Test
    void theRunsAreTheWholeText() {
        var pieces =
                List.of("a", "Bc", " ", ", ", "12", "1.5", "的", "，", "é", ";", ".", "’", "《", "𠮷");
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var text =
                    random.ints(random.nextInt(20), 0, pieces.size())
                            .mapToObj(pieces::get)
                            .collect(Collectors.joining());
            for (var language : List.of("zh-CN", "en")) {
                assertEquals(
                        text,
                        ForeignRuns.of(text, language).stream()
                                .map(ForeignRuns.Run::text)
                                .collect(Collectors.joining()));
            }
        }
    }

    @Test
    void aVeryLongTextNeedsNeitherStackNorPatience() throws InterruptedException {
        var failures = new java.util.ArrayList<Throwable>();
        var small =
                new Thread(
                        null,
                        () -> {
                            for (var piece :
                                    List.of("word ", "a1 ", "a 1 ", "字", "1,1", "a, ", "’’", "《")) {
                                ForeignRuns.of(piece.repeat(300_000), "zh-CN");
                                ForeignRuns.of(piece.repeat(300_000), "en");
                            }
                        },
                        "small",
                        128 * 1024);
        small.setUncaughtExceptionHandler((_, e) -> failures.add(e));
        small.start();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> small.join());
        assertEquals(List.of(), failures);
    }
}
