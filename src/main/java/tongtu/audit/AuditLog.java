package tongtu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// The log in the database. A line is added in the transaction that does what it tells: there is
/// never one without the other.
public final class AuditLog {
    /// What the program does by itself.
    public static final String SYSTEM = "system";

    /// Characters of what else there is to say.
    private static final int WORDS = 2_000;

    private static final String START = "0".repeat(64);
    private static final String SELECT =
            "SELECT number, done_at, who, action, subject, revision, words, hash FROM audit ";

    private final Database database;
    private final InstantSource clock;

    public AuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The end of the chain: the number of its last line, 0 when there is none, and its hash.
    public record Head(long number, String hash) {
        static final Head NONE = new Head(0, START);
    }

    /// Something that was done to `subject`, by somebody.
    public record Entry(String who, Deed deed, String subject, String revision, String words) {
        public Entry {
            words = words.length() > WORDS ? words.substring(0, WORDS) : words;
        }

        public static Entry of(String who, Deed deed, String subject) {
            return new Entry(who, deed, subject, "", "");
        }
    }

    /// Tells of something inside the transaction that does it.
    public void add(Connection connection, Entry entry) throws SQLException {
        var head = head(connection);
        var at = Instant.ofEpochMilli(clock.millis());
        var line =
                new AuditLine(
                        head.number() + 1,
                        at,
                        entry.who(),
                        entry.deed().name(),
                        entry.subject(),
                        entry.revision(),
                        entry.words(),
                        "");
        var hash = hash(head.hash(), line);
        Sql.update(
                connection,
                "INSERT INTO audit (number, done_at, who, action, subject, revision, words, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                line.number(),
                at.toEpochMilli(),
                line.who(),
                line.deed(),
                line.subject(),
                line.revision(),
                line.words(),
                hash);
        int changed =
                Sql.update(
                        connection,
                        "UPDATE audit_head SET number = ?, hash = ? WHERE id = 1",
                        line.number(),
                        hash);
        if (changed == 0) {
            Sql.update(
                    connection,
                    "INSERT INTO audit_head (id, number, hash) VALUES (1, ?, ?)",
                    line.number(),
                    hash);
        }
    }

    /// Tells of something that changes nothing else in the database.
    public void add(Entry entry) throws DatabaseUnavailable {
        database.write(connection -> {
            add(connection, entry);
            return true;
        });
    }

    public Head head() throws DatabaseUnavailable {
        return database.exists() ? database.read(AuditLog::head) : Head.NONE;
    }

    private static Head head(Connection connection) throws SQLException {
        var head =
                Sql.first(
                        connection,
                        "SELECT number, hash FROM audit_head WHERE id = 1",
                        row -> new Head(row.getLong(1), row.getString(2)));
        return head == null ? Head.NONE : head;
    }

    /// The lines before a number, the newest first; `subject` may be empty for all.
    public List<AuditLine> before(long number, int most, String subject)
            throws DatabaseUnavailable {
        return database.read(connection ->
                Sql.list(
                        connection,
                        SELECT
                                + "WHERE number < ? AND (? = '' OR subject = ?)"
                                + " ORDER BY number DESC LIMIT ?",
                        AuditLog::line,
                        number,
                        subject,
                        subject,
                        most));
    }

    /// All lines up to a number, the oldest first, some at a time: nobody who writes waits for
    /// whoever reads.
    public void each(long last, Consumer<AuditLine> consumer) throws DatabaseUnavailable {
        long at = 0;
        while (at < last) {
            long from = at;
            var lines =
                    database.read(connection ->
                            Sql.list(
                                    connection,
                                    SELECT
                                            + "WHERE number > ? AND number <= ?"
                                            + " ORDER BY number LIMIT 1000",
                                    AuditLog::line,
                                    from,
                                    last));
            if (lines.isEmpty()) {
                return;
            }
            lines.forEach(consumer);
            at = lines.getLast().number();
        }
    }

    /// How the chain ends, and the number of the last line that is there.
    private record End(Head head, long last) {}

    private End end() throws DatabaseUnavailable {
        return database.read(connection ->
                new End(head(connection), Sql.number(connection, "SELECT max(number) FROM audit")));
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    /// What is wrong with the log: with which line, and in words for staff.
    public record Fault(long number, String words) {}

    /// What was looked at and what is wrong with it; nothing is the wish.
    public record Verdict(long lines, Head head, List<Fault> faults) {}

    /// Reads the whole chain. `witnesses` are ends of it that were written down elsewhere: the hash
    /// by the number of its line, and who says so.
    public Verdict verify(Map<Long, Witness> witnesses) throws DatabaseUnavailable {
        if (!database.exists()) {
            return new Verdict(0, Head.NONE, List.of());
        }
        var end = end();
        var check = new Check(witnesses);
        each(Math.max(end.head().number(), end.last()), check::line);
        return check.verdict(end.head());
    }

    /// A hash that stands elsewhere, and where.
    public record Witness(String hash, String where) {}

    private static final class Check {
        private static final int MOST = 100;

        private final Map<Long, Witness> witnesses;
        private final List<Fault> faults = new ArrayList<>();
        private long number;
        private long count;
        private String hash = START;

        Check(Map<Long, Witness> witnesses) {
            this.witnesses = witnesses;
        }

        void line(AuditLine line) {
            count++;
            if (line.number() != number + 1) {
                fault(
                        number + 1,
                        line.number() == number + 2
                                ? "这一行不见了。"
                                : "从这一行到第 %d 行不见了。".formatted(line.number() - 1));
            } else if (!hash(hash, line).equals(line.hash())) {
                fault(line.number(), "这一行被改过，或者和别的行换了位置。");
            }
            var witness = witnesses.get(line.number());
            if (witness != null && !witness.hash().equals(line.hash())) {
                fault(line.number(), "和" + witness.where() + "里记下的不一样。");
            }
            number = line.number();
            hash = line.hash();
        }

        private void fault(long at, String words) {
            if (faults.size() < MOST) {
                faults.add(new Fault(at, words));
            }
        }

        Verdict verdict(Head head) {
            if (head.number() > number) {
                fault(number + 1, "末尾被截掉了：应该有 %d 行。".formatted(head.number()));
            } else if (head.number() < number || !head.hash().equals(hash)) {
                fault(number, "末尾和单独记下的不一样。");
            }
            witnesses.forEach((at, witness) -> {
                if (at > number) {
                    fault(at, "这一行被截掉了：" + witness.where() + "里记着它。");
                }
            });
            return new Verdict(count, new Head(number, hash), List.copyOf(faults));
        }
    }

    /// SHA-256 of the hash before and of each field, with its length in bytes before it, so that no
    /// two lines give the same text.
    private static String hash(String before, AuditLine line) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field :
                    List.of(
                            before,
                            String.valueOf(line.number()),
                            String.valueOf(line.at().toEpochMilli()),
                            line.who(),
                            line.deed(),
                            line.subject(),
                            line.revision(),
                            line.words())) {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
