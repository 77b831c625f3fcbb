package tongtu.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.database.Sql;

/// Every text of a draft that was ever saved. Each is kept as what differs from the one before,
/// between a beginning and an end that stayed, so that saving every few seconds costs as much as
/// was typed; now and then one is kept whole.
final class SavedTexts {
    /// Texts that have to be put together at most.
    private static final int CHAIN = 64;

    private SavedTexts() {}

    /// A text that was saved.
    record Saved(int version, String text, Instant at) {}

    /// When which version was saved.
    record Line(int version, Instant at) {}

    private record Row(int version, int head, int tail, String middle, Instant at) {
        boolean isWhole() {
            return head < 0;
        }
    }

    static int last(Connection connection, String path, String account) throws SQLException {
        return (int)
                Sql.number(
                        connection,
                        "SELECT max(version) FROM saved_text WHERE path = ? AND account = ?",
                        path,
                        account);
    }

    /// The versions, the newest first.
    static List<Line> lines(Connection connection, String path, String account, int most)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT version, saved_at FROM saved_text WHERE path = ? AND account = ?"
                        + " ORDER BY version DESC LIMIT ?",
                row -> new Line(row.getInt(1), Instant.ofEpochMilli(row.getLong(2))),
                path,
                account,
                most);
    }

    /// A version; null when there is none.
    static @Nullable Saved find(Connection connection, String path, String account, int version)
            throws SQLException {
        var rows = new ArrayDeque<Row>();
        for (int at = version; ; at--) {
            var row =
                    Sql.first(
                            connection,
                            "SELECT version, head, tail, middle, saved_at FROM saved_text"
                                    + " WHERE path = ? AND account = ? AND version = ?",
                            each ->
                                    new Row(
                                            each.getInt(1),
                                            each.getInt(2),
                                            each.getInt(3),
                                            each.getString(4),
                                            Instant.ofEpochMilli(each.getLong(5))),
                            path,
                            account,
                            at);
            if (row == null) {
                return null;
            }
            rows.push(row);
            if (row.isWhole()) {
                break;
            }
        }
        var text = "";
        Instant at = Instant.EPOCH;
        for (var row : rows) {
            text =
                    row.isWhole()
                            ? row.middle()
                            : text.substring(0, row.head())
                                    + row.middle()
                                    + text.substring(text.length() - row.tail());
            at = row.at();
        }
        return new Saved(version, text, at);
    }

    /// Keeps a text as the next version; its number.
    static int add(Connection connection, String path, String account, String text, Instant now)
            throws SQLException {
        int last = last(connection, path, account);
        var before = last == 0 ? null : find(connection, path, account, last);
        int head = -1;
        int tail = 0;
        var middle = text;
        if (before != null && last % CHAIN != 0) {
            var old = before.text();
            int most = Math.min(old.length(), text.length());
            head = 0;
            while (head < most && old.charAt(head) == text.charAt(head)) {
                head++;
            }
            while (tail < most - head
                    && old.charAt(old.length() - 1 - tail)
                            == text.charAt(text.length() - 1 - tail)) {
                tail++;
            }
            middle = text.substring(head, text.length() - tail);
            if (splits(old, text, head, tail)) {
                head = -1;
                tail = 0;
                middle = text;
            }
        }
        Sql.update(
                connection,
                "INSERT INTO saved_text (path, account, version, head, tail, middle, saved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                path,
                account,
                last + 1,
                head,
                tail,
                middle,
                now.toEpochMilli());
        return last + 1;
    }

    /// Whether a cut goes through a character of two code units: half of one cannot be stored.
    private static boolean splits(String old, String text, int head, int tail) {
        var cuts = new ArrayList<Character>();
        if (head > 0) {
            cuts.add(text.charAt(head - 1));
        }
        if (tail > 0) {
            cuts.add(old.charAt(old.length() - tail));
        }
        return cuts.stream().anyMatch(c -> Character.isSurrogate(c));
    }
}
