package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
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

    /// Emergencies that are on.
    private static final Path ALARM = Path.of("src/test/resources/tongtu/browser/alarm");

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;
    private static RunningSite alarmed;
    private static TroubledSite trouble;

    @BeforeAll
    static void open() throws Exception {
        site = SampleSite.with(folder.resolve("usual"), MORE);
        alarmed = SampleSite.with(folder.resolve("alarmed"), MORE, ALARM);
        trouble = new TroubledSite(site);
    }

    @AfterAll
    static void close() throws Exception {
        trouble.close();
        alarmed.close();
        site.close();
    }

    private static List<Page> pages() {
        var pages = new ArrayList<>(SampleSite.pages(site));
        pages.addAll(
                List.of(
                        alarmed.page("home in an emergency", "/"),
                        alarmed.page("emergency", "/notices/alarm-a"),
                        alarmed.page("English page in an emergency", "/pages/english").in("en"),
                        site.page("not understood", "/%00").sentWith(400),
                        trouble.page("too many requests", 429),
                        trouble.page("broken", 500),
                        trouble.page("not ready", 503)));
        return pages;
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
