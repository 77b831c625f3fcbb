package tongtu.browser;

import java.util.HashMap;
import java.util.List;
import tongtu.web.Problem;
import tongtu.web.Server;
import tongtu.web.Shelf;

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
        var pages = new HashMap<>(RunningSite.styles());
        for (var problem : PROBLEMS) {
            pages.put("/" + problem.status(), site.site().pages().problem(problem));
        }
        var shelf = new Shelf();
        shelf.swap(pages);
        server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, RunningSite.BASE_URL),
                        shelf,
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
