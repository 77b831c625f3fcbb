package tongtu.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Messages as rows of the table `message`.
final class MessageRows {
    static final String SELECT =
            "SELECT receipt, kind, language, page, block, format, words, contact,"
                    + " contact_deleted_at, received_at, answer, answered_at FROM message ";

    private MessageRows() {}

    static @Nullable Receipt receipt(Connection connection, String submission) throws SQLException {
        var sql = "SELECT receipt FROM message WHERE submission = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, submission);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? new Receipt(rows.getString(1)) : null;
            }
        }
    }

    static Receipt unused(Connection connection, RandomGenerator random) throws SQLException {
        while (true) {
            var receipt = Receipt.random(random);
            try (var statement =
                    connection.prepareStatement("SELECT 1 FROM message WHERE receipt = ?")) {
                statement.setString(1, receipt.digits());
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        return receipt;
                    }
                }
            }
        }
    }

    static void insert(
            Connection connection,
            Receipt receipt,
            String submission,
            Draft draft,
            Instant receivedAt)
            throws SQLException {
        var sql =
                "INSERT INTO message (receipt, submission, kind, language, page, block, format, words,"
                        + " contact, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, receipt.digits());
            statement.setString(2, submission);
            statement.setString(3, draft.kind().name());
            statement.setString(4, draft.language());
            statement.setString(5, draft.page());
            statement.setString(6, draft.block());
            statement.setString(7, draft.format() == null ? "" : draft.format().name());
            statement.setString(8, draft.words());
            statement.setString(9, draft.contact());
            statement.setLong(10, receivedAt.toEpochMilli());
            statement.executeUpdate();
        }
    }

    static List<Message> messages(ResultSet rows) throws SQLException {
        try (rows) {
            var messages = new ArrayList<Message>();
            while (rows.next()) {
                messages.add(message(rows));
            }
            return List.copyOf(messages);
        }
    }

    static Message message(ResultSet row) throws SQLException {
        var format = row.getString("format");
        var answer = row.getString("answer");
        var draft =
                new Draft(
                        MessageKind.valueOf(row.getString("kind")),
                        row.getString("language"),
                        row.getString("page"),
                        row.getString("block"),
                        format.isEmpty() ? null : WishedFormat.valueOf(format),
                        row.getString("words"),
                        row.getString("contact"));
        long deletedAt = row.getLong("contact_deleted_at");
        boolean isDeleted = !row.wasNull();
        return new Message(
                new Receipt(row.getString("receipt")),
                draft,
                isDeleted ? Instant.ofEpochMilli(deletedAt) : null,
                Instant.ofEpochMilli(row.getLong("received_at")),
                answer == null
                        ? null
                        : new Message.Answer(
                                answer, Instant.ofEpochMilli(row.getLong("answered_at"))));
    }

    /// A hash of a form and what was in it. `form` is random and kept nowhere, so that nobody can
    /// find out from the hash what was in the fields that have been deleted since.
    static String submission(Draft draft, String form) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part :
                    List.of(
                            form,
                            draft.kind().name(),
                            draft.page(),
                            draft.block(),
                            draft.format() == null ? "" : draft.format().name(),
                            draft.words(),
                            draft.contact())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
