package tongtu.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// Secret addresses under which somebody without an account reads one revision, and says something
/// about it, until a time. The database has their hashes; the address itself is shown once.
final class PreviewLinks {
    static final int MOST_DAYS = 30;
    private static final int MOST = 50;
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PreviewLinks() {}

    /// A link: for whom, to which revision, until when. `key` is the hash of its secret.
    record Link(String key, DocumentPath path, int number, String reader, Instant until) {}

    static String make(
            Office office, Account who, DocumentPath path, int number, String reader, int days)
            throws DatabaseUnavailable {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        office.database()
                .write(connection -> {
                    Texts.required(connection, path, number);
                    if (Sql.number(
                                    connection,
                                    "SELECT count(*) FROM preview_link WHERE path = ? AND until > ?",
                                    path.toString(),
                                    office.now().toEpochMilli())
                            >= MOST) {
                        throw new Refused("这份文件的预览链接太多了，先收回几个。");
                    }
                    Sql.update(
                            connection,
                            "INSERT INTO preview_link (token, path, number, reader, account, made_at, until)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            hash(token),
                            path.toString(),
                            number,
                            reader,
                            who.id(),
                            office.now().toEpochMilli(),
                            office.now().plus(Duration.ofDays(days)).toEpochMilli());
                    office.tell(connection, who, Deed.LINK_MADE, path, number, reader);
                    return true;
                });
        return token;
    }

    /// The link of a secret that is still good; null when there is none.
    static @Nullable Link find(Office office, String token) throws DatabaseUnavailable {
        return token.length() > 100
                ? null
                : office.database()
                        .read(connection ->
                                Sql.first(
                                        connection,
                                        SELECT + "WHERE token = ? AND until > ?",
                                        PreviewLinks::link,
                                        hash(token),
                                        office.now().toEpochMilli()));
    }

    static List<Link> of(Office office, DocumentPath path) throws DatabaseUnavailable {
        return office.database()
                .read(connection ->
                        Sql.list(
                                connection,
                                SELECT + "WHERE path = ? AND until > ? ORDER BY until",
                                PreviewLinks::link,
                                path.toString(),
                                office.now().toEpochMilli()));
    }

    private static final String SELECT =
            "SELECT token, path, number, reader, until FROM preview_link ";

    private static Link link(ResultSet row) throws SQLException {
        var path = DocumentPath.read(row.getString(2));
        if (path == null) {
            throw new IllegalStateException("a link to no document");
        }
        return new Link(
                row.getString(1),
                path,
                row.getInt(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    static Office.Outcome end(Office office, Account who, DocumentPath path, String key)
            throws DatabaseUnavailable {
        return office.change(connection -> {
            int ended =
                    Sql.update(
                            connection,
                            "DELETE FROM preview_link WHERE token = ? AND path = ?",
                            key,
                            path.toString());
            if (ended == 0) {
                throw new Refused("这个链接已经收回了。");
            }
            office.tell(connection, who, Deed.LINK_ENDED, path, 0, "");
            return ended;
        });
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
