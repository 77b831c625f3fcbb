package tongtu.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tongtu.document.Hash;
import tongtu.exchange.SpeechJson;
import tongtu.speech.Captions;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Mp3;
import tongtu.speech.Sound;
import tongtu.speech.Track;
import tongtu.speech.Voicing;
import tongtu.web.Problem;
import tongtu.web.Reply;

/// Replies with sound: what is there at once, what is not as soon as it is made. Who would wait too
/// long, or with too many, is told to come back.
final class SoundReplies {
    static final String JSON = "application/json;charset=utf-8";
    private static final String VTT = "text/vtt;charset=utf-8";

    /// Letters of a key in an address: enough that two of one document are never the same.
    private static final int KEY = 20;

    /// Listeners who wait at once for a sound that is being made, and how long each does.
    private static final int WAITING = 24;

    private static final int PATIENCE_S = 25;

    /// Listeners at once to a sound that is made while it is sent.
    private static final int LIVE = 8;

    /// Encoded sounds that are kept in memory: some 20 kB each.
    private static final int ENCODED = 512;

    private final Voicing voicing;
    private final Editions editions;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Semaphore live = new Semaphore(LIVE);
    private final Map<String, byte[]> encoded = new LinkedHashMap<>(16, 0.75f, true);

    SoundReplies(Voicing voicing, Editions editions) {
        this.voicing = voicing;
        this.editions = editions;
    }

    /// A key as it stands in addresses.
    static String key(String key) {
        return key.isEmpty() ? "" : key.substring(0, KEY);
    }

    static boolean isKey(String text) {
        return text.length() == KEY;
    }

    private static Reply later() {
        return new Reply.Refusal(new Problem.Unavailable());
    }

    /// The sound of one piece, or when each of its syllables is heard.
    Reply piece(Track track, String key, String ending) throws IOException, InterruptedException {
        int at = track.place(whole -> key(whole).equals(key));
        if (at < 0) {
            return new Reply.Refusal(new Problem.NotFound(""));
        }
        var whole = track.keys().get(at);
        if (!voicing.has(whole) && !await(voicing.ask(track, at))) {
            return later();
        }
        var sound = voicing.sound(whole);
        if (sound == null) {
            return later();
        }
        if (ending.equals("json")) {
            return new Reply.Media(Reply.Content.of(timing(sound)), JSON, key + "-t", true, "");
        }
        return new Reply.Media(Reply.Content.of(encoded(whole, sound)), Mp3.TYPE, key, true, "");
    }

    /// Whether work was done in time.
    private boolean await(CompletableFuture<Void> work) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            work.get(PATIENCE_S, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return false;
        } finally {
            waiting.release();
        }
    }

    static byte[] timing(Sound sound) {
        return SpeechJson.timing(
                sound.milliseconds(),
                sound.marks().stream()
                        .map(mark ->
                                new SpeechJson.Mark(
                                        mark.start(), mark.end(), ms(mark.from()), ms(mark.to())))
                        .toList());
    }

    private static int ms(int sample) {
        return (int) (sample * 1_000L / Sound.RATE);
    }

    private byte[] encoded(String key, Sound sound) throws IOException {
        synchronized (encoded) {
            var known = encoded.get(key);
            if (known != null) {
                return known;
            }
        }
        var made = mp3(List.of(sound.samples()));
        synchronized (encoded) {
            encoded.put(key, made);
            if (encoded.size() > ENCODED) {
                encoded.remove(encoded.keySet().iterator().next());
            }
        }
        return made;
    }

    static byte[] mp3(List<float[]> sounds) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var mp3 = new Mp3(bytes)) {
            for (var samples : sounds) {
                mp3.write(samples);
            }
        }
        return bytes.toByteArray();
    }

    /// A file to take along. Where its sounds are still being made, an MP3 is sent while they are.
    Reply edition(Edition edition) throws IOException, InterruptedException {
        var keys = edition.track().keys().subList(edition.from(), edition.to());
        if (keys.stream().allMatch(String::isEmpty)) {
            return later();
        }
        var file = editions.find(edition);
        boolean isReady = file != null || editions.isReady(edition);
        if (!isReady) {
            return edition.format() == Format.MP3 ? live(edition) : later();
        }
        if (file == null && await(editions.ask(edition))) {
            file = editions.find(edition);
        }
        if (file == null) {
            return later();
        }
        return new Reply.Media(
                Reply.Content.of(file), edition.format().type(), key(edition.hash()), false, "");
    }

    private Reply live(Edition edition) {
        if (live.availablePermits() == 0) {
            return later();
        }
        // Only who is sent something takes a place; a request for the headers alone does not.
        return new Reply.Live(
                edition.format().type(),
                out -> {
                    if (live.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                        try {
                            editions.stream(edition, out);
                        } finally {
                            live.release();
                        }
                    }
                });
    }

    Reply captions(Track track, int from, int to) {
        var text = Captions.webVtt(track, from, to, editions.times(track, from, to));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Reply.Media(Reply.Content.of(bytes), VTT, key(Hash.of(bytes)), false, "");
    }
}
