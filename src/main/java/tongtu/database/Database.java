package tongtu.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what people send and decide: a file in the data folder (SQLite), or a
/// PostgreSQL server. What [#write] has returned from is on the disk.
public final class Database implements AutoCloseable {
    private final Engine engine;

    /// The file of a data folder.
    public Database(Path folder) {
        engine = new SqliteEngine(folder);
    }

    /// A database of a PostgreSQL server, `jdbc:postgresql://host/name?user=…`. The password comes
    /// from the file that PostgreSQL's own programs read it from (`~/.pgpass`).
    public Database(String url) {
        engine = new PostgresEngine(url);
    }

    /// The one that a configuration means: the server of `url`, or the folder's file where `url` is
    /// empty.
    public static Database of(String url, Path folder) {
        return url.isEmpty() ? new Database(folder) : new Database(url);
    }

    /// Whether anything was ever kept.
    public boolean exists() {
        return engine.exists();
    }

    /// Whether something could be kept now, without making anything.
    public void check() throws DatabaseUnavailable {
        engine.check();
    }

    /// Reads in a transaction: one moment of the database.
    public <T extends @Nullable Object> T read(Work<T> work) throws DatabaseUnavailable {
        return engine.read(work);
    }

    /// Changes all of what `work` changes, or nothing. One at a time: what is read in `work` is
    /// still so when it is over.
    public <T extends @Nullable Object> T write(Work<T> work) throws DatabaseUnavailable {
        return engine.write(work);
    }

    /// Leaves no trace of what was deleted in the files of the database itself.
    public void purge() throws DatabaseUnavailable {
        engine.purge();
    }

    @Override
    public void close() {
        engine.close();
    }
}
