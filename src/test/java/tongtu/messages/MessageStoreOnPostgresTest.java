package tongtu.messages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tongtu.database.Database;
import tongtu.database.Sql;
import tongtu.publishing.Engines;

/// The same on a PostgreSQL server.
class MessageStoreOnPostgresTest extends MessageStoreTest {
    private final String url = Engines.url();

    @Override
    Database open(Path at) {
        return new Database(url);
    }

    /// The files are the server's; its table is asked.
    @Override
    boolean anyFileHolds(String secret) throws Exception {
        try (var database = new Database(url)) {
            return database.read(connection ->
                    Sql.number(
                            connection,
                            "SELECT count(*) FROM message WHERE words = ? OR contact LIKE ?",
                            secret,
                            "%" + secret + "%"))
                    > 0;
        }
    }

    /// A server is there before anything is kept.
    @Test
    @Override
    void lookingForMessagesMakesNoDatabase() {
        try (var database = Engines.POSTGRESQL.open(folder)) {
            assertTrue(database.exists());
        }
    }
}
