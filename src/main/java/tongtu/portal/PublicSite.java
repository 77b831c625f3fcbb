package tongtu.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Glossary;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.language.Lexicon;
import tongtu.markdown.Content;
import tongtu.markdown.ContentFolder;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.SiteFile;
import tongtu.preferences.Preferences;
import tongtu.web.Assets;
import tongtu.web.Media;
import tongtu.web.Prebuilt;
import tongtu.web.Problem;
import tongtu.web.RequestPath;
import tongtu.web.Shelf;
import tongtu.web.Templates;

/// The public pages of a content folder, kept on the shelf as files are saved and days pass.
public final class PublicSite implements AutoCloseable {
    /// Whose midnight decides what is in force.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Logger LOG = Logger.getLogger(PublicSite.class.getName());

    /// A longer sleep would miss a clock that is set anew.
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private static final Content NOTHING =
            new Content(
                    SiteFile.UNNAMED,
                    Glossary.EMPTY,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Lexicon.NONE,
                    Proofreading.NONE,
                    List.of());

    private final ContentFolder folder;
    private final Media media;
    private final Assets assets;
    private final Pages pages;
    private final String baseUrl;
    private final Shelf shelf;
    private final InstantSource clock;
    private final Consumer<List<Finding>> findings;
    private Consumer<Library> listener = _ -> {};
    private Consumer<Surroundings> surrounded = _ -> {};
    private final ReentrantLock turn = new ReentrantLock();
    private volatile ProblemReplies problems;
    private volatile @Nullable Surroundings surroundings;
    private @Nullable Shown shown;
    private @Nullable ContentWatch watch;
    private @Nullable Thread calendar;
    private Set<String> spoken = Set.of();
    private boolean isThere = true;
    private List<Finding> told = List.of();
    private List<Finding> others = List.of();
    private volatile Map<String, Prebuilt> served = Map.of();
    private final Map<Prebuilt, String> mediaHashes =
            Collections.synchronizedMap(new WeakHashMap<>());

    /// What is on the shelf, as of which day, and when an emergency changes it.
    private record Shown(Content content, LocalDate day, @Nullable LocalDateTime next) {
        boolean isOver(LocalDateTime now) {
            return !now.toLocalDate().equals(day) || (next != null && !now.isBefore(next));
        }
    }

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
        problems = pages.problems(NOTHING, now());
    }

    /// Reads everything and puts it on the shelf; how many pages that made. `progress` is told how
    /// many files of how many are read.
    public int open(BiConsumer<Integer, Integer> progress) throws IOException {
        turn.lock();
        try {
            // First watched, then read: nothing is saved in between.
            watch = watched();
            media.read(Set.of(folder.root()));
            return show(folder.load(progress));
        } finally {
            turn.unlock();
        }
    }

    private @Nullable ContentWatch watched() {
        try {
            return new ContentWatch(folder.root());
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the content folder cannot be watched", e);
            return null;
        }
    }

    /// From now on what is saved is shown, and what a day changes.
    public void follow() {
        followFolder();
        followCalendar();
    }

    private void followFolder() {
        var started = watch;
        if (started != null) {
            Thread.ofPlatform().daemon().name("content-watch").start(() -> watch(started));
        }
    }

    /// From now on what a day changes is shown, and nothing that is saved: whoever publishes tells.
    public void followCalendar() {
        calendar = Thread.ofPlatform().daemon().name("calendar").start(this::calendar);
    }

    /// Reads again the files given, and all that is or was in the folders given, and shows the
    /// outcome; how many pages were made anew.
    public int refresh(Set<Path> changed) throws IOException {
        turn.lock();
        try {
            isThere = Files.isDirectory(folder.root());
            if (!isThere) {
                tell();
                return 0;
            }
            media.read(changed.stream().filter(path -> !ContentFolder.isContent(path)).toList());
            return show(folder.reload(changed));
        } finally {
            turn.unlock();
        }
    }

    /// What has to be ready before something else is shown.
    public interface Before {
        void show(Library library) throws InterruptedException;
    }

    /// The same, but `before` is told first what is to be shown: what it makes ready, such as that
    /// it can be found, is there in the moment in which the pages are.
    public int refresh(Set<Path> changed, Before before) throws IOException, InterruptedException {
        Content content;
        turn.lock();
        try {
            media.read(changed.stream().filter(path -> !ContentFolder.isContent(path)).toList());
            content = folder.reload(changed);
        } finally {
            turn.unlock();
        }
        before.show(new Library(content.documents(), content.glossary(), now().toLocalDate()));
        turn.lock();
        try {
            return show(content);
        } finally {
            turn.unlock();
        }
    }

    /// Shows the same content as of now; how many pages that made anew.
    public int turnDay() {
        turn.lock();
        try {
            return shown == null ? 0 : show(shown.content());
        } finally {
            turn.unlock();
        }
    }

    private int show(Content content) {
        var now = now();
        var snapshot = pages.update(content, now);
        var all = new HashMap<>(snapshot.byAddress());
        all.putAll(assets.byAddress());
        all.putAll(media.byAddress());
        served = all;
        shelf.swap(all);
        problems = snapshot.problems();
        surroundings = snapshot.surroundings();
        listener.accept(snapshot.surroundings().library());
        surrounded.accept(snapshot.surroundings());
        shown = new Shown(content, now.toLocalDate(), snapshot.next());
        // What was saved may start or end before the calendar would wake.
        LockSupport.unpark(calendar);
        tell();
        return snapshot.rebuilt();
    }

    /// Whoever else is told of each library that is shown; set before the site is opened.
    public void showTo(Consumer<Library> listener) {
        this.listener = listener;
    }

    /// Whoever else is told of all that is shown, set before the site is opened.
    void surroundTo(Consumer<Surroundings> listener) {
        surrounded = surrounded.andThen(listener);
    }

    /// Pages lead to the versions of their documents from now on; `count` says how many there are.
    void tellVersions(ToIntFunction<Document> count) {
        pages.tellVersions(count);
    }

    /// Pages tell which files of their documents there are from now on.
    void offer(FormMaking making) {
        pages.offer(making::known);
    }

    /// The bytes of a picture of the content folder; null when it is not served.
    byte @Nullable [] media(Href source) {
        var reply = picture(source);
        return reply == null ? null : reply.bytes();
    }

    /// Their hash, worked out once for a picture; empty when it is not served.
    String mediaHash(Href source) {
        var reply = picture(source);
        return reply == null
                ? ""
                : mediaHashes.computeIfAbsent(reply, each -> Hash.of(each.bytes()));
    }

    private @Nullable Prebuilt picture(Href source) {
        var address = RequestPath.decoded(Addresses.uri(source.text()));
        return address == null || !address.startsWith(Media.ADDRESS) ? null : served.get(address);
    }

    /// From now on these languages are read aloud; pages say so.
    void speak(Set<String> languages) {
        turn.lock();
        try {
            if (!languages.equals(spoken)) {
                spoken = Set.copyOf(languages);
                pages.speak(spoken);
                if (shown != null) {
                    show(shown.content());
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /// Tells these from now on too: what others found wrong with their files.
    public void tellAlso(List<Finding> found) {
        turn.lock();
        try {
            others = found;
            if (shown != null) {
                tell();
            }
        } finally {
            turn.unlock();
        }
    }

    private void tell() {
        var all = new ArrayList<Finding>();
        all.addAll(FolderFindings.of(isThere, watch != null, media.leftOut()));
        all.addAll(shown == null ? List.of() : shown.content().findings());
        all.addAll(others);
        if (!all.equals(told)) {
            told = List.copyOf(all);
            findings.accept(told);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    private void watch(ContentWatch started) {
        try {
            for (var changed = started.await(); changed != null; changed = started.await()) {
                refreshOrLog(changed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the content folder can no longer be watched", e);
            turn.lock();
            try {
                watch = null;
                tell();
            } finally {
                turn.unlock();
            }
        }
    }

    /// Whatever one file does, the next is shown again.
    private void refreshOrLog(Set<Path> changed) {
        try {
            refresh(changed);
        } catch (IOException | RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "a saved file cannot be shown; the pages stay as they were", e);
        }
    }

    /// At local midnight what is in force may change, and emergencies start and end by themselves.
    private void calendar() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(untilChange().toNanos());
            turnDayOrLog();
        }
    }

    private Duration untilChange() {
        var now = now();
        var change = now.toLocalDate().plusDays(1).atStartOfDay();
        turn.lock();
        try {
            var next = shown == null ? null : shown.next();
            change = next != null && next.isBefore(change) ? next : change;
        } finally {
            turn.unlock();
        }
        var wait = Duration.between(now, change).plusMillis(1);
        if (wait.isNegative()) {
            return Duration.ofMillis(1);
        }
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
    }

    private void turnDayOrLog() {
        turn.lock();
        try {
            if (shown != null && shown.isOver(now())) {
                turnDay();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "the pages of this moment cannot be made", e);
        } finally {
            turn.unlock();
        }
    }

    /// Writes the site as it is shown now as files; how many. `progress` is told how many of how
    /// many are written; `takeaway` has the files of documents, null leaves them out.
    public int export(
            ExportFolder folder,
            Preferences preferences,
            @Nullable Takeaway takeaway,
            BiConsumer<Integer, Integer> progress)
            throws IOException {
        Map<String, Prebuilt> all;
        turn.lock();
        try {
            all = served;
        } finally {
            turn.unlock();
        }
        var others = takeaway == null ? Map.<String, Path>of() : takeaway.files();
        var files = new StaticExport(all, others, baseUrl, preferences).files();
        folder.write(files, progress);
        return files.size();
    }

    /// The site as it would be with another version of a document.
    record Candidate(Content content, Surroundings around, DocumentPage page) {}

    /// The site as it would be with a document that is not shown; null while nothing is shown, or
    /// where the document has errors.
    @Nullable Candidate candidate(DocumentFile file, List<Proofreading.Proof> proofs) {
        var document = file.parsed().document();
        turn.lock();
        try {
            if (shown == null || document == null) {
                return null;
            }
            var content = shown.content().with(file, proofs);
            return new Candidate(
                    content, pages.around(content, now()), pages.preview(content, now(), document));
        } finally {
            turn.unlock();
        }
    }

    String render(DocumentPage page) {
        return pages.render(page);
    }

    /// What is shown now with what is wrong with the files; null while nothing is.
    public @Nullable Content content() {
        turn.lock();
        try {
            return shown == null ? null : shown.content();
        } finally {
            turn.unlock();
        }
    }

    /// What the site calls itself.
    public String siteName() {
        var around = surroundings;
        return around == null ? NOTHING.site().name() : around.frames().siteName();
    }

    /// All documents that are shown; null while nothing is.
    public @Nullable Library library() {
        var around = surroundings;
        return around == null ? null : around.library();
    }

    /// The reply to a request that cannot be answered, in the site's frame.
    public Prebuilt problem(Problem problem) {
        return problems.of(problem);
    }

    /// The content folder.
    Path root() {
        return folder.root();
    }

    /// What is shown now, for pages made for one request; null while nothing is.
    @Nullable Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void close() throws IOException {
        if (calendar != null) {
            calendar.interrupt();
        }
        if (watch != null) {
            watch.close();
        }
    }
}
