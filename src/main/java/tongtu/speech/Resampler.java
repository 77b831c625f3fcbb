package tongtu.speech;

/// Brings samples to another rate by a windowed sinc (Hann, 16 samples to each side).
final class Resampler {
    private static final int SIDE = 16;

    private Resampler() {}

    static float[] resampled(float[] samples, int from, int to) {
        if (from == to || samples.length == 0) {
            return samples;
        }
        var out = new float[(int) ((long) samples.length * to / from)];
        double step = (double) from / to;
        // What the new rate cannot hold is left out.
        double cut = Math.min(1, 1 / step);
        int side = (int) Math.ceil(SIDE / cut);
        for (int i = 0; i < out.length; i++) {
            double at = i * step;
            int centre = (int) at;
            double sum = 0;
            double weights = 0;
            for (int k = Math.max(0, centre - side + 1);
                    k <= Math.min(samples.length - 1, centre + side);
                    k++) {
                double distance = (at - k) * cut;
                if (Math.abs(distance) < SIDE) {
                    double sinc =
                            distance == 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
                    double weight = sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / SIDE));
                    sum += weight * samples[k];
                    weights += weight;
                }
            }
            out[i] = (float) (weights == 0 ? 0 : sum / weights);
        }
        return out;
    }
}
