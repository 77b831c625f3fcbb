package tongtu.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private static final long URGENT = -1;

    private final List<String> did = new CopyOnWriteArrayList<>();

    /// Work that goes on until it may end, or is asked to let others go first.
    private final class Slow implements WorkQueue.Work {
        private final String name;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final Semaphore moves = new Semaphore(0);
        private volatile boolean stopped;

        /// Whether it takes its time to stop.
        private volatile boolean lingers;

        Slow(String name) {
            this.name = name;
        }

        @Override
        public void run() throws Exception {
            begun.countDown();
            assertTrue(moves.tryAcquire(30, TimeUnit.SECONDS), "nobody ends it");
            if (stopped) {
                stopped = false;
                did.add(name + " stopped");
                throw new WorkQueue.Stopped();
            }
            did.add(name);
        }

        @Override
        public void stop() {
            stopped = true;
            if (!lingers) {
                moves.release();
            }
        }

        void end() {
            moves.release();
        }
    }

    @Test
    void theLowestRankComesFirstAndOfEqualsTheFirst() throws Exception {
        try (var queue = new WorkQueue("test", 1)) {
            var first = new Slow("first");
            queue.add("first", 0, first);
            first.begun.await();
            queue.add("c", 2, () -> did.add("c"));
            queue.add("a", 1, () -> did.add("a"));
            queue.add("b", 1, () -> did.add("b"));
            var last = queue.submit("d", 3, () -> did.add("d"));
            first.end();
            last.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of("first", "a", "b", "c", "d"), did);
    }

    @Test
    void moreUrgentWorkHasWhatRunsStoppedAndItIsRunAgain() throws Exception {
        try (var queue = new WorkQueue("test", 1)) {
            var slow = new Slow("slow");
            var done = queue.submit("slow", 5, slow);
            slow.begun.await();
            queue.submit("urgent", URGENT, () -> did.add("urgent")).get(30, TimeUnit.SECONDS);
            assertFalse(done.isDone(), "it is still to be done");
            slow.end();
            done.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of("slow stopped", "urgent", "slow"), did);
    }

    @Test
    void whatIsAsUrgentIsNotStopped() throws Exception {
        try (var queue = new WorkQueue("test", 1)) {
            var slow = new Slow("slow");
            queue.add("slow", URGENT, slow);
            slow.begun.await();
            var other = queue.submit("other", URGENT, () -> did.add("other"));
            slow.end();
            other.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of("slow", "other"), did);
    }

    @Test
    void nothingIsStoppedWhereAThreadIsFree() throws Exception {
        try (var queue = new WorkQueue("test", 2)) {
            var slow = new Slow("slow");
            var done = queue.submit("slow", 5, slow);
            slow.begun.await();
            queue.submit("urgent", URGENT, () -> did.add("urgent")).get(30, TimeUnit.SECONDS);
            slow.end();
            done.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of("urgent", "slow"), did);
    }

    /// Somebody asks for what runs already, then somebody else for something more urgent than it
    /// was: it is run again before what waits.
    @Test
    void whatIsWantedSoonerWhileItRunsIsNotPutBack() throws Exception {
        try (var queue = new WorkQueue("test", 1)) {
            var slow = new Slow("slow");
            slow.lingers = true;
            var done = queue.submit("slow", 5, slow);
            slow.begun.await();
            queue.add("waits", 3, () -> did.add("waits"));
            assertEquals(List.of(), did, "a stop is asked for, and not there yet");
            assertSame(done, queue.submit("slow", 1, () -> did.add("another")));
            slow.end();
            slow.end();
            done.get(30, TimeUnit.SECONDS);
            queue.submit("last", 9, () -> {}).get(30, TimeUnit.SECONDS);
        }
        assertTrue(did.indexOf("slow") < did.indexOf("waits"), did.toString());
    }

    @Test
    void workThatFailsIsToldAndStopsNothing() throws Exception {
        try (var queue = new WorkQueue("test", 1)) {
            var failed =
                    queue.submit(
                            "a",
                            0,
                            () -> {
                                throw new IllegalStateException("no");
                            });
            queue.submit("b", 0, () -> did.add("b")).get(30, TimeUnit.SECONDS);
            var failure =
                    assertThrows(ExecutionException.class, () -> failed.get(30, TimeUnit.SECONDS));
            assertTrue(String.valueOf(failure.getCause()).endsWith("no"));
        }
        assertEquals(List.of("b"), did);
    }
}
