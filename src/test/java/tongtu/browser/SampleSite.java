package tongtu.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample site with more content beside it, and its pages: one of each kind, and the one with
/// every kind of block.
final class SampleSite {
    private SampleSite() {}

    /// The site in `folder`, whose content is the sample's with that of the folders given.
    static RunningSite with(Path folder, Path... more) throws Exception {
        var content = folder.resolve("content");
        copy(Path.of("content"), content);
        for (var each : more) {
            copy(each, content);
        }
        var site = new RunningSite(content, folder.resolve("data"));
        site.site().awaitSearch();
        return site;
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

    static List<Page> pages(RunningSite site) {
        return List.of(
                site.page("home", "/"),
                site.page("list of policies", "/policies"),
                site.page("list of explainers", "/explainers"),
                site.page("list of services", "/services"),
                site.page("list of notices", "/notices"),
                site.page("list of pages", "/pages"),
                site.page("ways to sort", "/topics"),
                site.page("one topic", "/topics/%E5%B0%B1%E4%B8%9A"),
                site.page("one year", "/years/2026"),
                site.page("what is in force", "/validity/in-force"),
                site.page("emergencies", "/emergencies"),
                site.page("emergency that is over", "/notices/cold"),
                site.page("site map", "/sitemap"),
                site.page("glossary", "/glossary"),
                site.page("policy in force", "/policies/stairs"),
                site.page("policy, draft", "/policies/ramps"),
                site.page("explainer", "/explainers/jiashan-plan-14-5"),
                site.page("service guide", "/services/two-subsidies"),
                site.page("notice", "/notices/about-sample"),
                site.page("page with every block", "/pages/writing"),
                site.page("page in English", "/pages/english").in("en"),
                site.page("display settings", "/preferences"),
                site.page("search", "/search"),
                site.page("results", "/search?q=%E6%AE%8B%E7%96%BE%E4%BA%BA"),
                site.page(
                        "results, narrowed",
                        "/search?q=%E5%BA%B7%E5%A4%8D&kind=services&from=2020-01-01&page=1"),
                site.page("results in English", "/search?q=subsidy&lang=en").in("en"),
                site.page("another word offered", "/search?q=%E6%85%B7%E5%A4%8D"),
                site.page("nothing found", "/search?q=%E6%AF%94%E7%89%B9%E5%B8%81"),
                site.page("not found", "/nothing").sentWith(404),
                site.page("not found, with suggestions", "/services/two-subsidy").sentWith(404),
                site.page("withdrawn", "/policies/withdrawn").sentWith(410));
    }
}
