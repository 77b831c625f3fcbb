package tongtu.speech;

/// Samples as 16-bit little-endian PCM and back.
final class Pcm {
    private Pcm() {}

    static byte[] bytes(float[] samples) {
        var bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            int value = value(samples[i]);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    static short[] shorts(float[] samples) {
        var shorts = new short[samples.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) value(samples[i]);
        }
        return shorts;
    }

    static float[] samples(byte[] bytes) {
        var samples = new float[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = ((bytes[2 * i + 1] << 8) | (bytes[2 * i] & 0xff)) / 32768f;
        }
        return samples;
    }

    private static int value(float sample) {
        return Math.clamp(Math.round(sample * 32767), -32768, 32767);
    }
}
