package tongtu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tongtu.account.StaffRoute;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Finding;
import tongtu.jobs.FileCache;
import tongtu.messages.DailyForgetting;
import tongtu.messages.MessageStore;
import tongtu.portal.DisplaySettings;
import tongtu.portal.Feedback;
import tongtu.portal.Previews;
import tongtu.portal.PublicSite;
import tongtu.portal.Said;
import tongtu.portal.Search;
import tongtu.portal.Takeaway;
import tongtu.search.AskedQuestions;
import tongtu.search.SearchIndex;
import tongtu.speech.Voicing;
import tongtu.takeaway.Forms;
import tongtu.web.Assets;
import tongtu.web.Server;
import tongtu.web.Shelf;
import tongtu.web.Templates;

/// A running site: everything built with `new`, in the order of the map of the house.
public final class Site implements AutoCloseable {
    /// In the data folder: what searching keeps, all of which can be made anew.
    static final String SEARCH = "search";

    /// In the data folder: documents as files, all of which can be made anew.
    static final String FORMS = "forms";

    private static final long MEGABYTE = 1_000_000;
    private static final Duration UNUSED = Duration.ofDays(90);
    private static final Duration REPORT = Duration.ofSeconds(30);

    /// The forms that are kept in the data folder.
    static Forms forms(Config config, InstantSource clock) {
        return new Forms(
                new FileCache(
                        config.data().resolve(FORMS),
                        config.forms().cacheMb() * MEGABYTE,
                        UNUSED,
                        clock));
    }

    /// The files of `static` that pages use.
    static final List<String> ASSETS =
            List.of(
                    "css/tongtu.css",
                    "css/staff.css",
                    "js/tongtu.js",
                    "js/staff.js",
                    "js/listen.js",
                    "mark.svg",
                    "podcast.png",
                    "pointer.svg");

    private final PublicSite pages;
    private final Server server;
    private final Database database;
    private final DailyForgetting forgetting;
    private final SearchIndex index;
    private final AskedQuestions asked;
    private final Reading reading;
    private final Takeaway takeaway;

    private final @Nullable StaffDesk desk;

    private Site(
            PublicSite pages,
            Server server,
            Database database,
            DailyForgetting forgetting,
            SearchIndex index,
            AskedQuestions asked,
            Reading reading,
            Takeaway takeaway,
            @Nullable StaffDesk desk) {
        this.desk = desk;
        this.takeaway = takeaway;
        this.pages = pages;
        this.server = server;
        this.database = database;
        this.forgetting = forgetting;
        this.index = index;
        this.asked = asked;
        this.reading = reading;
    }

    /// Listens, reads the content, shows it, and follows what is saved. Until it is shown every
    /// page is 503. `progress` is told how many files of how many are read; `findings` what is
    /// wrong with them.
    public static Site start(
            Config config,
            InstantSource clock,
            PrintStream accessLog,
            BiConsumer<Integer, Integer> progress,
            Consumer<List<Finding>> findings)
            throws IOException, Server.CannotStart {
        var site = listen(config, clock, accessLog, findings);
        try {
            site.open(progress);
            return site;
        } catch (DatabaseUnavailable e) {
            site.close();
            throw new Server.CannotStart(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException | Error e) {
            site.close();
            throw e;
        }
    }

    /// Shows what is there, and goes on as it changes: a folder as its files are saved, a
    /// repository as staff publish.
    private void open(BiConsumer<Integer, Integer> progress)
            throws IOException, DatabaseUnavailable {
        if (desk == null) {
            pages.open(progress);
            pages.follow();
        } else {
            desk.repair();
            pages.open(progress);
            pages.followCalendar();
            desk.start();
        }
    }

    /// The addresses for staff and who may ask for them; none where there is no desk.
    List<StaffRoute> staffRoutes() {
        return desk == null ? List.of() : desk.staffRoutes();
    }

    /// What was mended at the start, in words; nothing where nothing was wrong.
    List<String> mended() {
        return desk == null ? List.of() : desk.mended();
    }

    /// A site that has read nothing yet.
    static Site listen(
            Config config,
            InstantSource clock,
            PrintStream accessLog,
            Consumer<List<Finding>> findings)
            throws Server.CannotStart {
        var assets = new Assets(ASSETS);
        var templates = new Templates(assets);
        var shelf = new Shelf();
        shelf.prepare(assets.byAddress());
        var pages =
                new PublicSite(
                        config.content(),
                        assets,
                        templates,
                        config.baseUrl(),
                        shelf,
                        clock,
                        findings);
        var index =
                SearchIndex.open(
                        config.content(),
                        config.data().resolve(SEARCH),
                        config.meaning(),
                        pages::tellAlso);
        pages.showTo(index::update);
        var database = Database.of(config.staff().database(), config.data());
        var messages = new MessageStore(database, clock, new SecureRandom());
        var reading = Reading.of(config, pages, assets.address("podcast.png"), clock);
        var said = new Said(reading.voicing());
        var feedback = new Feedback(pages, messages, config.retention(), said, clock);
        var display = new DisplaySettings(pages, assets.address("pointer.svg"), said);
        var asked = AskedQuestions.start(database, clock);
        var routes = new ArrayList<>(feedback.routes());
        routes.addAll(new Search(pages, index, asked, said).routes());
        routes.addAll(display.routes());
        routes.addAll(said.routes());
        routes.addAll(reading.listening().routes());
        var takeaway =
                new Takeaway(
                        pages,
                        reading.listening(),
                        forms(config, clock),
                        config.forms().areMadeAhead());
        routes.addAll(takeaway.routes());

        var desk =
                StaffDesk.open(
                        config,
                        database,
                        messages,
                        pages,
                        new Previews(pages, takeaway, reading.listening(), reading.voicing()),
                        takeaway,
                        index,
                        clock);
        if (desk != null) {
            routes.addAll(desk.routes());
        }

        var settings =
                new Server.Settings(
                        config.host(), config.port(), config.baseUrl(), config.proxies());
        Server server;
        try {
            server =
                    Server.start(
                            settings,
                            shelf,
                            pages::problem,
                            templates,
                            routes,
                            List.of(DisplaySettings.link()),
                            clock,
                            accessLog);
        } catch (Server.CannotStart e) {
            if (desk != null) {
                desk.close();
            }
            asked.close();
            index.close();
            database.close();
            takeaway.close();
            reading.close();
            throw e;
        }
        var forgetting = DailyForgetting.start(messages, config.retention());
        return new Site(pages, server, database, forgetting, index, asked, reading, takeaway, desk);
    }

    public int port() {
        return server.port();
    }

    public PublicSite pages() {
        return pages;
    }

    /// Waits until everything that is shown can be found.
    public void awaitSearch() throws InterruptedException {
        index.await();
    }

    /// Fetches the weights of the voices in the background, if they are wanted and missing. `say`
    /// is told what happens, and how far the voicing is.
    void fetchVoices(Consumer<String> say) {
        reading.fetch(say);
        reading.report(say);
        takeaway.report(say, REPORT);
    }

    /// How far all documents are voiced.
    public Voicing voicing() {
        return reading.voicing();
    }

    /// Why no message could be kept now; empty when nothing speaks against it.
    String obstacle() {
        try {
            database.check();
            return "";
        } catch (DatabaseUnavailable e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (desk != null) {
            desk.close();
        }
        forgetting.close();
        asked.close();
        index.close();
        database.close();
        takeaway.close();
        reading.close();
        pages.close();
    }
}
