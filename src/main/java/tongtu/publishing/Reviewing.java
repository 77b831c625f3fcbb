package tongtu.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.account.Role;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// 三审三校: each step of a kind's review is signed twice, for the content and against the original.
/// Nobody signs their own words, nor two steps of one revision.
public final class Reviewing {
    private static final int REASON = 1_000;
    private static final int MOST_REMARKS = 500;

    private final Office office;

    public Reviewing(Office office) {
        this.office = office;
    }

    private static void onlyLast(Connection connection, DocumentPath path, int number)
            throws SQLException {
        if (Texts.last(connection, path) != number) {
            throw new Refused("这一稿已经有了新的，请看最新一稿。");
        }
    }

    private static void only(State state, State wanted, String words) {
        if (state != wanted) {
            throw new Refused(words);
        }
    }

    /// Sends a revision into its review.
    Office.Outcome submit(Account who, DocumentPath path, int number) throws DatabaseUnavailable {
        return office.change(connection -> {
            onlyLast(connection, path, number);
            only(Texts.state(connection, path, number), State.DRAFT, "这一稿已经送审了。");
            step(connection, path, number, State.FIRST, who, "");
            office.tell(connection, who, Deed.SUBMITTED, path, number, "");
            return number;
        });
    }

    /// Takes a revision back from its review; only who wrote it.
    Office.Outcome recall(Account who, DocumentPath path, int number) throws DatabaseUnavailable {
        return office.change(connection -> {
            if (Texts.state(connection, path, number).step() == 0) {
                throw new Refused("这一稿不在审。");
            }
            if (!Texts.writers(connection, path, number).contains(who.id())) {
                throw new Refused("只有写这一稿的人能撤回。");
            }
            step(connection, path, number, State.DRAFT, who, "撤回送审");
            unsign(connection, path, number);
            office.tell(connection, who, Deed.RECALLED, path, number, "");
            return number;
        });
    }

    private void step(
            Connection connection,
            DocumentPath path,
            int number,
            State state,
            Account who,
            String reason)
            throws SQLException {
        Texts.step(connection, path, number, new Step(state, who.id(), office.now(), reason));
    }

    /// The signatures of a review that starts anew count no more; the log and the steps tell of
    /// them.
    private static void unsign(Connection connection, DocumentPath path, int number)
            throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM signature WHERE path = ? AND number = ?",
                path.toString(),
                number);
    }

    /// Why somebody may not sign a step of a revision; empty when they may.
    static String obstacle(
            Connection connection, Account who, DocumentPath path, int number, int step)
            throws SQLException {
        if (!who.may(Role.reviewer(step), path.part())) {
            return "您没有" + Role.reviewer(step).label() + "的职责。";
        }
        if (Texts.writers(connection, path, number).contains(who.id())) {
            return "这一稿里有您写的字，自己的稿子不能自己审。";
        }
        boolean hasOther =
                Texts.signatures(connection, path, number).stream()
                        .anyMatch(each -> each.account().equals(who.id()) && each.step() != step);
        return hasOther ? "您签过这一稿的另一审，一个人不能签两审。" : "";
    }

    /// Signs tasks of the step that is waited for. When both are signed the next step is waited
    /// for, or the revision is approved.
    Office.Outcome sign(Account who, DocumentPath path, int number, Set<Task> tasks, String words)
            throws DatabaseUnavailable {
        if (tasks.isEmpty()) {
            return new Office.Outcome.Refused("请勾上签的是审，还是校，还是都签。");
        }
        if (words.length() > REASON) {
            return new Office.Outcome.Refused("说明最多 " + REASON + " 个字。");
        }
        return office.change(connection -> {
            onlyLast(connection, path, number);
            var state = Texts.state(connection, path, number);
            int step = stepToSign(connection, path, number, state);
            var obstacle = obstacle(connection, who, path, number, step);
            if (!obstacle.isEmpty()) {
                throw new Refused(obstacle);
            }
            var signed = new TreeSet<Task>();
            Texts.signatures(connection, path, number).stream()
                    .filter(each -> each.step() == step)
                    .forEach(each -> signed.add(each.task()));
            for (var task : tasks) {
                if (!signed.add(task)) {
                    throw new Refused("「" + task.label() + "」已经签过了。");
                }
                Sql.update(
                        connection,
                        "INSERT INTO signature (path, number, review, task, account, at, words)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        path.toString(),
                        number,
                        step,
                        task.name(),
                        who.id(),
                        office.now().toEpochMilli(),
                        words.strip());
                office.tell(
                        connection,
                        who,
                        Deed.SIGNED,
                        path,
                        number,
                        Role.reviewer(step).label() + " " + task.label());
            }
            if (signed.size() == Task.values().length && state.step() > 0) {
                advance(connection, who, path, number, step);
            }
            return number;
        });
    }

    /// The step that is to be signed: the one that is waited for; after an emergency publication
    /// the first that is not whole.
    private int stepToSign(Connection connection, DocumentPath path, int number, State state)
            throws SQLException {
        if (state.step() > 0) {
            return state.step();
        }
        int open = openStep(connection, path, number, office.rules());
        if (state.isSeen() && open > 0 && isEmergency(connection, path, number)) {
            return open;
        }
        throw new Refused("这一稿现在不用签。");
    }

    /// The first step that is not signed whole; 0 when all are.
    static int openStep(Connection connection, DocumentPath path, int number, Rules rules)
            throws SQLException {
        var signatures = Texts.signatures(connection, path, number);
        for (int step = 1; step <= rules.steps(path.kind()); step++) {
            int at = step;
            if (signatures.stream().filter(each -> each.step() == at).count()
                    < Task.values().length) {
                return step;
            }
        }
        return 0;
    }

    /// Whether a revision was published before its review.
    static boolean isEmergency(Connection connection, DocumentPath path, int number)
            throws SQLException {
        return Sql.number(
                        connection,
                        "SELECT count(*) FROM appointment WHERE path = ? AND number = ?"
                                + " AND action = ? AND done_at IS NOT NULL AND outcome = ''",
                        path.toString(),
                        number,
                        Appointment.Action.EMERGENCY.name())
                > 0;
    }

    private void advance(
            Connection connection, Account who, DocumentPath path, int number, int step)
            throws SQLException {
        if (step < office.rules().steps(path.kind())) {
            step(connection, path, number, State.review(step + 1), who, "");
        } else {
            step(connection, path, number, State.APPROVED, who, "");
            office.tell(connection, who, Deed.APPROVED, path, number, "");
        }
    }

    /// Sends a revision back to who wrote it.
    Office.Outcome reject(Account who, DocumentPath path, int number, String reason)
            throws DatabaseUnavailable {
        if (reason.isBlank() || reason.length() > REASON) {
            return new Office.Outcome.Refused("退回要写理由，最多 " + REASON + " 个字。");
        }
        return office.change(connection -> {
            onlyLast(connection, path, number);
            var state = Texts.state(connection, path, number);
            boolean isPublisher =
                    (state == State.APPROVED || state == State.SCHEDULED)
                            && who.may(Role.PUBLISHER, path.part());
            if (!isPublisher) {
                if (state.step() == 0) {
                    throw new Refused("这一稿现在不在审，不能退回。");
                }
                var obstacle = obstacle(connection, who, path, number, state.step());
                if (!obstacle.isEmpty()) {
                    throw new Refused(obstacle);
                }
            }
            step(connection, path, number, State.DRAFT, who, reason.strip());
            unsign(connection, path, number);
            Appointments.cancel(connection, path, number, office.now(), "退回");
            office.tell(connection, who, Deed.REJECTED, path, number, reason.strip());
            return number;
        });
    }

    /// Says something about a revision. `account` is null for somebody without one.
    Office.Outcome remark(
            @Nullable Account who,
            String name,
            DocumentPath path,
            int number,
            String block,
            String words)
            throws DatabaseUnavailable {
        if (words.isBlank() || words.length() > Remark.WORDS) {
            return new Office.Outcome.Refused("意见要写，最多 " + Remark.WORDS + " 个字。");
        }
        if (!block.isEmpty() && !block.matches("[a-z2-7]{8}")) {
            return new Office.Outcome.Refused("没有这一段。");
        }
        return office.change(connection -> {
            Texts.required(connection, path, number);
            if (Sql.number(
                            connection,
                            "SELECT count(*) FROM remark WHERE path = ? AND number = ?",
                            path.toString(),
                            number)
                    >= MOST_REMARKS) {
                throw new Refused("这一稿的意见太多了，先处理一些。");
            }
            Sql.update(
                    connection,
                    "INSERT INTO remark (id, path, number, block, account, author_name, words, at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                    path.toString(),
                    number,
                    block,
                    who == null ? "" : who.id(),
                    name,
                    Drafting.clean(words).strip(),
                    office.now().toEpochMilli());
            office.log()
                    .add(
                            connection,
                            new tongtu.audit.AuditLog.Entry(
                                    who == null ? "guest" : who.name(),
                                    Deed.REMARKED,
                                    path.toString(),
                                    String.valueOf(number),
                                    block));
            return number;
        });
    }

    /// Marks a remark as seen to.
    Office.Outcome settle(Account who, DocumentPath path, String id) throws DatabaseUnavailable {
        return office.change(connection -> {
            int settled =
                    Sql.update(
                            connection,
                            "UPDATE remark SET settled_by = ?, settled_at = ?"
                                    + " WHERE id = ? AND path = ? AND settled_by IS NULL",
                            who.id(),
                            office.now().toEpochMilli(),
                            id,
                            path.toString());
            if (settled == 0) {
                throw new Refused("这条意见已经处理了。");
            }
            office.tell(connection, who, Deed.REMARK_SETTLED, path, 0, id);
            return settled;
        });
    }

    /// The remarks on a document's revisions up to one, the oldest first; those on older ones only
    /// while nobody has seen to them.
    static List<Remark> remarks(Connection connection, DocumentPath path, int number)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, number, block, account, author_name, words, at, settled_by FROM remark"
                        + " WHERE path = ? AND (number = ? OR (number < ? AND settled_by IS NULL))"
                        + " ORDER BY at, id",
                row ->
                        new Remark(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                java.time.Instant.ofEpochMilli(row.getLong(7)),
                                row.getString(8) == null ? "" : row.getString(8)),
                path.toString(),
                number,
                number);
    }

    /// The accounts that could sign what a revision waits for.
    static List<Account> waitedFor(
            Connection connection, List<Account> all, DocumentPath path, int number, int step)
            throws SQLException {
        var able = new ArrayList<Account>();
        for (var account : all) {
            if (!account.isDisabled()
                    && obstacle(connection, account, path, number, step).isEmpty()) {
                able.add(account);
            }
        }
        return able;
    }

    static String label(int step) {
        return Role.reviewer(step).label();
    }

    static @Nullable Task task(String name) {
        for (var task : Task.values()) {
            if (task.name().toLowerCase(Locale.ROOT).equals(name)) {
                return task;
            }
        }
        return null;
    }
}
