package tongtu.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Account;
import tongtu.account.Field;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.web.Reply;

/// All there is to know and do about one document: its revisions, where the newest stands, and what
/// whoever looks at it may do next.
final class DocumentPages {
    private static final Access STAFF = Access.SIGNED_IN;

    private final Desk desk;

    DocumentPages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get(Desk.DOCUMENTS + "/{kind}/{slug}", STAFF, this::open));
    }

    /// What is known of a document at one moment.
    private record Known(
            List<Revision> revisions,
            Map<Integer, List<Step>> steps,
            List<Signature> signatures,
            List<Appointment> open,
            List<Appointment> failed,
            int shown,
            String publishObstacle,
            boolean isWriter,
            Map<String, String> names) {
        Revision last() {
            return revisions.getFirst();
        }

        State state(int number) {
            return Objects.requireNonNull(steps.get(number)).getLast().state();
        }

        State state() {
            return state(last().number());
        }
    }

    private @Nullable Known known(DocumentPath path, Account who) throws Exception {
        if (desk.last(path) == null) {
            return null;
        }
        return desk.office()
                .database()
                .read(connection -> {
                    var revisions = Texts.all(connection, path);
                    var steps = new LinkedHashMap<Integer, List<Step>>();
                    var names = new LinkedHashMap<String, String>();
                    for (var revision : revisions) {
                        var own = Texts.steps(connection, path, revision.number());
                        steps.put(revision.number(), own);
                        for (var step : own) {
                            names.put(step.account(), Office.display(connection, step.account()));
                        }
                    }
                    int last = revisions.getFirst().number();
                    var signatures = Texts.signatures(connection, path, last);
                    for (var signature : signatures) {
                        names.put(
                                signature.account(),
                                Office.display(connection, signature.account()));
                    }
                    var open = Appointments.open(connection, path);
                    for (var appointment : open) {
                        names.put(
                                appointment.account(),
                                Office.display(connection, appointment.account()));
                    }
                    return new Known(
                            revisions,
                            steps,
                            signatures,
                            open,
                            Appointments.failed(connection, path),
                            Texts.shown(connection, path),
                            desk.deciding().obstacle(connection, who, path, last),
                            Texts.writers(connection, path, last).contains(who.id()),
                            names);
                });
    }

    private Reply open(Visit visit) throws Exception {
        var path = Desk.path(visit);
        if (path == null) {
            return Desk.notFound();
        }
        return page(visit, path, 200, done(visit.request().query().get("done")));
    }

    private static Notice done(String what) {
        return switch (what) {
            case "handed-in" -> Notice.done("稿子交了", "还没有送审。看一遍，没有问题就按「送审」。");
            case "merged" -> Notice.done("稿子交了", "别人在您之前交过新稿，改的段落不一样，已经合在一起。请再看一遍，再送审。");
            case "submitted" -> Notice.done("送审了", "等人签的时候，您的工作台上看得到在等谁。");
            case "recalled" -> Notice.done("撤回了", "改好以后再交、再送审。");
            case "signed" -> Notice.done("签好了");
            case "rejected" -> Notice.done("退回了", "写稿的人在工作台上看得到您的理由。");
            case "published" -> Notice.done("记下了，正在发布", "各种形式一做好就公布；下面看得到现在到哪一步。");
            case "scheduled" -> Notice.done("定好时间了");
            case "cancelled" -> Notice.done("取消了");
            case "back" -> Notice.done("旧稿的字成了新的一稿", "和别的稿子一样，要送审才能发布。");
            case "emergency" -> Notice.done("记下了，等第二个人同意");
            case "agreed" -> Notice.done("同意了，正在发布", "发布以后要补审，补审没有完以前，工作台上一直会提醒。");
            case "retired" -> Notice.done("记下了，马上照办");
            case "unlinked" -> Notice.done("链接收回了");
            default -> Notice.NONE;
        };
    }

    /// The page of a document with something to say first.
    Reply page(Visit visit, DocumentPath path, int status, Notice notice) throws Exception {
        var who = visit.staff().account();
        var draft = desk.drafting().find(who, path);
        var known = known(path, who);
        if (known == null && draft == null) {
            return Desk.notFound();
        }
        var text =
                known == null
                        ? String.valueOf(draft == null ? "" : draft.text())
                        : known.last().text();
        var title = FrontMatterText.title(text, path.slug());
        var parts = new ArrayList<Part>();
        parts.add(new Part.Facts(facts(path, known)));
        if (known != null) {
            waiting(known, parts);
        }
        draft(path, draft, who, parts);
        if (known != null) {
            next(path, known, who, parts);
            revisions(path, known, parts);
            links(path, known, who, parts);
            retire(path, known, who, parts);
        }
        return desk.page(
                status,
                visit.staff(),
                Desk.DOCUMENTS,
                List.of(new Link(Desk.DOCUMENTS, "文件")),
                title,
                notice,
                parts);
    }

    private List<Part.Fact> facts(DocumentPath path, @Nullable Known known) {
        var facts = new ArrayList<Part.Fact>();
        facts.add(new Part.Fact("种类", path.kind().label()));
        facts.add(new Part.Fact("网址", desk.baseUrl() + "/" + path));
        facts.add(new Part.Fact("要几审", desk.office().rules().steps(path.kind()) + " 审，每审都要签审和校"));
        if (known == null) {
            facts.add(new Part.Fact("现在", "只有草稿，还没有交"));
            return facts;
        }
        facts.add(
                new Part.Fact(
                        "最新一稿", "第 " + known.last().number() + " 稿，" + known.state().label()));
        facts.add(
                new Part.Fact(
                        "网站上的",
                        known.shown() == 0
                                ? "没有"
                                : "第 "
                                        + known.shown()
                                        + " 稿，"
                                        + known.state(known.shown()).label()));
        for (var signature : known.signatures()) {
            facts.add(
                    new Part.Fact(
                            Reviewing.label(signature.step()) + " " + signature.task().label(),
                            known.names().get(signature.account())
                                    + "，"
                                    + Words.moment(signature.at())
                                    + (signature.words().isEmpty()
                                            ? ""
                                            : "：" + signature.words())));
        }
        return facts;
    }

    /// What is to be done at a time, what it waits for, and what came to nothing.
    private void waiting(Known known, List<Part> parts) {
        for (var each : known.open()) {
            var lines = new ArrayList<String>();
            lines.add(
                    known.names().get(each.account())
                            + "定的："
                            + Words.moment(each.dueAt())
                            + " "
                            + each.action().label()
                            + "第 "
                            + each.number()
                            + " 稿。"
                            + (each.reason().isEmpty() ? "" : "理由：" + each.reason()));
            if (each.action() == Appointment.Action.EMERGENCY && each.second().isEmpty()) {
                lines.add("等第二个人同意。");
            }
            var problem = desk.releasing().problem(each);
            if (!problem.isEmpty()) {
                lines.add(problem);
            }
            parts.add(new Part.Heed("等着要做的", lines));
            parts.add(
                    Part.Form.of(
                            "cancel-" + each.id(),
                            Desk.DOCUMENTS + "/cancel",
                            Map.of("path", each.path().toString(), "appointment", each.id()),
                            List.of(),
                            Part.Button.of(
                                    "取消 "
                                            + Words.moment(each.dueAt())
                                            + " 的"
                                            + each.action().label())));
        }
        known.failed().stream()
                .limit(1)
                .filter(each -> !each.outcome().startsWith("取消"))
                .filter(each -> each.number() == known.last().number())
                .forEach(each ->
                        parts.add(
                                new Part.Heed(
                                        each.action().label() + "没有成功", List.of(each.outcome()))));
    }

    private void draft(DocumentPath path, @Nullable Draft draft, Account who, List<Part> parts) {
        if (!who.may(Role.AUTHOR, path.part())) {
            return;
        }
        parts.add(new Part.Heading(2, "hand-in", "您的草稿"));
        if (draft == null) {
            parts.add(new Part.Links(List.of(new Link(Desk.at(Desk.EDIT, path), "在最新一稿上改"))));
            return;
        }
        parts.add(new Part.Words(Words.moment(draft.savedAt()) + " 存的。"));
        parts.add(
                new Part.Links(
                        List.of(
                                new Link(Desk.at(Desk.EDIT, path), "接着写"),
                                new Link(Desk.at(Desk.PREVIEW, path), "预览草稿"),
                                new Link(Desk.at(Desk.COMPARE, path) + "?to=draft", "和最新一稿比"))));
        parts.add(
                Part.Form.of(
                        "hand-in-form",
                        Desk.DOCUMENTS + "/hand-in",
                        Map.of("path", path.toString()),
                        List.of(Field.words("note", "改了什么", "一两句话，发布以后公众看得到。新写的可以不填。", "", 2)),
                        new Part.Button("then", "submit", "交稿并送审", true),
                        new Part.Button("then", "stay", "只交稿", false)));
    }

    /// What can be done with the newest revision.
    private void next(DocumentPath path, Known known, Account who, List<Part> parts) {
        int number = known.last().number();
        var hidden = Map.of("path", path.toString(), "number", String.valueOf(number));
        var state = known.state();
        parts.add(new Part.Heading(2, "next", "第 " + number + " 稿：" + state.label()));
        parts.add(
                new Part.Links(
                        List.of(
                                new Link(
                                        Desk.revision(path, number),
                                        state.step() > 0 ? "看稿、写意见、签" : "看稿、写意见"),
                                new Link(
                                        Desk.at(Desk.PREVIEW, path) + "?of=" + number,
                                        "预览第 " + number + " 稿"))));
        boolean isAuthor = who.may(Role.AUTHOR, path.part());
        if (state == State.DRAFT && isAuthor) {
            parts.add(
                    Part.Form.of(
                            "submit",
                            Desk.DOCUMENTS + "/submit",
                            hidden,
                            List.of(),
                            Part.Button.main("送审")));
        }
        if (state.step() > 0 && known.isWriter() && isAuthor) {
            parts.add(
                    Part.Form.of(
                            "recall",
                            Desk.DOCUMENTS + "/recall",
                            hidden,
                            List.of(),
                            Part.Button.of("撤回送审")));
        }
        if ((state == State.APPROVED || state == State.SCHEDULED)
                && known.publishObstacle().isEmpty()) {
            publishForms(hidden, parts);
        }
        boolean canHurry =
                !state.isSeen()
                        && state != State.APPROVED
                        && state != State.SCHEDULED
                        && state != State.WITHDRAWN
                        && state != State.REPLACED;
        var asked =
                known.open().stream()
                        .filter(each -> each.action() == Appointment.Action.EMERGENCY)
                        .findFirst();
        if (who.may(Role.PUBLISHER, path.part())) {
            if (asked.isPresent() && !asked.get().account().equals(who.id())) {
                parts.add(
                        Part.Form.of(
                                "agree",
                                Desk.DOCUMENTS + "/agree",
                                Map.of("path", path.toString(), "appointment", asked.get().id()),
                                List.of(),
                                Part.Button.main("同意紧急发布")));
            } else if (canHurry && asked.isEmpty()) {
                parts.add(
                        new Part.Fold(
                                "紧急发布（没有审完就公布）",
                                List.of(
                                        new Part.Words(
                                                "只用于马上要让人知道的事。要两个人：您要求，另一个有发布职责的人同意。发布以后要补审。"),
                                        Part.Form.of(
                                                "emergency",
                                                Desk.DOCUMENTS + "/emergency",
                                                hidden,
                                                List.of(
                                                        Field.words("reason", "为什么急", "", "", 3)
                                                                .required()),
                                                Part.Button.of("要求紧急发布")))));
            }
        }
    }

    private static void publishForms(Map<String, String> hidden, List<Part> parts) {
        parts.add(
                Part.Form.of(
                        "publish",
                        Desk.DOCUMENTS + "/publish",
                        hidden,
                        List.of(
                                Field.line(
                                        "at",
                                        "什么时候公布",
                                        "空着是现在。定时写成 2026-12-31 09:30 的样子（北京时间）。",
                                        ""),
                                Field.choice(
                                        "waits",
                                        "各种形式",
                                        "",
                                        "yes",
                                        List.of(
                                                new Field.Choice("yes", "都做好了同时公布（推荐）"),
                                                new Field.Choice("no", "不等，先公布网页（要写理由）"))),
                                Field.words("reason", "理由", "不等的时候要写。", "", 2)),
                        Part.Button.main("发布")));
        parts.add(
                new Part.Fold(
                        "退回",
                        List.of(
                                Part.Form.of(
                                        "return",
                                        Desk.DOCUMENTS + "/return",
                                        hidden,
                                        List.of(
                                                Field.words("reason", "为什么退回", "", "", 3)
                                                        .required()),
                                        Part.Button.of("退回")))));
    }

    private static void revisions(DocumentPath path, Known known, List<Part> parts) {
        var rows = new ArrayList<List<Link>>();
        for (var revision : known.revisions()) {
            int number = revision.number();
            rows.add(
                    List.of(
                            new Link(Desk.revision(path, number), "第 " + number + " 稿"),
                            new Link("", known.state(number).label()),
                            new Link(
                                    "",
                                    revision.authorName() + "，" + Words.moment(revision.madeAt())),
                            new Link("", revision.note().isEmpty() ? "没有说明" : revision.note()),
                            number == 1
                                    ? new Link("", "第一稿")
                                    : new Link(
                                            Desk.at(Desk.COMPARE, path)
                                                    + "?from="
                                                    + (number - 1)
                                                    + "&to="
                                                    + number,
                                            "第 " + number + " 稿改了什么")));
        }
        parts.add(new Part.Heading(2, "revisions", "每一稿"));
        parts.add(new Part.Table("每一稿", List.of("稿次", "状态", "谁交的", "改动说明", "对比"), rows));
        if (known.revisions().size() > 2) {
            parts.add(new Part.Links(List.of(new Link(Desk.at(Desk.COMPARE, path), "选两稿来比"))));
        }
        var items = new ArrayList<Part.Item>();
        known.steps()
                .forEach((number, steps) ->
                        steps.forEach(step ->
                                items.add(
                                        new Part.Item(
                                                new Link("", ""),
                                                List.of(
                                                        Words.moment(step.at())
                                                                + " 第 "
                                                                + number
                                                                + " 稿："
                                                                + step.state().label()
                                                                + "（"
                                                                + known.names().get(step.account())
                                                                + "）"
                                                                + (step.reason().isEmpty()
                                                                        ? ""
                                                                        : "，" + step.reason()))))));
        parts.add(new Part.Fold("经过", List.of(new Part.Items(items))));
    }

    private void links(DocumentPath path, Known known, Account who, List<Part> parts)
            throws Exception {
        if (!who.may(Role.AUTHOR, path.part())) {
            return;
        }
        var shown = new ArrayList<Part>();
        shown.add(new Part.Words("给没有账号的人看一稿、写意见，比如请专家看。链接到期作废，也可以随时收回。"));
        for (var link : PreviewLinks.of(desk.office(), path)) {
            shown.add(
                    new Part.Words(
                            link.reader()
                                    + "：第 "
                                    + link.number()
                                    + " 稿，到 "
                                    + Words.moment(link.until())
                                    + "。"));
            shown.add(
                    Part.Form.of(
                            "unlink-" + link.key().substring(0, 8),
                            Desk.DOCUMENTS + "/unlink",
                            Map.of("path", path.toString(), "link", link.key()),
                            List.of(),
                            Part.Button.of("收回给" + link.reader() + "的链接")));
        }
        shown.add(
                Part.Form.of(
                        "link",
                        Desk.DOCUMENTS + "/link",
                        Map.of(
                                "path",
                                path.toString(),
                                "number",
                                String.valueOf(known.last().number())),
                        List.of(
                                Field.line("reader", "给谁看", "写名字，意见会记在这个名字下。", "").required(),
                                Field.line(
                                        "days",
                                        "几天有效",
                                        "1 到 " + PreviewLinks.MOST_DAYS + " 天。",
                                        "7")),
                        Part.Button.of("做一个预览链接")));
        parts.add(new Part.Fold("给外面的人看（预览链接）", shown));
    }

    private void retire(DocumentPath path, Known known, Account who, List<Part> parts) {
        if (!who.may(Role.PUBLISHER, path.part())
                || known.shown() == 0
                || !known.state(known.shown()).isSeen()) {
            return;
        }
        parts.add(
                new Part.Fold(
                        "撤下或归档",
                        List.of(
                                new Part.Words("撤下：网址还在，只写哪天撤下、为什么。归档：还能看，标明不再更新。"),
                                Part.Form.of(
                                        "retire",
                                        Desk.DOCUMENTS + "/retire",
                                        Map.of("path", path.toString()),
                                        List.of(
                                                Field.choice(
                                                        "action",
                                                        "怎么办",
                                                        "",
                                                        "archive",
                                                        List.of(
                                                                new Field.Choice("archive", "归档"),
                                                                new Field.Choice(
                                                                        "withdraw", "撤下"))),
                                                Field.words(
                                                                "reason",
                                                                "理由",
                                                                "会写在网页上，请用公众看得懂的话。",
                                                                "",
                                                                2)
                                                        .required(),
                                                Field.line(
                                                        "at",
                                                        "什么时候",
                                                        "空着是现在。定时写成 2026-12-31 09:30 的样子。",
                                                        "")),
                                        Part.Button.of("照办")))));
    }
}
