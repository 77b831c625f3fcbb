package tongtu.publishing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import tongtu.database.Database;

/// A fresh database of each kind: the same tests run on both.
public enum Engines {
    SQLITE {
        @Override
        public Database open(Path folder) {
            return new Database(folder);
        }
    },
    POSTGRESQL {
        @Override
        public Database open(Path folder) {
            return new Database(url());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public abstract Database open(Path folder);

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The address of a database of its own on a real server.
    public static String url() {
        var name = "tongtu" + NUMBER.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }
}
