package tongtu.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages that are not those that were asked for, and one that is broken: nothing is installed.
class WeightsTest {
    @TempDir Path folder;

    /// An archive of npm: each file behind a header of ustar, in blocks of 512 bytes.
    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var header = new byte[512];
                var name = file.getKey().getBytes(StandardCharsets.UTF_8);
                System.arraycopy(name, 0, header, 0, name.length);
                var size =
                        "%011o"
                                .formatted(file.getValue().length)
                                .getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(size, 0, header, 124, size.length);
                gzip.write(header);
                gzip.write(file.getValue());
                gzip.write(new byte[(512 - file.getValue().length % 512) % 512]);
            }
            gzip.write(new byte[1_024]);
        }
        return bytes.toByteArray();
    }

    @Test
    void theFilesOfAPackageAreTaken() throws Exception {
        var content = new byte[1_300];
        new Random(1).nextBytes(content);
        var file =
                Files.write(
                        folder.resolve("a.tgz"),
                        packed(
                                new TreeMap<>(
                                        Map.of(
                                                "package/a.bin",
                                                content,
                                                "package/b.txt",
                                                new byte[3]))));
        var taken = new ByteArrayOutputStream();
        Tarball.read(file, name -> name.equals("package/a.bin") ? taken : null);
        assertArrayEquals(content, taken.toByteArray());
    }

    /// A kill while the client writes leaves half a package; the next try must not stumble over it.
    @Test
    void halfAPackageIsFetchedAnew() throws Exception {
        var partial = Files.createDirectories(folder.resolve("voices/partial"));
        var half = Files.write(partial.resolve("kokoro-js-1.2.1.tgz"), new byte[] {31, -117, 8});
        var weights = new Weights(folder.resolve("voices"));
        assertThrows(IOException.class, () -> weights.fetch((_, _) -> {}));
        assertFalse(Files.exists(half));
    }

    @Test
    void aPackageWithOtherFilesIsRefused() throws Exception {
        var files = new TreeMap<String, byte[]>();
        for (var voice : Weights.voices()) {
            files.put("package/voices/" + voice + ".bin", new byte[100]);
        }
        Files.write(folder.resolve("kokoro-js-1.2.1.tgz"), packed(files));
        var weights = new Weights(folder.resolve("to"));
        var refused = assertThrows(IOException.class, () -> weights.copy(folder, (_, _) -> {}));
        assertTrue(String.valueOf(refused.getMessage()).contains("sha256"), refused.getMessage());
        assertFalse(weights.areInstalled());
        for (var voice : Weights.voices()) {
            assertFalse(Files.exists(weights.style(voice)));
        }
    }

    @Test
    void whatIsMissingOrBrokenIsSaid() throws Exception {
        var weights = new Weights(folder.resolve("to"));
        var missing = assertThrows(IOException.class, () -> weights.copy(folder, (_, _) -> {}));
        assertTrue(
                String.valueOf(missing.getMessage()).contains("kokoro-js-1.2.1.tgz"),
                missing.getMessage());
        var whole = packed(Map.of("package/voices/zf_xiaoxiao.bin", new byte[10_000]));
        for (int length : new int[] {0, 5, 40, whole.length - 30}) {
            Files.write(folder.resolve("kokoro-js-1.2.1.tgz"), Arrays.copyOf(whole, length));
            assertThrows(
                    IOException.class, () -> weights.copy(folder, (_, _) -> {}), "of " + length);
        }
        assertEquals(8, Weights.voices().size());
    }

    @Test
    void anOutputIsAddedBehindAGraphAndTheRestStays() throws Exception {
        // Field 1, a number; field 7, the graph, of three bytes; field 8, two bytes.
        var model = new byte[] {8, 9, 58, 3, 1, 2, 3, 66, 2, 4, 5};
        var from = Files.write(folder.resolve("m.onnx"), model);
        var to = folder.resolve("n.onnx");
        OnnxOutputs.add(from, to, "x");
        var written = Files.readAllBytes(to);
        assertEquals(8, written[0]);
        assertEquals(58, written[2]);
        int graph = written[3];
        assertEquals(written.length - 4 - 4, graph);
        assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOfRange(written, 4, 7));
        assertEquals('x', written[11]);
        assertArrayEquals(
                new byte[] {66, 2, 4, 5},
                Arrays.copyOfRange(written, written.length - 4, written.length));
        Files.write(from, new byte[] {58, 100, 1});
        assertThrows(IOException.class, () -> OnnxOutputs.add(from, to, "x"));
    }
}
