package tongtu.web;

import io.javalin.config.RoutesConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tongtu.RawHttp;

/// A server on a free port with a few replies on its shelf, and what it logs.
final class TestServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T02:36:02.123456Z");
    static final String PAGE = "<!doctype html><title>政策</title><p>" + "残疾人政策。".repeat(500);

    final Shelf shelf = new Shelf();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Server server;

    TestServer() throws Server.CannotStart {
        this("", Limits.DEFAULT, _ -> {}, TestServer::page);
        shelf.swap(replies());
    }

    TestServer(
            String baseUrl,
            Limits limits,
            Consumer<RoutesConfig> routes,
            Function<Problem, Prebuilt> problems)
            throws Server.CannotStart {
        server =
                Server.start(
                        new Server.Settings("127.0.0.1", 0, baseUrl),
                        limits,
                        shelf,
                        problems,
                        routes,
                        InstantSource.fixed(NOW),
                        new PrintStream(lines, true, StandardCharsets.UTF_8));
    }

    static TestServer with(Limits limits) throws Server.CannotStart {
        var server = new TestServer("", limits, _ -> {}, TestServer::page);
        server.shelf.swap(replies());
        return server;
    }

    static TestServer with(Consumer<RoutesConfig> routes) throws Server.CannotStart {
        var server = new TestServer("", Limits.DEFAULT, routes, TestServer::page);
        server.shelf.swap(replies());
        return server;
    }

    static Map<String, Prebuilt> replies() {
        var replies = new HashMap<String, Prebuilt>();
        replies.put("/", Prebuilt.page(PAGE));
        replies.put("/policies/残疾人保障法", Prebuilt.page(PAGE + "法"));
        replies.put("/old", Prebuilt.redirect(301, "/policies/%E6%AE%8B"));
        replies.put("/gone", Prebuilt.problem(410, "<!doctype html><title>撤下</title>"));
        replies.put("/media/100%.png", Prebuilt.file(new byte[1_000], "image/png"));
        replies.put(
                "/media/a.svg",
                Prebuilt.file(
                        "<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml;charset=utf-8"));
        replies.put(
                "/assets/a.0123.css",
                Prebuilt.asset(
                        "a{color:red}".repeat(50).getBytes(StandardCharsets.UTF_8),
                        "text/css;charset=utf-8"));
        return replies;
    }

    /// A page that names its problem, as a site would make one.
    static Prebuilt page(Problem problem) {
        return Prebuilt.problem(
                problem.status(),
                "<!doctype html><html lang=\"zh-CN\"><title>%d</title><h1>%s</h1>"
                        .formatted(problem.status(), problem));
    }

    int port() {
        return server.port();
    }

    RawHttp.Answer get(String path, String... headers) throws IOException {
        return RawHttp.get(port(), path, headers);
    }

    RawHttp.Answer ask(String method, String path, String... headers) throws IOException {
        return RawHttp.ask(port(), method, path, headers);
    }

    RawHttp.Answer say(String request) throws IOException {
        return RawHttp.say(port(), request);
    }

    /// How many connections are open.
    int connections() {
        return server.jetty().getConnectors()[0].getConnectedEndPoints().size();
    }

    /// The access log, once the server is closed.
    String log() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
