package tongtu.speech;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.IOException;
import java.io.OutputStream;
import javax.sound.sampled.AudioFormat;

/// Writes sound as MP3 (MPEG-2 Layer III, 24 kHz, one channel, 64 kbit/s): what plays everywhere.
public final class Mp3 implements AutoCloseable {
    public static final String TYPE = "audio/mpeg";

    private static final int KILOBITS = 64;
    private static final int PART = 24_000;

    private final OutputStream out;
    private final LameEncoder encoder;
    private final byte[] buffer;

    public Mp3(OutputStream out) {
        this.out = out;
        encoder =
                new LameEncoder(
                        new AudioFormat(Sound.RATE, 16, 1, true, false),
                        KILOBITS,
                        LameEncoder.CHANNEL_MODE_MONO,
                        LameEncoder.QUALITY_MIDDLE,
                        false);
        buffer = new byte[Math.max(encoder.getMP3BufferSize(), 16 * 1024)];
    }

    public void write(float[] samples) throws IOException {
        var pcm = Pcm.bytes(samples);
        int most = Math.min(encoder.getPCMBufferSize(), PART);
        for (int at = 0; at < pcm.length; ) {
            int length = Math.min(most, pcm.length - at);
            int written = encoder.encodeBuffer(pcm, at, length, buffer);
            out.write(buffer, 0, written);
            at += length;
        }
    }

    /// Sends what is encoded so far.
    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        int written = encoder.encodeFinish(buffer);
        out.write(buffer, 0, written);
        encoder.close();
        out.close();
    }
}
