package tongtu.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.exchange.JsonRows;
import tongtu.search.Evaluation;

/// Measures how well questions are answered that somebody has judged.
@Command(
        name = "evaluate",
        description = {
            "测一测查找的好坏：用网站自己的分析和排序，给任何一批文本建索引，回答有标准答案的问题。",
            "输出 nDCG@10、MRR@10、Recall@100（95% 置信区间）、建索引的时间和回答的速度。"
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final double NANOS_IN_SECOND = 1e9;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--corpus",
            paramLabel = "文件",
            required = true,
            description = "文本，JSON Lines，每行有 id、title、text；.gz 也可以。")
    private Path corpus = Path.of("");

    @Option(
            names = "--queries",
            paramLabel = "文件",
            required = true,
            description = "问题，每行：编号、制表符、问题。")
    private Path queries = Path.of("");

    @Option(
            names = "--qrels",
            paramLabel = "文件",
            required = true,
            description = "标准答案，每行：问题的编号、文本的 id、相关程度（从 1 起），用制表符隔开。")
    private Path qrels = Path.of("");

    @Option(names = "--cache", paramLabel = "文件夹", description = "把向量留在这个文件夹里，下次不用重算。不写就不留。")
    private @Nullable Path cache;

    @Option(names = "--words-only", description = "只按字词，不算意思（快得多）。")
    private boolean wordsOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        for (var file : List.of(corpus, queries, qrels)) {
            if (!Files.isRegularFile(file)) {
                err.println("没有文件「%s」。".formatted(FindingLine.clean(file.toString())));
                return Main.CANNOT;
            }
        }
        List<Evaluation.Text> texts;
        try {
            texts = texts(corpus);
        } catch (JsonRows.Wrong e) {
            err.println(
                    FindingLine.clean(
                            "「%s」第 %d 行看不懂。每行写成 {\"id\": …, \"title\": …, \"text\": …}。"
                                    .formatted(corpus, e.line())));
            return Main.CANNOT;
        }
        var judged = judged();
        if (texts.isEmpty() || judged.isEmpty()) {
            err.println("没有文本，或没有带标准答案的问题。");
            return Main.CANNOT;
        }
        out.println("文本 %d 条，问题 %d 个。".formatted(texts.size(), judged.size()));
        out.flush();
        long before = System.nanoTime();
        try (var evaluation = Evaluation.of(texts, cache, !wordsOnly, this::progress)) {
            out.println("建索引 %.1f 秒。".formatted((System.nanoTime() - before) / NANOS_IN_SECOND));
            print("字词", evaluation, judged, false);
            if (!wordsOnly) {
                print("字词和意思", evaluation, judged, true);
            }
            for (int threads = 1; threads <= 2; threads++) {
                var speed = evaluation.speed(judged, threads);
                out.println(
                        "%d 个线程：每秒 %.0f 个问题；p50 %.2f 毫秒，p99 %.2f 毫秒；每个问题用处理器 %.2f 毫秒。"
                                .formatted(
                                        threads,
                                        speed.perSecond(),
                                        speed.median(),
                                        speed.p99(),
                                        speed.cpu()));
            }
            var doubted = evaluation.doubted(judged);
            out.println(
                    "提示「你是不是要找」的问题：%d 个（%.2f%%）。"
                            .formatted(doubted.size(), 100.0 * doubted.size() / judged.size()));
            doubted.forEach(each -> out.println("    " + FindingLine.clean(each.question())));
        }
        out.flush();
        return 0;
    }

    private void print(
            String name, Evaluation evaluation, List<Evaluation.Judged> judged, boolean meaning)
            throws IOException {
        print(name + "，全部", evaluation.quality(judged, meaning));
        print(name + "，编号是双数的", evaluation.quality(half(judged, 0), meaning));
        print(name + "，编号是单数的", evaluation.quality(half(judged, 1), meaning));
    }

    private static List<Evaluation.Judged> half(List<Evaluation.Judged> judged, int rest) {
        return judged.stream()
                .filter(each -> each.id().charAt(each.id().length() - 1) % 2 == rest)
                .toList();
    }

    private void print(String name, Evaluation.Quality quality) {
        var out = spec.commandLine().getOut();
        out.println(
                "%s（%d 个）：nDCG@10 %s  MRR@10 %s  Recall@100 %s"
                        .formatted(
                                name,
                                quality.questions(),
                                text(quality.ndcg()),
                                text(quality.reciprocalRank()),
                                text(quality.recall())));
        out.flush();
    }

    private static String text(Evaluation.Mean mean) {
        return "%.4f ± %.4f".formatted(mean.value(), mean.margin());
    }

    private void progress(int done, int all) {
        spec.commandLine().getErr().println("已建 %d / %d".formatted(done, all));
    }

    private static InputStream stream(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static List<Evaluation.Text> texts(Path file) throws IOException, JsonRows.Wrong {
        var texts = new ArrayList<Evaluation.Text>();
        try (var in = stream(file)) {
            JsonRows.read(
                    in,
                    row ->
                            texts.add(
                                    new Evaluation.Text(
                                            row.getOrDefault("id", "" + texts.size()),
                                            row.getOrDefault("title", ""),
                                            row.getOrDefault("text", ""))));
        }
        return texts;
    }

    /// Questions without judgments measure nothing.
    private List<Evaluation.Judged> judged() throws IOException {
        var relevant = new HashMap<String, Map<String, Integer>>();
        for (var line : Files.readAllLines(qrels)) {
            var parts = line.split("\t", -1);
            if (parts.length >= 3 && parts[2].matches("[1-9]")) {
                relevant.computeIfAbsent(parts[0], _ -> new HashMap<>())
                        .put(parts[1], Integer.parseInt(parts[2]));
            }
        }
        var judged = new ArrayList<Evaluation.Judged>();
        for (var line : Files.readAllLines(queries)) {
            int tab = line.indexOf('\t');
            var id = tab < 1 ? "" : line.substring(0, tab);
            if (relevant.containsKey(id)) {
                judged.add(
                        new Evaluation.Judged(
                                id, line.substring(tab + 1), relevant.getOrDefault(id, Map.of())));
            }
        }
        return judged;
    }
}
