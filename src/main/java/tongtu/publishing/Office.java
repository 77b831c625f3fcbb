package tongtu.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.account.Accounts;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// What all work at the desk needs: where things are kept, who is who, the rules of the house.
public record Office(
        Database database, Accounts accounts, AuditLog log, Rules rules, InstantSource clock) {
    /// What came of a wish: done, with a number of its own kind, or refused, and why.
    sealed interface Outcome {
        record Done(int number) implements Outcome {}

        record Refused(String words) implements Outcome {}
    }

    interface Work {
        int run(Connection connection) throws SQLException;
    }

    /// Does something as a whole, or nothing of it.
    Outcome change(Work work) throws DatabaseUnavailable {
        try {
            return new Outcome.Done(database.write(work::run));
        } catch (Refused e) {
            return new Outcome.Refused(e.words());
        }
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// Tells the log, in the same transaction.
    void tell(
            Connection connection,
            Account who,
            Deed deed,
            DocumentPath path,
            int number,
            String words)
            throws SQLException {
        log.add(
                connection,
                new AuditLog.Entry(
                        who.name(),
                        deed,
                        path.toString(),
                        number == 0 ? "" : String.valueOf(number),
                        words));
    }

    /// How others read of an account; words for none where the text came from outside.
    static String display(Connection connection, String account) throws SQLException {
        if (account.isEmpty()) {
            return "通途";
        }
        @Nullable String display =
                Sql.first(
                        connection,
                        "SELECT display FROM account WHERE id = ?",
                        row -> row.getString(1),
                        account);
        return display == null ? account : display;
    }

    /// What an account signs in with; the program itself where it is none.
    static String signInName(Connection connection, String account) throws SQLException {
        @Nullable String name =
                Sql.first(
                        connection,
                        "SELECT name FROM account WHERE id = ?",
                        row -> row.getString(1),
                        account);
        return name == null ? AuditLog.SYSTEM : name;
    }
}
