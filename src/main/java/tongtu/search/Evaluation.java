package tongtu.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.FrontMatter;
import tongtu.document.Glossary;
import tongtu.document.Inline;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Standing;

/// How well questions are answered for which somebody has judged which texts answer them: the texts
/// are indexed as documents of a site are, and ranked as they are.
public final class Evaluation implements AutoCloseable {
    /// A text of the corpus.
    public record Text(String id, String title, String text) {}

    /// A question and how relevant each judged text is to it (from 1).
    public record Judged(String id, String question, Map<String, Integer> relevant) {
        public Judged {
            relevant = Map.copyOf(relevant);
        }
    }

    /// A mean over questions, and half the width of its 95 % confidence interval (bootstrap of
    /// 1,000 samples).
    public record Mean(double value, double margin) {}

    /// Means for the questions of one half (by whether the last character of their id is odd), or
    /// of all.
    public record Quality(int questions, Mean ndcg, Mean reciprocalRank, Mean recall) {}

    /// Whole answers, passages and all, asked by so many threads at once: milliseconds of wall time
    /// for one, and of processor time of its thread.
    public record Speed(int threads, double perSecond, double median, double p99, double cpu) {}

    private static final int AT = 10;
    private static final int RECALL_AT = 100;
    private static final int ASKED = 1_000;
    private static final int SAMPLES = 1_000;
    private static final double PER_CENT_LOW = 0.025;
    private static final double PER_CENT_HIGH = 0.975;
    private static final double NANOS_IN_MS = 1e6;
    private static final double NANOS_IN_SECOND = 1e9;

    private final SearchIndex index;
    private final Path folder;

    private Evaluation(SearchIndex index, Path folder) {
        this.index = index;
        this.folder = folder;
    }

    /// Indexes a corpus in a folder of its own, which is deleted in the end; vectors are kept in
    /// `cache` when it is not null. `progress` is told how many texts of how many are indexed.
    public static Evaluation of(
            List<Text> corpus,
            @Nullable Path cache,
            boolean meaning,
            BiConsumer<Integer, Integer> progress)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("tongtu-evaluate");
        var index = SearchIndex.open(folder, folder, cache, meaning);
        var documents = new ArrayList<Document>();
        for (var text : corpus) {
            documents.add(document(text, documents.size()));
        }
        index.update(new Library(documents, Glossary.EMPTY, LocalDate.EPOCH));
        index.await(progress);
        return new Evaluation(index, folder);
    }

    private static Document document(Text text, int number) {
        var about =
                new FrontMatter(
                        text.title().isBlank() ? text.id() : text.title(),
                        Kind.POLICY,
                        "zh-CN",
                        List.of(),
                        "",
                        "",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        Standing.FINAL,
                        List.of(),
                        "",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        null);
        var paragraph =
                new Block.Paragraph(BlockId.of(number), List.of(new Inline.Text(text.text())));
        return new Document(
                text.id(), "", about, List.of(paragraph), List.of(), List.of(), Map.of());
    }

    /// How good the order of the answers is; without `meaning` by words alone.
    public Quality quality(List<Judged> questions, boolean meaning) throws IOException {
        var ndcg = new double[questions.size()];
        var ranks = new double[questions.size()];
        var recall = new double[questions.size()];
        for (int i = 0; i < questions.size(); i++) {
            var judged = questions.get(i);
            var found = index.order(judged.question(), RECALL_AT, meaning);
            ndcg[i] = ndcg(found, judged.relevant());
            ranks[i] = reciprocalRank(found, judged.relevant());
            recall[i] =
                    found.stream().filter(judged.relevant()::containsKey).count()
                            / (double) Math.max(1, judged.relevant().size());
        }
        return new Quality(questions.size(), mean(ndcg), mean(ranks), mean(recall));
    }

    private static double ndcg(List<String> found, Map<String, Integer> relevant) {
        double gain = 0;
        for (int i = 0; i < Math.min(AT, found.size()); i++) {
            gain += gain(relevant.getOrDefault(found.get(i), 0), i);
        }
        double ideal = 0;
        var best = relevant.values().stream().sorted((a, b) -> b - a).limit(AT).toList();
        for (int i = 0; i < best.size(); i++) {
            ideal += gain(best.get(i), i);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double gain(int relevance, int place) {
        return (Math.pow(2, relevance) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    private static double reciprocalRank(List<String> found, Map<String, Integer> relevant) {
        for (int i = 0; i < Math.min(AT, found.size()); i++) {
            if (relevant.containsKey(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static Mean mean(double[] values) {
        var random = new Random(1);
        var means = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / Math.max(1, values.length);
        }
        Arrays.sort(means);
        double low = means[(int) (SAMPLES * PER_CENT_LOW)];
        double high = means[(int) (SAMPLES * PER_CENT_HIGH)];
        return new Mean(Arrays.stream(values).average().orElse(0), (high - low) / 2);
    }

    /// How fast whole answers are when so many threads ask all questions, each in its own order,
    /// again and again until each has asked [#ASKED]; after as many that do not count.
    public Speed speed(List<Judged> questions, int threads) throws InterruptedException {
        var all = new ArrayList<Judged>();
        while (all.size() < ASKED) {
            all.addAll(questions);
        }
        new Asking(all).ask();
        var asking = new ArrayList<Asking>();
        for (int i = 0; i < threads; i++) {
            var own = new ArrayList<>(all);
            Collections.shuffle(own, new Random(i));
            asking.add(new Asking(own));
        }
        long before = System.nanoTime();
        asking.forEach(each -> each.thread.start());
        for (var each : asking) {
            each.thread.join();
        }
        double seconds = (System.nanoTime() - before) / NANOS_IN_SECOND;
        var times =
                asking.stream()
                        .flatMapToDouble(each -> Arrays.stream(each.times))
                        .sorted()
                        .toArray();
        return new Speed(
                threads,
                times.length / seconds,
                times[times.length / 2],
                times[(int) (times.length * 0.99)],
                asking.stream().mapToLong(each -> each.cpu).sum() / NANOS_IN_MS / times.length);
    }

    private final class Asking {
        private final List<Judged> questions;
        private final double[] times;
        private final Thread thread = Thread.ofPlatform().unstarted(this::ask);
        private long cpu;

        Asking(List<Judged> questions) {
            this.questions = questions;
            times = new double[questions.size()];
        }

        private void ask() {
            var bean = ManagementFactory.getThreadMXBean();
            long start = bean.getCurrentThreadCpuTime();
            for (int i = 0; i < times.length; i++) {
                long before = System.nanoTime();
                index.search(Question.of(questions.get(i).question()));
                times[i] = (System.nanoTime() - before) / NANOS_IN_MS;
            }
            cpu = bean.getCurrentThreadCpuTime() - start;
        }
    }

    /// The questions for which something else is said to have been meant.
    public List<Judged> doubted(List<Judged> questions) {
        return questions.stream()
                .filter(judged -> !index.search(Question.of(judged.question())).meant().isEmpty())
                .toList();
    }

    @Override
    public void close() throws IOException {
        index.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
