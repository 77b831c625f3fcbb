package tongtu.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.account.Role;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;

/// What staff ask to be done to a revision: shown now or at a time, in an emergency, taken down.
/// What is asked for is in the database when it is acknowledged; [Releasing] does it.
public final class Deciding {
    private static final int REASON = 1_000;

    private final Office office;
    private final Runnable ring;

    /// `ring` is run when something may be due at once.
    public Deciding(Office office, Runnable ring) {
        this.office = office;
        this.ring = ring;
    }

    /// Why somebody may not publish a revision; empty when they may.
    String obstacle(Connection connection, Account who, DocumentPath path, int number)
            throws SQLException {
        if (who.may(Role.PUBLISHER, path.part())) {
            return "";
        }
        int last = office.rules().steps(path.kind());
        boolean signedLast =
                Texts.signatures(connection, path, number).stream()
                        .anyMatch(each -> each.step() == last && each.account().equals(who.id()));
        return office.rules().reviewerPublishes() && signedLast ? "" : "您没有发布的职责，也不是最后一审的人。";
    }

    /// Asks for a revision to be published, now (`at` is null) or at a time.
    Office.Outcome publish(
            Account who,
            DocumentPath path,
            int number,
            @Nullable Instant at,
            boolean waits,
            String reason)
            throws DatabaseUnavailable {
        if (!waits && reason.isBlank()) {
            return new Office.Outcome.Refused("不等各种形式做好就发布，要写理由。");
        }
        if (reason.length() > REASON) {
            return new Office.Outcome.Refused("理由最多 " + REASON + " 个字。");
        }
        if (at != null && !at.isAfter(office.now())) {
            return new Office.Outcome.Refused("定的时间已经过了。");
        }
        var outcome =
                office.change(connection -> {
                    if (Texts.last(connection, path) != number) {
                        throw new Refused("这一稿已经有了新的，请看最新一稿。");
                    }
                    var state = Texts.state(connection, path, number);
                    if (state != State.APPROVED && state != State.SCHEDULED) {
                        throw new Refused("这一稿还没有审完，不能发布。");
                    }
                    var obstacle = obstacle(connection, who, path, number);
                    if (!obstacle.isEmpty()) {
                        throw new Refused(obstacle);
                    }
                    var now = office.now();
                    Appointments.cancel(connection, path, number, now, "改了时间");
                    Appointments.add(
                            connection,
                            new Appointments.New(
                                    path,
                                    number,
                                    Appointment.Action.PUBLISH,
                                    at == null ? now : at,
                                    who.id(),
                                    reason.strip(),
                                    waits),
                            now);
                    if (at != null) {
                        Texts.step(
                                connection,
                                path,
                                number,
                                new Step(State.SCHEDULED, who.id(), now, Words.moment(at)));
                    }
                    office.tell(
                            connection,
                            who,
                            at == null ? Deed.PUBLISH_ASKED : Deed.SCHEDULED,
                            path,
                            number,
                            (at == null ? "" : Words.moment(at) + " ") + reason.strip());
                    return number;
                });
        ring.run();
        return outcome;
    }

    /// Gives up what was to be done to a document at a time.
    Office.Outcome cancel(Account who, DocumentPath path, String id) throws DatabaseUnavailable {
        return office.change(connection -> {
            var appointment = Appointments.find(connection, id);
            if (appointment == null
                    || appointment.doneAt() != null
                    || !appointment.path().equals(path)) {
                throw new Refused("已经做了，或者已经取消了。");
            }
            if (!who.may(Role.PUBLISHER, path.part()) && !appointment.account().equals(who.id())) {
                throw new Refused("只有定的人和有发布职责的人能取消。");
            }
            Appointments.done(connection, id, office.now(), "取消");
            if (Texts.state(connection, path, appointment.number()) == State.SCHEDULED) {
                Texts.step(
                        connection,
                        path,
                        appointment.number(),
                        new Step(State.APPROVED, who.id(), office.now(), "取消定时"));
            }
            office.tell(
                    connection,
                    who,
                    Deed.SCHEDULE_CANCELLED,
                    path,
                    appointment.number(),
                    appointment.action().label());
            return appointment.number();
        });
    }

    /// Asks for an emergency publication of a revision that is not reviewed; another has to agree.
    Office.Outcome askEmergency(Account who, DocumentPath path, int number, String reason)
            throws DatabaseUnavailable {
        if (reason.isBlank() || reason.length() > REASON) {
            return new Office.Outcome.Refused("紧急发布要写理由，最多 " + REASON + " 个字。");
        }
        return office.change(connection -> {
            if (Texts.last(connection, path) != number
                    || Texts.state(connection, path, number).isSeen()) {
                throw new Refused("只有最新的、还没有发布的一稿能紧急发布。");
            }
            if (Appointments.open(connection, path).stream()
                    .anyMatch(each -> each.action() == Appointment.Action.EMERGENCY)) {
                throw new Refused("已经有人要求紧急发布，等第二个人同意。");
            }
            var now = office.now();
            Appointments.add(
                    connection,
                    new Appointments.New(
                            path,
                            number,
                            Appointment.Action.EMERGENCY,
                            now,
                            who.id(),
                            reason.strip(),
                            false),
                    now);
            office.tell(connection, who, Deed.EMERGENCY_ASKED, path, number, reason.strip());
            return number;
        });
    }

    /// Agrees to an emergency publication; somebody else than who asked, with the duty to publish.
    Office.Outcome confirmEmergency(Account who, DocumentPath path, String id)
            throws DatabaseUnavailable {
        var outcome =
                office.change(connection -> {
                    var appointment = Appointments.find(connection, id);
                    if (appointment == null
                            || appointment.doneAt() != null
                            || !appointment.path().equals(path)
                            || appointment.action() != Appointment.Action.EMERGENCY) {
                        throw new Refused("没有等着同意的紧急发布。");
                    }
                    if (appointment.account().equals(who.id())) {
                        throw new Refused("要求的人不能自己同意，请第二个人来。");
                    }
                    if (!who.may(Role.PUBLISHER, path.part())) {
                        throw new Refused("您没有发布的职责。");
                    }
                    Appointments.second(connection, id, who.id());
                    office.tell(
                            connection,
                            who,
                            Deed.EMERGENCY_CONFIRMED,
                            path,
                            appointment.number(),
                            "");
                    return appointment.number();
                });
        ring.run();
        return outcome;
    }

    /// Asks for what is seen to be withdrawn or archived, now (`at` is null) or at a time.
    Office.Outcome retire(
            Account who,
            DocumentPath path,
            Appointment.Action action,
            @Nullable Instant at,
            String reason)
            throws DatabaseUnavailable {
        if (reason.isBlank() || reason.length() > REASON) {
            return new Office.Outcome.Refused("理由要写，最多 " + REASON + " 个字。它会写在网页上。");
        }
        if (at != null && !at.isAfter(office.now())) {
            return new Office.Outcome.Refused("定的时间已经过了。");
        }
        var outcome =
                office.change(connection -> {
                    if (!who.may(Role.PUBLISHER, path.part())) {
                        throw new Refused("您没有发布的职责。");
                    }
                    int shown = Texts.shown(connection, path);
                    if (shown == 0 || !Texts.state(connection, path, shown).isSeen()) {
                        throw new Refused("网站上现在没有这一篇。");
                    }
                    var now = office.now();
                    Appointments.add(
                            connection,
                            new Appointments.New(
                                    path,
                                    shown,
                                    action,
                                    at == null ? now : at,
                                    who.id(),
                                    reason.strip(),
                                    false),
                            now);
                    office.tell(
                            connection,
                            who,
                            at == null
                                    ? (action == Appointment.Action.WITHDRAW
                                            ? Deed.WITHDRAWN
                                            : Deed.ARCHIVED)
                                    : Deed.SCHEDULED,
                            path,
                            shown,
                            "要求" + action.label() + (at == null ? "" : "，" + Words.moment(at)));
                    return shown;
                });
        ring.run();
        return outcome;
    }
}
