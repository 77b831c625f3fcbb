package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of page, in a real browser, with every check and walk: the sample site, and beside it
/// a policy, a draft and a document that was withdrawn.
@Tag("browser")
class PagesTest {
    private static final Path MORE = Path.of("src/test/resources/tongtu/browser/content");

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;
    private static TroubledSite trouble;

    @BeforeAll
    static void open() throws Exception {
        copy(Path.of("content"), folder.resolve("content"));
        copy(MORE, folder.resolve("content"));
        site = new RunningSite(folder.resolve("content"), folder.resolve("data"));
        trouble = new TroubledSite(site);
    }

    @AfterAll
    static void close() throws Exception {
        trouble.close();
        site.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /// One page of each kind, and the one with every kind of block.
    private static List<Page> pages() {
        return List.of(
                site.page("home", "/"),
                site.page("list of policies", "/policies"),
                site.page("list of explainers", "/explainers"),
                site.page("list of services", "/services"),
                site.page("list of notices", "/notices"),
                site.page("list of pages", "/pages"),
                site.page("glossary", "/glossary"),
                site.page("policy in force", "/policies/stairs"),
                site.page("policy, draft", "/policies/ramps"),
                site.page("explainer", "/explainers/jiashan-plan-14-5"),
                site.page("service guide", "/services/two-subsidies"),
                site.page("notice", "/notices/about-sample"),
                site.page("page with every block", "/pages/writing"),
                site.page("page in English", "/pages/english").in("en"),
                site.page("not understood", "/%00").sentWith(400),
                site.page("not found", "/nothing").sentWith(404),
                site.page("not found, with suggestions", "/services/two-subsidy").sentWith(404),
                site.page("withdrawn", "/policies/withdrawn").sentWith(410),
                trouble.page("too many requests", 429),
                trouble.page("broken", 500),
                trouble.page("not ready", 503));
    }

    @TestFactory
    Stream<DynamicContainer> everyPageIsRight() {
        return Checks.of(pages().stream());
    }

    @Test
    void theContentIsWithoutFindings() {
        assertEquals(List.of(), site.findings());
    }
}
