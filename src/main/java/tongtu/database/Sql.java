package tongtu.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements of SQL inside a [Work]. Values are text, whole numbers, bytes or null.
public final class Sql {
    private Sql() {}

    /// One row as a value.
    public interface Row<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    /// How many rows were changed.
    public static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> list(
            Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var list = new ArrayList<T>();
                while (rows.next()) {
                    list.add(row.of(rows));
                }
                return list;
            }
        }
    }

    /// The first row; null when there is none.
    public static <T> @Nullable T first(
            Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        var list = list(connection, sql, row, values);
        return list.isEmpty() ? null : list.getFirst();
    }

    /// The number in the first column of the first row; 0 when there is none.
    public static long number(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var number = first(connection, sql, row -> row.getLong(1), values);
        return number == null ? 0 : number;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            int at = i + 1;
            switch (values[i]) {
                case String text -> statement.setString(at, text);
                case Long number -> statement.setLong(at, number);
                case Integer number -> statement.setInt(at, number);
                case byte[] bytes -> statement.setBytes(at, bytes);
                case null -> statement.setNull(at, java.sql.Types.NULL);
                default ->
                        throw new IllegalArgumentException(
                                "no value of SQL: " + values[i].getClass());
            }
        }
    }

    /// A moment, null where the column is.
    public static java.time.@Nullable Instant instant(ResultSet row, String column)
            throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? null : java.time.Instant.ofEpochMilli(at);
    }
}
