package tongtu.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// All rows of one database put into another that has the same tables and nothing in them.
public final class Rows {
    /// In the order in which they can be filled: a table after those that it refers to.
    public static final List<String> TABLES =
            List.of(
                    "message",
                    "question",
                    "question_key",
                    "account",
                    "account_role",
                    "passkey",
                    "session",
                    "known_device",
                    "audit",
                    "audit_head",
                    "draft",
                    "saved_text",
                    "revision",
                    "revision_state",
                    "signature",
                    "remark",
                    "appointment",
                    "preview_link",
                    "picture",
                    "pushed_branch");

    private static final int BATCH = 200;

    private Rows() {}

    static void copy(Connection from, Connection to) throws SQLException {
        for (var table : TABLES) {
            copy(table, from, to);
        }
    }

    /// Whether nothing was ever kept.
    static boolean isEmpty(Connection connection) throws SQLException {
        for (var table : TABLES) {
            if (Sql.number(connection, "SELECT count(*) FROM " + table) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void copy(String table, Connection from, Connection to) throws SQLException {
        try (var read = from.createStatement()) {
            read.setFetchSize(BATCH);
            try (var rows = read.executeQuery("SELECT * FROM " + table)) {
                var columns = columns(rows);
                var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
                var sql =
                        "INSERT INTO %s (%s) VALUES (%s)"
                                .formatted(table, String.join(", ", columns), marks);
                try (var write = to.prepareStatement(sql)) {
                    int waiting = 0;
                    while (rows.next()) {
                        for (int i = 1; i <= columns.size(); i++) {
                            write.setObject(i, rows.getObject(i));
                        }
                        write.addBatch();
                        if (++waiting % BATCH == 0) {
                            write.executeBatch();
                        }
                    }
                    write.executeBatch();
                }
            }
        }
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnName(i));
        }
        return names;
    }
}
