package tongtu.inference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Takes files out of an npm package: a gzipped archive of `tar` (ustar).
final class Tarball {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;

    /// Bytes of one file: larger ones are no weights.
    private static final long LARGEST = 1L << 31;

    private Tarball() {}

    interface Taking {
        /// Where a file of the archive goes; null to leave it out.
        @Nullable OutputStream take(String name) throws IOException;
    }

    static void read(Path file, Taking taking) throws IOException {
        try (var in =
                new GZIPInputStream(
                        new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            var header = new byte[BLOCK];
            while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
                long size = size(header);
                if (size < 0 || size > LARGEST) {
                    throw new IOException(file + " is no npm package");
                }
                var out = taking.take(text(header, 0, NAME));
                copy(in, out, size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
    }

    private static void copy(InputStream in, @Nullable OutputStream out, long size)
            throws IOException {
        if (out == null) {
            in.skipNBytes(size);
            return;
        }
        try (out) {
            var buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("a package that ends too early");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long size(byte[] header) {
        var octal = text(header, SIZE_AT, SIZE).strip();
        return octal.matches("[0-7]{1,12}") ? Long.parseLong(octal, 8) : -1;
    }
}
