package tongtu.database;

import org.jspecify.annotations.Nullable;

/// What a [Database] is kept by. Its methods mean what the database's do.
interface Engine extends AutoCloseable {
    boolean exists();

    void check() throws DatabaseUnavailable;

    <T extends @Nullable Object> T read(Work<T> work) throws DatabaseUnavailable;

    <T extends @Nullable Object> T write(Work<T> work) throws DatabaseUnavailable;

    void purge() throws DatabaseUnavailable;

    @Override
    void close();
}
