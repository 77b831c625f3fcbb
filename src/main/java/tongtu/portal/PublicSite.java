package tongtu.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;
import tongtu.document.Library;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.Content;
import tongtu.markdown.ContentFolder;
import tongtu.web.Assets;
import tongtu.web.Media;
import tongtu.web.Problem;
import tongtu.web.Shelf;
import tongtu.web.Templates;
import tongtu.web.View;

/// The public pages of a content folder, kept on the shelf as files are saved and days pass.
public final class PublicSite implements AutoCloseable {
    /// Whose midnight decides what is in force.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Logger LOG = Logger.getLogger(PublicSite.class.getName());

    /// A longer sleep would miss a clock that is set anew.
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private final ContentFolder folder;
    private final Media media;
    private final Assets assets;
    private final String baseUrl;
    private final Pages pages;
    private final Shelf shelf;
    private final InstantSource clock;
    private final Consumer<List<Finding>> findings;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Shown shown;
    private @Nullable ContentWatch watch;
    private @Nullable Thread calendar;

    /// What is shown now, and what pages for problems are made of.
    private record Shown(Content content, Library library, ProblemPages problems) {}

    /// `findings` is told what is wrong with the files, each time that it changes.
    public PublicSite(
            Path content,
            Assets assets,
            Templates templates,
            String baseUrl,
            Shelf shelf,
            InstantSource clock,
            Consumer<List<Finding>> findings) {
        folder = new ContentFolder(content);
        media = new Media(folder.root());
        this.assets = assets;
        this.baseUrl = baseUrl;
        pages = new Pages(templates, baseUrl);
        this.shelf = shelf;
        this.clock = clock;
        this.findings = findings;
    }

    /// Reads everything and puts it on the shelf; how many pages that made.
    public int open(BiConsumer<Integer, Integer> progress) throws IOException {
        return show(folder.load(progress));
    }

    /// From now on what is saved is shown, and what a day changes.
    public void follow() throws IOException {
        var started = new ContentWatch(folder.root());
        watch = started;
        Thread.ofPlatform().daemon().name("content-watch").start(() -> watch(started));
        calendar = Thread.ofPlatform().daemon().name("calendar").start(this::calendar);
    }

    /// Reads the files given again (all when none is) and shows the outcome; how many pages were
    /// made anew.
    public int refresh(Set<Path> changed) throws IOException {
        turn.lock();
        try {
            return show(changed.isEmpty() ? folder.load((_, _) -> {}) : folder.reload(changed));
        } finally {
            turn.unlock();
        }
    }

    private int show(Content content) throws IOException {
        turn.lock();
        try {
            var before = shown;
            var snapshot = pages.update(content, today());
            var all = new HashMap<>(snapshot.byAddress());
            all.putAll(assets.byAddress());
            all.putAll(media.refresh());
            shelf.swap(all);
            shown = new Shown(content, snapshot.library(), problems(content, snapshot.library()));
            if (before == null || !before.content().findings().equals(content.findings())) {
                findings.accept(content.findings());
            }
            return snapshot.rebuilt();
        } finally {
            turn.unlock();
        }
    }

    private ProblemPages problems(Content content, Library library) {
        var frames = new Frames(content.site(), baseUrl, library);
        var statuses = new StatusWriter(library, content.site().hotline());
        var renderer = new HtmlRenderer(library.glossary(), _ -> null);
        return new ProblemPages(
                frames, new ListingPages(library, content.site(), frames, statuses, renderer));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private void watch(ContentWatch started) {
        try {
            for (var changed = started.await(); changed != null; changed = started.await()) {
                refreshOrLog(changed);
            }
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the content folder can no longer be watched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refreshOrLog(Set<Path> changed) {
        try {
            refresh(changed);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.log(Level.SEVERE, "a saved file cannot be shown; the pages stay as they were", e);
        }
    }

    /// At local midnight what is in force may change.
    private void calendar() {
        try {
            var day = today();
            while (true) {
                var now = ZonedDateTime.ofInstant(clock.instant(), ZONE);
                var midnight = now.toLocalDate().plusDays(1).atStartOfDay(ZONE);
                var wait = Duration.between(now, midnight).plusMillis(1);
                Thread.sleep(wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP);
                if (!today().equals(day)) {
                    day = today();
                    turnDay();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows the same content as of today; how many pages that made anew.
    public int turnDay() {
        turn.lock();
        try {
            var now = shown;
            return now == null ? 0 : show(now.content());
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the pages of the new day cannot be made", e);
            return 0;
        } finally {
            turn.unlock();
        }
    }

    /// The page for a problem, in the site's frame.
    public View problem(Problem problem) {
        var now = shown;
        if (now == null) {
            throw new IllegalStateException("nothing is shown yet");
        }
        var problems = now.problems();
        return switch (problem) {
            case Problem.NotFound(var path) -> problems.notFound(path, now.library().documents());
            case Problem.Broken(var reference) -> problems.broken(reference);
            case Problem.BadRequest() ->
                    problems.page("看不懂这个地址", List.of("地址里有本站不用的符号。请检查地址，或从上面的栏目进去找。"), List.of());
            case Problem.MethodNotAllowed() ->
                    problems.page("这一页不能这样用", List.of("这一页只能看，不能提交。请从上面的栏目进去找。"), List.of());
            case Problem.TooLarge(var status) ->
                    problems.page(
                            status == 414 ? "地址太长" : "提交的内容太大",
                            List.of("本站没有收下。请缩短以后再试。"),
                            List.of());
            case Problem.TooMany() ->
                    problems.page("请求太频繁", List.of("请过一分钟再试。您没有做错什么。"), List.of());
            case Problem.Unavailable() -> problems.page("网站正在准备", List.of("请过几分钟再试。"), List.of());
        };
    }

    @Override
    public void close() throws IOException {
        if (watch != null) {
            watch.close();
        }
        if (calendar != null) {
            calendar.interrupt();
        }
    }
}
