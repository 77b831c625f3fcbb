package tongtu.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.web.RateLimit;
import tongtu.web.Reply;

/// What somebody outside sees under a secret address: one revision, as a page and by paragraph, and
/// forms to say something. The secret stands in the query, which no log has.
final class GuestPages {
    static final String PATH = "/staff/guest";
    private static final int REMARKS = 20;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Desk desk;
    private final RateLimit remarks;

    GuestPages(Desk desk, InstantSource clock) {
        this.desk = desk;
        remarks = new RateLimit(REMARKS, PAUSE, clock);
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Access.ANYBODY, visit -> open(visit, 200, notice(visit))),
                StaffRoute.get(PATH + "/page", Access.ANYBODY, this::page),
                StaffRoute.get(PATH + "/picture/{name}", Access.ANYBODY, this::picture),
                StaffRoute.post(PATH + "/remark", Access.ANYBODY, this::remark));
    }

    private static Notice notice(Visit visit) {
        return visit.request().query().get("done").equals("remark")
                ? Notice.done("意见收到了", "谢谢您。")
                : Notice.NONE;
    }

    private record Shown(PreviewLinks.Link link, Revision revision) {}

    private @Nullable Shown shown(Visit visit) throws Exception {
        var link = PreviewLinks.find(desk.office(), visit.get("code"));
        var revision = link == null ? null : desk.revision(link.path(), link.number(), false);
        return link == null || revision == null ? null : new Shown(link, revision);
    }

    private Reply gone() {
        return Reply.page(
                404,
                desk.frames()
                        .page(
                                null,
                                "",
                                List.of(),
                                "这个链接不能用了",
                                Notice.wrong("这个链接不能用了", "链接过期了，或者收回了。请找给您链接的人。"),
                                List.of()));
    }

    private Reply open(Visit visit, int status, Notice notice) throws Exception {
        var shown = shown(visit);
        if (shown == null) {
            return gone();
        }
        var link = shown.link();
        var revision = shown.revision();
        var title = FrontMatterText.title(revision.text(), link.path().slug());
        var code = visit.get("code");
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Words(
                        link.reader()
                                + "，请您看这份还没有公布的稿子，在要说的段落下面写意见。链接到 "
                                + Words.moment(link.until())
                                + " 为止，请不要转给别人。"));
        parts.add(new Part.Links(List.of(new Link(PATH + "/page?code=" + code, "看做成网页的样子"))));
        var document = desk.read(link.path(), revision.text()).parsed().document();
        var more = Map.of("code", code);
        if (document == null) {
            parts.add(new Part.Source(revision.text().lines().toList()));
        } else {
            int count = 0;
            for (var unit : tongtu.document.Units.of(document)) {
                count++;
                if (!unit.words().isBlank()) {
                    parts.add(new Part.Heading(2, "p-" + unit.id().text(), "第 " + count + " 段"));
                    parts.add(new Part.Words(unit.words()));
                    parts.add(
                            new Part.Fold(
                                    "对第 " + count + " 段写意见",
                                    List.of(
                                            RevisionPages.remarkForm(
                                                    PATH + "/remark",
                                                    link.path(),
                                                    link.number(),
                                                    unit.id().text(),
                                                    more,
                                                    count))));
                }
            }
        }
        parts.add(new Part.Heading(2, "remarks", "对整篇的意见"));
        parts.add(
                RevisionPages.remarkForm(
                        PATH + "/remark", link.path(), link.number(), "", more, 0));
        return Reply.page(
                status, desk.frames().page(null, "", List.of(), "请您看：" + title, notice, parts));
    }

    private Reply page(Visit visit) throws Exception {
        var shown = shown(visit);
        if (shown == null) {
            return gone();
        }
        var file = desk.read(shown.link().path(), shown.revision().text());
        return file.parsed().document() == null
                ? Desk.notFound()
                : new Reply.Html(
                        PreviewPages.html(desk, file, "预览，还没有公布。", "", PATH + "/picture/")
                                .replaceAll(
                                        "(" + PATH + "/picture/[a-z0-9.-]+)",
                                        "$1?code=" + visit.get("code")));
    }

    private Reply picture(Visit visit) throws Exception {
        if (shown(visit) == null) {
            return gone();
        }
        return PicturePages.picture(desk, visit.request().part("name"));
    }

    private Reply remark(Visit visit) throws Exception {
        var shown = shown(visit);
        if (shown == null) {
            return gone();
        }
        var wait = remarks.take(shown.link().key());
        if (!wait.isZero()) {
            return open(
                    visit,
                    429,
                    Notice.wrong("写得太快了", "请等 " + wait.plusSeconds(1).toSeconds() + " 秒再发一次。"));
        }
        var block = visit.form().get("block");
        var outcome =
                desk.reviewing()
                        .remark(
                                null,
                                shown.link().reader() + "（没有账号）",
                                shown.link().path(),
                                shown.link().number(),
                                block,
                                visit.form().get(block.isEmpty() ? "remark" : "remark-" + block));
        return switch (outcome) {
            case Office.Outcome.Done _ ->
                    Reply.redirect(PATH + "?code=" + visit.get("code") + "&done=remark");
            case Office.Outcome.Refused(var why) -> open(visit, 422, Notice.wrong("意见没有记下", why));
        };
    }
}
