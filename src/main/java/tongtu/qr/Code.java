package tongtu.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/// A QR code (ISO/IEC 18004), of medium error correction: a square of `size` by `size` modules.
public final class Code {
    /// Light modules that have to be around a code.
    public static final int QUIET = 4;

    private final QrCode code;

    private Code(QrCode code) {
        this.code = code;
    }

    /// The code of a text, which must not be longer than one can hold (2,331 bytes).
    public static Code of(String text) {
        try {
            return new Code(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
        } catch (DataTooLongException e) {
            throw new IllegalArgumentException("too long for a code: " + text.length(), e);
        }
    }

    public int size() {
        return code.size;
    }

    public boolean isDark(int x, int y) {
        return code.getModule(x, y);
    }

    /// The dark modules as a path of SVG, each a square of one, within a box with its quiet zone.
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (isDark(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /// The length of the box's side.
    public int box() {
        return size() + 2 * QUIET;
    }
}
