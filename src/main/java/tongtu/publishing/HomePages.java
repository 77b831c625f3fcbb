package tongtu.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tongtu.account.Access;
import tongtu.account.Account;
import tongtu.account.Field;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.document.Kind;
import tongtu.web.Reply;

/// What waits for whom, all documents, and beginning a new one.
final class HomePages {
    private static final Access STAFF = Access.SIGNED_IN;
    private static final Access AUTHOR = Access.of(Role.AUTHOR);

    /// Documents on a page.
    private static final int MOST = 100;

    private final Desk desk;

    HomePages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(Desk.HOME, STAFF, this::home),
                StaffRoute.get(Desk.DOCUMENTS, STAFF, this::documents),
                StaffRoute.get(
                        "/staff/new", AUTHOR, visit -> form(visit, 200, Notice.NONE, "", "")),
                StaffRoute.post("/staff/new", AUTHOR, this::begin));
    }

    /// What waits, sorted by for whom.
    private static final class Waiting {
        final List<Part.Item> toSign = new ArrayList<>();
        final List<Part.Item> toPublish = new ArrayList<>();
        final List<Part.Item> returned = new ArrayList<>();
        final List<Part.Item> elsewhere = new ArrayList<>();
    }

    private Reply home(Visit visit) throws Exception {
        var who = visit.staff().account();
        var drafts = new ArrayList<Part.Item>();
        for (var draft : desk.drafting().of(who)) {
            drafts.add(
                    new Part.Item(
                            new Link(
                                    Desk.at(Desk.EDIT, draft.path()),
                                    "接着写："
                                            + FrontMatterText.title(
                                                    draft.text(), draft.path().slug())),
                            List.of(
                                    draft.path().kind().label()
                                            + "，"
                                            + Words.moment(draft.savedAt())
                                            + " 存的。")));
        }
        var waiting = waiting(who);
        var parts = new ArrayList<Part>();
        list(parts, "等您签的", waiting.toSign, "没有。");
        if (who.isAnywhere(Role.PUBLISHER) || !waiting.toPublish.isEmpty()) {
            list(parts, "等您发布的", waiting.toPublish, "没有。");
        }
        list(parts, "退回给您的", waiting.returned, "没有。");
        list(parts, "您的草稿", drafts, "没有。");
        list(parts, "您写的，正等别人的", waiting.elsewhere, "没有。");
        parts.add(new Part.Heading(2, "", "要做别的"));
        var links = new ArrayList<Link>();
        if (who.isAnywhere(Role.AUTHOR)) {
            links.add(new Link("/staff/new", "写一篇新的"));
        }
        links.add(new Link(Desk.DOCUMENTS, "看全部文件"));
        parts.add(new Part.Links(links));
        var notice =
                visit.request().query().get("done").equals("setup")
                        ? Notice.done("登录设好了", "以后就用它登录。")
                        : Notice.NONE;
        return desk.page(
                visit.staff(), Desk.HOME, List.of(), who.display() + "的工作台", notice, parts);
    }

    private static void list(List<Part> parts, String heading, List<Part.Item> items, String none) {
        parts.add(
                new Part.Heading(
                        2, "", items.isEmpty() ? heading : heading + "（" + items.size() + "）"));
        parts.add(items.isEmpty() ? new Part.Words(none) : new Part.Items(items));
    }

    private Waiting waiting(Account who) throws Exception {
        var waiting = new Waiting();
        var all = desk.office().accounts().list();
        desk.office()
                .database()
                .read(connection -> {
                    for (var listed : Texts.list(connection)) {
                        if (listed.last() > 0) {
                            sort(connection, listed, who, all, waiting);
                        }
                    }
                    return true;
                });
        return waiting;
    }

    private void sort(
            java.sql.Connection connection,
            Texts.Listed listed,
            Account who,
            List<Account> all,
            Waiting waiting)
            throws java.sql.SQLException {
        var path = listed.path();
        int number = listed.last();
        var revision = Texts.required(connection, path, number);
        var title = FrontMatterText.title(revision.text(), path.slug());
        var link = new Link(Desk.revision(path, number), "看稿：" + title);
        var about = path.kind().label() + "，第 " + number + " 稿，" + revision.authorName() + "交的。";
        boolean isOwn = Texts.writers(connection, path, number).contains(who.id());
        int step = listed.state().step();
        if (step > 0) {
            var able = Reviewing.waitedFor(connection, all, path, number, step);
            if (able.contains(who)) {
                waiting.toSign.add(
                        new Part.Item(link, List.of(about + "等" + Reviewing.label(step) + "。")));
            } else if (isOwn) {
                waiting.elsewhere.add(
                        new Part.Item(
                                link, List.of("等" + Reviewing.label(step) + "：" + names(able))));
            }
        } else if (listed.state() == State.APPROVED || listed.state() == State.SCHEDULED) {
            boolean mayPublish = desk.deciding().obstacle(connection, who, path, number).isEmpty();
            if (mayPublish && listed.state() == State.APPROVED) {
                waiting.toPublish.add(
                        new Part.Item(at(path, "去发布：" + title), List.of(about + "已经审完。")));
            } else if (isOwn) {
                waiting.elsewhere.add(new Part.Item(link, List.of(listed.state().label() + "。")));
            }
        } else if (listed.state() == State.DRAFT) {
            var last = Texts.steps(connection, path, number).getLast();
            if (isOwn && !last.reason().isEmpty()) {
                waiting.returned.add(
                        new Part.Item(at(path, "看退回的：" + title), List.of("理由：" + last.reason())));
            } else if (isOwn) {
                waiting.elsewhere.add(
                        new Part.Item(at(path, "去送审：" + title), List.of("交了稿，还没有送审：等您送审。")));
            }
        } else if (listed.state().isSeen() && Reviewing.isEmergency(connection, path, number)) {
            int open = Reviewing.openStep(connection, path, number, desk.office().rules());
            if (open > 0 && Reviewing.obstacle(connection, who, path, number, open).isEmpty()) {
                waiting.toSign.add(
                        new Part.Item(
                                link, List.of(about + "紧急发布了，等补" + Reviewing.label(open) + "。")));
            }
        }
        emergencies(connection, path, title, who, waiting);
    }

    private static void emergencies(
            java.sql.Connection connection,
            DocumentPath path,
            String title,
            Account who,
            Waiting waiting)
            throws java.sql.SQLException {
        for (var appointment : Appointments.open(connection, path)) {
            if (appointment.action() == Appointment.Action.EMERGENCY
                    && appointment.second().isEmpty()
                    && !appointment.account().equals(who.id())
                    && who.may(Role.PUBLISHER, path.part())) {
                waiting.toPublish.add(
                        new Part.Item(
                                at(path, "看紧急发布：" + title),
                                List.of("有人要求紧急发布，等您同意。理由：" + appointment.reason())));
            }
        }
    }

    private static Link at(DocumentPath path, String title) {
        return new Link(Desk.at(Desk.DOCUMENTS, path), title);
    }

    private static String names(List<Account> accounts) {
        return accounts.isEmpty()
                ? "现在没有人能签，请管理员安排。"
                : String.join("、", accounts.stream().map(Account::display).toList()) + "。";
    }

    private Reply documents(Visit visit) throws Exception {
        var rows = new ArrayList<List<Link>>();
        var seen = new HashSet<String>();
        var asked = visit.request().query().get("kind");
        var kind =
                Arrays.stream(Kind.values()).anyMatch(each -> each.folder().equals(asked))
                        ? asked
                        : "";
        int from = MOST * (Math.max(1, Desk.number(visit, "page")) - 1);
        int until = from + MOST;
        var shownBefore = new AtomicInteger();
        desk.office()
                .database()
                .read(connection -> {
                    int count = 0;
                    for (var listed : Texts.list(connection)) {
                        seen.add(listed.path().toString());
                        if ((kind.isEmpty() || listed.path().part().equals(kind))
                                && count++ >= from
                                && count <= until) {
                            var last = Texts.find(connection, listed.path(), listed.last());
                            var title =
                                    last == null
                                            ? listed.path().slug()
                                            : FrontMatterText.title(
                                                    last.text(), listed.path().slug());
                            rows.add(
                                    List.of(
                                            at(listed.path(), title),
                                            new Link("", listed.path().kind().label()),
                                            new Link(
                                                    "",
                                                    listed.last() == 0
                                                            ? "还没有交稿"
                                                            : "第 "
                                                                    + listed.last()
                                                                    + " 稿，"
                                                                    + listed.state().label()),
                                            new Link(
                                                    "",
                                                    listed.shownState() == null
                                                            ? "没有"
                                                            : "第 "
                                                                    + listed.shown()
                                                                    + " 稿，"
                                                                    + listed.shownState()
                                                                            .label())));
                        }
                    }
                    shownBefore.set(count);
                    return true;
                });
        var library = desk.showing().library();
        int count = shownBefore.get();
        if (library != null) {
            for (var document : library.documents()) {
                var path = DocumentPath.read(document.path());
                if (path != null
                        && !seen.contains(document.path())
                        && (kind.isEmpty() || path.part().equals(kind))
                        && count++ >= from
                        && count <= until) {
                    rows.add(
                            List.of(
                                    at(path, document.title()),
                                    new Link("", path.kind().label()),
                                    new Link("", "没有新稿"),
                                    new Link("", "原有内容，已发布")));
                }
            }
        }
        var parts = new ArrayList<Part>();
        var links = new ArrayList<Link>();
        links.add(new Link(Desk.DOCUMENTS, "全部", kind.isEmpty()));
        for (var each : Kind.values()) {
            links.add(
                    new Link(
                            Desk.DOCUMENTS + "?kind=" + each.folder(),
                            each.label(),
                            kind.equals(each.folder())));
        }
        parts.add(new Part.Links(links));
        parts.add(
                rows.isEmpty()
                        ? new Part.Words("还没有文件。")
                        : new Part.Table("文件", List.of("标题", "种类", "手上的稿子", "网站上的"), rows));
        if (count > until) {
            parts.add(
                    new Part.Links(
                            List.of(
                                    new Link(
                                            Desk.DOCUMENTS
                                                    + "?page="
                                                    + (until / MOST + 1)
                                                    + (kind.isEmpty() ? "" : "&kind=" + kind),
                                            "后面的 " + (count - until) + " 份"))));
        }
        return desk.page(visit.staff(), Desk.DOCUMENTS, List.of(), "文件", Notice.NONE, parts);
    }

    private Reply form(
            Visit visit, int status, Notice notice, String titleFault, String slugFault) {
        var choices = new ArrayList<Field.Choice>();
        for (var kind : Kind.values()) {
            if (visit.staff().may(Role.AUTHOR, kind.folder())) {
                choices.add(new Field.Choice(kind.folder(), kind.label()));
            }
        }
        var fields =
                List.of(
                        Field.choice(
                                "kind",
                                "是哪一类",
                                "定了以后不能改。",
                                visit.form().get("kind").isEmpty() && !choices.isEmpty()
                                        ? choices.getFirst().value()
                                        : visit.form().get("kind"),
                                choices),
                        Field.line("title", "标题", "", visit.form().get("title"))
                                .required()
                                .wrong(titleFault),
                        Field.line(
                                        "slug",
                                        "网址里的名字",
                                        "小写英文字母、汉字、数字和连字符，比如 butie-2026。定了以后不能改，也不能给别的文件用。",
                                        visit.form().get("slug"))
                                .required()
                                .wrong(slugFault));
        var shown = notice.isThere() ? notice : Notice.of(fields);
        return desk.page(
                status,
                visit.staff(),
                Desk.DOCUMENTS,
                List.of(new Link(Desk.DOCUMENTS, "文件")),
                "写一篇新的",
                shown,
                List.of(
                        Part.Form.of(
                                "new",
                                "/staff/new",
                                java.util.Map.of(),
                                fields,
                                Part.Button.main("开始写"))));
    }

    private Reply begin(Visit visit) throws Exception {
        var form = visit.form();
        var title = form.get("title").strip();
        var path = DocumentPath.of(form.get("kind"), form.get("slug").strip());
        var titleFault = title.isEmpty() ? "请写标题。" : title.length() > 200 ? "标题最多 200 个字。" : "";
        var slugFault = path == null ? "名字只用小写英文字母、汉字、数字和连字符，最多 " + DocumentPath.SLUG + " 个。" : "";
        if (path != null && !visit.staff().may(Role.AUTHOR, path.part())) {
            return form(visit, 403, Notice.wrong("这一类不归您写", "需要的，请找管理员。"), titleFault, slugFault);
        }
        if (path != null && slugFault.isEmpty() && desk.last(path) != null) {
            slugFault = "这个名字用过了。网址里的名字不能再给别的文件用，请换一个。";
        }
        if (path == null || !titleFault.isEmpty() || !slugFault.isEmpty()) {
            return form(visit, 422, Notice.NONE, titleFault, slugFault);
        }
        try {
            desk.drafting()
                    .open(visit.staff().account(), path, FrontMatterText.fresh(path.kind(), title));
        } catch (Refused e) {
            return form(visit, 422, Notice.wrong("没有开始", e.words()), "", "");
        }
        return Reply.redirect(Desk.at(Desk.EDIT, path));
    }
}
