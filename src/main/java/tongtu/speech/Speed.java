package tongtu.speech;

import java.util.Arrays;

/// Makes sound faster or slower and keeps its pitch: pieces of 40 ms are laid over each other where
/// they fit best (WSOLA).
public final class Speed {
    private static final int PIECE = Sound.RATE / 25;
    private static final int OVERLAP = PIECE / 2;
    private static final int SEARCH = Sound.RATE / 100;

    private Speed() {}

    /// `speed` times as fast.
    public static float[] changed(float[] samples, double speed) {
        if (speed == 1 || samples.length < 2 * PIECE) {
            return samples;
        }
        var out = new float[(int) (samples.length / speed) + 2 * PIECE];
        int written = 0;
        double at = 0;
        int start = 0;
        while (start + PIECE < samples.length) {
            for (int i = 0; i < OVERLAP; i++) {
                float in = (float) (0.5 - 0.5 * Math.cos(Math.PI * i / OVERLAP));
                out[written + i] =
                        written == 0
                                ? samples[start + i]
                                : out[written + i] * (1 - in) + samples[start + i] * in;
            }
            System.arraycopy(samples, start + OVERLAP, out, written + OVERLAP, PIECE - OVERLAP);
            int follows = start + PIECE - OVERLAP;
            written += PIECE - OVERLAP;
            at += (PIECE - OVERLAP) * speed;
            start = best(samples, follows, (int) at);
            if (written + PIECE >= out.length) {
                break;
            }
        }
        return Arrays.copyOf(out, Math.min(out.length, written + OVERLAP));
    }

    /// The start near `wanted` whose sound is most like that from `follows` on.
    private static int best(float[] samples, int follows, int wanted) {
        int best = Math.max(0, wanted);
        double most = Double.NEGATIVE_INFINITY;
        for (int start = Math.max(0, wanted - SEARCH); start <= wanted + SEARCH; start += 2) {
            if (start + OVERLAP >= samples.length || follows + OVERLAP >= samples.length) {
                break;
            }
            double sum = 0;
            double size = 1e-6;
            for (int i = 0; i < OVERLAP; i += 4) {
                sum += samples[start + i] * samples[follows + i];
                size += samples[start + i] * samples[start + i];
            }
            double likeness = sum / Math.sqrt(size);
            if (likeness > most) {
                most = likeness;
                best = start;
            }
        }
        return best;
    }
}
