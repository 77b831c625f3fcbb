package tongtu.web;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/// One line a request: when (UTC), method, path, status, bytes of the body, microseconds:
///
/// ```
/// 2026-11-25T02:36:02.123Z GET /policies/%E6%AE%8B 200 10240 180
/// ```
///
/// No client's address, no query, nothing that tells one reader from another. A line is ASCII
/// without spaces but those between its six parts: whatever a client sends, it can neither begin a
/// line nor add a part. Lines wait in a queue; when it is full they are counted and left out, and a
/// line says how many.
final class AccessLog implements RequestLog, AutoCloseable {
    private static final int WAITING = 16_384;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_METHOD = 16;

    /// The writer gathers lines for so long, so that a busy server does not wake it for each.
    private static final int GATHER_MS = 50;

    private static final int CLOSE_MS = 2_000;

    /// A request that was answered; written as a line later.
    private record Answered(
            Instant at, String method, String path, int status, long bytes, long micros) {}

    private final ArrayBlockingQueue<Answered> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final InstantSource clock;
    private final PrintStream out;
    private final Thread writer;
    private volatile boolean isClosed;

    AccessLog(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
        writer = Thread.ofPlatform().daemon().name("access-log").start(this::write);
    }

    @Override
    public void log(Request request, Response response) {
        var path = request.getHttpURI().getPath();
        var answered =
                new Answered(
                        clock.instant(),
                        request.getMethod(),
                        path == null ? "-" : path,
                        response.getStatus(),
                        bytes(request, response),
                        (System.nanoTime() - request.getBeginNanoTime()) / 1_000);
        if (!waiting.offer(answered)) {
            leftOut.incrementAndGet();
        }
    }

    /// An error page is not counted by Jetty; its headers tell.
    private static long bytes(Request request, Response response) {
        if (HttpMethod.HEAD.is(request.getMethod()) || response.getStatus() == 304) {
            return 0;
        }
        long said = response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        return Math.max(0, said >= 0 ? said : Response.getContentBytesWritten(response));
    }

    private void write() {
        var batch = new ArrayList<Answered>();
        while (!isClosed) {
            try {
                batch.add(waiting.take());
                Thread.sleep(GATHER_MS);
            } catch (InterruptedException e) {
                // Closed: what is left is written all the same.
            }
            waiting.drainTo(batch);
            print(batch);
            batch.clear();
        }
        waiting.drainTo(batch);
        print(batch);
    }

    private void print(List<Answered> batch) {
        var lines = new StringBuilder();
        batch.forEach(answered -> append(answered, lines));
        long lost = leftOut.getAndSet(0);
        if (lost > 0) {
            lines.append("access-log: ").append(lost).append(" lines left out\n");
        }
        if (!lines.isEmpty()) {
            out.print(lines);
            out.flush();
        }
    }

    private static void append(Answered answered, StringBuilder lines) {
        lines.append(answered.at().truncatedTo(ChronoUnit.MILLIS)).append(' ');
        appendWord(answered.method(), LONGEST_METHOD, lines);
        lines.append(' ');
        appendWord(answered.path(), LONGEST_PATH, lines);
        lines.append(' ').append(answered.status());
        lines.append(' ').append(answered.bytes());
        lines.append(' ').append(answered.micros()).append('\n');
    }

    /// A word of printable ASCII; what is not is shown as `?`, what is too long ends in `...`.
    private static void appendWord(String word, int longest, StringBuilder lines) {
        if (word.isEmpty()) {
            lines.append('-');
        }
        for (int i = 0; i < Math.min(word.length(), longest); i++) {
            char c = word.charAt(i);
            lines.append(c > ' ' && c < 0x7f ? c : '?');
        }
        if (word.length() > longest) {
            lines.append("...");
        }
    }

    @Override
    public void close() {
        isClosed = true;
        writer.interrupt();
        try {
            writer.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
