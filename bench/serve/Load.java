import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks one server for one page again and again over kept connections:
/// `java Load.java PORT PATH REQUESTS HEADER…`. Ends with an error unless each answer is the status
/// and length of the first.
public final class Load {
    private static final int CONNECTIONS = 4;
    private static final int PER_CONNECTION = 500;

    private record Answer(int status, long length, String etag) {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int requests = Integer.parseInt(arguments[2]);
        var headers = new StringBuilder();
        for (int i = 3; i < arguments.length; i++) {
            if (arguments[i].equals("If-None-Match: *known*")) {
                var known = etag(port, arguments[1], headers.toString());
                headers.append("If-None-Match: ").append(known).append("\r\n");
            } else {
                headers.append(arguments[i]).append("\r\n");
            }
        }
        var request = request(arguments[1], headers.toString());
        var threads = new Thread[CONNECTIONS];
        var failed = new boolean[1];
        for (int i = 0; i < CONNECTIONS; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    ask(port, request, requests / CONNECTIONS);
                } catch (IOException e) {
                    System.err.println(e);
                    failed[0] = true;
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        System.exit(failed[0] ? 1 : 0);
    }

    private static byte[] request(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String etag(int port, String path, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request(path, headers));
            return read(new BufferedInputStream(socket.getInputStream())).etag();
        }
    }

    private static void ask(int port, byte[] request, int times) throws IOException {
        Answer first = null;
        int done = 0;
        while (done < times) {
            // A server may end a connection after so many requests: not before this.
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(10_000);
                var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                for (int end = Math.min(times, done + PER_CONNECTION); done < end; done++) {
                    socket.getOutputStream().write(request);
                    var answer = read(in);
                    if (first != null && !first.equals(answer)) {
                        throw new IOException(answer + " after " + first);
                    }
                    first = answer;
                }
            }
        }
        if (first == null || first.status() >= 400) {
            throw new IOException("answer " + first);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        var etag = "";
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:") && status != 304) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (lower.startsWith("etag:")) {
                etag = line.substring(5).strip();
            }
        }
        in.skipNBytes(length);
        return new Answer(status, length, etag);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
