package tongtu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/// The database of a data folder: one file. It is opened, and made, when it is first needed; when
/// it could not be used, the next attempt opens it again.
///
/// SQLite lets one connection write at a time, so there is one, on one thread of its own: whoever
/// waits for it waits in Java, in order, and holds no thread of the operating system.
final class SqliteEngine implements Engine {
    /// How long another program is waited for: `./tongtu messages`, a backup.
    static final int BUSY_MS = 10_000;

    /// Transactions that may wait.
    static final int WAITING = 1_000;

    /// The longest that anybody waits. What was begun by then may still be done; nobody was told
    /// so.
    static final int PATIENCE_S = 20;

    private final DataFolder folder;
    private final ThreadPoolExecutor thread;
    private @Nullable SQLiteConnection connection;
    private @Nullable Object opened;

    SqliteEngine(Path folder) {
        this.folder = new DataFolder(folder);
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("database").factory());
    }

    @Override
    public boolean exists() {
        return Files.exists(folder.database());
    }

    @Override
    public void check() throws DatabaseUnavailable {
        if (!folder.isWritable()) {
            throw DatabaseUnavailable.folder(folder.path(), new IOException("not writable"));
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) throws DatabaseUnavailable {
        return wait(thread(() -> transaction(SQLiteConfig.TransactionMode.DEFERRED, work)));
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) throws DatabaseUnavailable {
        return wait(thread(() -> transaction(SQLiteConfig.TransactionMode.IMMEDIATE, work)));
    }

    /// SQLite overwrites what was deleted in its file (`secure_delete`); this empties the log of
    /// changes beside it.
    @Override
    public void purge() throws DatabaseUnavailable {
        wait(
                thread(() -> {
                    var open = connection();
                    try (var statement = open.createStatement()) {
                        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                        return true;
                    } catch (SQLException e) {
                        throw failed(e);
                    }
                }));
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(this::disconnect);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface OnThread<T extends @Nullable Object> {
        T run() throws DatabaseUnavailable;
    }

    private <T extends @Nullable Object> Future<T> thread(OnThread<T> work)
            throws DatabaseUnavailable {
        try {
            return thread.submit(work::run);
        } catch (RejectedExecutionException e) {
            throw new DatabaseUnavailable("数据库忙不过来，或者正在关闭。请过一会儿再试。", e);
        }
    }

    private static <T extends @Nullable Object> T wait(Future<T> future)
            throws DatabaseUnavailable {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("没有等到数据库的答复。请再试一次。", e);
        } catch (TimeoutException e) {
            future.cancel(false);
            throw new DatabaseUnavailable("没有等到数据库的答复。请再试一次。", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DatabaseUnavailable unavailable -> throw unavailable;
                case RuntimeException broken -> throw broken;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private <T extends @Nullable Object> T transaction(
            SQLiteConfig.TransactionMode mode, Work<T> work) throws DatabaseUnavailable {
        var open = connection();
        try {
            open.setCurrentTransactionMode(mode);
            open.setAutoCommit(false);
            var result = work.run(open);
            // Commits; `commit()` would begin the next transaction at once.
            open.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            takeBack(open);
            throw e;
        } catch (Error e) {
            // Closing takes back what was not committed.
            disconnect();
            throw e;
        }
    }

    /// Takes back what was not committed: a refusal is no failure of the database.
    private void takeBack(SQLiteConnection open) {
        try {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) {
            disconnect();
        }
    }

    private DatabaseUnavailable failed(Throwable e) {
        disconnect();
        return DatabaseUnavailable.of(folder.database(), e);
    }

    /// The connection to the file that is there now: one that was taken away is not written to.
    private SQLiteConnection connection() throws DatabaseUnavailable {
        if (connection != null && !isSame(opened)) {
            disconnect();
        }
        if (connection == null) {
            connect();
        }
        return Objects.requireNonNull(connection);
    }

    private boolean isSame(@Nullable Object key) {
        try {
            return key != null && key.equals(key());
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(folder.database(), BasicFileAttributes.class).fileKey();
    }

    private void connect() throws DatabaseUnavailable {
        try {
            folder.make();
            migrate();
            connection = (SQLiteConnection) source().getConnection();
            opened = key();
        } catch (IOException e) {
            throw DatabaseUnavailable.folder(folder.path(), e);
        } catch (SQLException | FlywayException | LinkageError e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    /// Brings the tables to what this program knows.
    private void migrate() throws IOException, InterruptedException {
        try (var _ = folder.lock()) {
            Migrations.run(source(), "sqlite", "BLOB");
        }
    }

    private SQLiteDataSource source() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.database().toAbsolutePath());
        return source;
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // What was acknowledged is on the disk; there is nothing left to save.
            }
        }
    }
}
