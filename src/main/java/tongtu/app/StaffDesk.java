package tongtu.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.account.Accounts;
import tongtu.account.Administration;
import tongtu.account.Duty;
import tongtu.account.Gate;
import tongtu.account.OwnAccount;
import tongtu.account.Sessions;
import tongtu.account.SignIn;
import tongtu.account.StaffFrames;
import tongtu.account.StaffRoute;
import tongtu.archive.Archive;
import tongtu.archive.History;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Kind;
import tongtu.messages.MessageStore;
import tongtu.portal.Previews;
import tongtu.portal.PublicSite;
import tongtu.portal.Takeaway;
import tongtu.portal.Versions;
import tongtu.publishing.Deciding;
import tongtu.publishing.Desk;
import tongtu.publishing.Drafting;
import tongtu.publishing.Office;
import tongtu.publishing.Publishing;
import tongtu.publishing.Releasing;
import tongtu.publishing.Reviewing;
import tongtu.search.SearchIndex;
import tongtu.web.Route;
import tongtu.web.Server;

/// The desk of a body's own site: accounts, drafts, reviews, publication. A content folder that is
/// no repository has none; what is saved in it is shown.
final class StaffDesk implements AutoCloseable {
    private final Releasing releasing;
    private final Gate gate;
    private final List<StaffRoute> routes;
    private List<String> mended = List.of();

    private final Versions versions;
    private final History history;

    private StaffDesk(
            Releasing releasing,
            Gate gate,
            List<StaffRoute> routes,
            Versions versions,
            History history) {
        this.versions = versions;
        this.history = history;
        this.releasing = releasing;
        this.gate = gate;
        this.routes = routes;
    }

    /// The parts of a site in which somebody has duties, with their labels.
    static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put(Duty.EVERYWHERE, "全站");
        for (var kind : Kind.values()) {
            parts.put(kind.folder(), kind.label());
        }
        return parts;
    }

    /// Null where the content folder is no repository.
    static @Nullable StaffDesk open(
            Config config,
            Database database,
            MessageStore messages,
            PublicSite pages,
            Previews previews,
            Takeaway takeaway,
            SearchIndex index,
            InstantSource clock)
            throws Server.CannotStart {
        if (!Archive.isAt(config.content()) || !config.content().endsWith(Config.OWN_CONTENT)) {
            return null;
        }
        var archive = archive(config);
        var log = new AuditLog(database, clock);
        var accounts = new Accounts(database, log, clock);
        var idle = Duration.ofMinutes(config.staff().idleMinutes());
        var sessions = new Sessions(database, log, clock, idle);
        var frames = new StaffFrames(pages::siteName, idle.toSeconds(), Publishing.PLACES);
        var origin = config.baseUrl().isEmpty() ? "http://localhost" : config.baseUrl();
        var signIn = new SignIn(accounts, sessions, frames, origin, clock);
        boolean isPrivate =
                config.baseUrl().startsWith("https:")
                        || config.host().equals("localhost")
                        || config.host().startsWith("127.")
                        || config.host().equals("::1");
        var gate = new Gate(accounts, sessions, signIn, frames, isPrivate);
        var office = new Office(database, accounts, log, config.staff().rules(), clock);
        var drafting = new Drafting(office);
        var history = new History(archive);
        var versions = new Versions(pages, history);
        var showing = new SiteShowing(pages, previews, takeaway, index, history, config.content());
        var releasing = new Releasing(office, archive, config.content(), showing, drafting);
        var desk =
                new Desk(
                        office,
                        drafting,
                        new Reviewing(office),
                        releasing,
                        new Deciding(office, releasing::ring),
                        showing,
                        frames,
                        config.baseUrl());
        var routes = new ArrayList<StaffRoute>(signIn.routes());
        routes.addAll(new OwnAccount(accounts, sessions, signIn, frames).routes());
        routes.addAll(new Administration(accounts, frames, parts(), config.baseUrl()).routes());
        routes.addAll(Publishing.routes(desk, messages, config.data()));
        return new StaffDesk(releasing, gate, routes, versions, history);
    }

    private static Archive archive(Config config) throws Server.CannotStart {
        try {
            var archive = Archive.open(config.content());
            if (archive == null) {
                throw new Server.CannotStart(
                        "内容仓库「" + config.content() + "」正被另一个通途使用。请先关掉那一个。",
                        new IOException("in use"));
            }
            return archive;
        } catch (IOException e) {
            throw new Server.CannotStart("内容仓库「" + config.content() + "」打不开：" + e.getMessage(), e);
        }
    }

    List<Route> routes() {
        var all = new ArrayList<>(gate.routes(routes));
        all.addAll(versions.routes());
        return all;
    }

    /// The routes for staff with who may ask for them.
    List<StaffRoute> staffRoutes() {
        return routes;
    }

    void repair() throws IOException, DatabaseUnavailable {
        mended = releasing.repair();
        history.refresh();
    }

    List<String> mended() {
        return mended;
    }

    void start() {
        releasing.start();
    }

    @Override
    public void close() {
        releasing.close();
    }
}
