package tongtu.takeaway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tongtu.document.Href;

/// The pictures that a document shows. `bytes` gives those of the file that a place in the content
/// folder (`/media/…`) names, null when there is none; `hash` what changes with them, empty when
/// there are none.
public record Pictures(Function<Href, byte @Nullable []> bytes, Function<Href, String> hash) {
    public static final Pictures NONE = new Pictures(_ -> null, _ -> "");

    /// Pixels of a picture that is drawn: more is a trap, or a map that no page can show.
    private static final long MOST_PIXELS = 40_000_000;

    /// What readers of books take (EPUB 3.3, 3.2) and browsers too, by the ending of a name.
    static final Map<String, String> TYPES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "svg", "image/svg+xml",
                    "webp", "image/webp");

    private static final Set<String> DRAWN = Set.of("png", "jpg", "jpeg", "gif");

    /// The ending of a picture's name, in small letters.
    static String ending(Href source) {
        var text = source.text();
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The bytes of a picture for a screen; null when it is not there, or what it says it is is
    /// damaged or too large.
    byte @Nullable [] shown(Href source) {
        return DRAWN.contains(ending(source)) ? printable(source) : bytes.apply(source);
    }

    /// The bytes of a picture that can be drawn on paper and in Word; null when it is not there, is
    /// of another kind, is damaged or too large.
    byte @Nullable [] printable(Href source) {
        if (!DRAWN.contains(ending(source))) {
            return null;
        }
        var found = bytes.apply(source);
        return found != null && isSound(found) ? found : null;
    }

    private static boolean isSound(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels <= MOST_PIXELS && reader.read(0) != null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
