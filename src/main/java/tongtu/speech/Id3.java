package tongtu.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tags of an MP3 file: ID3v2.3, with chapters after the ID3v2 Chapter Frame Addendum 1.0.
final class Id3 {
    private static final String CONTENTS = "toc";

    /// Chapters of one table; players choke on more.
    private static final int MOST_CHAPTERS = 255;

    private Id3() {}

    /// A tag of `title`, `album`, `artist` and chapters in order; the last one ends at `endMs`.
    static byte[] tag(String title, String album, String artist, List<Chapter> chapters, int endMs)
            throws IOException {
        var frames = new ByteArrayOutputStream();
        frames.write(text("TIT2", title));
        frames.write(text("TALB", album));
        frames.write(text("TPE1", artist));
        frames.write(text("TCON", "Speech"));
        var kept = chapters.subList(0, Math.min(chapters.size(), MOST_CHAPTERS));
        if (!kept.isEmpty()) {
            frames.write(contents(kept));
            for (int i = 0; i < kept.size(); i++) {
                int to = i + 1 < kept.size() ? kept.get(i + 1).startMs() : endMs;
                frames.write(chapter(i, kept.get(i), to));
            }
        }
        var tag = ByteBuffer.allocate(10 + frames.size());
        tag.put("ID3".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 3)
                .put((byte) 0)
                .put((byte) 0);
        // Seven bits of each byte.
        for (int shift = 21; shift >= 0; shift -= 7) {
            tag.put((byte) ((frames.size() >> shift) & 127));
        }
        return tag.put(frames.toByteArray()).array();
    }

    private static byte[] contents(List<Chapter> chapters) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(latin(CONTENTS));
        body.write(3);
        body.write(chapters.size());
        for (int i = 0; i < chapters.size(); i++) {
            body.write(latin("ch" + i));
        }
        return frame("CTOC", body.toByteArray());
    }

    private static byte[] chapter(int number, Chapter chapter, int endMs) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(latin("ch" + number));
        body.write(
                ByteBuffer.allocate(16)
                        .putInt(chapter.startMs())
                        .putInt(endMs)
                        .putInt(-1)
                        .putInt(-1)
                        .array());
        body.write(text("TIT2", chapter.title()));
        return frame("CHAP", body.toByteArray());
    }

    private static byte[] latin(String text) {
        return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    /// UTF-16 with a byte order mark.
    private static byte[] text(String id, String text) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(1);
        body.write(new byte[] {(byte) 0xff, (byte) 0xfe});
        body.write(text.getBytes(StandardCharsets.UTF_16LE));
        return frame(id, body.toByteArray());
    }

    private static byte[] frame(String id, byte[] body) {
        return ByteBuffer.allocate(10 + body.length)
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .putShort((short) 0)
                .put(body)
                .array();
    }
}
