package tongtu.publishing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tongtu.database.Sql;
import tongtu.document.Hash;

/// The revisions in the database, and what became of them.
final class Texts {
    private static final String REVISION =
            "SELECT path, number, parent, merged, author, author_name, made_at, note, hash, words"
                    + " FROM revision ";

    private Texts() {}

    static int last(Connection connection, DocumentPath path) throws SQLException {
        return (int)
                Sql.number(
                        connection,
                        "SELECT max(number) FROM revision WHERE path = ?",
                        path.toString());
    }

    static @Nullable Revision find(Connection connection, DocumentPath path, int number)
            throws SQLException {
        return Sql.first(
                connection,
                REVISION + "WHERE path = ? AND number = ?",
                Texts::revision,
                path.toString(),
                number);
    }

    static Revision required(Connection connection, DocumentPath path, int number)
            throws SQLException {
        var found = find(connection, path, number);
        if (found == null) {
            throw new Refused("没有第 " + number + " 稿。");
        }
        return found;
    }

    /// All of a document, the newest first.
    static List<Revision> all(Connection connection, DocumentPath path) throws SQLException {
        return Sql.list(
                connection,
                REVISION + "WHERE path = ? ORDER BY number DESC",
                Texts::revision,
                path.toString());
    }

    private static Revision revision(ResultSet row) throws SQLException {
        var path = DocumentPath.read(row.getString(1));
        if (path == null) {
            throw new IllegalStateException("a revision of no document");
        }
        return new Revision(
                path,
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /// A revision that is to be added.
    record New(
            DocumentPath path,
            int parent,
            int merged,
            String author,
            String authorName,
            String note,
            String text) {}

    /// Adds a revision in the state [State#DRAFT]; its number.
    static int add(Connection connection, New revision, Instant now) throws SQLException {
        int number = last(connection, revision.path()) + 1;
        Sql.update(
                connection,
                "INSERT INTO revision (path, number, parent, merged, author, author_name, made_at,"
                        + " note, hash, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                revision.path().toString(),
                number,
                revision.parent(),
                revision.merged(),
                revision.author(),
                revision.authorName(),
                now.toEpochMilli(),
                revision.note(),
                Hash.of(revision.text()),
                revision.text());
        step(
                connection,
                revision.path(),
                number,
                new Step(State.DRAFT, revision.author(), now, ""));
        return number;
    }

    static void step(Connection connection, DocumentPath path, int number, Step step)
            throws SQLException {
        long next =
                1
                        + Sql.number(
                                connection,
                                "SELECT max(step) FROM revision_state WHERE path = ? AND number = ?",
                                path.toString(),
                                number);
        Sql.update(
                connection,
                "INSERT INTO revision_state (path, number, step, state, account, at, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                path.toString(),
                number,
                next,
                step.state().name(),
                step.account(),
                step.at().toEpochMilli(),
                step.reason());
    }

    /// All that became of a revision, in order.
    static List<Step> steps(Connection connection, DocumentPath path, int number)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT state, account, at, reason FROM revision_state WHERE path = ? AND number = ?"
                        + " ORDER BY step",
                Texts::step,
                path.toString(),
                number);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                State.valueOf(row.getString(1)),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4));
    }

    static State state(Connection connection, DocumentPath path, int number) throws SQLException {
        return steps(connection, path, number).getLast().state();
    }

    /// The revision that residents saw last, whatever became of it since; 0 when none was
    /// published.
    static int shown(Connection connection, DocumentPath path) throws SQLException {
        var numbers =
                Sql.list(
                        connection,
                        "SELECT DISTINCT number FROM revision_state WHERE path = ?"
                                + " AND state = ? ORDER BY number DESC",
                        row -> row.getInt(1),
                        path.toString(),
                        State.PUBLISHED.name());
        for (int number : numbers) {
            var state = state(connection, path, number);
            if (state != State.REPLACED) {
                return number;
            }
        }
        return 0;
    }

    /// The accounts whose words are in a revision and not in what was published before it: they
    /// wrote it, so they do not review it.
    static List<String> writers(Connection connection, DocumentPath path, int number)
            throws SQLException {
        int shown = shown(connection, path);
        return Sql.list(
                connection,
                "SELECT DISTINCT author FROM revision WHERE path = ? AND number > ? AND number <= ?",
                row -> row.getString(1),
                path.toString(),
                shown >= number ? 0 : shown,
                number);
    }

    static List<Signature> signatures(Connection connection, DocumentPath path, int number)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT review, task, account, at, words FROM signature"
                        + " WHERE path = ? AND number = ? ORDER BY review, at",
                row ->
                        new Signature(
                                row.getInt(1),
                                Task.valueOf(row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getString(5)),
                path.toString(),
                number);
    }

    /// The documents, each with its last revision and the one that residents see.
    record Listed(
            DocumentPath path, int last, State state, int shown, @Nullable State shownState) {}

    static List<Listed> list(Connection connection) throws SQLException {
        var all = new TreeMap<String, Listing>();
        Sql.list(connection, "SELECT path FROM draft", row -> row.getString(1))
                .forEach(path -> all.put(path, new Listing()));
        Sql.list(
                        connection,
                        "SELECT path, number, state FROM revision_state ORDER BY path, number, step",
                        row ->
                                new Row(
                                        row.getString(1),
                                        row.getInt(2),
                                        State.valueOf(row.getString(3))))
                .forEach(row -> all.computeIfAbsent(row.path(), _ -> new Listing()).add(row));
        var listed = new ArrayList<Listed>();
        all.forEach((text, listing) -> {
            var path = DocumentPath.read(text);
            if (path != null) {
                listed.add(listing.of(path));
            }
        });
        return listed;
    }

    private record Row(String path, int number, State state) {}

    /// Gathers the states of a document's revisions, in order.
    private static final class Listing {
        private final Map<Integer, State> states = new TreeMap<>();
        private final Set<Integer> published = new TreeSet<>();

        void add(Row row) {
            states.put(row.number(), row.state());
            if (row.state() == State.PUBLISHED) {
                published.add(row.number());
            }
        }

        Listed of(DocumentPath path) {
            int last = 0;
            int shown = 0;
            for (int number : states.keySet()) {
                last = number;
                if (published.contains(number) && states.get(number) != State.REPLACED) {
                    shown = number;
                }
            }
            return new Listed(
                    path,
                    last,
                    states.getOrDefault(last, State.DRAFT),
                    shown,
                    shown == 0 ? null : states.get(shown));
        }
    }
}
