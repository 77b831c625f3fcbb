package tongtu.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// The pictures that staff have sent. Each has a text alternative, or is marked as decorative; its
/// bytes are kept as they came, and are published with the first document that shows it.
final class Pictures {
    /// Bytes of a picture: what the site serves from memory.
    static final int LARGEST = 8 * 1024 * 1024;

    /// Pixels of a picture; a small file can unpack to far more.
    private static final long PIXELS = 50_000_000;

    private static final int ALTERNATIVE = 300;
    private static final String FOLDER = "pictures/";
    private static final String ADDRESS = "/media/" + FOLDER;

    private Pictures() {}

    /// A picture without its bytes.
    record Picture(
            String name, String type, int width, int height, String alternative, Instant at) {
        boolean isDecorative() {
            return alternative.isEmpty();
        }

        /// How a text shows it.
        String markdown() {
            return "!["
                    + alternative.replace("[", "").replace("]", "")
                    + "]("
                    + ADDRESS
                    + name
                    + ")";
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    record Content(String type, byte[] bytes) {}

    /// The file of a picture in the content folder.
    static String file(String name) {
        return FOLDER + name;
    }

    /// The name of the picture at an address; null when it is none of these.
    static @Nullable String name(String address) {
        var name = address.startsWith(ADDRESS) ? address.substring(ADDRESS.length()) : "";
        return isName(name) ? name : null;
    }

    static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,80}\\.(png|jpg|gif|webp)");
    }

    static @Nullable Content find(Database database, String name) throws DatabaseUnavailable {
        return isName(name)
                ? database.read(connection ->
                        Sql.first(
                                connection,
                                "SELECT type, content FROM picture WHERE name = ?",
                                row -> new Content(row.getString(1), row.getBytes(2)),
                                name))
                : null;
    }

    /// All, the newest first.
    static List<Picture> list(Database database) throws DatabaseUnavailable {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT name, type, width, height, alternative, at FROM picture"
                                + " ORDER BY at DESC, name",
                        row ->
                                new Picture(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getString(5),
                                        Instant.ofEpochMilli(row.getLong(6)))));
    }

    /// What came of sending a picture: its name, or why it is not taken.
    sealed interface Adding {
        record Done(String name) implements Adding {}

        record Refused(String field, String words) implements Adding {}
    }

    static Adding add(
            Office office,
            Account who,
            String sentName,
            byte[] bytes,
            String alternative,
            boolean isDecorative)
            throws DatabaseUnavailable {
        var words = alternative.strip().replaceAll("\\s+", " ");
        if (words.isEmpty() && !isDecorative) {
            return new Adding.Refused("alternative", "写下图上有什么；只是装饰的，勾上「只是装饰」。");
        }
        if (words.length() > ALTERNATIVE) {
            return new Adding.Refused("alternative", "替代文字最多 " + ALTERNATIVE + " 个字。更长的写进正文。");
        }
        if (bytes.length > LARGEST) {
            return new Adding.Refused("file", "图片太大，最多 8 MB。请先缩小。");
        }
        var size = size(bytes);
        if (size == null) {
            return new Adding.Refused("file", "这个文件不是 PNG、JPEG、GIF 或 WebP 图片，或者坏了。");
        }
        if ((long) size.width() * size.height() > PIXELS) {
            return new Adding.Refused("file", "图片的点数太多，最多 5,000 万。请先缩小。");
        }
        var hash = hash(bytes);
        var name = name(sentName, hash, size.ending());
        return office.database()
                .write(connection -> {
                    var before =
                            Sql.first(
                                    connection,
                                    "SELECT name FROM picture WHERE hash = ?",
                                    row -> row.getString(1),
                                    hash);
                    if (before != null) {
                        return new Adding.Done(before);
                    }
                    Sql.update(
                            connection,
                            "INSERT INTO picture (hash, name, type, width, height, alternative, account, at,"
                                    + " content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            hash,
                            name,
                            size.type(),
                            size.width(),
                            size.height(),
                            isDecorative ? "" : words,
                            who.id(),
                            office.now().toEpochMilli(),
                            bytes);
                    office.log()
                            .add(
                                    connection,
                                    AuditLog.Entry.of(who.name(), Deed.PICTURE_ADDED, name));
                    return new Adding.Done(name);
                });
    }

    /// Nothing of the name that it came with but letters and figures, and enough of its hash that
    /// no two are the same.
    private static String name(String sent, String hash, String ending) {
        int slash = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'));
        var stem =
                sent.substring(slash + 1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\.[a-z]+$", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        stem = stem.length() > 40 ? stem.substring(0, 40) : stem;
        return (stem.isEmpty() ? "picture" : stem) + "-" + hash.substring(0, 10) + "." + ending;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a picture is and how large, by its header alone: nothing is unpacked.
    private record Size(String type, String ending, int width, int height) {}

    private static @Nullable Size size(byte[] bytes) {
        if (bytes.length > 30
                && ascii(bytes, 0, 4).equals("RIFF")
                && ascii(bytes, 8, 4).equals("WEBP")) {
            return webp(bytes);
        }
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var format = reader.getFormatName().toLowerCase(Locale.ROOT);
                var type =
                        switch (format) {
                            case "png" -> "image/png";
                            case "jpeg", "jpg" -> "image/jpeg";
                            case "gif" -> "image/gif";
                            default -> "";
                        };
                return type.isEmpty()
                        ? null
                        : new Size(
                                type,
                                type.equals("image/jpeg") ? "jpg" : format,
                                reader.getWidth(0),
                                reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /// RFC 9649, 2.5 to 2.7: the size stands in the first chunk, in one of three ways.
    private static @Nullable Size webp(byte[] bytes) {
        var chunk = ascii(bytes, 12, 4);
        int width;
        int height;
        switch (chunk) {
            case "VP8 " -> {
                width = (at(bytes, 26) | at(bytes, 27) << 8) & 0x3fff;
                height = (at(bytes, 28) | at(bytes, 29) << 8) & 0x3fff;
            }
            case "VP8L" -> {
                int bits =
                        at(bytes, 21)
                                | at(bytes, 22) << 8
                                | at(bytes, 23) << 16
                                | at(bytes, 24) << 24;
                width = (bits & 0x3fff) + 1;
                height = (bits >>> 14 & 0x3fff) + 1;
            }
            case "VP8X" -> {
                width = (at(bytes, 24) | at(bytes, 25) << 8 | at(bytes, 26) << 16) + 1;
                height = (at(bytes, 27) | at(bytes, 28) << 8 | at(bytes, 29) << 16) + 1;
            }
            default -> {
                return null;
            }
        }
        return new Size("image/webp", "webp", width, height);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}
