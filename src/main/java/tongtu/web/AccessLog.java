package tongtu.web;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/// One line a request: when, what, how it went, how many bytes, how many microseconds. No address,
/// no query, nothing that tells one reader from another. Lines wait in a queue; when it is full
/// they are counted and left out.
final class AccessLog implements RequestLog, AutoCloseable {
    private static final int WAITING = 4_096;
    private static final int LONGEST_PATH = 200;

    /// A request that was answered; written as a line later.
    private record Answered(
            Instant at, String method, String path, int status, long bytes, long micros) {}

    private final ArrayBlockingQueue<Answered> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final InstantSource clock;
    private final PrintStream out;
    private final Thread writer;
    private volatile boolean closed;

    AccessLog(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
        writer = Thread.ofPlatform().daemon().name("access-log").start(this::write);
    }

    @Override
    public void log(Request request, Response response) {
        long micros = (System.nanoTime() - request.getBeginNanoTime()) / 1_000;
        var path = request.getHttpURI().getPath();
        var answered =
                new Answered(
                        clock.instant(),
                        request.getMethod(),
                        path == null ? "-" : path,
                        response.getStatus(),
                        Response.getContentBytesWritten(response),
                        micros);
        if (!waiting.offer(answered)) {
            dropped.incrementAndGet();
        }
    }

    private void write() {
        var batch = new ArrayList<Answered>();
        try {
            while (!closed || !waiting.isEmpty()) {
                var first = waiting.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch);
                var lines = new StringBuilder();
                batch.forEach(answered -> lines.append(line(answered)).append('\n'));
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    lines.append("access-log: ").append(lost).append(" lines left out\n");
                }
                out.print(lines);
                out.flush();
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Answered answered) {
        return "%s %s %s %d %d %d"
                .formatted(
                        answered.at().truncatedTo(ChronoUnit.MILLIS),
                        printable(answered.method(), 16),
                        printable(answered.path(), LONGEST_PATH),
                        answered.status(),
                        answered.bytes(),
                        answered.micros());
    }

    private static String printable(String text, int longest) {
        var cut = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return cut.chars().allMatch(c -> c > ' ' && c < 0x7f) ? cut : cut.replaceAll("[^!-~]", "?");
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
