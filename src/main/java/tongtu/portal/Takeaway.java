package tongtu.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.braille.BrailleWriter;
import tongtu.braille.PefFile;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.takeaway.Form;
import tongtu.takeaway.Forms;
import tongtu.takeaway.Original;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.View;

/// What is answered about documents to take along: their files, and Braille under the print.
public final class Takeaway implements AutoCloseable {
    static final String FILES = "/files";
    static final String BRAILLE = "/braille";

    private static final Logger LOG = Logger.getLogger(Takeaway.class.getName());
    private static final String ZIP = "application/zip";

    /// Readers who wait at once for a file that is being made, and how long each does.
    private static final int WAITING = 16;

    private static final int PATIENCE_S = 25;

    /// How often pages are shown anew because files were made: seldom while many are.
    private static final Duration BEAT = Duration.ofSeconds(2);

    private static final int BEATS_WHILE_BUSY = 30;

    /// What is no longer wanted is deleted after ten minutes, then every six hours.
    private static final int FIRST_SWEEP = 300;

    private static final int BEATS_BETWEEN_SWEEPS = 10_800;

    /// Letters of a tag: enough that two files never have the same.
    private static final int TAG = 20;

    /// Pages with Braille that are kept until something else is shown.
    private static final int KEPT = 64;

    private final PublicSite site;
    private final FormMaking making;
    private final Forms forms;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Map<String, View> kept = new ConcurrentHashMap<>();
    private final Thread beat;

    /// What nobody asked for is made too where `isAhead`; `listening` gives the sound of books.
    public Takeaway(PublicSite site, Listening listening, Forms forms, boolean isAhead) {
        this.site = site;
        this.forms = forms;
        making = new FormMaking(site, forms, listening::narration, isAhead);
        site.offer(making);
        site.surroundTo(around -> {
            making.update(around);
            kept.clear();
        });
        listening.whenVoiced(making::voiced);
        beat = Thread.ofVirtual().name("forms-shown").start(this::beat);
    }

    /// What was made is told on the pages: soon when all is done, else now and then.
    private void beat() {
        try {
            for (int beats = 1; ; beats++) {
                Thread.sleep(BEAT);
                boolean isTime = making.waiting() == 0 || beats % BEATS_WHILE_BUSY == 0;
                if (isTime && making.takeChange()) {
                    show();
                }
                if (beats % BEATS_BETWEEN_SWEEPS == FIRST_SWEEP) {
                    sweep();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        try {
            site.turnDay();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the pages cannot tell which files there are", e);
        }
    }

    public List<Route> routes() {
        return List.of(
                Route.get(FILES + "/{kind}/{slug}/{file}", this::file),
                Route.get(BRAILLE + "/{kind}/{slug}", this::braille));
    }

    FormMaking making() {
        return making;
    }

    private static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }

    private static Reply later() {
        return new Reply.Refusal(new Problem.Unavailable());
    }

    private @Nullable Document document(Request request) {
        var around = site.surroundings();
        return around == null
                ? null
                : around.library()
                        .atAddress("/" + request.part("kind") + "/" + request.part("slug"));
    }

    private Reply file(Request request) throws IOException, InterruptedException {
        var document = document(request);
        if (document == null) {
            return notFound();
        }
        var name = request.part("file");
        if (name.equals(document.slug() + Form.BUNDLE)) {
            return bundle(document, name);
        }
        for (var form : Form.byLongestEnding()) {
            if (name.equals(form.file(document.slug()))) {
                return form(document, form);
            }
        }
        return notFound();
    }

    private Reply form(Document document, Form form) throws IOException, InterruptedException {
        var made = making.find(document.path(), form);
        if (made == null) {
            made = await(document, form);
        }
        if (made == null) {
            return later();
        }
        // A browser shows these by itself; others are saved.
        boolean isShown = form.type().equals("application/pdf") || form == Form.TEXT;
        var name = isShown ? "" : form.file(document.slug());
        return reply(made.file(), form.type(), name);
    }

    private static Reply reply(Path file, String type, String name) throws IOException {
        // Files are named by what they are made of.
        var tag = Hash.of(file.getFileName().toString()).substring(0, TAG);
        return new Reply.Media(Reply.Content.of(file), type, tag, false, name);
    }

    private Forms.@Nullable Made await(Document document, Form form) throws InterruptedException {
        // Who may not wait does not fill the queue either.
        if (!waiting.tryAcquire()) {
            return null;
        }
        try {
            var asked = making.ask(document.path(), form);
            return asked == null ? null : asked.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return null;
        } finally {
            waiting.release();
        }
    }

    private Reply bundle(Document document, String name) throws IOException, InterruptedException {
        for (var form : Form.values()) {
            if (making.find(document.path(), form) == null && await(document, form) == null) {
                return later();
            }
        }
        var original = making.original(document.path());
        return original == null ? notFound() : reply(forms.bundle(original), ZIP, name);
    }

    private Reply braille(Request request) {
        var around = site.surroundings();
        var document = document(request);
        var original = document == null ? null : making.original(document.path());
        if (around == null || document == null || original == null) {
            return notFound();
        }
        var known = kept.get(document.path());
        if (known != null) {
            return Reply.page(known);
        }
        var words = TakeWords.in(document.frontMatter().language());
        var flow = BrailleWriter.flow(document, List.of(), original.transcriber());
        var lines = new ArrayList<BraillePage.Line>();
        for (var line : flow.lines().subList(1, flow.lines().size())) {
            lines.add(new BraillePage.Line(line.words(), line.cells(), line.level()));
        }
        var address = Addresses.iri(document.address());
        var title = words.brailleTitle(document.title());
        var page =
                new BraillePage(
                        around.frames().below(document, title, BRAILLE + address),
                        title,
                        flow.lines().getFirst().cells(),
                        PefFile.brailleOf(document.frontMatter().language()),
                        new Frame.PlaceLink(address, document.title(), false, ""),
                        words.brailleIntro(),
                        original.cover().brailleChecked(),
                        lines);
        if (kept.size() < KEPT && around.equals(site.surroundings())) {
            kept.put(document.path(), page);
        }
        return Reply.page(page);
    }

    /// Says how far the files are, as long as they are being made.
    public void report(Consumer<String> say, Duration every) {
        Thread.ofVirtual()
                .name("forms-report")
                .start(() -> {
                    try {
                        for (int told = -1; ; Thread.sleep(every)) {
                            var progress = making.progress();
                            int done = progress.done() + progress.failed();
                            if (making.waiting() > 0 && done != told) {
                                told = done;
                                say.accept(
                                        "各种形式的文件：%d 份里好了 %d 份，%d 份做不成。"
                                                .formatted(
                                                        progress.all(),
                                                        progress.done(),
                                                        progress.failed()));
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void sweep() {
        try {
            making.sweep();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "old files cannot be deleted", e);
        }
    }

    /// Which forms of each document are there: `+` made, `!` could not be made, `~` made of an
    /// earlier revision, `-` missing; by path, in the order of [Form#values].
    public Map<String, List<String>> matrix() throws IOException {
        var matrix = new TreeMap<String, List<String>>();
        for (var original : making.originals()) {
            var states = new ArrayList<String>();
            var failed = making.known(original.document()).failed();
            for (var form : Form.values()) {
                states.add(state(form, original, failed.contains(form)));
            }
            matrix.put(original.document().path(), states);
        }
        return matrix;
    }

    private String state(Form form, Original original, boolean hasFailed) throws IOException {
        if (forms.has(form, original)) {
            return "+";
        }
        return hasFailed ? "!" : forms.isStale(form, original) ? "~" : "-";
    }

    /// Makes every form of every document now, where it is not there; those that cannot be made, as
    /// `path form reason`. `progress` is told how many of how many are done.
    public List<String> makeAll(BiConsumer<Integer, Integer> progress) {
        var failed = new ArrayList<String>();
        var originals = making.originals();
        int all = originals.size() * Form.values().length;
        int done = 0;
        for (var original : originals) {
            for (var form : Form.values()) {
                try {
                    making.make(original.document().path(), form);
                } catch (IOException | RuntimeException e) {
                    failed.add(original.document().path() + " " + form + " " + e.getMessage());
                }
                progress.accept(++done, all);
            }
        }
        return failed;
    }

    /// The files of all documents that are made, by their addresses.
    Map<String, Path> files() throws IOException {
        var files = new TreeMap<String, Path>();
        for (var original : making.originals()) {
            var document = original.document();
            var base = FILES + document.address() + "/";
            boolean isWhole = true;
            for (var form : Form.values()) {
                var made = forms.find(form, original);
                isWhole &= made != null;
                if (made != null) {
                    files.put(base + form.file(document.slug()), made.file());
                }
            }
            if (isWhole) {
                files.put(base + document.slug() + Form.BUNDLE, forms.bundle(original));
            }
        }
        return files;
    }

    @Override
    public void close() {
        beat.interrupt();
        making.close();
    }
}
