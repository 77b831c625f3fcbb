package tongtu.web;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/// Ends connections that hold a place and make no headway. Jetty's idle time begins anew with every
/// byte, so that a client which sends or takes one byte now and then would hold its connection for
/// days; here the time counts from one whole request to the next, and in a long reply, such as
/// sound that is listened to, from one half megabyte to the next.
final class SlowConnections implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SlowConnections.class.getName());

    /// Bytes of a reply that a reader takes in its time.
    private static final long HEADWAY = 512 * 1024;

    private final Supplier<Collection<EndPoint>> connections;
    private final Limits limits;
    private final Map<EndPoint, Seen> seen = new HashMap<>();
    private final Thread thread;

    /// How far a connection was when it last made headway: the requests that it has sent, the half
    /// megabytes that it took, whether it was waited for, and when that was in nanoseconds.
    private record Seen(long requests, long taken, boolean isWaitedFor, long since) {
        boolean isSame(Seen now) {
            return requests == now.requests && taken == now.taken && isWaitedFor == now.isWaitedFor;
        }
    }

    SlowConnections(Supplier<Collection<EndPoint>> connections, Limits limits) {
        this.connections = connections;
        this.limits = limits;
        thread = Thread.ofVirtual().name("slow-connections").start(this::watch);
    }

    private void watch() {
        var shorter =
                limits.request().compareTo(limits.response()) < 0
                        ? limits.request()
                        : limits.response();
        var interval = shorter.dividedBy(10);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(interval);
                sweep(System.nanoTime());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "slow connections are not ended", e);
            }
        }
    }

    private void sweep(long now) {
        var open = new HashSet<>(connections.get());
        seen.keySet().retainAll(open);
        for (var endPoint : open) {
            if (!(endPoint.getConnection() instanceof AbstractConnection connection)) {
                continue;
            }
            var state =
                    new Seen(
                            connection.getMessagesIn(),
                            connection.getBytesOut() / HEADWAY,
                            connection.isFillInterested(),
                            now);
            var before = seen.putIfAbsent(endPoint, state);
            if (before != null && before.isSame(state)) {
                var most = state.isWaitedFor() ? limits.request() : limits.response();
                if (Duration.ofNanos(now - before.since()).compareTo(most) > 0) {
                    endPoint.close();
                }
            } else {
                seen.put(endPoint, state);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
