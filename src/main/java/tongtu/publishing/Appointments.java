package tongtu.publishing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tongtu.database.Sql;

/// What is to be done at a time, in the database: it outlives the program.
final class Appointments {
    private static final String SELECT =
            "SELECT id, path, number, action, due_at, account, second, reason, waits, made_at,"
                    + " done_at, outcome FROM appointment ";

    private Appointments() {}

    /// One that is to be made.
    record New(
            DocumentPath path,
            int number,
            Appointment.Action action,
            Instant dueAt,
            String account,
            String reason,
            boolean waits) {}

    static String add(Connection connection, New made, Instant now) throws SQLException {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        Sql.update(
                connection,
                "INSERT INTO appointment (id, path, number, action, due_at, account, second, reason,"
                        + " waits, made_at, outcome) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, '')",
                id,
                made.path().toString(),
                made.number(),
                made.action().name(),
                made.dueAt().toEpochMilli(),
                made.account(),
                made.reason(),
                made.waits() ? 1 : 0,
                now.toEpochMilli());
        return id;
    }

    /// Those of a document that are not done.
    static List<Appointment> open(Connection connection, DocumentPath path) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "WHERE path = ? AND done_at IS NULL ORDER BY due_at, id",
                Appointments::appointment,
                path.toString());
    }

    /// All that are not done, the next first.
    static List<Appointment> open(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "WHERE done_at IS NULL ORDER BY due_at, id",
                Appointments::appointment);
    }

    static @Nullable Appointment find(Connection connection, String id) throws SQLException {
        return Sql.first(connection, SELECT + "WHERE id = ?", Appointments::appointment, id);
    }

    /// Those of a document that were done and came to nothing, the newest first.
    static List<Appointment> failed(Connection connection, DocumentPath path) throws SQLException {
        return Sql.list(
                connection,
                SELECT
                        + "WHERE path = ? AND done_at IS NOT NULL AND outcome <> ''"
                        + " ORDER BY done_at DESC",
                Appointments::appointment,
                path.toString());
    }

    /// Notes that one is done; `outcome` is empty when it came about.
    static boolean done(Connection connection, String id, Instant now, String outcome)
            throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE appointment SET done_at = ?, outcome = ?"
                                + " WHERE id = ? AND done_at IS NULL",
                        now.toEpochMilli(),
                        outcome,
                        id)
                == 1;
    }

    /// Gives up those of a revision that are to publish it.
    static void cancel(
            Connection connection, DocumentPath path, int number, Instant now, String why)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE appointment SET done_at = ?, outcome = ? WHERE path = ? AND number = ?"
                        + " AND done_at IS NULL AND action IN ('PUBLISH', 'EMERGENCY')",
                now.toEpochMilli(),
                "取消：" + why,
                path.toString(),
                number);
    }

    static void second(Connection connection, String id, String account) throws SQLException {
        Sql.update(connection, "UPDATE appointment SET second = ? WHERE id = ?", account, id);
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        var path = DocumentPath.read(row.getString(2));
        if (path == null) {
            throw new IllegalStateException("an appointment for no document");
        }
        return new Appointment(
                row.getString(1),
                path,
                row.getInt(3),
                Appointment.Action.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9) == 1,
                Instant.ofEpochMilli(row.getLong(10)),
                Sql.instant(row, "done_at"),
                row.getString(12));
    }
}
