package tongtu.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.language.Lexicon;
import tongtu.language.Readings;

/// Voicing with the voice that is a library: English, in a real store.
class VoicingTest {
    @TempDir Path folder;

    private static Voicing.Text text(
            String path, Object revision, boolean isShort, int order, String... sentences) {
        return new Voicing.Text(
                path,
                revision,
                isShort,
                order,
                () ->
                        new Script.Read(
                                Script.ofText(String.join("\n", sentences), "en"),
                                List.of(),
                                false));
    }

    private SoundStore store() {
        return new SoundStore(folder.resolve("sounds"), 1 << 30, InstantSource.system());
    }

    private static void until(BooleanSupplier happened, String what) throws InterruptedException {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!happened.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience), what);
            Thread.sleep(20);
        }
    }

    @Test
    void everythingIsVoicedAndAnEditVoicesOnlyWhatChanged() throws Exception {
        var store = store();
        try (var voicing = new Voicing(new Narrator(List.of(new EnglishVoice())), store, 1)) {
            voicing.update(
                    List.of(
                            text(
                                    "a",
                                    1,
                                    true,
                                    0,
                                    "One sentence.",
                                    "Another sentence.",
                                    "A third one.")));
            until(() -> voicing.progress().isComplete(), "voiced");
            var before = Objects.requireNonNull(voicing.track("a", ""));
            voicing.update(
                    List.of(
                            text(
                                    "a",
                                    2,
                                    true,
                                    0,
                                    "One sentence.",
                                    "Another phrase.",
                                    "A third one.")));
            until(() -> voicing.progress().isComplete(), "voiced again");
            var after = Objects.requireNonNull(voicing.track("a", ""));
            assertEquals(before.keys().get(0), after.keys().get(0));
            assertNotEquals(before.keys().get(1), after.keys().get(1));
            assertEquals(before.keys().get(2), after.keys().get(2));
            try (var files = Files.walk(folder)) {
                assertEquals(4, files.filter(file -> file.toString().endsWith(".sound")).count());
            }
        }
    }

    @Test
    void whatWasVoicedBeforeIsNotVoicedAgainAfterARestart() throws Exception {
        var store = store();
        var text = text("a", 1, true, 0, "One sentence.", "Another sentence.");
        try (var voicing = new Voicing(new Narrator(List.of(new EnglishVoice())), store, 1)) {
            voicing.update(List.of(text));
            until(() -> voicing.progress().isComplete(), "voiced");
        }
        var counting = new Counting();
        try (var voicing = new Voicing(new Narrator(List.of(counting)), store, 1)) {
            voicing.update(List.of(text));
            until(() -> voicing.progress().isComplete(), "known to be voiced");
            assertEquals(List.of(), counting.said);
        }
    }

    /// The English voice, which remembers what it said, and cannot say some things.
    private static final class Counting implements Voice {
        private final EnglishVoice voice = new EnglishVoice();
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch first = new CountDownLatch(1);

        @Override
        public String name() {
            return voice.name();
        }

        @Override
        public String label() {
            return voice.label();
        }

        @Override
        public String language() {
            return voice.language();
        }

        @Override
        public String version() {
            return voice.version();
        }

        @Override
        public String key(String words) {
            return voice.key(words);
        }

        @Override
        public Sound speak(String words) throws CannotSpeak {
            said.add(words);
            if (words.contains("broken")) {
                throw new IllegalStateException("this breaks");
            }
            if (words.contains("slow")) {
                try {
                    first.countDown();
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return voice.speak(words);
        }
    }

    @Test
    void anErrorInOneSentenceLosesNoOther() throws Exception {
        try (var voicing = new Voicing(new Narrator(List.of(new Counting())), store(), 1)) {
            voicing.update(
                    List.of(
                            text(
                                    "a",
                                    1,
                                    true,
                                    0,
                                    "A good one.",
                                    "A broken one.",
                                    "……",
                                    "Good again.")));
            until(() -> voicing.progress().isComplete(), "voiced");
            var progress = voicing.progress();
            assertEquals(2, progress.done());
            assertEquals(2, progress.failed());
            var track = Objects.requireNonNull(voicing.track("a", ""));
            assertEquals("this breaks", voicing.failure(track.keys().get(1)));
        }
    }

    @Test
    void shortAndNewDocumentsComeFirstAndAListenerBeforeAll() throws Exception {
        var voice = new Counting();
        try (var voicing = new Voicing(new Narrator(List.of(voice)), store(), 1)) {
            voicing.update(
                    List.of(
                            text("long", 1, false, 0, "Long one slow.", "Long two.", "Long three."),
                            text("old", 1, true, 2, "Old one."),
                            text("new", 1, true, 1, "New one slow.", "New two.")));
            assertTrue(voice.first.await(30, TimeUnit.SECONDS));
            var track = Objects.requireNonNull(voicing.track("long", ""));
            voicing.ask(track, 2).get(60, TimeUnit.SECONDS);
            until(() -> voicing.progress().isComplete(), "voiced");
            assertEquals(
                    List.of(
                            "New one slow.",
                            "Long three.",
                            "New two.",
                            "Old one.",
                            "Long one slow.",
                            "Long two."),
                    voice.said);
        }
    }

    @Test
    void aFileIsItsSoundsWithoutGapsAsLoudAsItShouldBeWithItsChapters() throws Exception {
        var store = store();
        try (var voicing = new Voicing(new Narrator(List.of(new EnglishVoice())), store, 1)) {
            var editions =
                    new Editions(folder.resolve("files"), voicing, store, InstantSource.system());
            voicing.update(
                    List.of(
                            text(
                                    "a",
                                    1,
                                    true,
                                    0,
                                    "This is the first of several sentences.",
                                    "This is the second sentence of the text.")));
            until(() -> voicing.progress().isComplete(), "voiced");
            var track = Objects.requireNonNull(voicing.track("a", ""));
            var mp3 = new Editions.Edition(track, 0, 2, Editions.Format.MP3, "标题", "专辑", "作者");
            assertTrue(editions.isReady(mp3));
            var file = editions.make(mp3);
            var bytes = Files.readAllBytes(file);
            assertEquals("ID3", new String(bytes, 0, 3, StandardCharsets.US_ASCII));
            assertTrue(
                    new String(bytes, StandardCharsets.UTF_16LE).contains("标题")
                            || new String(
                                            Arrays.copyOfRange(bytes, 1, bytes.length),
                                            StandardCharsets.UTF_16LE)
                                    .contains("标题"));
            assertTrue(new String(bytes, 0, 300, StandardCharsets.ISO_8859_1).contains("CTOC"));
            var times = editions.times(track, 0, 2);
            assertTrue(times.get(1)[0] > times.get(0)[1], "a silence between");
            // 64 kbit/s: the size is the length.
            int seconds = times.get(1)[1] / 1_000;
            assertTrue(
                    Math.abs(bytes.length / 8_000 - seconds) <= 1,
                    bytes.length + " bytes for " + seconds + " s");
            for (var key : track.keys()) {
                var sound = Objects.requireNonNull(store.get(key));
                assertEquals(Loudness.TARGET_LUFS, Loudness.of(sound.samples()), 1.0);
            }
            var opus =
                    Files.readAllBytes(
                            editions.make(
                                    new Editions.Edition(
                                            track, 0, 2, Editions.Format.OPUS, "t", "a", "b")));
            assertEquals("OggS", new String(opus, 0, 4, StandardCharsets.US_ASCII));
            assertTrue(opus.length < bytes.length / 2);
            var vtt = Captions.webVtt(track, 0, 2, times);
            assertTrue(vtt.startsWith("WEBVTT\n\ntitle.1.0\n00:00:00.000 --> "), vtt);
        }
    }

    @Test
    void aSpeedChangesTheLengthAndKeepsThePitch() {
        var tone = new float[Sound.RATE];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 220 * i / Sound.RATE);
        }
        for (double speed : new double[] {0.5, 1.5, 2, 3}) {
            var changed = Speed.changed(tone, speed);
            assertEquals(tone.length / speed, changed.length, Sound.RATE * 0.08);
            int crossings = 0;
            for (int i = 1; i < changed.length; i++) {
                crossings += changed[i - 1] < 0 && changed[i] >= 0 ? 1 : 0;
            }
            assertEquals(220, crossings * (double) Sound.RATE / changed.length, 8, "at " + speed);
        }
    }

    /// With the weights of Mandarin, where they are installed.
    @Test
    void mandarinIsSaidWithAMarkForEachSyllable() throws Exception {
        try (var files = new VoiceFiles(InstalledVoices.needed(), 2)) {
            var narrator = files.narrator(Lexicon.NONE);
            var words = "就业率达到98.89%，拨打12385。";
            var utterance = Script.ofText(words, "zh-CN").getFirst();
            var sound = narrator.speak(utterance, "");
            assertTrue(sound.milliseconds() > 2_000, sound.milliseconds() + " ms");
            int last = 0;
            for (var mark : sound.marks()) {
                assertTrue(
                        mark.from() >= last - 1
                                && mark.to() >= mark.from()
                                && mark.to() <= sound.samples().length);
                last = mark.from();
            }
            assertEquals(
                    "就",
                    words.substring(
                            sound.marks().getFirst().start(), sound.marks().getFirst().end()));
            assertTrue(
                    sound.marks().stream()
                            .anyMatch(mark ->
                                    words.substring(mark.start(), mark.end()).equals("98.89%")));
            assertEquals(Loudness.TARGET_LUFS, Loudness.of(sound.samples()), 1.5);
            // Without sandhi in the key another reading would be another sound.
            assertNotEquals(
                    narrator.key(utterance, ""), narrator.key(utterance, "kokoro-zm_yunxi"));
            assertFalse(new Readings(Lexicon.NONE).of(words).isSilent());
        }
    }
}
