package tongtu.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Hash;

class SoundStoreTest {
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-11-30T00:00:00Z"));

    @TempDir Path folder;

    private static Sound sound(int seed, int length) {
        var random = new Random(seed);
        var samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (Math.sin(i / 9.0) * 0.5 + random.nextGaussian() * 0.01);
        }
        return new Sound(
                samples,
                List.of(
                        new Sound.Mark(0, 1, 0, length / 2),
                        new Sound.Mark(1, 2, length / 2, length)));
    }

    private SoundStore store(long limit) {
        return new SoundStore(folder, limit, NOW);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aSoundComesBackAsItWas() throws Exception {
        var store = store(1 << 30);
        var key = Hash.of("a");
        assertNull(store.get(key));
        var sound = sound(1, 24_000);
        store.put(key, sound);
        var back = Objects.requireNonNull(store.get(key));
        assertEquals(sound.marks(), back.marks());
        assertEquals(1_000, store.milliseconds(key));
        for (int i = 0; i < sound.samples().length; i++) {
            assertEquals(sound.samples()[i], back.samples()[i], 1 / 16_000.0);
        }
    }

    /// Whatever byte of a file is another, or missing: there is no sound, and no other sound.
    @Test
    void aDamagedFileIsNoSound() throws Exception {
        var store = store(1 << 30);
        var key = Hash.of("a");
        store.put(key, sound(1, 4_000));
        var file = files().getFirst();
        var whole = Files.readAllBytes(file);
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var bytes = whole.clone();
            if (round % 2 == 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            } else {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            Files.write(file, bytes);
            assertNull(store.get(key), "round " + round);
            assertFalse(store.has(key), "it is made anew");
        }
    }

    @Test
    void whatIsInNoTextGoesFirstAndTheOldestAboveTheLimit() throws Exception {
        var store = store(60_000);
        for (int i = 0; i < 6; i++) {
            store.put(Hash.of("" + i), sound(i, 12_000));
            var file =
                    folder.resolve(Hash.of("" + i).substring(0, 2))
                            .resolve(Hash.of("" + i) + ".sound");
            Files.setLastModifiedTime(file, FileTime.from(NOW.instant().minusSeconds(100 - i)));
        }
        var used = Set.of(Hash.of("0"), Hash.of("1"), Hash.of("2"));
        assertTrue(store.sweep(used, Duration.ofDays(7)) <= 60_000);
        assertFalse(store.has(Hash.of("3")), "unused");
        assertTrue(store.has(Hash.of("2")), "used, and the newest of them");
    }

    @Test
    void unusedSoundsAndHalfWrittenFilesGoWhenTheyAreOld() throws Exception {
        var store = store(1 << 30);
        store.put(Hash.of("a"), sound(1, 4_000));
        store.put(Hash.of("b"), sound(2, 4_000));
        var partial = Files.writeString(files().getFirst().resolveSibling("x.partial"), "half");
        for (var file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(NOW.instant().minus(Duration.ofDays(8))));
        }
        store.sweep(Set.of(Hash.of("a")), Duration.ofDays(7));
        assertTrue(store.has(Hash.of("a")));
        assertFalse(store.has(Hash.of("b")));
        assertFalse(Files.exists(partial));
    }

    /// A program that writes sounds is killed at any moment: each file that has a name is whole.
    @Test
    void aKillLeavesNothingHalfWritten() throws Exception {
        var random = new Random(3);
        int found = 0;
        for (int round = 0; round < 5; round++) {
            var process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Writer.class.getName(),
                                    folder.toString(),
                                    String.valueOf(round))
                            .redirectErrorStream(true)
                            .start();
            assertEquals('w', process.getInputStream().read(), "it writes");
            Thread.sleep(20 + random.nextInt(200));
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            var store = store(1 << 30);
            for (int i = 0; i < 10_000; i++) {
                var key = Hash.of(round + "/" + i);
                if (store.has(key)) {
                    assertNotNull(store.get(key), "a file with a name is whole");
                    found++;
                }
            }
        }
        assertTrue(found > 5, found + " sounds were written");
    }

    /// Writes sounds until it is killed.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            var store = new SoundStore(Path.of(arguments[0]), 1 << 30, InstantSource.system());
            for (int i = 0; i < 10_000; i++) {
                store.put(Hash.of(arguments[1] + "/" + i), sound(i, 48_000));
                if (i == 0) {
                    System.out.print('w');
                    System.out.flush();
                }
            }
        }
    }
}
