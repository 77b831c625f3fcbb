package tongtu.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import tongtu.account.Accounts;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.document.Kind;
import tongtu.messages.Retention;
import tongtu.publishing.Rules;
import tongtu.web.TrustedProxies;

/// A body's own site as `init` makes it, on a free port, with staff who sign in over HTTP.
public final class StaffSite implements AutoCloseable {
    /// Nothing is waited for but the page.
    public static final Rules QUICK =
            new Rules(
                    Map.of(
                            Kind.POLICY, 3,
                            Kind.EXPLAINER, 3,
                            Kind.SERVICE, 2,
                            Kind.NOTICE, 1,
                            Kind.PAGE, 1),
                    true,
                    false,
                    false);

    public final Path data;
    private final Config config;
    private final InstantSource clock;
    private Site site;

    private StaffSite(Path data, Config config, InstantSource clock) throws Exception {
        this.data = data;
        this.config = config;
        this.clock = clock;
        site = open();
    }

    public static StaffSite make(Path data) throws Exception {
        return make(data, QUICK, "", InstantSource.system());
    }

    public static StaffSite make(Path data, Rules rules, String database, InstantSource clock)
            throws Exception {
        init(data);
        return at(data, rules, database, clock);
    }

    /// One that was made before.
    public static StaffSite at(Path data, Rules rules, String database, InstantSource clock)
            throws Exception {
        return at(data, rules, database, clock, "localhost", "");
    }

    /// One whose sessions end after some minutes without use.
    public static StaffSite make(Path data, int idleMinutes) throws Exception {
        init(data);
        return at(data, QUICK, "", InstantSource.system(), "localhost", "", idleMinutes);
    }

    /// The same, listening at a host and known under an address.
    static StaffSite at(
            Path data,
            Rules rules,
            String database,
            InstantSource clock,
            String host,
            String baseUrl)
            throws Exception {
        return at(data, rules, database, clock, host, baseUrl, 60);
    }

    private static StaffSite at(
            Path data,
            Rules rules,
            String database,
            InstantSource clock,
            String host,
            String baseUrl,
            int idleMinutes)
            throws Exception {
        var config =
                new Config(
                        host,
                        0,
                        data.resolve("content").toRealPath(),
                        baseUrl,
                        data,
                        Retention.DEFAULT,
                        TrustedProxies.NONE,
                        false,
                        Config.Speech.NONE,
                        Config.Forms.WHEN_ASKED,
                        new Config.Staff(database, rules, idleMinutes));
        return new StaffSite(data, config, clock);
    }

    static void init(Path data) {
        run(Map.of(), "init", data.toString(), "--name", "示例站");
    }

    /// Runs a command; what it says.
    static String run(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var line =
                Main.commandLine(
                        new PrintWriter(out, true), new PrintWriter(out, true), environment);
        int status = line.execute(arguments);
        if (status != 0) {
            throw new IllegalStateException(status + ": " + out);
        }
        return out.toString();
    }

    private Site open() throws Exception {
        return Site.start(
                config,
                clock,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                (_, _) -> {},
                _ -> {});
    }

    /// Stops, lets something happen, and starts again.
    public void restart(Runnable meanwhile) throws Exception {
        site.close();
        meanwhile.run();
        site = open();
    }

    public int port() {
        return site.port();
    }

    public Site site() {
        return site;
    }

    /// Makes an account; the code of the link with which its owner sets how to sign in.
    public String add(String name, String display, Set<Duty> duties) throws Exception {
        try (var database = Database.of(config.staff().database(), data)) {
            var accounts = new Accounts(database, new AuditLog(database, clock), clock);
            return switch (accounts.add(name, display, duties, AuditLog.SYSTEM)) {
                case Accounts.Outcome.Done(_, var code) -> code;
                case Accounts.Outcome.Refused(var words) -> throw new IllegalStateException(words);
            };
        }
    }

    /// Somebody with roles everywhere, signed in with a password and a code.
    public StaffClient staff(String name, Role... roles) throws Exception {
        var duties = new java.util.HashSet<Duty>();
        for (var role : roles) {
            duties.add(new Duty(Duty.EVERYWHERE, role));
        }
        var client = client();
        client.goBy(clock);
        client.setUp(name, add(name, "示例" + name, duties));
        return client;
    }

    public StaffClient client() {
        return new StaffClient("http://localhost:" + port());
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
