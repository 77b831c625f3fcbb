package tongtu.speech;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.inference.SpeechModel;
import tongtu.jobs.WorkQueue;
import tongtu.speech.Voice.CannotSpeak;

/// Has all documents voiced in the background, short and new ones first, and at once what a
/// listener asks for. What is to be done is what the texts need less what the store has: after a
/// kill it goes on where it was.
public final class Voicing implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Voicing.class.getName());

    /// A listener waits for it.
    private static final long AT_ONCE = -1;

    /// Reading a text to know what it needs comes before voicing.
    private static final long READING = 0;

    /// Tracks of other voices than the first that are kept in memory.
    private static final int OTHER_TRACKS = 64;

    private static final Duration UNUSED = Duration.ofDays(7);

    /// A text to be voiced; `read` gives its script, `revision` changes with it. `isShort` and
    /// `order` say how soon.
    public record Text(
            String path, Object revision, boolean isShort, int order, Supplier<Script.Read> read) {}

    /// How far a document is: how many of its utterances that somebody can say are voiced, how many
    /// could not be, and whether anything is known yet.
    public record Progress(int done, int all, int failed, boolean isKnown) {
        public boolean isComplete() {
            return isKnown && done + failed >= all;
        }
    }

    private final SoundStore store;
    private final WorkQueue queue;
    private final int cores;
    private volatile Narrator narrator;
    private volatile Map<String, Text> texts = Map.of();
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();
    private final Map<String, Object> revisions = new ConcurrentHashMap<>();
    private final Map<String, Track> others = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private volatile Consumer<Track> whenWhole = _ -> {};
    private final AtomicLong spokenMs = new AtomicLong();
    private final AtomicLong workedMs = new AtomicLong();

    /// At most `cores` sentences at once; with 0, none: what is there is known, nothing is made.
    public Voicing(Narrator narrator, SoundStore store, int cores) {
        this.cores = cores;
        this.narrator = narrator;
        this.store = store;
        queue = new WorkQueue("voicing", cores);
    }

    /// Who is told, on a thread of the queue, of each document that is voiced to its end.
    public void whenWhole(Consumer<Track> listener) {
        whenWhole = listener;
    }

    /// Has work done for a listener, before what is voiced ahead.
    CompletableFuture<Void> atOnce(String key, WorkQueue.Work work) {
        return queue.submit(key, AT_ONCE, work);
    }

    public Narrator narrator() {
        return narrator;
    }

    /// From now on others speak: weights arrived, or the lexicon changed.
    public void narrate(Narrator other) {
        narrator = other;
        tracks.clear();
        synchronized (others) {
            others.clear();
        }
        failures.clear();
        queue.drop(_ -> true);
        plan(_ -> true);
    }

    /// What is shown now. What changed is read anew; what is gone is no longer wanted.
    public void update(List<Text> shown) {
        var next = new HashMap<String, Text>();
        shown.forEach(text -> next.putIfAbsent(text.path(), text));
        var before = texts;
        texts = Map.copyOf(next);
        var gone = new HashSet<String>();
        for (var track : List.copyOf(tracks.values())) {
            if (changed(track.path(), next.get(track.path()))) {
                gone.addAll(track.keys());
                tracks.remove(track.path());
            }
        }
        synchronized (others) {
            others.values().removeIf(track -> changed(track.path(), next.get(track.path())));
        }
        queue.drop(gone::contains);
        plan(text -> !tracks.containsKey(text.path()) && !text.equals(before.get(text.path())));
    }

    private boolean changed(String path, @Nullable Text text) {
        return text == null || !text.revision().equals(revisions.get(path));
    }

    private void plan(Predicate<Text> wanted) {
        var ordered = new ArrayList<>(texts.values());
        ordered.sort(
                Comparator.comparing((Text text) -> !text.isShort()).thenComparingInt(Text::order));
        long rank = READING;
        for (var text : ordered) {
            long own = ++rank;
            if (wanted.test(text)) {
                queue.add("read " + text.path(), READING, () -> want(text.path(), own));
            }
        }
    }

    private void want(String path, long rank) {
        var track = track(path, "");
        if (track == null) {
            return;
        }
        var asked = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < track.keys().size(); i++) {
            var key = track.keys().get(i);
            if (!key.isEmpty() && !store.has(key) && !failures.containsKey(key)) {
                var utterance = track.script().utterances().get(i);
                asked.add(queue.submit(key, rank, work(key, utterance, "")));
            }
        }
        // Also where a sentence failed: the others are there.
        var _ =
                CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                        .whenComplete((_, _) ->
                                queue.add("whole " + path, rank, () -> whenWhole.accept(track)));
    }

    private WorkQueue.Work work(String key, Utterance utterance, String voice) {
        return new WorkQueue.Work() {
            @Override
            public void run() throws IOException, CannotSpeak, WorkQueue.Stopped {
                voice(key, utterance, voice);
            }

            @Override
            public void stop() {
                narrator.stop();
            }
        };
    }

    private void voice(String key, Utterance utterance, String voice)
            throws IOException, CannotSpeak, WorkQueue.Stopped {
        if (store.has(key)) {
            return;
        }
        long before = System.nanoTime();
        try {
            var sound = narrator.speak(utterance, voice);
            store.put(key, sound);
            spokenMs.addAndGet(sound.milliseconds());
            workedMs.addAndGet((System.nanoTime() - before) / 1_000_000);
        } catch (SpeechModel.Stopped e) {
            throw new WorkQueue.Stopped();
        } catch (CannotSpeak | RuntimeException e) {
            failures.put(key, String.valueOf(e.getMessage()));
            LOG.log(Level.WARNING, "a sentence cannot be said: {0}", e.getMessage());
            throw e;
        }
    }

    /// A document as a voice says it; the first voice where `voice` is empty. Null when no such
    /// document is shown.
    public @Nullable Track track(String path, String voice) {
        var text = texts.get(path);
        if (text == null) {
            return null;
        }
        if (voice.isEmpty()) {
            var known = tracks.get(path);
            if (known != null && text.revision().equals(revisions.get(path))) {
                return known;
            }
            var made = Track.of(path, text.read().get(), narrator, "");
            revisions.put(path, text.revision());
            tracks.put(path, made);
            return made;
        }
        synchronized (others) {
            var known = others.get(path + "\n" + voice);
            if (known != null) {
                return known;
            }
        }
        var made = Track.of(path, text.read().get(), narrator, voice);
        revisions.putIfAbsent(path, text.revision());
        synchronized (others) {
            others.put(path + "\n" + voice, made);
            if (others.size() > OTHER_TRACKS) {
                others.remove(others.keySet().iterator().next());
            }
        }
        return made;
    }

    /// A document as the first voice says it, where that was worked out already.
    public @Nullable Track known(String path) {
        return tracks.get(path);
    }

    /// The sound of an utterance if it is there.
    public @Nullable Sound sound(String key) {
        return key.isEmpty() ? null : store.get(key);
    }

    /// Whether the sound of a key is there.
    public boolean has(String key) {
        return !key.isEmpty() && store.has(key);
    }

    /// Asks for an utterance's sound before all others; done when it is in the store.
    public CompletableFuture<Void> ask(Track track, int at) {
        var key = track.keys().get(at);
        if (key.isEmpty()) {
            return CompletableFuture.failedFuture(new CannotSpeak("nothing to say"));
        }
        if (store.has(key)) {
            return CompletableFuture.completedFuture(null);
        }
        var utterance = track.script().utterances().get(at);
        return queue.submit(key, AT_ONCE, work(key, utterance, track.voice()));
    }

    /// Says something before all others, and keeps nothing of it.
    public CompletableFuture<Sound> say(Utterance utterance) {
        var said = new AtomicReference<Sound>();
        return queue.submit(
                        "say " + UUID.randomUUID(),
                        AT_ONCE,
                        () -> said.set(narrator.speak(utterance, "")))
                .thenApply(_ -> said.get());
    }

    /// Why an utterance could not be said; empty when it could, or was not tried.
    public String failure(String key) {
        return failures.getOrDefault(key, "");
    }

    /// Has a text voiced that is not shown yet, before what is voiced ahead; how far it is. A text
    /// in a language that nobody speaks has nothing to be said.
    public Progress prepare(String path, Script.Read read) {
        var track = Track.of(path, read, narrator, "");
        var progress = progress(track);
        for (int i = 0; i < track.keys().size(); i++) {
            var key = track.keys().get(i);
            if (!key.isEmpty() && !store.has(key) && !failures.containsKey(key)) {
                var utterance = track.script().utterances().get(i);
                queue.add(key, AT_ONCE, work(key, utterance, ""));
            }
        }
        return progress;
    }

    /// How far a track is.
    public Progress progress(Track track) {
        int done = 0;
        int failed = 0;
        int all = 0;
        for (var key : track.keys()) {
            if (!key.isEmpty()) {
                all++;
                done += store.has(key) ? 1 : 0;
                failed += failures.containsKey(key) ? 1 : 0;
            }
        }
        return new Progress(done, all, failed, true);
    }

    /// How far all documents are, as far as they were read, in the first voice.
    public Progress progress() {
        int done = 0;
        int all = 0;
        int failed = 0;
        var read = Map.copyOf(tracks);
        for (var track : read.values()) {
            var progress = progress(track);
            done += progress.done();
            all += progress.all();
            failed += progress.failed();
        }
        return new Progress(done, all, failed, read.size() == texts.size());
    }

    /// Milliseconds of work for one second of speech, as measured since the start; 0 before the
    /// first.
    public long workPerSecondMs() {
        long spoken = spokenMs.get();
        return spoken < 1_000 ? 0 : workedMs.get() * 1_000 / spoken;
    }

    /// Whether nothing is voiced in this program: it only knows what is there.
    public boolean isIdle() {
        return cores == 0;
    }

    /// How much waits or is under way.
    public int waiting() {
        return queue.size();
    }

    /// Deletes sounds of words that are in no text any more, and the oldest above the limit.
    public long sweep() throws IOException {
        Set<String> used = new HashSet<>();
        tracks.values().forEach(track -> used.addAll(track.keys()));
        synchronized (others) {
            others.values().forEach(track -> used.addAll(track.keys()));
        }
        return store.sweep(used, UNUSED);
    }

    @Override
    public void close() {
        queue.close();
    }
}
