package tongtu.web;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The loggers of libraries that repeat what a client sent: addresses, queries, hosts. A log must
/// hold none of them, and no client may fill it. What they would say is said by [Errors] under a
/// reference, or is the client's own mistake.
final class QuietLoggers {
    /// Kept here, as a logger that nobody holds forgets its level.
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("org.eclipse.jetty.http.HttpParser"),
                    Logger.getLogger("org.eclipse.jetty.util.HostPort"),
                    Logger.getLogger("org.eclipse.jetty.server.Response"),
                    Logger.getLogger("org.eclipse.jetty.ee10.servlet"),
                    Logger.getLogger("io.javalin"));

    private QuietLoggers() {}

    static void quiet() {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
