package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every kind of page of the sample site, in a real browser, with every check and walk.
@Tag("browser")
class PagesTest {
    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new RunningSite(Path.of("content"));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    /// One page of each kind, and the one with every kind of block.
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("listing of policies, empty", "/policies");
        pages.put("listing of services", "/services");
        pages.put("listing of pages", "/pages");
        pages.put("glossary", "/glossary");
        pages.put("explainer", "/explainers/jiashan-plan-14-5");
        pages.put("service guide", "/services/two-subsidies");
        pages.put("notice", "/notices/about-sample");
        pages.put("page with every block", "/pages/writing");
        pages.put("page in English", "/pages/english");
        pages.put("not found", "/services/two-subsidy");
        return pages;
    }

    @TestFactory
    Stream<DynamicContainer> everyPageIsRight() {
        return pages().entrySet().stream()
                .map(page ->
                        DynamicContainer.dynamicContainer(
                                page.getKey(), Checks.of(site, page.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> pagesAreToldInAnOrderThatMakesSense() {
        return pages().entrySet().stream()
                .map(page ->
                        DynamicTest.dynamicTest(
                                page.getKey(),
                                () -> {
                                    var browser =
                                            Browser.get().reset().open(site.url(page.getValue()));
                                    var roles = new ArrayList<String>();
                                    AccessibilityTree.of(browser)
                                            .nodes()
                                            .forEach(node -> roles.add(node.role()));
                                    var order =
                                            List.of("banner", "main", "heading", "contentinfo")
                                                    .stream()
                                                    .map(roles::indexOf)
                                                    .toList();
                                    assertEquals(order.stream().sorted().toList(), order);
                                    assertTrue(order.getFirst() >= 0);
                                }));
    }
}
