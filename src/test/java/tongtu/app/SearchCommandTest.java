package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.database.Database;
import tongtu.search.AskedQuestions;

/// `./tongtu search`, `evaluate`, and what `check` says of the lists for searching, as people run
/// them.
class SearchCommandTest {
    private static final String[] NOTHING = {};

    @TempDir Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = List.of(System.out, System.err);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            var all = new ArrayList<String>();
            for (var argument : arguments) {
                all.add(argument.toString());
            }
            int status = Main.run(all.toArray(NOTHING));
            return new Outcome(
                    status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before.getFirst());
            System.setErr(before.getLast());
        }
    }

    private Outcome search(Object... arguments) {
        var all = new ArrayList<Object>(List.of("search"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data")));
        return run(all.toArray());
    }

    @Test
    void itFindsWhatTheSiteFindsAndSaysWhy() {
        var plain = search("家里卫生间装扶手有补助吗", "--search-meaning", "off");
        assertEquals(0, plain.status(), plain.err());
        assertTrue(plain.out().startsWith("找到 "), plain.out());
        assertTrue(plain.out().contains("1. services/home-adaptation"), plain.out());
        assertFalse(plain.out().contains("得分"), plain.out());

        var explained = search("轮椅坏了", "--explain", "--search-meaning", "off");
        var score = explained.out().lines().filter(line -> line.contains("得分")).findFirst();
        assertTrue(score.isPresent(), explained.out());
        assertTrue(score.get().matches(" +得分 [0-9.]+：.*[^ ]+ [0-9.]+.*"), score.get());
        assertTrue(explained.out().contains("也找了：") && explained.out().contains("辅助器具"));
    }

    @Test
    void meaningIsExplainedToo() {
        var explained = search("残疾证", "--explain");
        assertEquals(0, explained.status(), explained.err());
        assertTrue(
                explained
                        .out()
                        .lines()
                        .anyMatch(line -> line.contains("得分") && line.contains("意思")),
                explained.out());
    }

    @Test
    void nothingToSearchForIsSaid() {
        assertEquals(Main.MISTYPED, search().status());
        assertEquals(Main.MISTYPED, search("残疾", "--page", "0").status());
        var far = search("残疾", "--page", "900", "--search-meaning", "off");
        assertEquals(0, far.status());
        assertEquals(0, search("--help").status());
    }

    @Test
    void questionsThatLedNowhereAreListed() {
        var now =
                new AtomicReference<>(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(3)));
        for (int day = 0; day < 3; day++) {
            try (var database = new Database(folder.resolve("data"));
                    var asked = AskedQuestions.start(database, now::get)) {
                for (int i = 0; i < 2; i++) {
                    asked.asked("导盲机器人要多少钱", 0);
                    asked.asked("=HYPERLINK", 0);
                }
                asked.asked("只问过一次的话" + day, 0);
            }
            now.updateAndGet(each -> each.plus(Duration.ofDays(1)));
        }
        var listed = search("--unanswered");
        assertEquals(0, listed.status(), listed.err());
        assertTrue(listed.out().contains("导盲机器人要多少钱"), listed.out());
        assertFalse(listed.out().contains("只问过一次的话"), listed.out());
        assertTrue(listed.out().contains("还有 3 个问的人太少"), listed.out());

        var csv = search("--unanswered", "--csv");
        assertTrue(csv.out().startsWith("问题,问过几次,没有结果几次,点开结果几次,最近一次"), csv.out());
        assertTrue(csv.out().contains("\"'=hyperlink\""), csv.out());
        assertFalse(
                search("--unanswered", "--since", "2099-01-01").out().contains("导盲"),
                "only since then");
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path corpus() throws Exception {
        var file = folder.resolve("corpus.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(
                    """
                    {"id": "a", "title": "残疾人保障法", "text": "残疾人的康复由政府保障。", "extra": {"x": [1]}}
                    {"id": "b", "title": "教育法", "text": "学校应当接收残疾学生。"}
                    {"id": "c", "title": "道路法", "text": "车辆靠右行驶。"}
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void anyJudgedQuestionsCanBeMeasured() throws Exception {
        var queries = file("queries.tsv", "1\t残疾人康复\n2\t学校不收残疾学生\n3\t没有人判过\n");
        var qrels = file("qrels.tsv", "1\ta\t1\n2\tb\t2\n2\tc\t0\n");
        var all =
                run(
                        "evaluate",
                        "--corpus",
                        corpus(),
                        "--queries",
                        queries,
                        "--qrels",
                        qrels,
                        "--words-only");
        assertEquals(0, all.status(), all.err());
        assertTrue(all.out().contains("文本 3 条，问题 2 个"), all.out());
        assertTrue(
                all.out().contains("字词，全部（2 个）：nDCG@10 1.0000 ± 0.0000  MRR@10 1.0000"), all.out());
        assertTrue(all.out().contains("编号是双数的（1 个）") && all.out().contains("编号是单数的（1 个）"));
        assertTrue(all.out().contains("p50") && all.out().contains("p99"), all.out());

        // A judgment that is not met lowers the figure.
        var wrong = file("wrong.tsv", "1\tc\t1\n2\tb\t1\n");
        var half =
                run(
                        "evaluate",
                        "--corpus",
                        corpus(),
                        "--queries",
                        queries,
                        "--qrels",
                        wrong,
                        "--words-only");
        assertTrue(half.out().contains("字词，全部（2 个）：nDCG@10 0.5000"), half.out());
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws Exception {
        var queries = file("queries.tsv", "1\t残疾人康复\n");
        var qrels = file("qrels.tsv", "9\ta\t1\n");
        var none = run("evaluate", "--corpus", corpus(), "--queries", queries, "--qrels", qrels);
        assertEquals(Main.CANNOT, none.status());
        var absent =
                run(
                        "evaluate",
                        "--corpus",
                        folder.resolve("no"),
                        "--queries",
                        queries,
                        "--qrels",
                        qrels);
        assertEquals(Main.CANNOT, absent.status());
        assertTrue(absent.err().contains("没有文件"), absent.err());
        var judged = file("judged.tsv", "1\ta\t1\n");
        for (var bad : List.of("[1, 2]", "{\"id\": \"a\", ", "残疾", "{\"id\": 1}}{")) {
            var broken = file("broken.jsonl", "{\"id\": \"a\", \"text\": \"一\"}\n" + bad + "\n");
            var outcome =
                    run(
                            "evaluate",
                            "--corpus",
                            broken,
                            "--queries",
                            queries,
                            "--qrels",
                            judged,
                            "--words-only");
            assertEquals(Main.CANNOT, outcome.status(), bad);
            assertTrue(outcome.err().matches("(?s).*第 [23] 行.*"), outcome.err());
            assertFalse(outcome.err().contains("Exception"), outcome.err());
        }
    }

    @Test
    void checkSaysWhatIsWrongWithTheLists() throws Exception {
        var content = folder.resolve("content");
        var search = Files.createDirectories(content.resolve("search"));
        Files.createDirectories(content.resolve("services"));
        Files.writeString(
                content.resolve("services/a.md"),
                "---\ntitle: 辅助器具\nkind: service\n---\n\n辅助器具可以租。\n");
        Files.writeString(search.resolve("synonyms.txt"), "轮椅 => 辅助器具\n拐杖 => 从来没有的词\n一行坏的\n");
        Files.writeString(search.resolve("best-bets.tsv"), "轮椅\t/services/a\n拐杖\t/services/none\n");
        var outcome = run("check", "--content", content);
        var out = outcome.out();
        assertTrue(out.contains("search/synonyms.txt:2"), out);
        assertTrue(out.contains("search/synonyms.txt:3"), out);
        assertTrue(out.contains("search/best-bets.tsv:2"), out);
        assertFalse(out.contains("synonyms.txt:1") || out.contains("best-bets.tsv:1"), out);
        assertEquals(1, outcome.status());
    }
}
