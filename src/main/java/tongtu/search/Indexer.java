package tongtu.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Glossary;
import tongtu.document.Library;
import tongtu.inference.SentenceEncoder;
import tongtu.language.Words;

/// Keeps the index as the library is, on a thread of its own: first the words of what changed,
/// which are searchable at once, then the meanings, which take longer. Nothing is queued: what is
/// to do is what the library has and the index has not, so that it goes on after a restart.
final class Indexer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Indexer.class.getName());

    /// What is done is shown after so many documents, or so large a share of all: to show costs
    /// more the more there are.
    private static final int A_ROUND = 50;

    private static final int ROUNDS = 20;

    /// A failing index is not made anew again and again without a pause.
    private static final long PAUSE_MS = 1_000;

    private static final Library NO_LIBRARY =
            new Library(List.of(), Glossary.EMPTY, LocalDate.EPOCH);

    private final Path content;
    private final @Nullable Path folder;
    private final Meanings meanings;
    private final WordlistFindings wordlists;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition changed = turn.newCondition();
    private final Thread thread;
    private Map<String, Held> held = Map.of();
    private List<String> ownWords = List.of();

    // Guarded by the lock.
    private @Nullable Library wanted;
    private boolean isBusy;
    private boolean isClosed;
    private @Nullable Throwable broken;

    private volatile Store store;
    private volatile Catalog catalog =
            new Catalog(NO_LIBRARY, Wordlists.NONE, Words.plain(), Map.of());
    private volatile Vocabulary vocabulary = Vocabulary.EMPTY;
    // Until the first library has come, what there is to find is not known.
    private volatile Answer.State state = new Answer.State(0, 1);
    private volatile Answer.State progress = new Answer.State(0, 0);

    /// The entries of one document, and the hash of all that they are made of.
    private record Held(Object of, List<Entry> entries, String hash) {}

    private Indexer(
            Path content,
            @Nullable Path folder,
            @Nullable Path vectorFile,
            boolean meaning,
            Consumer<List<Finding>> findings) {
        this.content = content;
        this.folder = folder;
        meanings = new Meanings(meaning, vectorFile);
        wordlists = new WordlistFindings(content, findings);
        store = folder == null ? Store.inMemory() : Store.open(folder);
        thread = Thread.ofPlatform().daemon().name("search-index").unstarted(this::work);
    }

    static Indexer start(
            Path content,
            @Nullable Path folder,
            @Nullable Path vectorFile,
            boolean meaning,
            Consumer<List<Finding>> findings) {
        var indexer = new Indexer(content, folder, vectorFile, meaning, findings);
        indexer.thread.start();
        return indexer;
    }

    void update(Library library) {
        turn.lock();
        try {
            wanted = library;
            changed.signalAll();
        } finally {
            turn.unlock();
        }
    }

    /// The index cannot be read: it is made anew.
    void rebuild(Throwable why) {
        turn.lock();
        try {
            broken = why;
            state = new Answer.State(0, Math.max(1, state.all()));
            changed.signalAll();
        } finally {
            turn.unlock();
        }
    }

    void await() throws InterruptedException {
        turn.lock();
        try {
            while ((wanted != null || isBusy || broken != null) && !isClosed) {
                changed.await();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Waits a while for everything to be done; whether it is.
    boolean isIdle(long milliseconds) throws InterruptedException {
        turn.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while ((wanted != null || isBusy || broken != null) && !isClosed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return (wanted == null && !isBusy && broken == null) || isClosed;
        } finally {
            turn.unlock();
        }
    }

    Store.View view() {
        return store.view();
    }

    Catalog catalog() {
        return catalog;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Answer.State state() {
        return state;
    }

    @Nullable SentenceEncoder encoder() {
        return meanings.encoder();
    }

    /// How far the work is, meanings and all.
    Answer.State progress() {
        return progress;
    }

    private void work() {
        while (true) {
            Library library;
            Throwable fault;
            turn.lock();
            try {
                isBusy = false;
                changed.signalAll();
                while (wanted == null && broken == null && !isClosed) {
                    changed.awaitUninterruptibly();
                }
                if (isClosed) {
                    return;
                }
                library = wanted == null ? catalog.library() : wanted;
                fault = broken;
                wanted = null;
                broken = null;
                isBusy = true;
            } finally {
                turn.unlock();
            }
            index(library, fault);
        }
    }

    private void index(Library library, @Nullable Throwable fault) {
        try {
            if (fault != null) {
                anew(fault);
            }
            index(library);
        } catch (IOException | RuntimeException | InternalError e) {
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException _) {
                return;
            }
            LOG.log(Level.SEVERE, "the search index cannot be kept up to date", e);
            if (fault == null) {
                rebuild(e);
            }
        }
    }

    private void anew(Throwable fault) throws IOException {
        LOG.log(Level.WARNING, "the search index is made anew: " + fault);
        var old = store;
        try {
            old.close();
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.log(Level.FINE, "the torn index cannot be closed", e);
        }
        store = folder == null ? Store.inMemory() : Store.anew(folder);
    }

    private boolean isClosed() {
        turn.lock();
        try {
            return isClosed;
        } finally {
            turn.unlock();
        }
    }

    private boolean isWaitedFor() {
        turn.lock();
        try {
            return wanted != null || isClosed;
        } finally {
            turn.unlock();
        }
    }

    private void index(Library library) throws IOException {
        var lists =
                Wordlists.read(content, _ -> true, address -> library.atAddress(address) != null);
        var own = Catalog.ownWords(library, lists.everyday());
        var words = own.equals(ownWords) && held.size() > 0 ? catalog.words() : new Words(own);
        held = entries(library, VectorCache.hash(String.join("\n", own)));
        ownWords = own;
        var byPath = new HashMap<String, List<Entry>>();
        held.forEach((path, each) -> byPath.put(path, each.entries()));
        catalog = new Catalog(library, lists, words, byPath);
        if (words(words) || vocabulary == Vocabulary.EMPTY) {
            vocabulary = vocabulary(library, lists.everyday(), words);
        }
        wordlists.tell(store, library);
        // Not before there is something to search by words, and not in a program that ends at once.
        if (!isClosed()) {
            meanings.open();
        }
        if (meanings.encoder() != null) {
            meanings(words);
        }
        store.commit();
    }

    /// The entries of everything, in the order in which they are indexed: the newest first.
    private Map<String, Held> entries(Library library, String ownWords) {
        var entries = new LinkedHashMap<String, Held>();
        for (var document : library.newestFirst()) {
            var before = held.get(document.path());
            boolean isSame =
                    before != null
                            && document.equals(before.of())
                            && before.hash().endsWith(ownWords);
            entries.put(
                    document.path(), isSame && before != null ? before : held(document, ownWords));
        }
        var terms = library.glossary().terms();
        if (!terms.isEmpty()) {
            entries.put(
                    Entry.GLOSSARY,
                    new Held(
                            terms, Entry.of(terms), VectorCache.hash(terms.toString()) + ownWords));
        }
        return entries;
    }

    private static Held held(Document document, String ownWords) {
        return new Held(
                document, Entry.of(document), VectorCache.hash(document.toString()) + ownWords);
    }

    private String mark(Held each, boolean hasMeaning) {
        return (hasMeaning ? "meaning " : "words ") + each.hash();
    }

    /// Indexes the words of what changed, and the meanings that are known already; whether anything
    /// did.
    private boolean words(Words words) throws IOException {
        var marks = store.marks();
        boolean isChanged = false;
        for (var path : marks.keySet()) {
            if (!held.containsKey(path)) {
                store.remove(path);
                isChanged = true;
            }
        }
        var missing = new ArrayList<Map.Entry<String, Held>>();
        for (var each : held.entrySet()) {
            var mark = marks.getOrDefault(each.getKey(), "");
            if (!mark.endsWith(" " + each.getValue().hash())) {
                missing.add(each);
            }
        }
        int done = held.size() - missing.size();
        int round = 0;
        state = new Answer.State(done, held.size());
        for (var each : missing) {
            if (isClosed()) {
                return isChanged;
            }
            put(each.getKey(), each.getValue(), meanings.hasAll(each.getValue().entries()), words);
            isChanged = true;
            progress = new Answer.State(++done, held.size());
            if (++round >= aRound()) {
                store.show();
                LOG.log(
                        Level.INFO,
                        "words for searching: {0} of {1} documents",
                        new Object[] {done, held.size()});
                state = progress;
                round = 0;
            }
        }
        if (isChanged) {
            store.show();
        }
        state = new Answer.State(held.size(), held.size());
        progress = state;
        return isChanged;
    }

    private int aRound() {
        return Math.max(A_ROUND, held.size() / ROUNDS);
    }

    private void put(String path, Held each, boolean hasMeaning, Words words) throws IOException {
        var documents = new ArrayList<org.apache.lucene.document.Document>();
        for (var entry : each.entries()) {
            var meaning = hasMeaning ? meanings.of(entry) : null;
            documents.add(Fields.of(entry, mark(each, hasMeaning), words, meaning));
        }
        store.replace(path, documents);
    }

    /// Encodes what has no meaning yet; stops when there are newer words to index.
    private void meanings(Words words) throws IOException {
        var marks = store.marks();
        var missing = new ArrayList<Map.Entry<String, Held>>();
        var all = new ArrayList<Entry>();
        for (var each : held.entrySet()) {
            if (!mark(each.getValue(), true).equals(marks.get(each.getKey()))) {
                missing.add(each);
            }
            all.addAll(each.getValue().entries());
        }
        int done = 0;
        for (var each : missing) {
            for (var entry : each.getValue().entries()) {
                if (isWaitedFor()) {
                    store.show();
                    return;
                }
                meanings.learn(entry);
            }
            put(each.getKey(), each.getValue(), true, words);
            done++;
            progress = new Answer.State(held.size() - missing.size() + done, held.size());
            if (done % aRound() == 0) {
                store.show();
                store.commit();
                LOG.log(
                        Level.INFO,
                        "meanings for searching: {0} of {1} documents",
                        new Object[] {done, missing.size()});
            }
        }
        if (done > 0) {
            store.show();
            meanings.force();
        }
        meanings.keep(all);
    }

    private Vocabulary vocabulary(Library library, Everyday everyday, Words words)
            throws IOException {
        try (var view = store.view()) {
            return new Vocabulary(
                    Vocabulary.phrases(view.reader()),
                    library.documents().stream().map(Document::title).toList(),
                    Catalog.terms(library, everyday),
                    words);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (isClosed) {
                return;
            }
            isClosed = true;
            changed.signalAll();
        } finally {
            turn.unlock();
        }
        try {
            thread.join();
            store.close();
            meanings.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the search index cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
