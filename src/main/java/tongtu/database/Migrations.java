package tongtu.database;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the tables to what this program knows.
final class Migrations {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    /// `engine` names the folder of what each engine says in its own way, `bytes` its type for
    /// bytes.
    static void run(DataSource source, String engine, String bytes) {
        // It tells of every look at the tables.
        FLYWAY.setLevel(Level.WARNING);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:migrations", "classpath:engines/" + engine)
                .placeholders(Map.of("bytes", bytes))
                .failOnMissingLocations(true)
                // Tables of a newer program are not understood by this one.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
