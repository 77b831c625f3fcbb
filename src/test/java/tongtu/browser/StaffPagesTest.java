package tongtu.browser;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tongtu.account.Role;
import tongtu.app.StaffClient;
import tongtu.app.StaffSite;
import tongtu.web.Assets;
import tongtu.web.Prebuilt;
import tongtu.web.Server;
import tongtu.web.Shelf;

/// The pages for staff as a real site sends them to who is signed in, each at a path of its own so
/// that it can be opened as often as there are checks.
@Tag("browser")
class StaffPagesTest {
    @TempDir private static Path folder = Path.of("");
    private static StaffSite site;
    private static Server server;
    private static final Shelf SHELF = new Shelf();
    private static final Map<String, Prebuilt> PAGES = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        site = StaffSite.make(folder.resolve("own"));
        PAGES.putAll(RunningSite.styles());
        PAGES.putAll(new Assets(java.util.List.of("css/staff.css", "js/staff.js")).byAddress());
        server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, RunningSite.BASE_URL),
                        SHELF,
                        site.site().pages()::problem,
                        RunningSite.NOON,
                        RunningSite.NO_LOG);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        site.close();
    }

    /// The checks begin at the top of a page; StaffWalkTest looks at where the focus is. Passkeys
    /// need script, and are walked there too.
    private static Page copy(String kind, StaffClient.Got got) {
        got.page().select("form.passkey").remove();
        got.page().select("[autofocus]").removeAttr("autofocus");
        var address = "/" + kind.replaceAll("[^a-z]+", "-");
        PAGES.put(address, Prebuilt.problem(got.status(), got.page().outerHtml()));
        SHELF.swap(PAGES);
        return new Page(kind, "http://127.0.0.1:" + server.port() + address).sentWith(got.status());
    }

    @TestFactory
    Stream<DynamicContainer> everyPageIsRight() throws Exception {
        var anybody = site.client();
        var boss = site.staff("boss", Role.AUTHOR, Role.PUBLISHER, Role.ADMINISTRATOR);
        var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
        var link = site.add("xin", "示例新人", Set.of());
        var fresh = boss.get("/staff/new");
        var refused = boss.send(fresh, "new", Map.of("title", "", "slug", "A B"));
        var editor =
                boss.send(
                        fresh,
                        "new",
                        Map.of("kind", "notices", "title", "示例：通知", "slug", "tongzhi"));
        editor =
                boss.send(
                        editor,
                        "editor",
                        Map.of("body", "示例：第一段。\n\n示例：[断的](../no.md)。\n"),
                        "stay");
        boss.send(boss.get("/staff/documents/notices/tongzhi"), "hand-in-form", Map.of(), "submit");
        var revision = "/staff/revisions/notices/tongzhi/1";
        var review = reviewer.get(revision);
        var remarked = reviewer.send(review, "remark-form", Map.of("remark", "示例：意见。"));
        var unsigned = reviewer.send(remarked, "sign-form", Map.of());
        var again = boss.get("/staff/edit/notices/tongzhi");
        boss.send(again, "editor", Map.of("body", "示例：第一段，改过。\n\n示例：新的一段。\n"), "stay");
        var linked =
                boss.send(
                        boss.get("/staff/documents/notices/tongzhi"),
                        "link",
                        Map.of("reader", "示例专家", "days", "7"));
        var address = linked.notice().replaceAll(".*(/staff/guest\\?code=\\S+).*", "$1");
        // Another window saves another text from the same version.
        var window = boss.get("/staff/edit/notices/tongzhi");
        boss.send(window, "editor", Map.of("body", "示例：一边改的。\n"), "stay");
        var conflict = boss.send(window, "editor", Map.of("body", "示例：另一边改的。\n"), "stay");
        return Checks.of(
                Stream.of(
                        copy("sign in", anybody.get("/staff/sign-in")),
                        copy(
                                "not signed in",
                                anybody.post(
                                        "/staff/sign-in",
                                        Map.of("name", "x", "password", "y", "code", "1"))),
                        copy("set up", anybody.get("/staff/setup?code=" + link)),
                        copy("home", boss.get("/staff")),
                        copy("documents", boss.get("/staff/documents")),
                        copy("new, refused", refused),
                        copy("editor", editor),
                        copy("document", boss.get("/staff/documents/notices/tongzhi")),
                        copy("review", remarked),
                        copy("not signed", unsigned),
                        copy("compare", boss.get("/staff/compare/notices/tongzhi?to=draft")),
                        copy("conflict", conflict),
                        copy("preview", boss.get("/staff/preview/notices/tongzhi?of=1")),
                        copy("heard", boss.get("/staff/preview/notices/tongzhi/heard?of=1")),
                        copy("pictures", boss.get("/staff/pictures")),
                        copy("health", boss.get("/staff/health")),
                        copy("forms", boss.get("/staff/forms")),
                        copy("audit", boss.get("/staff/audit")),
                        copy("accounts", boss.get("/staff/accounts")),
                        copy("own account", boss.get("/staff/account")),
                        copy("guest", anybody.get(address))));
    }
}
