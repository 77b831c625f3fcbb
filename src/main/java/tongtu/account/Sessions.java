package tongtu.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// Who is signed in where. A session is a token in a cookie, of which the database has the hash; it
/// survives a restart of the program, and ends after a time without use and after a working day.
public final class Sessions {
    /// The longest that one lasts.
    static final Duration LONGEST = Duration.ofHours(12);

    /// For so long after signing in, or confirming it, dangerous things need no more.
    static final Duration CONFIRMED = Duration.ofMinutes(10);

    /// How exactly the last use is known.
    private static final Duration SEEN = Duration.ofSeconds(30);

    private static final Duration DEVICE = Duration.ofDays(180);

    private final Database database;
    private final AuditLog log;
    private final InstantSource clock;
    private final Duration idle;
    private final Secrets secrets = new Secrets();

    /// `idle` is how long a session lasts without use.
    public Sessions(Database database, AuditLog log, InstantSource clock, Duration idle) {
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.idle = idle;
    }

    Duration idle() {
        return idle;
    }

    /// A session; `key` is the hash of its token, by which it is known in lists.
    public record Session(
            String key,
            String account,
            String device,
            Instant beganAt,
            Instant seenAt,
            Instant confirmedAt) {}

    /// Begins a session; its token.
    String begin(Account account, String device, String how) throws DatabaseUnavailable {
        var token = secrets.token();
        long now = clock.millis();
        database.write(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM session WHERE seen_at < ? OR began_at < ?",
                    now - idle.toMillis(),
                    now - LONGEST.toMillis());
            Sql.update(
                    connection,
                    "INSERT INTO session (token, account, device, began_at, seen_at, confirmed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    Secrets.hash(token),
                    account.id(),
                    device,
                    now,
                    now,
                    now);
            log.add(
                    connection,
                    new AuditLog.Entry(account.name(), Deed.SIGNED_IN, "", "", how + "，" + device));
            return true;
        });
        return token;
    }

    /// The session of a token that is still on; null when there is none.
    @Nullable Session find(String token) throws DatabaseUnavailable {
        if (token.isEmpty() || !database.exists()) {
            return null;
        }
        var key = Secrets.hash(token);
        var session =
                database.read(connection ->
                        Sql.first(connection, SELECT + "WHERE token = ?", Sessions::session, key));
        return session != null && isOn(session) ? session : null;
    }

    private static final String SELECT =
            "SELECT token, account, device, began_at, seen_at, confirmed_at FROM session ";

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    private boolean isOn(Session session) {
        var now = clock.instant();
        return session.seenAt().plus(idle).isAfter(now)
                && session.beganAt().plus(LONGEST).isAfter(now);
    }

    /// Notes that a session is used.
    void seen(Session session) throws DatabaseUnavailable {
        if (session.seenAt().plus(SEEN).isBefore(clock.instant())) {
            set(session.key(), "seen_at");
        }
    }

    /// Notes that who uses a session has shown again who they are.
    void confirm(Session session) throws DatabaseUnavailable {
        set(session.key(), "confirmed_at");
    }

    private void set(String key, String column) throws DatabaseUnavailable {
        database.write(connection ->
                Sql.update(
                        connection,
                        "UPDATE session SET " + column + " = ? WHERE token = ?",
                        clock.millis(),
                        key));
    }

    boolean isConfirmed(Session session) {
        return session.confirmedAt().plus(CONFIRMED).isAfter(clock.instant());
    }

    /// The sessions of an account that are on, the newest first.
    List<Session> list(String account) throws DatabaseUnavailable {
        return database
                .read(connection ->
                        Sql.list(
                                connection,
                                SELECT + "WHERE account = ? ORDER BY seen_at DESC",
                                Sessions::session,
                                account))
                .stream()
                .filter(this::isOn)
                .toList();
    }

    /// Ends a session of an account; `deed` says how it came to that.
    void end(Account account, String key, Deed deed) throws DatabaseUnavailable {
        database.write(connection -> {
            int ended =
                    Sql.update(
                            connection,
                            "DELETE FROM session WHERE account = ? AND token = ?",
                            account.id(),
                            key);
            if (ended > 0) {
                log.add(connection, AuditLog.Entry.of(account.name(), deed, ""));
            }
            return true;
        });
    }

    /// Ends all sessions of an account but one.
    void endOthers(Account account, String key) throws DatabaseUnavailable {
        database.write(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM session WHERE account = ? AND token <> ?",
                    account.id(),
                    key);
            log.add(connection, AuditLog.Entry.of(account.name(), Deed.SESSION_ENDED, ""));
            return true;
        });
    }

    /// Whether an account has been signed in to from the browser with this token before.
    boolean isKnown(String device, String account) throws DatabaseUnavailable {
        return !device.isEmpty()
                && database.read(connection ->
                        Sql.number(
                                        connection,
                                        "SELECT count(*) FROM known_device WHERE token = ?"
                                                + " AND account = ? AND seen_at > ?",
                                        Secrets.hash(device),
                                        account,
                                        clock.millis() - DEVICE.toMillis())
                                > 0);
    }

    /// Whether anybody has been signed in from the browser with this token before.
    boolean isKnown(String device) throws DatabaseUnavailable {
        return !device.isEmpty()
                && database.read(connection ->
                        Sql.number(
                                        connection,
                                        "SELECT count(*) FROM known_device WHERE token = ?"
                                                + " AND seen_at > ?",
                                        Secrets.hash(device),
                                        clock.millis() - DEVICE.toMillis())
                                > 0);
    }

    /// Knows a browser from now on; its token.
    String know(String account) throws DatabaseUnavailable {
        var token = secrets.token();
        database.write(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM known_device WHERE seen_at < ?",
                    clock.millis() - DEVICE.toMillis());
            return Sql.update(
                    connection,
                    "INSERT INTO known_device (token, account, seen_at) VALUES (?, ?, ?)",
                    Secrets.hash(token),
                    account,
                    clock.millis());
        });
        return token;
    }

    static Duration deviceAge() {
        return DEVICE;
    }
}
