package tongtu.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.braille.Transcriber;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.jobs.WorkQueue;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.takeaway.Cover;
import tongtu.takeaway.Form;
import tongtu.takeaway.Forms;
import tongtu.takeaway.Narration;
import tongtu.takeaway.Original;
import tongtu.takeaway.Pictures;

/// Has the forms of all documents made in the background, the newest document first, and at once
/// what somebody asks for. What is to be done is what the documents need less what the cache has:
/// after a kill it goes on where it was.
final class FormMaking implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FormMaking.class.getName());

    /// Somebody waits for it.
    private static final long AT_ONCE = -1;

    private final PublicSite site;
    private final Forms forms;
    private final Function<Document, @Nullable Narration> narrations;
    private final boolean isAhead;
    private final WorkQueue queue;
    private final AtomicBoolean isChanged = new AtomicBoolean();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Held> prepared = new ConcurrentHashMap<>();
    private Lexicon lexicon = Lexicon.NONE;
    private String lexiconHash = hash(Lexicon.NONE);
    private Transcriber transcriber = new Transcriber(new Readings(Lexicon.NONE));

    /// What is known of the forms of a document as it is shown now.
    private record Held(Original original, Map<Form, Forms.Made> made, Set<Form> failed) {
        static Held of(Original original) {
            return new Held(original, new EnumMap<>(Form.class), EnumSet.noneOf(Form.class));
        }

        synchronized void done(Forms.Made form) {
            made.put(form.form(), form);
            failed.remove(form.form());
        }

        synchronized void fail(Form form) {
            failed.add(form);
        }

        synchronized Map<Form, Forms.Made> copy() {
            return Map.copyOf(made);
        }

        synchronized Set<Form> failures() {
            return Set.copyOf(failed);
        }
    }

    /// How far all documents are: forms that are made, that could not be, and all.
    record Progress(int done, int failed, int all) {}

    /// `narrations` give how a document is heard, null while it is not voiced; what nobody asked
    /// for is made where `isAhead`.
    FormMaking(
            PublicSite site,
            Forms forms,
            Function<Document, @Nullable Narration> narrations,
            boolean isAhead) {
        this.site = site;
        this.forms = forms;
        this.narrations = narrations;
        this.isAhead = isAhead;
        queue = new WorkQueue("forms", 1);
    }

    private static String hash(Lexicon lexicon) {
        return Hash.of(lexicon.entries().toString());
    }

    /// Something else is shown: what changed is made anew, what is gone is forgotten.
    void update(Surroundings around) {
        if (!around.lexicon().equals(lexicon)) {
            lexicon = around.lexicon();
            lexiconHash = hash(lexicon);
            transcriber = new Transcriber(new Readings(lexicon));
        }
        var paths = new HashSet<String>();
        long order = 0;
        for (var document : around.library().newestFirst()) {
            if (document.equals(around.library().atAddress(document.address()))) {
                paths.add(document.path());
                hold(around, document, order++);
            }
        }
        held.keySet().retainAll(paths);
    }

    /// A document is voiced to its end: its book gets its sound.
    void voiced(Document document) {
        var around = site.surroundings();
        if (around != null) {
            hold(around, document, 0);
        }
    }

    /// Has the forms of a document made that is not shown yet, and says what is known of them.
    Known prepare(Surroundings around, Document document) {
        var original = original(around, document, null);
        var before = prepared.get(document.path());
        if (before == null || !isSame(before.original(), original)) {
            var now = Held.of(original);
            prepared.put(document.path(), now);
            for (var form : Form.values()) {
                queue.add(key(form, original), AT_ONCE, () -> make(form, now));
            }
            return Known.NOTHING;
        }
        return new Known(before.copy(), before.failures());
    }

    /// A form of a document that is not shown, made now on this thread.
    Forms.Made make(Surroundings around, Document document, Form form) throws IOException {
        return forms.make(form, original(around, document, null));
    }

    private void hold(Surroundings around, Document document, long order) {
        var original = original(around, document, narrations.apply(document));
        var before = held.get(document.path());
        if (before != null && isSame(before.original(), original)) {
            return;
        }
        var ready = prepared.remove(document.path());
        var now = Held.of(original);
        if (ready != null && isSame(ready.original(), original)) {
            // It was made before it was shown.
            ready.copy().values().forEach(now::done);
        }
        held.put(document.path(), now);
        if (isAhead) {
            long rank = order * Form.values().length;
            for (var form : Form.values()) {
                queue.add(key(form, original), rank++, () -> make(form, now));
            }
        }
    }

    private static boolean isSame(Original one, Original other) {
        var first = one.narration();
        var second = other.narration();
        boolean areHeardAlike =
                first == null
                        ? second == null
                        : second != null && first.track().keys().equals(second.track().keys());
        return areHeardAlike
                && one.inputs().equals(other.inputs())
                && one.lexicon().equals(other.lexicon());
    }

    private static String key(Form form, Original original) {
        return form + " " + original.document().path() + " " + original.inputs();
    }

    private Original original(
            Surroundings around, Document document, @Nullable Narration narration) {
        var status = around.statuses().status(document);
        var lines = new ArrayList<String>();
        lines.add(status.heading());
        lines.addAll(status.lines());
        var base = around.frames().whole("");
        return Original.of(
                document,
                Cover.of(
                        document,
                        base.isEmpty() ? "" : around.frames().whole(document.address()),
                        around.frames().publisher(),
                        lines,
                        around.proofreading()),
                new Pictures(site::media, site::mediaHash),
                href -> link(around, base, href),
                transcriber,
                lexiconHash,
                narration);
    }

    /// Where a link of a text leads from a file; null when nobody could follow it.
    private static @Nullable String link(Surroundings around, String base, Href href) {
        var text = href.text();
        if (!text.startsWith("/")) {
            return href.scheme().isEmpty() ? null : text;
        }
        if (base.isEmpty()) {
            return null;
        }
        int hash = text.indexOf('#');
        var path = hash < 0 ? text : text.substring(0, hash);
        if (!path.endsWith(".md")) {
            return base + text;
        }
        var target = around.library().atPath(path.substring(1, path.length() - 3));
        return target == null
                ? null
                : around.frames().whole(target.address()) + text.substring(path.length());
    }

    private void make(Form form, Held now) throws IOException {
        try {
            now.done(forms.make(form, now.original()));
        } catch (IOException | RuntimeException e) {
            now.fail(form);
            LOG.log(
                    Level.WARNING,
                    "{0} of {1} cannot be made: {2}",
                    new Object[] {form, now.original().document().path(), e});
            throw e;
        } finally {
            isChanged.set(true);
        }
    }

    /// Asks for a form of the document at a path; done when it is there. Null when no such document
    /// is shown.
    @Nullable CompletableFuture<Forms.Made> ask(String path, Form form) {
        var now = held.get(path);
        if (now == null) {
            return null;
        }
        return queue.submit(key(form, now.original()), AT_ONCE, () -> make(form, now))
                .thenApply(_ -> {
                    var made = now.copy().get(form);
                    if (made == null) {
                        throw new IllegalStateException(form + " is gone");
                    }
                    return made;
                });
    }

    /// Makes a form now, on this thread.
    void make(String path, Form form) throws IOException {
        var now = held.get(path);
        if (now != null) {
            make(form, now);
        }
    }

    /// A form that was made, null when it was not, or no such document is shown.
    Forms.@Nullable Made find(String path, Form form) throws IOException {
        var now = held.get(path);
        return now == null ? null : forms.find(form, now.original());
    }

    /// What the forms of a document at a path are made of.
    @Nullable Original original(String path) {
        var now = held.get(path);
        return now == null ? null : now.original();
    }

    /// All originals, by path.
    List<Original> originals() {
        return held.values().stream()
                .map(Held::original)
                .sorted((one, other) -> one.document().path().compareTo(other.document().path()))
                .toList();
    }

    /// What is known of a document's forms at one revision: those that are made, and those that
    /// could not be.
    record Known(Map<Form, Forms.Made> made, Set<Form> failed) {
        static final Known NOTHING = new Known(Map.of(), Set.of());

        Known {
            made = Map.copyOf(made);
            failed = Set.copyOf(failed);
        }
    }

    /// What is known of the forms of a document, at this very revision.
    Known known(Document document) {
        // What was made ahead is told on the very first page.
        for (var each : Arrays.asList(held.get(document.path()), prepared.get(document.path()))) {
            if (each != null && each.original().document().equals(document)) {
                return new Known(each.copy(), each.failures());
            }
        }
        return Known.NOTHING;
    }

    Progress progress() {
        int done = 0;
        int failed = 0;
        int all = 0;
        for (var each : held.values()) {
            done += each.copy().size();
            failed += each.failures().size();
            all += Form.values().length;
        }
        return new Progress(done, failed, all);
    }

    /// How much waits or is under way.
    int waiting() {
        return queue.size();
    }

    /// Whether something was made, or could not be, since this was asked last.
    boolean takeChange() {
        return isChanged.getAndSet(false);
    }

    /// Deletes what is no longer wanted; how many bytes are kept.
    long sweep() throws IOException {
        return forms.sweep(originals());
    }

    @Override
    public void close() {
        queue.close();
    }
}
