package tongtu.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What is done in one transaction. It neither commits nor closes the connection.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
}
