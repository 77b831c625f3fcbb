package tongtu.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The site on a port. Public pages come from the shelf; what is left goes to the routes. What a
/// client may send and how long it may take has [Limits].
public final class Server implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    /// Jetty's own threads: they accept connections and read the network. Routes run on virtual
    /// threads.
    private static final int THREADS = 16;

    private static final int LEAST_THREADS = 4;

    /// A percent sign in a file's name (`%25`) is read once and never again.
    private static final UriCompliance ADDRESSES =
            new UriCompliance(
                    "one reading", Set.of(UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));

    private final Javalin javalin;
    private final AccessLog log;
    private final SlowConnections slow;

    /// Where to listen and how to be known: `baseUrl` is the permanent address, empty when there is
    /// none; `proxies` are those whose word about clients is taken.
    public record Settings(String host, int port, String baseUrl, TrustedProxies proxies) {
        public Settings(String host, int port, String baseUrl) {
            this(host, port, baseUrl, TrustedProxies.NONE);
        }

        public Settings {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
        }
    }

    /// A server that could not start, and why, for the person who started it.
    public static final class CannotStart extends Exception {
        private static final long serialVersionUID = 1;

        public CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Server(Javalin javalin, AccessLog log, SlowConnections slow) {
        this.javalin = javalin;
        this.log = log;
        this.slow = slow;
    }

    /// Listens; until something is on the shelf, everything is 503. `problems` makes the page for
    /// each refusal.
    public static Server start(
            Settings settings,
            Shelf shelf,
            Function<Problem, Prebuilt> problems,
            InstantSource clock,
            PrintStream accessLog)
            throws CannotStart {
        return start(settings, Limits.DEFAULT, shelf, problems, _ -> {}, clock, accessLog);
    }

    /// The same with `routes`, which are answered where the shelf has nothing, their views shown by
    /// `templates`; and with `links`, which may stand in the query of any page.
    public static Server start(
            Settings settings,
            Shelf shelf,
            Function<Problem, Prebuilt> problems,
            Templates templates,
            List<Route> routes,
            List<CookieLink> links,
            InstantSource clock,
            PrintStream accessLog)
            throws CannotStart {
        var baseUrl = settings.baseUrl();
        var responder =
                new Responder(
                        templates,
                        new Request.Settings(
                                baseUrl.startsWith("https:"),
                                new SameSite(baseUrl),
                                settings.proxies()));
        return start(
                settings,
                Limits.DEFAULT,
                shelf,
                problems,
                config -> responder.add(routes, config),
                new BodyLimit(routes),
                links,
                clock,
                accessLog);
    }

    static Server start(
            Settings settings,
            Limits limits,
            Shelf shelf,
            Function<Problem, Prebuilt> problems,
            Consumer<RoutesConfig> routes,
            InstantSource clock,
            PrintStream accessLog)
            throws CannotStart {
        var bodies = new BodyLimit(List.of());
        return start(
                settings, limits, shelf, problems, routes, bodies, List.of(), clock, accessLog);
    }

    private static Server start(
            Settings settings,
            Limits limits,
            Shelf shelf,
            Function<Problem, Prebuilt> problems,
            Consumer<RoutesConfig> routes,
            BodyLimit bodies,
            List<CookieLink> links,
            InstantSource clock,
            PrintStream accessLog)
            throws CannotStart {
        QuietLoggers.quiet();
        var security = new SecurityHeaders(settings.baseUrl().startsWith("https:"));
        var sender = new Sender(security);
        var errors = new Errors(problems, sender, shelf);
        var log = new AccessLog(clock, accessLog);
        var handler =
                new PrebuiltHandler(
                        shelf,
                        sender,
                        errors,
                        security,
                        links,
                        settings.baseUrl().startsWith("https:"),
                        limits.requests());
        handler.setHandler(bodies);
        var javalin =
                Javalin.create(config -> {
                    configure(config);
                    config.jetty.modifyServer(server -> {
                        server.setHandler(handler);
                        server.setErrorHandler(errors);
                        server.setRequestLog(log);
                        server.setStopTimeout(limits.stop().toMillis());
                        var most = new NetworkConnectionLimit(limits.connections(), server);
                        most.setEndPointIdleTimeout(Limits.FULL_IDLE.toMillis());
                        server.addBean(most);
                    });
                    config.jetty.addConnector((server, _) -> connector(server, settings, limits));
                    fail(config, errors);
                    health(config.routes, shelf);
                    routes.accept(config.routes);
                });
        try {
            javalin.start();
        } catch (RuntimeException e) {
            stop(javalin);
            log.close();
            throw cannotStart(settings, e);
        }
        var connectors = javalin.jettyServer().server().getConnectors();
        return new Server(
                javalin, log, new SlowConnections(connectors[0]::getConnectedEndPoints, limits));
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = Limits.BODY;
        config.http.prefer405over404 = true;
        config.concurrency.useVirtualThreads = true;
        // Files that are sent stay in memory until the action has them: no temporary files.
        config.jetty.multipartConfig.maxInMemoryFileSize(Limits.LARGEST_BODY, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxFileSize(Limits.LARGEST_BODY, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(Limits.LARGEST_BODY, SizeUnit.BYTES);
        var threads = new QueuedThreadPool(THREADS, LEAST_THREADS);
        threads.setName("jetty");
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("request-", 0).factory()));
        config.jetty.threadPool = threads;
    }

    private static Connector connector(
            org.eclipse.jetty.server.Server server, Settings settings, Limits limits) {
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        // Well before the connection is cut off: whoever sends nothing is told so with a 408.
        connector.setIdleTimeout(limits.request().toMillis() * 2 / 3);
        connector.setAcceptQueueSize(Limits.WAITING);
        return connector;
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(Limits.HEADERS);
        http.setSendServerVersion(false);
        http.setUriCompliance(ADDRESSES);
        return http;
    }

    private static void fail(JavalinConfig config, Errors errors) {
        config.routes.exception(
                HttpResponseException.class,
                (refusal, context) -> errors.refuse(refusal, context.req(), context.res()));
        config.routes.exception(
                Exception.class, (e, context) -> errors.failed(e, context.req(), context.res()));
        config.routes.error(408, context -> errors.late(context.res()));
        config.router.javaLangErrorHandler((response, error) -> errors.failed(error, response));
    }

    /// For machines: is the program alive, and is there something to serve?
    private static void health(RoutesConfig routes, Shelf shelf) {
        Handler alive = context -> say(context, 200, "ok\n");
        Handler ready =
                context ->
                        say(
                                context,
                                shelf.isReady() ? 200 : 503,
                                shelf.isReady() ? "ready\n" : "starting\n");
        routes.get("/healthz", alive).head("/healthz", alive);
        routes.get("/readyz", ready).head("/readyz", ready);
    }

    private static void say(Context context, int status, String word) {
        context.status(status)
                .contentType("text/plain;charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(word);
    }

    private static CannotStart cannotStart(Settings settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
                return new CannotStart(
                        "%s:%d 用不了：端口已经被占用，或者本机没有这个地址。换一个端口（--port）或地址（--host）再试。"
                                .formatted(settings.host(), settings.port()),
                        e);
            }
        }
        return new CannotStart("启动不了：" + e.getMessage(), e);
    }

    public int port() {
        return javalin.port();
    }

    org.eclipse.jetty.server.Server jetty() {
        return javalin.jettyServer().server();
    }

    /// Stops taking requests, and ends when those under way are answered or have had their time.
    @Override
    public void close() {
        stop(javalin);
        slow.close();
        log.close();
    }

    private static void stop(Javalin javalin) {
        try {
            javalin.stop();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "requests under way were cut off", e);
        }
    }
}
