package tongtu.speech;

/// How loud sound is, after ITU-R BS.1770: K-weighting (a shelf and a high pass), blocks of 400 ms
/// that overlap by three quarters, gates at -70 LUFS and 10 LU below the mean. One channel.
final class Loudness {
    /// What files for the ear are brought to.
    static final double TARGET_LUFS = -16;

    /// A peak that is not passed, in parts of full scale (-1.5 dBFS).
    private static final float CEILING = 0.84f;

    private static final double ABSOLUTE = -70;
    private static final double BLOCK_S = 0.4;

    private Loudness() {}

    /// Of some sound, in LUFS; negative infinity of silence.
    static double of(float[] samples) {
        var weighted = weighted(samples);
        int block = (int) (BLOCK_S * Sound.RATE);
        int step = block / 4;
        int count = weighted.length < block ? 1 : (weighted.length - block) / step + 1;
        var powers = new double[count];
        for (int i = 0; i < count; i++) {
            int from = i * step;
            int to = Math.min(weighted.length, from + block);
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += weighted[k] * weighted[k];
            }
            powers[i] = to > from ? sum / (to - from) : 0;
        }
        double gate = mean(powers, power(ABSOLUTE));
        return lufs(mean(powers, Math.max(power(ABSOLUTE), gate / 10)));
    }

    private static double mean(double[] powers, double least) {
        double sum = 0;
        int count = 0;
        for (double power : powers) {
            if (power > least) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    /// Brought to [#TARGET_LUFS]; peaks that would pass the ceiling are pressed softly.
    static float[] levelled(float[] samples) {
        double loudness = of(samples);
        if (Double.isInfinite(loudness) || loudness < ABSOLUTE) {
            return samples;
        }
        float gain = (float) Math.pow(10, (TARGET_LUFS - loudness) / 20);
        var out = new float[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = pressed(samples[i] * gain);
        }
        return out;
    }

    /// Straight up to two thirds of the ceiling, then bent towards it.
    private static float pressed(float value) {
        float knee = CEILING * 2 / 3;
        float size = Math.abs(value);
        if (size <= knee) {
            return value;
        }
        float room = CEILING - knee;
        return Math.signum(value) * (knee + room * (float) Math.tanh((size - knee) / room));
    }

    /// The two filters of BS.1770, for any rate.
    private static double[] weighted(float[] samples) {
        double shelfK = Math.tan(Math.PI * 1681.974450955533 / Sound.RATE);
        double gain = Math.pow(10, 3.999843853973347 / 20);
        double mid = Math.pow(gain, 0.4996667741545416);
        double q = 0.7071752369554196;
        double a0 = 1 + shelfK / q + shelfK * shelfK;
        var shelf =
                filtered(
                        samples,
                        (gain + mid * shelfK / q + shelfK * shelfK) / a0,
                        2 * (shelfK * shelfK - gain) / a0,
                        (gain - mid * shelfK / q + shelfK * shelfK) / a0,
                        2 * (shelfK * shelfK - 1) / a0,
                        (1 - shelfK / q + shelfK * shelfK) / a0);
        double passK = Math.tan(Math.PI * 38.13547087602444 / Sound.RATE);
        double passQ = 0.5003270373238773;
        double b0 = 1 + passK / passQ + passK * passK;
        var floats = new float[shelf.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) shelf[i];
        }
        return filtered(
                floats,
                1,
                -2,
                1,
                2 * (passK * passK - 1) / b0,
                (1 - passK / passQ + passK * passK) / b0);
    }

    private static double[] filtered(
            float[] in, double b0, double b1, double b2, double a1, double a2) {
        var out = new double[in.length];
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < in.length; i++) {
            double y = b0 * in[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = in[i];
            y2 = y1;
            y1 = y;
            out[i] = y;
        }
        return out;
    }
}
