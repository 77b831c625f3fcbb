package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.inference.SentenceEncoder;

class VectorCacheTest {
    @TempDir Path folder;

    private static float[] vector(int seed) {
        var vector = new float[SentenceEncoder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) Math.sin(seed * 31 + i) / 16;
        }
        return vector;
    }

    private static void assertHeld(VectorCache cache, String text, int seed) throws IOException {
        var held = cache.get(VectorCache.hash(text));
        assertNotNull(held, text);
        assertArrayEquals(vector(seed), held, 1e-3f);
    }

    private Path filled(int count) throws IOException {
        var file = folder.resolve("vectors");
        try (var cache = VectorCache.open(file)) {
            for (int i = 0; i < count; i++) {
                cache.put(VectorCache.hash("text " + i), vector(i));
            }
            cache.force();
        }
        return file;
    }

    @Test
    void whatWasPutIsThereAfterwards() throws IOException {
        try (var cache = VectorCache.open(filled(5))) {
            for (int i = 0; i < 5; i++) {
                assertHeld(cache, "text " + i, i);
            }
            assertFalse(cache.has(VectorCache.hash("another")));
        }
    }

    /// Wherever a power cut ends the file, what was whole before is kept and goes on.
    @Test
    void aTornFileKeepsWhatIsWhole() throws IOException {
        var whole = Files.readAllBytes(filled(3));
        var file = folder.resolve("torn");
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (var cache = VectorCache.open(file)) {
                cache.put(VectorCache.hash("new"), vector(9));
            }
            try (var cache = VectorCache.open(file)) {
                assertHeld(cache, "new", 9);
                if (length > whole.length - 200) {
                    assertHeld(cache, "text 1", 1);
                }
            }
        }
    }

    @Test
    void aSpoiledRecordIsMadeAgain() throws IOException {
        var file = filled(3);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (var cache = VectorCache.open(file)) {
            assertFalse(cache.has(VectorCache.hash("text 1")));
            assertHeld(cache, "text 2", 2);
        }
    }

    @Test
    void theFileOfAnotherModelIsNotUsed() throws IOException {
        var file = folder.resolve("vectors");
        Files.writeString(file, "tongtu vectors 1 another model\n" + "x".repeat(5_000));
        try (var cache = VectorCache.open(file)) {
            assertNull(cache.get(VectorCache.hash("text 0")));
            cache.put(VectorCache.hash("text 0"), vector(0));
        }
        try (var cache = VectorCache.open(file)) {
            assertHeld(cache, "text 0", 0);
        }
    }

    @Test
    void whoComesSecondReadsAndSpoilsNothing() throws IOException {
        var file = filled(2);
        try (var first = VectorCache.open(file);
                var second = VectorCache.open(file)) {
            assertHeld(second, "text 1", 1);
            second.put(VectorCache.hash("second"), vector(7));
            assertHeld(second, "second", 7);
            first.put(VectorCache.hash("first"), vector(8));
        }
        try (var cache = VectorCache.open(file)) {
            assertHeld(cache, "first", 8);
            assertFalse(cache.has(VectorCache.hash("second")));
        }
    }

    @Test
    void whatIsNoLongerUsedIsSwept() throws IOException {
        var file = filled(1_200);
        long before = Files.size(file);
        try (var cache = VectorCache.open(file)) {
            cache.sweep(Set.of(VectorCache.hash("text 7")));
            assertHeld(cache, "text 7", 7);
            assertFalse(cache.has(VectorCache.hash("text 8")));
            cache.put(VectorCache.hash("after"), vector(3));
        }
        assertTrue(Files.size(file) < before / 100);
        try (var cache = VectorCache.open(file)) {
            assertHeld(cache, "text 7", 7);
            assertHeld(cache, "after", 3);
        }
    }
}
