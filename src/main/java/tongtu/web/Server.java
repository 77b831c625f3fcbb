package tongtu.web;

import io.javalin.Javalin;
import java.io.PrintStream;
import java.net.BindException;
import java.time.InstantSource;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The site on a port. Public pages come from the shelf; what is left goes to the routes.
/// Everything that a client may send has a limit here.
public final class Server implements AutoCloseable {
    /// Bytes of a request's headers; more is 431.
    static final int HEADERS = 8 * 1024;

    /// Characters of a request's address; more is 414.
    static final int ADDRESS = 2_000;

    /// Bytes of a body that no route has asked for.
    static final long BODY = 64 * 1024;

    static final int IDLE_MS = 30_000;
    static final int STOP_MS = 5_000;
    static final int CONNECTIONS = 10_000;
    private static final int THREADS = 64;

    private final Javalin javalin;
    private final AccessLog log;

    /// Where to listen and how to be known: `baseUrl` is the permanent address, empty when there is
    /// none.
    public record Settings(String host, int port, String baseUrl) {
        public Settings {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
        }
    }

    /// A server that could not start, and why, for the person who started it.
    public static final class CannotStart extends Exception {
        private static final long serialVersionUID = 1;

        CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Server(Javalin javalin, AccessLog log) {
        this.javalin = javalin;
        this.log = log;
    }

    public static Server start(
            Settings settings,
            Shelf shelf,
            Templates templates,
            Function<Problem, View> problems,
            InstantSource clock,
            PrintStream accessLog)
            throws CannotStart {
        var security = new SecurityHeaders(settings.baseUrl().startsWith("https:"));
        var errors = new Errors(problems, templates, security);
        var log = new AccessLog(clock, accessLog);
        var javalin =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.threadPool = new QueuedThreadPool(THREADS);
                    config.jetty.modifyServer(server -> {
                        server.setHandler(new PrebuiltHandler(shelf, security));
                        server.setErrorHandler(errors);
                        server.setRequestLog(log);
                        server.setStopTimeout(STOP_MS);
                        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
                    });
                    config.jetty.addConnector((server, _) -> {
                        var connector =
                                new ServerConnector(
                                        server, 1, 1, new HttpConnectionFactory(http()));
                        connector.setHost(settings.host());
                        connector.setPort(settings.port());
                        connector.setIdleTimeout(IDLE_MS);
                        connector.setAcceptQueueSize(1_024);
                        return connector;
                    });
                    config.routes.get("/healthz", context -> context.result("ok\n"));
                    config.routes.get(
                            "/readyz",
                            context ->
                                    context.status(shelf.isReady() ? 200 : 503)
                                            .result(shelf.isReady() ? "ready\n" : "starting\n"));
                    config.routes.error(
                            404,
                            context ->
                                    context.contentType("text/html;charset=utf-8")
                                            .result(errors.page(404, context.path(), null)));
                    config.routes.exception(
                            Exception.class,
                            (e, context) ->
                                    context.status(500)
                                            .contentType("text/html;charset=utf-8")
                                            .result(errors.page(500, context.path(), e)));
                });
        try {
            javalin.start();
        } catch (RuntimeException e) {
            log.close();
            throw cannotStart(settings, e);
        }
        return new Server(javalin, log);
    }

    private static CannotStart cannotStart(Settings settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new CannotStart(
                        "%s:%d 用不了：端口已经被占用，或者本机没有这个地址。换一个端口（--port）再试。"
                                .formatted(settings.host(), settings.port()),
                        e);
            }
        }
        return new CannotStart("启动不了：" + e.getMessage(), e);
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADERS);
        http.setResponseHeaderSize(HEADERS);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setUriCompliance(UriCompliance.DEFAULT);
        return http;
    }

    public int port() {
        return javalin.port();
    }

    /// Stops taking requests, and ends when those running have ended or [#STOP_MS] have passed.
    @Override
    public void close() {
        javalin.stop();
        log.close();
    }
}
