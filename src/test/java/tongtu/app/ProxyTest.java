package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tongtu.messages.Receipt;

/// The site behind real proxies, with HTTPS, on the configurations of `deploy/`: only ports, the
/// certificate and the name are others.
class ProxyTest {
    private static final int PATIENCE_MS = 60_000;
    private static final int LOOK_UPS = 20;

    enum Proxy {
        NGINX,
        CADDY;

        String program() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @TempDir Path folder;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private int http;
    private int https;
    private Site site;
    private @Nullable Process proxy;

    @SuppressWarnings("NullAway.Init") // The site is started before each test.
    ProxyTest() {}

    @BeforeEach
    void aSite() throws Exception {
        http = freePort();
        https = freePort();
        var typed =
                Map.of(
                        "--port",
                        "0",
                        "--base-url",
                        "https://localhost:" + https,
                        "--trusted-proxy",
                        "127.0.0.1",
                        "--data",
                        folder.resolve("data").toString());
        site =
                Site.start(
                        Config.of(Settings.read(Keys.ALL, typed, Map.of())),
                        InstantSource.fixed(Instant.now()),
                        new PrintStream(log, true, StandardCharsets.UTF_8),
                        (_, _) -> {},
                        _ -> {});
    }

    @AfterEach
    void end() throws Exception {
        var started = proxy;
        if (started != null) {
            started.destroy();
            started.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS);
        }
        site.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isThere(String program) {
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private void start(Proxy which) throws Exception {
        assumeTrue(isThere(which.program()), which.program() + " is not installed");
        var started =
                switch (which) {
                    case NGINX -> nginx();
                    case CADDY -> caddy();
                };
        proxy = started;
        for (int port : new int[] {http, https}) {
            for (int i = 0; i < PATIENCE_MS / 100 && started.isAlive() && !answers(port); i++) {
                Thread.sleep(100);
            }
        }
        assertTrue(started.isAlive(), () -> read(folder.resolve("proxy.log")));
    }

    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "" + e;
        }
    }

    private Process run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("caddy").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("caddy").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("proxy.log").toFile());
        return builder.start();
    }

    private static String replaced(String text, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            assertTrue(text.contains(pairs[i]), pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return text;
    }

    private Process nginx() throws Exception {
        var certificate =
                List.of(
                        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem"
                                .split(" "));
        assertEquals(0, run(certificate).waitFor());
        var server =
                replaced(
                        Files.readString(Path.of("deploy/nginx.conf")),
                        "listen 80;",
                        "listen 127.0.0.1:" + http + ";",
                        "listen 443 ssl",
                        "listen 127.0.0.1:" + https + " ssl",
                        "https://www.example.cn$",
                        "https://localhost:" + https + "$",
                        "www.example.cn",
                        "localhost",
                        "/etc/ssl/tongtu/fullchain.pem",
                        folder + "/cert.pem",
                        "/etc/ssl/tongtu/privkey.pem",
                        folder + "/key.pem",
                        "/var/log/nginx",
                        folder.toString(),
                        "127.0.0.1:8080",
                        "127.0.0.1:" + site.port());
        Files.writeString(folder.resolve("tongtu.conf"), server);
        var temporary =
                Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                        .map(each -> each + "_temp_path " + folder + "/" + each + ";\n")
                        .collect(Collectors.joining());
        var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        Files.writeString(
                folder.resolve("nginx.conf"),
                user
                        + "daemon off;\npid nginx.pid;\nevents {}\nhttp {\n"
                        + temporary
                        + "include tongtu.conf;\n}\n");
        return run(
                List.of(
                        "/usr/sbin/nginx",
                        "-p",
                        folder + "/",
                        "-e",
                        folder + "/start.log",
                        "-c",
                        "nginx.conf"));
    }

    private Process caddy() throws Exception {
        var file =
                replaced(
                        Files.readString(Path.of("deploy/Caddyfile")),
                        "www.example.cn {",
                        "localhost {",
                        "127.0.0.1:8080",
                        "127.0.0.1:" + site.port());
        var options =
                """
                {
                    http_port %d
                    https_port %d
                    local_certs
                    skip_install_trust
                    admin off
                    default_bind 127.0.0.1
                }
                """
                        .formatted(http, https);
        Files.writeString(folder.resolve("Caddyfile"), options + file);
        return run(List.of("caddy", "run", "--config", "Caddyfile", "--adapter", "caddyfile"));
    }

    /// A client at an address of this machine, which takes the proxy's own certificate.
    private static HttpClient client(String address) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
        return HttpClient.newBuilder()
                .sslContext(context)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private HttpResponse<byte[]> get(HttpClient client, String path, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + https + path));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" | ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @EnumSource
    void pagesComeCompressedAndWithTheirHeadersOverHttps(Proxy which) throws Exception {
        start(which);
        try (var client = client("127.0.0.1")) {
            var page = get(client, "/", "Accept-Encoding", "br");
            assertEquals(200, page.statusCode());
            assertEquals("br", header(page, "Content-Encoding"));
            assertEquals(
                    "max-age=31536000; includeSubDomains",
                    header(page, "Strict-Transport-Security"));
            assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'none'"));
            assertEquals(HttpClient.Version.HTTP_2, page.version());
            var again =
                    get(
                            client,
                            "/",
                            "Accept-Encoding",
                            "br",
                            "If-None-Match",
                            header(page, "ETag"));
            assertEquals(304, again.statusCode());
            var plain = new String(get(client, "/").body(), StandardCharsets.UTF_8);
            assertTrue(plain.contains("href=\"https://localhost:" + https), "canonical address");
            assertEquals(404, get(client, "/nothing").statusCode());
            assertEquals(
                    "ready\n", new String(get(client, "/readyz").body(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void httpLeadsToHttps(Proxy which) throws Exception {
        start(which);
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + http + "/policies"));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            assertTrue(List.of(301, 308).contains(answer.statusCode()), "" + answer);
            assertTrue(header(answer, "Location").startsWith("https://localhost"), "" + answer);
        }
    }

    private static String nobodysReceipt() {
        for (long number = 111_111_111_111L; ; number++) {
            var receipt = Receipt.read("" + number);
            if (receipt != null) {
                return receipt.digits();
            }
        }
    }

    /// Each reader has their own allowance, whatever they claim about their address.
    @ParameterizedTest
    @EnumSource
    void aClientIsWhoTheProxySeesAndNotWhoItSaysItIs(Proxy which) throws Exception {
        start(which);
        try (var one = client("127.0.0.3");
                var other = client("127.0.0.4")) {
            var number = "/feedback/receipt?number=" + nobodysReceipt();
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i <= LOOK_UPS; i++) {
                statuses.add(get(one, number, "X-Forwarded-For", "10.0.0." + i).statusCode());
            }
            assertEquals(429, statuses.getLast(), "" + statuses);
            assertFalse(statuses.subList(0, LOOK_UPS).contains(429), "" + statuses);
            assertFalse(get(other, number).statusCode() == 429, "another reader");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFormIsSentAndAnsweredAndNobodyLogsWhoSentIt(Proxy which) throws Exception {
        start(which);
        try (var client = client("127.0.0.5")) {
            var form = new String(get(client, "/feedback/help").body(), StandardCharsets.UTF_8);
            var token = form.replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
            var sent =
                    HttpRequest.newBuilder(
                                    URI.create("https://localhost:" + https + "/feedback/help"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", "https://localhost:" + https)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "token=" + token + "&words=hello"))
                            .build();
            var answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
            assertEquals(303, answer.statusCode(), answer.body());
            var receipt =
                    URI.create("https://localhost:" + https).resolve(header(answer, "Location"));
            assertEquals("localhost:" + https, receipt.getAuthority());
            assertEquals(
                    200,
                    get(client, receipt.getRawPath() + "?" + receipt.getRawQuery()).statusCode());
            var number = String.valueOf(receipt.getRawQuery()).replaceFirst("number=", "");
            end();
            assertTrue(log.toString(StandardCharsets.UTF_8).contains("POST /feedback/help 303"));
            try (var files = Files.list(folder)) {
                for (var file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
                    assertFalse(read(file).contains(number), file + " holds a receipt number");
                    assertFalse(read(file).contains("127.0.0.5"), file + " holds an address");
                }
            }
            assertFalse(log.toString(StandardCharsets.UTF_8).contains(number));
        }
    }
}
