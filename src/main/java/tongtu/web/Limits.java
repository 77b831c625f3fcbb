package tongtu.web;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// How much a client may ask for, and how long it may take. Why these numbers: decision 007.
///
/// `connections` at once; `requests` on one connection before it is closed; `request` is the
/// longest that a connection may take from one whole request to the next, however busily it
/// trickles; `response` the longest that a reader may take over one reply; `stop` how long requests
/// under way are waited for at the end.
record Limits(int connections, int requests, Duration request, Duration response, Duration stop) {
    /// Bytes of a request's line and headers; more is 431, or 414 while the line is read.
    static final int HEADERS = 8 * 1024;

    /// Characters of a request's path and query; more is 414. A question of 200 Han characters is
    /// 1,800.
    static final int ADDRESS = 4_000;

    /// Bytes of a body that no route has asked for; more is 413.
    static final long BODY = 64 * 1024;

    /// Bytes of the largest body that a route may ask for.
    static final int LARGEST_BODY = 24 * 1024 * 1024;

    /// Connections that wait to be accepted.
    static final int WAITING = 1_024;

    /// How long a connection may be idle while all places are taken.
    static final Duration FULL_IDLE = Duration.ofSeconds(2);

    private static final int MOST_CONNECTIONS = 10_000;

    /// File handles that are not for connections: libraries, content, logs.
    private static final int OTHER_FILES = 256;

    static final Limits DEFAULT =
            new Limits(
                    connectionsFor(files()),
                    1_000,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(5));

    Limits {
        if (connections < 1 || requests < 1 || request.isZero() || response.isZero()) {
            throw new IllegalArgumentException("a limit that lets nobody in");
        }
    }

    /// Connections are never so many that opening a file fails.
    static int connectionsFor(long files) {
        return Math.clamp(files - OTHER_FILES, 64, MOST_CONNECTIONS);
    }

    /// How many files the operating system lets this program have open.
    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : MOST_CONNECTIONS;
    }
}
