package tongtu.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;

/// Counts of what is asked, so that staff learn which questions find nothing or lead nowhere. Who
/// asked is never known here. The words of a question are kept once it was asked [#TIMES] times on
/// [#DAYS] days, so that what one person typed, a name perhaps, stays a keyed hash; those that look
/// like they hold a number of a person or an address of mail are not kept at all (decision 010).
public final class AskedQuestions implements AutoCloseable {
    /// How often, and on how many days, a question is asked before its words are kept.
    public static final int TIMES = 3;

    public static final int DAYS = 2;

    /// Questions that are kept; of more, those asked longest ago go.
    static final int MOST = 20_000;

    /// Days after which a question that nobody asked again is forgotten.
    static final int KEPT_DAYS = 400;

    /// Questions that wait to be written down; more are not counted.
    static final int WAITING = 2_000;

    /// A question that is longer is a text, not a question.
    private static final int LONGEST = 60;

    private static final long PAUSE_MS = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern PERSONAL = Pattern.compile("@|(?:\\d[\\s-]*){7}");
    private static final Logger LOG = Logger.getLogger(AskedQuestions.class.getName());

    private final Database database;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private Map<String, Counted> waiting = new LinkedHashMap<>();
    private @Nullable Mac mac;

    private record Counted(int asked, int withoutResults, int opened) {
        Counted plus(Counted other) {
            return new Counted(
                    asked + other.asked,
                    withoutResults + other.withoutResults,
                    opened + other.opened);
        }
    }

    /// A question that staff may look at: how often it was asked and found nothing, how often a
    /// result was opened after it, and when it was asked last.
    public record Unanswered(
            String words, long asked, long withoutResults, long opened, LocalDate last) {}

    private AskedQuestions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("asked-questions").unstarted(this::run);
    }

    /// Counts, and writes down now and then.
    public static AskedQuestions start(Database database, InstantSource clock) {
        var asked = new AskedQuestions(database, clock);
        asked.thread.start();
        return asked;
    }

    /// Reads alone.
    public static AskedQuestions reading(Database database, InstantSource clock) {
        return new AskedQuestions(database, clock);
    }

    /// A question was asked, and so many places were found.
    public void asked(String question, int found) {
        count(question, new Counted(1, found == 0 ? 1 : 0, 0));
    }

    /// A result of a question was opened.
    public void chosen(String question) {
        count(question, new Counted(0, 0, 1));
    }

    private void count(String question, Counted counted) {
        var words = Analysis.fold(question).strip().replaceAll("\\s+", " ");
        if (words.isEmpty() || words.length() > LONGEST || PERSONAL.matcher(words).find()) {
            return;
        }
        turn.lock();
        try {
            if (waiting.size() < WAITING || waiting.containsKey(words)) {
                waiting.merge(words, counted, Counted::plus);
            }
        } finally {
            turn.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MS);
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes down what waits.
    public void write() {
        Map<String, Counted> counted;
        turn.lock();
        try {
            counted = waiting;
            waiting = new LinkedHashMap<>();
        } finally {
            turn.unlock();
        }
        if (counted.isEmpty()) {
            return;
        }
        try {
            database.write(connection -> {
                for (var each : counted.entrySet()) {
                    add(connection, each.getKey(), each.getValue());
                }
                forget(connection);
                return true;
            });
        } catch (DatabaseUnavailable | RuntimeException e) {
            LOG.log(Level.WARNING, "questions were not counted: " + e.getMessage());
        }
    }

    private void add(Connection connection, String words, Counted counted) throws SQLException {
        var today = today().toString();
        var hash = hash(connection, words);
        var sql =
                "INSERT INTO question (hash, words, first_day, last_day, days, asked,"
                        + " without_results, opened) VALUES (?, NULL, ?, ?, 1, ?, ?, ?)"
                        + " ON CONFLICT (hash) DO UPDATE SET"
                        + " days = question.days + CASE WHEN question.last_day < excluded.last_day"
                        + " THEN 1 ELSE 0 END, last_day = excluded.last_day,"
                        + " asked = question.asked + excluded.asked, without_results ="
                        + " question.without_results + excluded.without_results,"
                        + " opened = question.opened + excluded.opened";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, hash);
            statement.setString(2, today);
            statement.setString(3, today);
            statement.setInt(4, counted.asked());
            statement.setInt(5, counted.withoutResults());
            statement.setInt(6, counted.opened());
            statement.executeUpdate();
        }
        var name =
                "UPDATE question SET words = ? WHERE hash = ? AND words IS NULL"
                        + " AND asked >= ? AND days >= ?";
        try (var statement = connection.prepareStatement(name)) {
            statement.setString(1, words);
            statement.setString(2, hash);
            statement.setInt(3, TIMES);
            statement.setInt(4, DAYS);
            statement.executeUpdate();
        }
    }

    private void forget(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM question WHERE last_day < ?")) {
            statement.setString(1, today().minusDays(KEPT_DAYS).toString());
            statement.executeUpdate();
        }
        var most =
                "DELETE FROM question WHERE hash IN (SELECT hash FROM question"
                        + " ORDER BY last_day DESC, asked DESC, hash LIMIT 1000 OFFSET ?)";
        try (var statement = connection.prepareStatement(most)) {
            statement.setInt(1, MOST);
            statement.executeUpdate();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private String hash(Connection connection, String words) throws SQLException {
        var with = mac;
        if (with == null) {
            with = mac(secret(connection));
            mac = with;
        }
        return HexFormat.of().formatHex(with.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }

    private static String secret(Connection connection) throws SQLException {
        try (var statement =
                        connection.prepareStatement(
                                "SELECT secret FROM question_key WHERE id = 1");
                var rows = statement.executeQuery()) {
            if (rows.next()) {
                return rows.getString(1);
            }
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO question_key (id, secret) VALUES (1, ?)")) {
            statement.setString(1, secret);
            statement.executeUpdate();
        }
        return secret;
    }

    private static Mac mac(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has HmacSHA256", e);
        }
    }

    /// Questions with words that found nothing, or after which nothing was opened, since a day; the
    /// most asked first.
    public List<Unanswered> unanswered(LocalDate since) throws DatabaseUnavailable {
        if (!database.exists()) {
            return List.of();
        }
        var sql =
                "SELECT words, asked, without_results, opened, last_day FROM question"
                        + " WHERE words IS NOT NULL AND last_day >= ?"
                        + " AND (without_results > 0 OR opened = 0) ORDER BY asked DESC, words";
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, since.toString());
                var unanswered = new ArrayList<Unanswered>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        unanswered.add(
                                new Unanswered(
                                        rows.getString(1),
                                        rows.getLong(2),
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        LocalDate.parse(rows.getString(5))));
                    }
                }
                return unanswered;
            }
        });
    }

    /// How many questions since a day found nothing or led nowhere whose words are not kept, since
    /// too few people asked them.
    public int rare(LocalDate since) throws DatabaseUnavailable {
        if (!database.exists()) {
            return 0;
        }
        var sql =
                "SELECT count(*) FROM question WHERE words IS NULL AND last_day >= ?"
                        + " AND (without_results > 0 OR opened = 0)";
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, since.toString());
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getInt(1) : 0;
                }
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
        if (thread.getState() != Thread.State.NEW) {
            write();
        }
    }
}
