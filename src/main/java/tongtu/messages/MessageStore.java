package tongtu.messages;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;

/// The messages received, in the database.
public final class MessageStore {
    /// Messages kept at once. More are not taken until some were deleted: a flood may not fill the
    /// disk.
    public static final int MOST = 100_000;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int most;

    public MessageStore(Database database, InstantSource clock, RandomGenerator random) {
        this(database, clock, random, MOST);
    }

    MessageStore(Database database, InstantSource clock, RandomGenerator random, int most) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.most = most;
    }

    /// Keeps a draft without faults; the receipt is that of a message on the disk. `form` names the
    /// form that was filled in: sent again with the same words, it is the same message. Null when
    /// no more can be kept.
    public @Nullable Receipt add(Draft draft, String form) throws DatabaseUnavailable {
        if (!draft.faults().isEmpty()) {
            throw new IllegalArgumentException("a draft with faults: " + draft.faults());
        }
        var submission = MessageRows.submission(draft, form);
        return database.write(connection -> {
            var before = MessageRows.receipt(connection, submission);
            if (before != null) {
                return before;
            }
            if (number(connection, "SELECT count(*) FROM message") >= most) {
                return null;
            }
            var receipt = MessageRows.unused(connection, random);
            MessageRows.insert(connection, receipt, submission, draft, clock.instant());
            return receipt;
        });
    }

    /// The receipt of a draft that was sent before with the same form; null when it was not.
    public @Nullable Receipt sent(Draft draft, String form) throws DatabaseUnavailable {
        if (!database.exists()) {
            return null;
        }
        var submission = MessageRows.submission(draft, form);
        return database.read(connection -> MessageRows.receipt(connection, submission));
    }

    public @Nullable Message find(Receipt receipt) throws DatabaseUnavailable {
        if (!database.exists()) {
            // Nothing was ever kept; or what was kept cannot be reached.
            database.check();
            return null;
        }
        return database.read(connection -> {
            try (var statement =
                    connection.prepareStatement(MessageRows.SELECT + "WHERE receipt = ?")) {
                statement.setString(1, receipt.digits());
                var found = MessageRows.messages(statement.executeQuery());
                return found.isEmpty() ? null : found.getFirst();
            }
        });
    }

    /// Messages in a state, of a kind (null is any), the oldest first.
    public List<Message> list(
            Message.@Nullable State state, @Nullable MessageKind kind, int offset, int most)
            throws DatabaseUnavailable {
        if (!database.exists()) {
            return List.of();
        }
        return database.read(connection -> {
            var sql =
                    MessageRows.SELECT
                            + where(state, kind)
                            + "ORDER BY received_at, receipt LIMIT ? OFFSET ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, most);
                statement.setInt(2, offset);
                return MessageRows.messages(statement.executeQuery());
            }
        });
    }

    /// All messages in a state, as of one moment, the oldest first.
    public void each(Message.@Nullable State state, Consumer<Message> consumer)
            throws DatabaseUnavailable {
        if (!database.exists()) {
            return;
        }
        database.read(connection -> {
            var sql = MessageRows.SELECT + where(state, null) + "ORDER BY received_at, receipt";
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(MessageRows.message(rows));
                }
                return true;
            }
        });
    }

    public int count(Message.@Nullable State state, @Nullable MessageKind kind)
            throws DatabaseUnavailable {
        if (!database.exists()) {
            return 0;
        }
        return database.read(connection ->
                number(connection, "SELECT count(*) FROM message " + where(state, kind)));
    }

    /// Answers a message, in place of the answer before; false when there is no such message.
    public boolean answer(Receipt receipt, String words) throws DatabaseUnavailable {
        var answer = new Message.Answer(words, clock.instant());
        return database.write(connection -> {
            var sql = "UPDATE message SET answer = ?, answered_at = ? WHERE receipt = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, answer.words());
                statement.setLong(2, answer.at().toEpochMilli());
                statement.setString(3, receipt.digits());
                return statement.executeUpdate() == 1;
            }
        });
    }

    /// What [#forget] deleted.
    public record Forgotten(int contacts, int messages) {}

    /// Deletes what was kept for its time, so that no file holds it any more.
    public Forgotten forget(Retention retention) throws DatabaseUnavailable {
        if (!database.exists()) {
            return new Forgotten(0, 0);
        }
        var now = clock.instant();
        var forgotten =
                database.write(connection -> {
                    int messages =
                            execute(
                                    connection,
                                    "DELETE FROM message WHERE coalesce(answered_at, received_at) <= ?",
                                    now.minus(retention.message()).toEpochMilli());
                    int contacts =
                            execute(
                                    connection,
                                    "UPDATE message SET contact = '', contact_deleted_at = ?"
                                            + " WHERE contact <> '' AND coalesce(answered_at, received_at) <= ?",
                                    now.toEpochMilli(),
                                    now.minus(retention.contact()).toEpochMilli());
                    return new Forgotten(contacts, messages);
                });
        if (forgotten.contacts() + forgotten.messages() > 0) {
            database.purge();
        }
        return forgotten;
    }

    private static String where(Message.@Nullable State state, @Nullable MessageKind kind) {
        var conditions = new ArrayList<String>();
        if (state != null) {
            conditions.add(state == Message.State.NEW ? "answer IS NULL" : "answer IS NOT NULL");
        }
        if (kind != null) {
            // A constant of ours, never words from outside.
            conditions.add("kind = '" + kind.name() + "'");
        }
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
    }

    private static int execute(Connection connection, String sql, long... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
