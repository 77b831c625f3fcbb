package tongtu.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Bytes made smaller, once: gzip (RFC 1952) and Brotli (RFC 7932).
final class Compression {
    static final int PAGE_QUALITY = 5;
    static final int ASSET_QUALITY = 11;

    private static final boolean HAS_BROTLI = hasBrotli();

    private Compression() {}

    /// Brotli is native code that not every machine has; without it readers get gzip.
    private static boolean hasBrotli() {
        if (Brotli4jLoader.isAvailable()) {
            return true;
        }
        Logger.getLogger(Compression.class.getName())
                .log(
                        Level.WARNING,
                        "no Brotli on this machine, gzip only",
                        Brotli4jLoader.getUnavailabilityCause());
        return false;
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte @Nullable [] brotli(byte[] bytes, int quality) {
        if (!HAS_BROTLI) {
            return null;
        }
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
