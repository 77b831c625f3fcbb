package tongtu.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Notice;
import tongtu.account.Role;
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
        return List.of(
                StaffRoute.post(Desk.DOCUMENTS + "/hand-in", AUTHOR, this::handIn),
                StaffRoute.post(Desk.DOCUMENTS + "/submit", AUTHOR, this::submit),
                StaffRoute.post(Desk.DOCUMENTS + "/recall", AUTHOR, this::recall),
                StaffRoute.post(Desk.DOCUMENTS + "/back", AUTHOR, this::goBack),
                StaffRoute.post(Desk.DOCUMENTS + "/publish", PUBLISHERS.confirmed(), this::publish),
                StaffRoute.post(Desk.DOCUMENTS + "/return", PUBLISHERS, this::sendBack),
                StaffRoute.post(Desk.DOCUMENTS + "/cancel", PUBLISHERS, this::cancel),
                StaffRoute.post(
                        Desk.DOCUMENTS + "/emergency", PUBLISHER.confirmed(), this::emergency),
                StaffRoute.post(Desk.DOCUMENTS + "/agree", PUBLISHER.confirmed(), this::agree),
                StaffRoute.post(Desk.DOCUMENTS + "/retire", PUBLISHER.confirmed(), this::retire),
                StaffRoute.post(Desk.DOCUMENTS + "/link", AUTHOR, this::link),
                StaffRoute.post(Desk.DOCUMENTS + "/unlink", AUTHOR, this::unlink));
    }

    /// What follows an action: the page of the document, with what was refused.
    private Reply after(Visit visit, DocumentPath path, Office.Outcome outcome, String done)
            throws Exception {
        return switch (outcome) {
            case Office.Outcome.Done _ -> Desk.to(path, done);
            case Office.Outcome.Refused(var words) ->
                    pages.page(visit, path, 422, Notice.wrong("没有照做", words));
        };
    }

    private @Nullable DocumentPath allowed(Visit visit, Role role) {
        var path = Desk.sent(visit);
        return path != null && visit.staff().may(role, path.part()) ? path : null;
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

    private Reply submit(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.reviewing()
                                .submit(
                                        visit.staff().account(),
                                        path,
                                        Desk.number(visit, "number")),
                        "submitted");
    }

    private Reply recall(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.reviewing()
                                .recall(
                                        visit.staff().account(),
                                        path,
                                        Desk.number(visit, "number")),
                        "recalled");
    }

    private Reply goBack(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.drafting()
                                .goBack(
                                        visit.staff().account(),
                                        path,
                                        Desk.number(visit, "number")),
                        "back");
    }

    /// What was typed as a time: nothing for now, or why it is none.
    private sealed interface Typed {
        record Now() implements Typed {}

        record At(Instant at) implements Typed {}

        record Wrong() implements Typed {}

        static Typed of(String text) {
            if (text.isBlank()) {
                return new Now();
            }
            var at = Words.read(text);
            return at == null ? new Wrong() : new At(at);
        }
    }

    private static final Office.Outcome NO_TIME =
            new Office.Outcome.Refused("时间看不懂。写成 2026-12-31 09:30 的样子，空着是现在。");

    private Reply publish(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        if (path == null) {
            return Desk.notFound();
        }
        var form = visit.form();
        var typed = Typed.of(form.get("at"));
        if (typed instanceof Typed.Wrong) {
            return after(visit, path, NO_TIME, "");
        }
        var at = typed instanceof Typed.At(var moment) ? moment : null;
        var outcome =
                desk.deciding()
                        .publish(
                                visit.staff().account(),
                                path,
                                Desk.number(visit, "number"),
                                at,
                                !form.get("waits").equals("no"),
                                form.get("reason"));
        return after(visit, path, outcome, at == null ? "published" : "scheduled");
    }

    private Reply sendBack(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.reviewing()
                                .reject(
                                        visit.staff().account(),
                                        path,
                                        Desk.number(visit, "number"),
                                        visit.form().get("reason")),
                        "rejected");
    }

    private Reply cancel(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.deciding()
                                .cancel(
                                        visit.staff().account(),
                                        path,
                                        visit.form().get("appointment")),
                        "cancelled");
    }

    private Reply emergency(Visit visit) throws Exception {
        var path = allowed(visit, Role.PUBLISHER);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.deciding()
                                .askEmergency(
                                        visit.staff().account(),
                                        path,
                                        Desk.number(visit, "number"),
                                        visit.form().get("reason")),
                        "emergency");
    }

    private Reply agree(Visit visit) throws Exception {
        var path = allowed(visit, Role.PUBLISHER);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        desk.deciding()
                                .confirmEmergency(
                                        visit.staff().account(),
                                        path,
                                        visit.form().get("appointment")),
                        "agreed");
    }

    private Reply retire(Visit visit) throws Exception {
        var path = allowed(visit, Role.PUBLISHER);
        if (path == null) {
            return Desk.notFound();
        }
        var typed = Typed.of(visit.form().get("at"));
        if (typed instanceof Typed.Wrong) {
            return after(visit, path, NO_TIME, "");
        }
        var action =
                visit.form().get("action").equals("withdraw")
                        ? Appointment.Action.WITHDRAW
                        : Appointment.Action.ARCHIVE;
        return after(
                visit,
                path,
                desk.deciding()
                        .retire(
                                visit.staff().account(),
                                path,
                                action,
                                typed instanceof Typed.At(var moment) ? moment : null,
                                visit.form().get("reason")),
                "retired");
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
                            Desk.number(visit, "number"),
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

    private Reply unlink(Visit visit) throws Exception {
        var path = allowed(visit, Role.AUTHOR);
        return path == null
                ? Desk.notFound()
                : after(
                        visit,
                        path,
                        PreviewLinks.end(
                                desk.office(),
                                visit.staff().account(),
                                path,
                                visit.form().get("link")),
                        "unlinked");
    }
}
