package tongtu.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Account;
import tongtu.account.Notice;
import tongtu.account.Role;
import tongtu.account.StaffAction;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.web.Reply;

/// What is done to a document: handed in, sent to its review, published, taken down. What is
/// refused is told on its page.
final class DocumentActions {
    private static final Access AUTHOR = Access.of(Role.AUTHOR);
    private static final Access PUBLISHERS =
            Access.of(
                    Role.PUBLISHER, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.THIRD_REVIEWER);
    private static final Access PUBLISHER = Access.of(Role.PUBLISHER);

    private final Desk desk;
    private final DocumentPages pages;

    DocumentActions(Desk desk, DocumentPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        var drafting = desk.drafting();
        var reviewing = desk.reviewing();
        var deciding = desk.deciding();
        return List.of(
                route("hand-in", AUTHOR, this::handIn),
                route("link", AUTHOR, this::link),
                route(
                        "submit",
                        AUTHOR,
                        doing(
                                Role.AUTHOR,
                                "submitted",
                                (who, path, visit) -> reviewing.submit(who, path, number(visit)))),
                route(
                        "recall",
                        AUTHOR,
                        doing(
                                Role.AUTHOR,
                                "recalled",
                                (who, path, visit) -> reviewing.recall(who, path, number(visit)))),
                route(
                        "back",
                        AUTHOR,
                        doing(
                                Role.AUTHOR,
                                "back",
                                (who, path, visit) -> drafting.goBack(who, path, number(visit)))),
                route(
                        "unlink",
                        AUTHOR,
                        doing(
                                Role.AUTHOR,
                                "unlinked",
                                (who, path, visit) ->
                                        PreviewLinks.end(
                                                desk.office(),
                                                who,
                                                path,
                                                visit.form().get("link")))),
                route("publish", PUBLISHERS.confirmed(), this::publish),
                route(
                        "return",
                        PUBLISHERS,
                        doing(
                                null,
                                "rejected",
                                (who, path, visit) ->
                                        reviewing.reject(who, path, number(visit), reason(visit)))),
                route(
                        "cancel",
                        PUBLISHERS,
                        doing(
                                null,
                                "cancelled",
                                (who, path, visit) ->
                                        deciding.cancel(
                                                who, path, visit.form().get("appointment")))),
                route(
                        "emergency",
                        PUBLISHER.confirmed(),
                        doing(
                                Role.PUBLISHER,
                                "emergency",
                                (who, path, visit) ->
                                        deciding.askEmergency(
                                                who, path, number(visit), reason(visit)))),
                route(
                        "agree",
                        PUBLISHER.confirmed(),
                        doing(
                                Role.PUBLISHER,
                                "agreed",
                                (who, path, visit) ->
                                        deciding.confirmEmergency(
                                                who, path, visit.form().get("appointment")))),
                route("retire", PUBLISHER.confirmed(), this::retire));
    }

    private static StaffRoute route(String name, Access access, StaffAction action) {
        return StaffRoute.post(Desk.DOCUMENTS + "/" + name, access, action);
    }

    /// Something that is done to a document, or refused.
    private interface Doing {
        Office.Outcome run(Account who, DocumentPath path, Visit visit) throws Exception;
    }

    /// Does it where the document is of a part of the site in which the visitor has a role; null is
    /// for what says itself who may do it. `done` is how the page of the document then begins.
    private StaffAction doing(@Nullable Role role, String done, Doing doing) {
        return visit -> {
            var path = allowed(visit, role);
            return path == null
                    ? Desk.notFound()
                    : after(visit, path, doing.run(visit.staff().account(), path, visit), done);
        };
    }

    private Reply after(Visit visit, DocumentPath path, Office.Outcome outcome, String done)
            throws Exception {
        return switch (outcome) {
            case Office.Outcome.Done _ -> Desk.to(path, done);
            case Office.Outcome.Refused(var words) ->
                    pages.page(visit, path, 422, Notice.wrong("没有照做", words));
        };
    }

    /// The document that a form is about; null where the visitor has not the role there.
    private static @Nullable DocumentPath allowed(Visit visit, @Nullable Role role) {
        var path = Desk.sent(visit);
        return path != null && (role == null || visit.staff().may(role, path.part())) ? path : null;
    }

    private static int number(Visit visit) {
        return Desk.number(visit, "number");
    }

    private static String reason(Visit visit) {
        return visit.form().get("reason");
    }

    private Reply handIn(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        if (path == null) {
            return Desk.notFound();
        }
        var who = visit.staff().account();
        var outcome = desk.drafting().handIn(who, path, visit.form().get("note"));
        return switch (outcome) {
            case Drafting.HandingIn.Done(var number, var isMerged) -> {
                if (visit.form().get("then").equals("submit") && !isMerged) {
                    yield after(
                            visit, path, desk.reviewing().submit(who, path, number), "submitted");
                }
                yield Desk.to(path, isMerged ? "merged" : "handed-in");
            }
            case Drafting.HandingIn.Conflict() -> Reply.redirect(Desk.at(Desk.MERGE, path));
            case Drafting.HandingIn.Refused(var words) ->
                    pages.page(visit, path, 422, Notice.wrong("没有交上", words));
        };
    }

    private interface Timed {
        Office.Outcome run(@Nullable Instant at) throws Exception;
    }

    /// Does something at the time that was typed, or now where none was.
    private Office.Outcome timed(Visit visit, Timed timed) throws Exception {
        var typed = visit.form().get("at");
        if (typed.isBlank()) {
            return timed.run(null);
        }
        var at = Words.read(typed);
        return at == null
                ? new Office.Outcome.Refused("时间看不懂。写成 2026-12-31 09:30 的样子，空着是现在。")
                : timed.run(at);
    }

    private Reply publish(Visit visit) throws Exception {
        var path = allowed(visit, null);
        if (path == null) {
            return Desk.notFound();
        }
        boolean waits = !visit.form().get("waits").equals("no");
        var outcome =
                timed(
                        visit,
                        at ->
                                desk.deciding()
                                        .publish(
                                                visit.staff().account(),
                                                path,
                                                number(visit),
                                                at,
                                                waits,
                                                reason(visit)));
        return after(
                visit, path, outcome, visit.form().get("at").isBlank() ? "published" : "scheduled");
    }

    private Reply retire(Visit visit) throws Exception {
        var path = allowed(visit, Role.PUBLISHER);
        if (path == null) {
            return Desk.notFound();
        }
        var action =
                visit.form().get("action").equals("withdraw")
                        ? Appointment.Action.WITHDRAW
                        : Appointment.Action.ARCHIVE;
        var outcome =
                timed(
                        visit,
                        at ->
                                desk.deciding()
                                        .retire(
                                                visit.staff().account(),
                                                path,
                                                action,
                                                at,
                                                reason(visit)));
        return after(visit, path, outcome, "retired");
    }

    private Reply link(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        if (path == null) {
            return Desk.notFound();
        }
        var reader = visit.form().get("reader").strip();
        int days = Desk.number(visit, "days");
        if (reader.isEmpty() || reader.length() > 40) {
            return pages.page(visit, path, 422, Notice.wrong("没有做链接", "写下给谁看，最多 40 个字。"));
        }
        if (days < 1 || days > PreviewLinks.MOST_DAYS) {
            return pages.page(
                    visit,
                    path,
                    422,
                    Notice.wrong("没有做链接", "几天有效：写 1 到 " + PreviewLinks.MOST_DAYS + "。"));
        }
        try {
            var token =
                    PreviewLinks.make(
                            desk.office(),
                            visit.staff().account(),
                            path,
                            number(visit),
                            reader,
                            days);
            return pages.page(
                    visit,
                    path,
                    200,
                    Notice.done(
                            "链接做好了",
                            "把它交给" + reader + "，" + days + " 天有效。只显示这一次：",
                            desk.baseUrl() + GuestPages.PATH + "?code=" + token));
        } catch (Refused e) {
            return pages.page(visit, path, 422, Notice.wrong("没有做链接", e.words()));
        }
    }
}
