package tongtu.speech;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tongtu.document.Hash;
import tongtu.jobs.FileCache;

/// Files to take along: a document or a section as one sound with chapters, in MP3 and in Opus.
/// They are made of the sounds in the store, without gaps; the same sounds give the same file.
/// Unlike the sounds they can be made anew quickly, and those that nobody asked for are deleted.
public final class Editions {
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final int UNIT_MS = 1_000;

    /// How long one sound is waited for while others listen too.
    private static final int PATIENCE_S = 120;

    /// The forms of files.
    public enum Format {
        MP3("audio/mpeg"),
        OPUS("audio/ogg");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a file is of: the utterances of a track from one to before another, and what it is
    /// called.
    public record Edition(
            Track track,
            int from,
            int to,
            Format format,
            String title,
            String album,
            String artist) {
        /// The same for the same file.
        public String hash() {
            var key =
                    new StringBuilder("1")
                            .append(format)
                            .append(title)
                            .append('\n')
                            .append(album)
                            .append('\n')
                            .append(artist);
            for (int i = from; i < to; i++) {
                key.append('\n')
                        .append(track.keys().get(i))
                        .append(track.script().utterances().get(i).rest());
            }
            for (var part : track.script().parts()) {
                key.append('\n').append(part.from()).append(part.title());
            }
            return Hash.of(key.toString());
        }
    }

    private final FileCache files;
    private final Voicing voicing;
    private final SoundStore store;

    public Editions(Path folder, Voicing voicing, SoundStore store, InstantSource clock) {
        files = new FileCache(folder, Long.MAX_VALUE, UNUSED, clock);
        this.voicing = voicing;
        this.store = store;
    }

    private static String name(Edition edition) {
        return edition.hash() + "." + edition.format().ending();
    }

    /// The file, or null when it has not been made.
    public @Nullable Path find(Edition edition) throws IOException {
        return files.find(name(edition));
    }

    /// Whether every sound of a file is there; what cannot be said is left out.
    public boolean isReady(Edition edition) {
        for (int i = edition.from(); i < edition.to(); i++) {
            var key = edition.track().keys().get(i);
            if (!key.isEmpty() && !store.has(key) && voicing.failure(key).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Asks for a file; done when it is there.
    public CompletableFuture<Void> ask(Edition edition) {
        return voicing.atOnce("file " + edition.hash(), () -> make(edition));
    }

    /// Makes a file now, on this thread.
    public Path make(Edition edition) throws IOException {
        return files.make(name(edition), whole -> write(edition, whole));
    }

    private void write(Edition edition, Path whole) throws IOException {
        switch (edition.format()) {
            case MP3 -> {
                var sound = Files.createTempFile(whole.getParent(), "", ".partial");
                try {
                    int end;
                    try (var mp3 = new Mp3(buffered(sound))) {
                        end = write(edition, mp3::write);
                    }
                    try (var out = buffered(whole)) {
                        out.write(
                                Id3.tag(
                                        edition.title(),
                                        edition.album(),
                                        edition.artist(),
                                        chapters(edition),
                                        end));
                        Files.copy(sound, out);
                    }
                } finally {
                    Files.deleteIfExists(sound);
                }
            }
            case OPUS -> {
                try (var opus = new OggOpus(buffered(whole), tags(edition))) {
                    write(edition, opus::write);
                }
            }
        }
    }

    private static OutputStream buffered(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private interface Writing {
        void write(float[] samples) throws IOException;
    }

    /// Writes the sounds with the silence behind each; how many milliseconds they are.
    private int write(Edition edition, Writing out) throws IOException {
        long samples = 0;
        for (int i = edition.from(); i < edition.to(); i++) {
            var key = edition.track().keys().get(i);
            var sound = key.isEmpty() ? null : store.get(key);
            if (sound != null) {
                var rest = rest(edition.track(), i);
                out.write(sound.samples());
                out.write(rest);
                samples += sound.samples().length + rest.length;
            }
        }
        return (int) (samples * UNIT_MS / Sound.RATE);
    }

    /// Writes an MP3 while its sounds are still being made, each as soon as it is there and before
    /// what is voiced ahead. What cannot be said is left out.
    public void stream(Edition edition, OutputStream out) throws IOException, InterruptedException {
        var track = edition.track();
        try (var mp3 = new Mp3(out)) {
            for (int i = edition.from(); i < edition.to(); i++) {
                var made = voicing.ask(track, i);
                if (i + 1 < edition.to()) {
                    var _ = voicing.ask(track, i + 1);
                }
                var sound = isThere(made) ? store.get(track.keys().get(i)) : null;
                if (sound != null) {
                    mp3.write(sound.samples());
                    mp3.write(rest(track, i));
                    mp3.flush();
                }
            }
        }
    }

    private static boolean isThere(CompletableFuture<Void> made)
            throws IOException, InterruptedException {
        try {
            made.get(PATIENCE_S, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return false;
        } catch (TimeoutException e) {
            throw new IOException("a sound is not made in time", e);
        }
    }

    private static float[] rest(Track track, int at) {
        return new float[Sound.samples(track.script().utterances().get(at).rest())];
    }

    /// When each utterance of a range is heard: pairs of milliseconds, from and to; equal where it
    /// is not.
    public List<int[]> times(Track track, int from, int to) {
        var times = new ArrayList<int[]>();
        int at = 0;
        for (int i = from; i < to; i++) {
            var key = track.keys().get(i);
            int length = key.isEmpty() ? -1 : store.milliseconds(key);
            times.add(new int[] {at, at + Math.max(0, length)});
            at += length < 0 ? 0 : length + track.script().utterances().get(i).rest();
        }
        return times;
    }

    private List<Chapter> chapters(Edition edition) {
        var times = times(edition.track(), edition.from(), edition.to());
        var chapters = new ArrayList<Chapter>();
        for (var part : edition.track().script().parts()) {
            if (part.from() >= edition.from() && part.from() < edition.to()) {
                chapters.add(new Chapter(part.title(), times.get(part.from() - edition.from())[0]));
            }
        }
        if (chapters.isEmpty() || chapters.getFirst().startMs() > 0) {
            chapters.addFirst(new Chapter(edition.title(), 0));
        }
        return chapters;
    }

    private Map<String, String> tags(Edition edition) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("TITLE", edition.title());
        tags.put("ALBUM", edition.album());
        tags.put("ARTIST", edition.artist());
        int number = 0;
        for (var chapter : chapters(edition)) {
            var name = "CHAPTER%03d".formatted(++number);
            int ms = chapter.startMs();
            tags.put(
                    name,
                    "%02d:%02d:%02d.%03d"
                            .formatted(
                                    ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000));
            tags.put(name + "NAME", chapter.title());
        }
        return tags;
    }

    /// Deletes files that nobody asked for in a month, and what a kill left half written.
    public void sweep() throws IOException {
        files.sweep(Set.of());
    }
}
