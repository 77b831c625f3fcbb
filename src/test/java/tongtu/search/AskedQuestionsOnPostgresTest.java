package tongtu.search;

import tongtu.database.Database;
import tongtu.publishing.Engines;

/// The same on a PostgreSQL server.
class AskedQuestionsOnPostgresTest extends AskedQuestionsTest {
    private final String url = Engines.url();

    @Override
    Database open() {
        return new Database(url);
    }
}
