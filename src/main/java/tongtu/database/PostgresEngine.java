package tongtu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A database of a PostgreSQL server. As in SQLite one transaction writes at a time, whichever
/// program it is of: an advisory lock is taken first, so the same code is right on both.
final class PostgresEngine implements Engine {
    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_MS = 20_000;

    /// Longer than any transaction of ours takes; one that hangs must not keep the lock.
    private static final String STATEMENT_LIMIT = "SET statement_timeout = 20000";

    /// "tongtu" in ASCII: the lock of all who write.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(128022193926261)";

    private static final String READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final String url;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable HikariDataSource pool;

    PostgresEngine(String url) {
        this.url = url;
    }

    /// The server is asked each time: nobody but it knows.
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public void check() throws DatabaseUnavailable {
        read(_ -> true);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) throws DatabaseUnavailable {
        return transaction(READ, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) throws DatabaseUnavailable {
        return transaction(LOCK, work);
    }

    private <T extends @Nullable Object> T transaction(String first, Work<T> work)
            throws DatabaseUnavailable {
        try (var connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, first);
                var result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseUnavailable.server(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HikariDataSource pool() throws DatabaseUnavailable {
        opening.lock();
        try {
            var open = pool;
            if (open == null) {
                open = open();
                pool = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    private HikariDataSource open() throws DatabaseUnavailable {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setConnectionInitSql(STATEMENT_LIMIT);
        config.setPoolName("database");
        HikariDataSource opened = null;
        try {
            opened = new HikariDataSource(config);
            Migrations.run(opened, "postgresql", "BYTEA");
            return opened;
        } catch (FlywayException | IllegalArgumentException e) {
            close(opened);
            throw DatabaseUnavailable.server(e);
        } catch (RuntimeException e) {
            // Hikari's own exception for a server that does not answer is no public type.
            close(opened);
            throw DatabaseUnavailable.server(e);
        }
    }

    private static void close(@Nullable HikariDataSource opened) {
        if (opened != null) {
            opened.close();
        }
    }

    /// Deleted rows stay in PostgreSQL's files until their room is given back. What its own log and
    /// its backups hold is for whoever runs the server.
    @Override
    public void purge() throws DatabaseUnavailable {
        try (var connection = pool().getConnection()) {
            connection.setAutoCommit(true);
            execute(connection, "VACUUM");
        } catch (SQLException e) {
            throw DatabaseUnavailable.server(e);
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            close(pool);
            pool = null;
        } finally {
            opening.unlock();
        }
    }
}
