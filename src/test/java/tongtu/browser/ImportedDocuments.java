package tongtu.browser;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;
import tongtu.Shared;
import tongtu.document.Document;
import tongtu.intake.Import;

/// A site made of nothing but the files that were sent: the eight statutes, and the plan where it
/// is at hand.
final class ImportedDocuments implements AutoCloseable {
    /// Each statute, and how many articles it has.
    static final Map<String, Integer> ARTICLES =
            new TreeMap<>(
                    Map.of(
                            "无障碍环境建设法", 72,
                            "残疾人保障法", 68,
                            "残疾人就业条例", 30,
                            "残疾预防和残疾人康复条例", 36,
                            "法律援助法", 71,
                            "浙江省残疾人保障条例", 37,
                            "浙江省社会救助条例", 63,
                            "社会救助暂行办法", 70));

    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final String PLAN = "plan";

    private final Map<String, Import.Outcome.Written> written = new TreeMap<>();
    private final Path policies;
    private final RunningSite site;

    ImportedDocuments(Path folder) throws Exception {
        policies = folder.resolve("content/policies");
        for (var law : ARTICLES.keySet()) {
            bring(law, LAWS.resolve(law + ".md"));
        }
        try {
            bring(PLAN, Shared.plan());
        } catch (TestAbortedException e) {
            // Each test of the plan asks for it again, and is skipped by its own name.
        }
        site = new RunningSite(folder.resolve("content"), folder.resolve("data"));
    }

    private void bring(String name, Path file) throws IOException {
        var outcome = new Import(file, policies, null, false).run();
        written.put(name, assertInstanceOf(Import.Outcome.Written.class, outcome));
    }

    RunningSite site() {
        return site;
    }

    List<Import.Outcome.Written> all() {
        return List.copyOf(written.values());
    }

    Document statute(String name) {
        return requireNonNull(written.get(name), name).document();
    }

    List<Document> statutes() {
        return ARTICLES.keySet().stream().map(this::statute).toList();
    }

    Import.Outcome.Written plan() {
        Shared.plan();
        return requireNonNull(written.get(PLAN));
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
