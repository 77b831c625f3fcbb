package tongtu.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Work by its key: the lowest rank first, of equals the one that came first. The same key waits
/// once. Work that fails never stops the rest. Where all threads are busy, more urgent work has the
/// least urgent that runs asked to let it go first.
public final class WorkQueue implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkQueue.class.getName());

    /// Seconds that work under way gets when the queue is closed.
    private static final int PATIENCE_MS = 20_000;

    /// What is to be done.
    public interface Work {
        void run() throws Exception;

        /// Asked, on any thread and without waiting, to let more urgent work go first: [#run] may
        /// end with [Stopped] then, and is run again later.
        default void stop() {}
    }

    /// Work that let other work go first.
    public static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
    }

    private record Waiting(
            String key, long rank, long order, Work work, CompletableFuture<Void> done) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Waiting::rank).thenComparingLong(Waiting::order));
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, Waiting> running = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private long orders;
    private boolean closed;

    /// With that many threads.
    public WorkQueue(String name, int threads) {
        for (int i = 0; i < threads; i++) {
            var thread = Thread.ofPlatform().daemon().name(name + "-" + i).unstarted(this::work);
            this.threads.add(thread);
        }
        this.threads.forEach(Thread::start);
    }

    /// Asks for work; what is done when it is over, or with its failure. Work under the same key
    /// that waits is asked for at the more urgent of both ranks; one that runs is not run again.
    public CompletableFuture<Void> submit(String key, long rank, Work work) {
        lock.lock();
        try {
            var under = running.get(key);
            if (under != null) {
                if (rank < under.rank()) {
                    // Should it be stopped, it is run again as soon as it is wanted now.
                    running.put(
                            key, new Waiting(key, rank, under.order(), under.work(), under.done()));
                }
                return under.done();
            }
            var before = waiting.get(key);
            if (closed) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("the queue is closed"));
            }
            if (before != null && before.rank() <= rank) {
                return before.done();
            }
            var done = before == null ? new CompletableFuture<Void>() : before.done();
            if (before != null) {
                queue.remove(before);
            }
            var now = new Waiting(key, rank, orders++, work, done);
            queue.add(now);
            waiting.put(key, now);
            more.signal();
            makeRoom(rank);
            return done;
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(long rank) {
        if (running.size() == threads.size()) {
            running.values().stream()
                    .max(Comparator.comparingLong(Waiting::rank))
                    .filter(last -> last.rank() > rank)
                    .ifPresent(last -> last.work().stop());
        }
    }

    /// The same for work whose end nobody waits for.
    public void add(String key, long rank, Work work) {
        var _ = submit(key, rank, work);
    }

    /// Forgets work that waits and is no longer wanted.
    public void drop(Predicate<String> keys) {
        lock.lock();
        try {
            var gone = new HashSet<Waiting>();
            for (var each : waiting.values()) {
                if (keys.test(each.key())) {
                    gone.add(each);
                }
            }
            for (var each : gone) {
                waiting.remove(each.key());
                each.done().cancel(false);
            }
            queue.removeAll(gone);
        } finally {
            lock.unlock();
        }
    }

    /// How much waits or runs.
    public int size() {
        lock.lock();
        try {
            return waiting.size() + running.size();
        } finally {
            lock.unlock();
        }
    }

    /// The keys that wait or run.
    public Set<String> keys() {
        lock.lock();
        try {
            var keys = new HashSet<>(waiting.keySet());
            keys.addAll(running.keySet());
            return keys;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Waiting next() throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                more.await();
            }
            var next = closed ? null : queue.poll();
            if (next != null) {
                waiting.remove(next.key());
                running.put(next.key(), next);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (var next = next(); next != null; next = next()) {
                run(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Waiting next) {
        Throwable failure = null;
        try {
            next.work().run();
        } catch (Throwable e) {
            failure = e;
            LOG.log(Level.FINE, "work failed", e);
        }
        lock.lock();
        try {
            var ran = running.remove(next.key());
            if (failure instanceof Stopped && !closed && ran != null) {
                queue.add(ran);
                waiting.put(ran.key(), ran);
                more.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        if (failure == null) {
            next.done().complete(null);
        } else {
            next.done().completeExceptionally(failure);
        }
    }

    /// What waits is left; what runs is waited for.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queue.forEach(each -> each.done().cancel(false));
            queue.clear();
            waiting.clear();
            more.signalAll();
        } finally {
            lock.unlock();
        }
        long until = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        for (var thread : threads) {
            try {
                long left = (until - System.nanoTime()) / 1_000_000;
                thread.join(Math.max(1, left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
