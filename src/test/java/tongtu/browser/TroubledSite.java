package tongtu.browser;

import java.util.HashMap;
import java.util.List;
import tongtu.web.Assets;
import tongtu.web.Prebuilt;
import tongtu.web.Problem;
import tongtu.web.Server;
import tongtu.web.Shelf;
import tongtu.web.Templates;

/// The real pages of a site for the problems that a good site does not have when it is asked: each
/// at the path of its status, such as `/500`.
final class TroubledSite implements AutoCloseable {
    private static final List<Problem> PROBLEMS =
            List.of(
                    new Problem.TooMany(),
                    new Problem.Broken("R-0a1b2c3d"),
                    new Problem.Unavailable());

    private final Server server;

    TroubledSite(RunningSite site) throws Server.CannotStart {
        var assets = new Assets(List.of("css/tongtu.css", "mark.svg"));
        var templates = new Templates(assets);
        var pages = new HashMap<>(assets.byAddress());
        for (var problem : PROBLEMS) {
            var html = templates.render(site.site().pages().problem(problem));
            pages.put("/" + problem.status(), Prebuilt.problem(problem.status(), html));
        }
        var shelf = new Shelf();
        shelf.swap(pages);
        server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, RunningSite.BASE_URL),
                        shelf,
                        templates,
                        site.site().pages()::problem,
                        RunningSite.NOON,
                        RunningSite.NO_LOG);
    }

    Page page(String kind, int status) {
        return new Page(kind, "http://127.0.0.1:" + server.port() + "/" + status).sentWith(status);
    }

    @Override
    public void close() {
        server.close();
    }
}
