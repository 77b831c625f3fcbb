package tongtu;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// HTTP/1.1 to a server on this machine, byte for byte, for what a well-behaved client would never
/// send. Characters of a request above U+00FF are sent as UTF-8, others as one byte.
public final class RawHttp implements Closeable {
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final InputStream in;

    /// What came back; names of headers in small letters.
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        /// The header's only value, empty when it is not there.
        public String header(String name) {
            var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.size() > 1) {
                throw new AssertionError(name + " is there " + values.size() + " times: " + values);
            }
            return values.isEmpty() ? "" : values.getFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// GET on a connection of its own; `headers` are whole lines.
    public static Answer get(int port, String path, String... headers) throws IOException {
        return ask(port, "GET", path, headers);
    }

    public static Answer ask(int port, String method, String path, String... headers)
            throws IOException {
        try (var http = new RawHttp(port)) {
            http.send(request(method, path, headers));
            return http.read(method.equals("HEAD"));
        }
    }

    /// What the server says to these bytes.
    public static Answer say(int port, String request) throws IOException {
        try (var http = new RawHttp(port)) {
            http.send(request);
            return http.read(request.startsWith("HEAD "));
        }
    }

    public static String request(String method, String path, String... headers) {
        var lines = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.append("\r\n").toString();
    }

    public void send(String request) throws IOException {
        boolean isBytes = request.chars().allMatch(c -> c < 0x100);
        var charset = isBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        socket.getOutputStream().write(request.getBytes(charset));
        socket.getOutputStream().flush();
    }

    public Socket socket() {
        return socket;
    }

    /// The next answer; one to HEAD has no body.
    public Answer read(boolean isHead) throws IOException {
        var first = line();
        if (!first.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new IOException("no status line: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        var headers = new HashMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        var answer = new Answer(status, headers, new byte[0]);
        return new Answer(status, headers, isHead || status == 304 ? new byte[0] : body(answer));
    }

    private byte[] body(Answer answer) throws IOException {
        if (answer.header("transfer-encoding").equals("chunked")) {
            var body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        var length = answer.header("content-length");
        if (length.isEmpty()) {
            return in.readAllBytes();
        }
        var body = in.readNBytes(Integer.parseInt(length));
        if (body.length != Integer.parseInt(length)) {
            throw new EOFException("cut after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    /// Whether the server has closed the connection; waits for it.
    public boolean isClosedByServer() {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
