package tongtu.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// The accounts in the database. Whoever changes one is named by `by`, a sign-in name or
/// [AuditLog#SYSTEM], and the change is in the log.
public final class Accounts {
    /// How long a link is good for with which somebody sets how they sign in.
    static final Duration SETUP = Duration.ofDays(3);

    private static final int MOST = 1_000;

    private final Database database;
    private final AuditLog log;
    private final InstantSource clock;
    private final Secrets secrets = new Secrets();

    public Accounts(Database database, AuditLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    Database database() {
        return database;
    }

    AuditLog log() {
        return log;
    }

    /// What came of a wish to add or change an account.
    public sealed interface Outcome {
        /// Done; `code` is the secret of the link with which its owner sets how to sign in.
        record Done(Account account, String code) implements Outcome {}

        /// Not done, and why, in words for who wished it.
        record Refused(String words) implements Outcome {}
    }

    public Outcome add(String name, String display, Set<Duty> duties, String by)
            throws DatabaseUnavailable {
        if (!Account.isName(name)) {
            return new Outcome.Refused("登录名只用小写英文字母、数字、点和连字符，2 到 30 个，用字母开头。");
        }
        if (display.isBlank() || display.length() > Account.DISPLAY || hasOdd(display)) {
            return new Outcome.Refused("姓名要写，最多 " + Account.DISPLAY + " 个字。");
        }
        var code = secrets.token();
        return database.write(connection -> {
            if (Sql.number(connection, "SELECT count(*) FROM account") >= MOST) {
                return new Outcome.Refused("账号太多，最多 " + MOST + " 个。");
            }
            if (find(connection, "name", name) != null) {
                return new Outcome.Refused("已经有「" + name + "」这个登录名。");
            }
            var id = secrets.id();
            Sql.update(
                    connection,
                    "INSERT INTO account (id, name, display, totp_step, setup, setup_until, made_at)"
                            + " VALUES (?, ?, ?, 0, ?, ?, ?)",
                    id,
                    name,
                    display.strip(),
                    Secrets.hash(code),
                    clock.instant().plus(SETUP).toEpochMilli(),
                    clock.millis());
            write(connection, id, duties);
            log.add(
                    connection,
                    new AuditLog.Entry(by, Deed.ACCOUNT_ADDED, name, "", words(duties)));
            return new Outcome.Done(required(connection, id), code);
        });
    }

    private static boolean hasOdd(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
    }

    private static void write(Connection connection, String id, Set<Duty> duties)
            throws SQLException {
        Sql.update(connection, "DELETE FROM account_role WHERE account = ?", id);
        for (var duty : duties) {
            Sql.update(
                    connection,
                    "INSERT INTO account_role (account, part, role) VALUES (?, ?, ?)",
                    id,
                    duty.part(),
                    duty.role().name());
        }
    }

    static String words(Set<Duty> duties) {
        return String.join(
                "、",
                duties.stream()
                        .map(duty -> duty.role().label() + "（" + duty.part() + "）")
                        .sorted()
                        .toList());
    }

    /// Gives other duties; the last administrator stays one.
    public Outcome assign(String name, Set<Duty> duties, String by) throws DatabaseUnavailable {
        return change(
                name,
                (connection, account) -> {
                    if (!isAdministrator(duties) && isLastAdministrator(connection, account)) {
                        return new Outcome.Refused("这是最后一位管理员，不能取消管理员职责。");
                    }
                    write(connection, account.id(), duties);
                    log.add(
                            connection,
                            new AuditLog.Entry(by, Deed.ROLES_CHANGED, name, "", words(duties)));
                    return new Outcome.Done(required(connection, account.id()), "");
                });
    }

    private static boolean isAdministrator(Set<Duty> duties) {
        return duties.contains(new Duty(Duty.EVERYWHERE, Role.ADMINISTRATOR));
    }

    private static boolean isLastAdministrator(Connection connection, Account account)
            throws SQLException {
        return isAdministrator(account.duties())
                && Sql.number(
                                connection,
                                "SELECT count(*) FROM account_role r JOIN account a ON a.id = r.account"
                                        + " WHERE r.role = ? AND r.part = ? AND a.disabled_at IS NULL"
                                        + " AND a.id <> ?",
                                Role.ADMINISTRATOR.name(),
                                Duty.EVERYWHERE,
                                account.id())
                        == 0;
    }

    /// Forgets how somebody signs in, ends their sessions and gives a new link.
    public Outcome reset(String name, String by) throws DatabaseUnavailable {
        var code = secrets.token();
        return change(
                name,
                (connection, account) -> {
                    Sql.update(
                            connection,
                            "UPDATE account SET password = NULL, totp = NULL, setup = ?,"
                                    + " setup_until = ? WHERE id = ?",
                            Secrets.hash(code),
                            clock.instant().plus(SETUP).toEpochMilli(),
                            account.id());
                    forget(connection, account.id());
                    log.add(connection, AuditLog.Entry.of(by, Deed.ACCOUNT_RESET, name));
                    return new Outcome.Done(required(connection, account.id()), code);
                });
    }

    private static void forget(Connection connection, String id) throws SQLException {
        for (var table : List.of("passkey", "session", "known_device")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE account = ?", id);
        }
    }

    /// Keeps somebody out, or lets them in again. What they did stays under their name.
    public Outcome disable(String name, boolean isOut, String by) throws DatabaseUnavailable {
        return change(
                name,
                (connection, account) -> {
                    if (isOut && isLastAdministrator(connection, account)) {
                        return new Outcome.Refused("这是最后一位管理员，不能停用。");
                    }
                    Sql.update(
                            connection,
                            "UPDATE account SET disabled_at = ? WHERE id = ?",
                            isOut ? (Long) clock.millis() : null,
                            account.id());
                    if (isOut) {
                        Sql.update(
                                connection, "DELETE FROM session WHERE account = ?", account.id());
                    }
                    log.add(
                            connection,
                            AuditLog.Entry.of(
                                    by,
                                    isOut ? Deed.ACCOUNT_DISABLED : Deed.ACCOUNT_ENABLED,
                                    name));
                    return new Outcome.Done(required(connection, account.id()), "");
                });
    }

    private interface Changing {
        Outcome run(Connection connection, Account account) throws SQLException;
    }

    private Outcome change(String name, Changing changing) throws DatabaseUnavailable {
        return database.write(connection -> {
            var account = find(connection, "name", name);
            return account == null
                    ? new Outcome.Refused("没有「" + name + "」这个登录名。")
                    : changing.run(connection, account);
        });
    }

    /// All, by name.
    public List<Account> list() throws DatabaseUnavailable {
        if (!database.exists()) {
            return List.of();
        }
        return database.read(connection -> {
            var ids =
                    Sql.list(
                            connection,
                            "SELECT id FROM account ORDER BY name",
                            row -> row.getString(1));
            var accounts = new ArrayList<Account>();
            for (var id : ids) {
                accounts.add(required(connection, id));
            }
            return accounts;
        });
    }

    public @Nullable Account find(String id) throws DatabaseUnavailable {
        return database.read(connection -> find(connection, "id", id));
    }

    public @Nullable Account named(String name) throws DatabaseUnavailable {
        return database.read(connection -> find(connection, "name", name));
    }

    static Account required(Connection connection, String id) throws SQLException {
        var account = find(connection, "id", id);
        if (account == null) {
            throw new IllegalStateException("no account " + id);
        }
        return account;
    }

    /// `column` is a constant of ours.
    static @Nullable Account find(Connection connection, String column, String value)
            throws SQLException {
        var duties = new HashSet<Duty>();
        Sql.list(
                        connection,
                        "SELECT r.part, r.role FROM account_role r JOIN account a ON a.id = r.account"
                                + " WHERE a."
                                + column
                                + " = ?",
                        row -> List.of(row.getString(1), row.getString(2)),
                        value)
                .forEach(row ->
                        Arrays.stream(Role.values())
                                .filter(role -> role.name().equals(row.getLast()))
                                .forEach(role -> duties.add(new Duty(row.getFirst(), role))));
        return Sql.first(
                connection,
                "SELECT id, name, display, disabled_at, password, totp FROM account WHERE "
                        + column
                        + " = ?",
                row ->
                        new Account(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("display"),
                                Sql.instant(row, "disabled_at") != null,
                                row.getString("password") != null,
                                row.getString("totp") != null,
                                duties),
                value);
    }

    /// The account of a link that is still good; null when there is none.
    @Nullable Account atLink(String code) throws DatabaseUnavailable {
        return database.read(connection -> atLink(connection, code));
    }

    private @Nullable Account atLink(Connection connection, String code) throws SQLException {
        var id =
                Sql.first(
                        connection,
                        "SELECT id FROM account WHERE setup = ? AND setup_until > ?"
                                + " AND disabled_at IS NULL",
                        row -> row.getString(1),
                        Secrets.hash(code),
                        clock.millis());
        return id == null ? null : required(connection, id);
    }

    /// Uses a link up: from now on its owner signs in with a password and codes. Null when the link
    /// is no longer good.
    @Nullable Account setUp(String code, String password, String totp, long step)
            throws DatabaseUnavailable {
        var hash = Passwords.hash(password);
        return database.write(connection -> {
            var account = atLink(connection, code);
            if (account == null) {
                return null;
            }
            Sql.update(
                    connection,
                    "UPDATE account SET password = ?, totp = ?, totp_step = ?, setup = NULL,"
                            + " setup_until = NULL WHERE id = ?",
                    hash,
                    totp,
                    step,
                    account.id());
            log.add(connection, AuditLog.Entry.of(account.name(), Deed.PASSWORD_CHANGED, ""));
            log.add(connection, AuditLog.Entry.of(account.name(), Deed.CODES_SET, ""));
            return account;
        });
    }

    /// Uses a link up with a passkey. Null when the link is no longer good.
    @Nullable Account setUp(String code, Passkey passkey) throws DatabaseUnavailable {
        return database.write(connection -> {
            var account = atLink(connection, code);
            if (account == null || !account.id().equals(passkey.account())) {
                return null;
            }
            Sql.update(
                    connection,
                    "UPDATE account SET setup = NULL, setup_until = NULL WHERE id = ?",
                    account.id());
            add(connection, passkey, account);
            return account;
        });
    }

    void add(Passkey passkey, Account account) throws DatabaseUnavailable {
        database.write(connection -> {
            add(connection, passkey, account);
            return true;
        });
    }

    private void add(Connection connection, Passkey passkey, Account account) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO passkey (credential, account, public_key, counter, label, added_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                passkey.credential(),
                passkey.account(),
                passkey.publicKey(),
                passkey.counter(),
                passkey.label(),
                clock.millis());
        log.add(connection, AuditLog.Entry.of(account.name(), Deed.PASSKEY_ADDED, passkey.label()));
    }

    List<Passkey> passkeys(String account) throws DatabaseUnavailable {
        return database.read(connection -> passkeys(connection, "account", account));
    }

    @Nullable Passkey passkey(String credential) throws DatabaseUnavailable {
        var found = database.read(connection -> passkeys(connection, "credential", credential));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<Passkey> passkeys(Connection connection, String column, String value)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT credential, account, public_key, counter, label, added_at, used_at"
                        + " FROM passkey WHERE "
                        + column
                        + " = ? ORDER BY added_at",
                row ->
                        new Passkey(
                                row.getString("credential"),
                                row.getString("account"),
                                row.getString("public_key"),
                                row.getLong("counter"),
                                row.getString("label"),
                                Instant.ofEpochMilli(row.getLong("added_at")),
                                Sql.instant(row, "used_at")),
                value);
    }

    void used(Passkey passkey, long counter) throws DatabaseUnavailable {
        database.write(connection ->
                Sql.update(
                        connection,
                        "UPDATE passkey SET counter = ?, used_at = ? WHERE credential = ?",
                        counter,
                        clock.millis(),
                        passkey.credential()));
    }

    /// Takes a passkey away; false when it is the only way left to sign in.
    boolean remove(Account account, String credential) throws DatabaseUnavailable {
        return database.write(connection -> {
            boolean isOnly =
                    !(account.hasPassword() && account.hasCodes())
                            && Sql.number(
                                            connection,
                                            "SELECT count(*) FROM passkey WHERE account = ?",
                                            account.id())
                                    <= 1;
            if (isOnly) {
                return false;
            }
            int removed =
                    Sql.update(
                            connection,
                            "DELETE FROM passkey WHERE account = ? AND credential = ?",
                            account.id(),
                            credential);
            if (removed > 0) {
                log.add(connection, AuditLog.Entry.of(account.name(), Deed.PASSKEY_REMOVED, ""));
            }
            return true;
        });
    }

    /// What is kept of somebody's password and codes.
    record Kept(@Nullable String password, @Nullable String totp, long step) {}

    Kept kept(String id) throws DatabaseUnavailable {
        return database.read(connection -> {
            var kept =
                    Sql.first(
                            connection,
                            "SELECT password, totp, totp_step FROM account WHERE id = ?",
                            row -> new Kept(row.getString(1), row.getString(2), row.getLong(3)),
                            id);
            return kept == null ? new Kept(null, null, 0) : kept;
        });
    }

    /// Marks a code as used; false when it was in the meantime.
    boolean use(String id, long step) throws DatabaseUnavailable {
        return database.write(connection ->
                Sql.update(
                        connection,
                        "UPDATE account SET totp_step = ? WHERE id = ? AND totp_step < ?",
                        step,
                        id,
                        step))
                == 1;
    }

    /// Gives another password and codes.
    void change(Account account, String password, String totp, long step)
            throws DatabaseUnavailable {
        var hash = Passwords.hash(password);
        database.write(connection -> {
            Sql.update(
                    connection,
                    "UPDATE account SET password = ?, totp = ?, totp_step = ? WHERE id = ?",
                    hash,
                    totp,
                    step,
                    account.id());
            log.add(connection, AuditLog.Entry.of(account.name(), Deed.PASSWORD_CHANGED, ""));
            return true;
        });
    }
}
