package tongtu.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// What is really drawn. It settles contrast where axe cannot: over a tactile mark, or at the edge
/// of a region that scrolls.
final class Pixels {
    /// WCAG 2.2, 1.4.6.
    private static final double ENHANCED = 7;

    /// Words cover less than half of their lines: the commonest colour is their ground.
    private static final double LEAST_GROUND = .4;

    private Pixels() {}

    /// Words of an element that stand out from what is drawn under them by less than 7:1.
    static List<String> contrastFaults(Browser browser, String selector) {
        var place =
                browser.run(
                        """
                        const e = document.querySelector(arguments[0]);
                        e.scrollIntoView({ block: 'center', inline: 'center' });
                        const text = [...e.childNodes].find(n => n.nodeType === 3 && n.data.trim());
                        const range = document.createRange();
                        range.selectNodeContents(text || e);
                        const r = [...range.getClientRects()].find(box => box.width > 1);
                        const ink = getComputedStyle(e).color.match(/\\d+/g).map(Number);
                        return r ? [r.left + scrollX, r.top + scrollY, r.width, r.height, ink[0] << 16 | ink[1] << 8 | ink[2]] : [];
                        """,
                        selector);
        if (!(place instanceof List<?> box) || box.isEmpty()) {
            return List.of();
        }
        var image =
                picture(browser, number(box, 0), number(box, 1), number(box, 2), number(box, 3));
        int ground = commonest(image);
        double share = share(image, ground);
        int ink = (int) number(box, 4);
        double contrast = contrast(ground, ink);
        return contrast >= ENHANCED && share >= LEAST_GROUND
                ? List.of()
                : List.of(
                        "%s: drawn with %.1f:1 on #%06x, which is %.0f %% of its ground"
                                .formatted(selector, contrast, ground, share * 100));
    }

    private static double number(List<?> box, int at) {
        return ((Number) box.get(at)).doubleValue();
    }

    private static BufferedImage picture(Browser browser, double x, double y, double w, double h) {
        var clip = Map.of("x", x, "y", y, "width", w, "height", h, "scale", 1);
        var answer = browser.cdp("Page.captureScreenshot", Map.of("format", "png", "clip", clip));
        try {
            var bytes = Base64.getDecoder().decode(String.valueOf(answer.get("data")));
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int commonest(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static double share(BufferedImage image, int colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return (double) count / (image.getWidth() * image.getHeight());
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    /// WCAG 2.2, relative luminance.
    private static double luminance(int colour) {
        return .2126 * linear(colour >> 16 & 0xff)
                + .7152 * linear(colour >> 8 & 0xff)
                + .0722 * linear(colour & 0xff);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }
}
