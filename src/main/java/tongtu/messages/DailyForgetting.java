package tongtu.messages;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import tongtu.database.DatabaseUnavailable;

/// Deletes what was kept for its time, at the start and then as long as the program runs.
public final class DailyForgetting implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DailyForgetting.class.getName());

    /// Often enough that a computer which slept misses no day.
    private static final Duration PAUSE = Duration.ofHours(1);

    private final MessageStore store;
    private final Retention retention;
    private final Thread thread;

    private DailyForgetting(MessageStore store, Retention retention) {
        this.store = store;
        this.retention = retention;
        thread = Thread.ofPlatform().daemon().name("forgetting").unstarted(this::run);
    }

    public static DailyForgetting start(MessageStore store, Retention retention) {
        var forgetting = new DailyForgetting(store, retention);
        forgetting.thread.start();
        return forgetting;
    }

    private void run() {
        try {
            while (true) {
                forget();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            store.forget(retention);
        } catch (DatabaseUnavailable | RuntimeException e) {
            LOG.log(Level.WARNING, "messages whose time is over are still kept", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
