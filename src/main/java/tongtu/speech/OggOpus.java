package tongtu.speech;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Writes sound as Opus in Ogg (RFC 6716, RFC 7845, RFC 3533): one channel, about 24 kbit/s.
public final class OggOpus implements AutoCloseable {
    public static final String TYPE = "audio/ogg; codecs=opus";

    private static final int BITS = 24_000;

    /// Samples of a packet: 20 ms.
    private static final int PACKET = Sound.RATE / 50;

    /// Positions count at 48 kHz, whatever the rate.
    private static final int SCALE = 48_000 / Sound.RATE;

    private static final int PACKETS_IN_PAGE = 50;
    private static final int SERIAL = 0x746f6e67;

    private final OutputStream out;
    private final OpusEncoder encoder;
    private final int skip;
    private final List<byte[]> packets = new ArrayList<>();
    private final short[] open = new short[PACKET];
    private int filled;
    private long samples;
    private long position;
    private int page;

    /// `tags` are comments as Vorbis has them: TITLE, ALBUM, CHAPTER001.
    public OggOpus(OutputStream out, Map<String, String> tags) throws IOException {
        this.out = out;
        try {
            encoder = new OpusEncoder(Sound.RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        } catch (OpusException e) {
            throw new IOException(e);
        }
        encoder.setBitrate(BITS);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
        encoder.setComplexity(6);
        skip = encoder.getLookahead() * SCALE;
        page(List.of(head()), 0, 2);
        page(List.of(comments(tags)), 0, 0);
    }

    private byte[] head() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) skip)
                .putInt(Sound.RATE)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] comments(Map<String, String> tags) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("OpusTags".getBytes(StandardCharsets.US_ASCII));
        text(bytes, "Tongtu");
        bytes.write(four(tags.size()));
        for (var tag : tags.entrySet()) {
            text(bytes, tag.getKey() + "=" + tag.getValue());
        }
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream bytes, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.write(four(utf8.length));
        bytes.write(utf8);
    }

    private static byte[] four(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    public void write(float[] sound) throws IOException {
        for (short sample : Pcm.shorts(sound)) {
            open[filled++] = sample;
            samples++;
            if (filled == PACKET) {
                packet();
            }
        }
    }

    private void packet() throws IOException {
        var buffer = new byte[1_500];
        try {
            int length = encoder.encode(open, 0, PACKET, buffer, 0, buffer.length);
            packets.add(Arrays.copyOf(buffer, length));
        } catch (OpusException e) {
            throw new IOException(e);
        }
        Arrays.fill(open, (short) 0);
        filled = 0;
        position += (long) PACKET * SCALE;
        // The last page is written at the end: it says where the sound ends.
        if (packets.size() > PACKETS_IN_PAGE) {
            var last = packets.removeLast();
            page(packets, position - (long) PACKET * SCALE, 0);
            packets.clear();
            packets.add(last);
        }
    }

    @Override
    public void close() throws IOException {
        long end = samples * SCALE + skip;
        while (position < end || filled > 0) {
            packet();
        }
        page(packets, end, 4);
        out.close();
    }

    /// A page; `flags`: 2 is the first of a stream, 4 the last.
    private void page(List<byte[]> content, long granule, int flags) throws IOException {
        var lacing = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        for (var packet : content) {
            for (int left = packet.length; left >= 0; left -= 255) {
                lacing.write(Math.min(left, 255));
            }
            body.write(packet);
        }
        if (lacing.size() > 255) {
            throw new IOException("a page of " + lacing.size() + " segments");
        }
        var bytes =
                ByteBuffer.allocate(27 + lacing.size() + body.size())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put("OggS".getBytes(StandardCharsets.US_ASCII))
                        .put((byte) 0)
                        .put((byte) flags)
                        .putLong(granule)
                        .putInt(SERIAL)
                        .putInt(page++)
                        .putInt(0)
                        .put((byte) lacing.size())
                        .put(lacing.toByteArray())
                        .put(body.toByteArray());
        bytes.putInt(22, checksum(bytes.array()));
        out.write(bytes.array());
    }

    /// CRC-32 of Ogg: polynomial 04C11DB7, not reflected, from 0.
    private static int checksum(byte[] bytes) {
        int crc = 0;
        for (byte each : bytes) {
            crc ^= each << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
            }
        }
        return crc;
    }
}
