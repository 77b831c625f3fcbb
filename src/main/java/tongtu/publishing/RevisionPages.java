package tongtu.publishing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import tongtu.archive.Comparison;
import tongtu.archive.ComparisonWords;
import tongtu.document.Document;
import tongtu.document.Unit;
import tongtu.document.Units;
import tongtu.web.Reply;

/// Reading a revision to review it: its paragraphs with what was said about each, the form for
/// signing, and what is different from another.
final class RevisionPages {
    private static final Access STAFF = Access.SIGNED_IN;
    private static final Access REVIEWERS =
            Access.of(Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.THIRD_REVIEWER);

    private final Desk desk;

    RevisionPages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(Desk.REVISIONS + "/{kind}/{slug}/{number}", STAFF, this::open),
                StaffRoute.post(Desk.REVISIONS + "/sign", REVIEWERS.confirmed(), this::sign),
                StaffRoute.post(Desk.REVISIONS + "/reject", REVIEWERS, this::reject),
                StaffRoute.post(Desk.REVISIONS + "/remark", STAFF, this::remark),
                StaffRoute.post(Desk.REVISIONS + "/settle", STAFF, this::settle),
                StaffRoute.get(Desk.COMPARE + "/{kind}/{slug}", STAFF, this::compare));
    }

    private Reply open(Visit visit) throws Exception {
        var path = Desk.path(visit);
        var number = visit.request().part("number");
        return path == null || !number.matches("[0-9]{1,6}")
                ? Desk.notFound()
                : page(
                        visit,
                        path,
                        Integer.parseInt(number),
                        200,
                        switch (visit.request().query().get("done")) {
                            case "remark" -> Notice.done("意见记下了");
                            case "settled" -> Notice.done("标成处理好了");
                            default -> Notice.NONE;
                        });
    }

    private record Known(
            Revision revision,
            State state,
            int step,
            String obstacle,
            List<Remark> remarks,
            boolean isLast) {}

    private @Nullable Known known(DocumentPath path, int number, Account who) throws Exception {
        var rules = desk.office().rules();
        return desk.office()
                .database()
                .read(connection -> {
                    var revision = Texts.find(connection, path, number);
                    if (revision == null) {
                        return null;
                    }
                    var state = Texts.state(connection, path, number);
                    int step = state.step();
                    if (step == 0
                            && state.isSeen()
                            && Reviewing.isEmergency(connection, path, number)) {
                        step = Reviewing.openStep(connection, path, number, rules);
                    }
                    return new Known(
                            revision,
                            state,
                            step,
                            step == 0
                                    ? ""
                                    : Reviewing.obstacle(connection, who, path, number, step),
                            Reviewing.remarks(connection, path, number),
                            Texts.last(connection, path) == number);
                });
    }

    private Reply page(Visit visit, DocumentPath path, int number, int status, Notice notice)
            throws Exception {
        var known = known(path, number, visit.staff().account());
        if (known == null) {
            return Desk.notFound();
        }
        var revision = known.revision();
        var title = FrontMatterText.title(revision.text(), path.slug());
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Facts(
                        List.of(
                                new Part.Fact("状态", known.state().label()),
                                new Part.Fact(
                                        "谁交的",
                                        revision.authorName()
                                                + "，"
                                                + Words.moment(revision.madeAt())),
                                new Part.Fact(
                                        "改动说明",
                                        revision.note().isEmpty() ? "没有" : revision.note()))));
        var links = new ArrayList<Link>();
        links.add(new Link(Desk.at(Desk.PREVIEW, path) + "?of=" + number, "预览成网页"));
        links.add(new Link(Desk.at(Desk.PREVIEW, path) + "/heard?of=" + number, "照读出来的样子看"));
        links.add(new Link(Desk.at(Desk.PREVIEW, path) + "/braille?of=" + number, "照盲文的样子看"));
        if (number > 1) {
            links.add(
                    new Link(
                            Desk.at(Desk.COMPARE, path) + "?from=" + (number - 1) + "&to=" + number,
                            "和第 " + (number - 1) + " 稿比"));
        }
        parts.add(new Part.Links(links));
        var file = desk.read(path, revision.text());
        parts.add(new Part.Heading(2, "", "检查"));
        parts.addAll(desk.findings(file, "#L"));
        var document = file.parsed().document();
        parts.add(new Part.Heading(2, "text", "一段一段看"));
        if (document == null) {
            parts.add(new Part.Words("有错误，分不出段落。下面是原文。"));
            parts.add(new Part.Source(revision.text().lines().toList()));
        } else {
            paragraphs(path, number, document, known.remarks(), parts);
            parts.add(
                    new Part.Fold(
                            "带行号的原文", List.of(new Part.Source(revision.text().lines().toList()))));
        }
        general(path, number, known.remarks(), parts);
        if (known.isLast() && known.step() > 0) {
            sign(path, number, known, parts);
        }
        if (!known.isLast() && visit.staff().may(Role.AUTHOR, path.part())) {
            parts.add(
                    new Part.Fold(
                            "回到这一稿",
                            List.of(
                                    new Part.Words("会做成新的一稿，字和这一稿一样；中间的稿子都还在。"),
                                    Part.Form.of(
                                            "back",
                                            Desk.DOCUMENTS + "/back",
                                            hidden(path, number),
                                            List.of(),
                                            Part.Button.of("回到第 " + number + " 稿")))));
        }
        return desk.page(
                status,
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(path, title),
                "第 " + number + " 稿：" + title,
                notice,
                parts);
    }

    private static Map<String, String> hidden(DocumentPath path, int number) {
        return Map.of("path", path.toString(), "number", String.valueOf(number));
    }

    /// Each paragraph with what was said about it, and a form for saying more.
    static void paragraphs(
            DocumentPath path,
            int number,
            Document document,
            List<Remark> remarks,
            List<Part> parts) {
        int count = 0;
        for (Unit unit : Units.of(document)) {
            count++;
            if (unit.words().isBlank()) {
                continue;
            }
            parts.add(new Part.Heading(3, "p-" + unit.id().text(), "第 " + count + " 段"));
            parts.add(new Part.Words(unit.words()));
            for (var remark : remarks) {
                if (remark.block().equals(unit.id().text())) {
                    show(path, number, remark, parts);
                }
            }
            parts.add(
                    new Part.Fold(
                            "对第 " + count + " 段写意见",
                            List.of(
                                    remarkForm(
                                            Desk.REVISIONS + "/remark",
                                            path,
                                            number,
                                            unit.id().text(),
                                            Map.of(),
                                            count))));
        }
    }

    static Part remarkForm(
            String action,
            DocumentPath path,
            int number,
            String block,
            Map<String, String> more,
            int count) {
        var hidden = new TreeMap<String, String>(hidden(path, number));
        hidden.put("block", block);
        hidden.putAll(more);
        var id = "remark" + (block.isEmpty() ? "" : "-" + block);
        return new Part.Form(
                id + "-form",
                action,
                hidden,
                List.of(
                        new Field(
                                Field.Type.LONG,
                                id,
                                count == 0 ? "对整篇的意见" : "对第 " + count + " 段的意见",
                                "",
                                "",
                                "",
                                true,
                                "off",
                                3,
                                List.of())),
                List.of(Part.Button.of("写下意见")),
                false);
    }

    private static void show(DocumentPath path, int number, Remark remark, List<Part> parts) {
        parts.add(
                new Part.Heed(
                        (remark.isSettled() ? "意见（处理好了）" : "意见")
                                + "："
                                + remark.authorName()
                                + (remark.number() == number
                                        ? ""
                                        : "，对第 " + remark.number() + " 稿"),
                        remark.words().lines().toList()));
        if (!remark.isSettled()) {
            parts.add(
                    Part.Form.of(
                            "settle-" + remark.id(),
                            Desk.REVISIONS + "/settle",
                            Map.of(
                                    "path",
                                    path.toString(),
                                    "number",
                                    String.valueOf(number),
                                    "remark",
                                    remark.id()),
                            List.of(),
                            Part.Button.of("标成处理好了：「" + start(remark) + "」")));
        }
    }

    private static String start(Remark remark) {
        var words = remark.authorName() + "，" + remark.words().replaceAll("\\s+", " ");
        return words.length() > 30 ? words.substring(0, 30) + "……" : words;
    }

    /// What was said about all of it, and about paragraphs that are gone.
    private static void general(
            DocumentPath path, int number, List<Remark> remarks, List<Part> parts) {
        parts.add(new Part.Heading(2, "remarks", "对整篇的意见"));
        for (var remark : remarks) {
            boolean isShown =
                    !remark.block().isEmpty()
                            && parts.stream()
                                    .anyMatch(part ->
                                            part instanceof Part.Heading heading
                                                    && heading.id().equals("p-" + remark.block()));
            if (!isShown) {
                show(path, number, remark, parts);
            }
        }
        parts.add(remarkForm(Desk.REVISIONS + "/remark", path, number, "", Map.of(), 0));
    }

    private static void sign(DocumentPath path, int number, Known known, List<Part> parts) {
        var label = Reviewing.label(known.step());
        parts.add(new Part.Heading(2, "sign", "签" + label));
        if (!known.obstacle().isEmpty()) {
            parts.add(new Part.Words(known.obstacle()));
            return;
        }
        var options = new ArrayList<Field.Option>();
        for (var task : Task.values()) {
            var name = "task-" + task.name().toLowerCase(java.util.Locale.ROOT);
            options.add(
                    new Field.Option(
                            options.isEmpty() ? "task" : name,
                            name,
                            "on",
                            task.label() + "：" + task.line(),
                            false));
        }
        parts.add(
                Part.Form.of(
                        "sign-form",
                        Desk.REVISIONS + "/sign",
                        hidden(path, number),
                        List.of(
                                Field.checks("task", "签哪一样", "可以一个人都签，也可以两个人分开签。", options),
                                Field.words("words", "说明", "可以不写。", "", 2)),
                        Part.Button.main("签" + label)));
        parts.add(
                new Part.Fold(
                        "退回",
                        List.of(
                                Part.Form.of(
                                        "reject",
                                        Desk.REVISIONS + "/reject",
                                        hidden(path, number),
                                        List.of(
                                                Field.words("reason", "为什么退回", "写稿的人看得到。", "", 3)
                                                        .required()),
                                        Part.Button.of("退回")))));
    }

    private Reply after(Visit visit, DocumentPath path, Office.Outcome outcome, String done)
            throws Exception {
        return switch (outcome) {
            case Office.Outcome.Done _ -> Desk.to(path, done);
            case Office.Outcome.Refused(var words) ->
                    page(
                            visit,
                            path,
                            Desk.number(visit, "number"),
                            422,
                            Notice.wrong("没有照做", words));
        };
    }

    private Reply sign(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        if (path == null) {
            return Desk.notFound();
        }
        var tasks = EnumSet.noneOf(Task.class);
        for (var task : Task.values()) {
            if (visit.form()
                    .get("task-" + task.name().toLowerCase(java.util.Locale.ROOT))
                    .equals("on")) {
                tasks.add(task);
            }
        }
        return after(
                visit,
                path,
                desk.reviewing()
                        .sign(
                                visit.staff().account(),
                                path,
                                Desk.number(visit, "number"),
                                tasks,
                                visit.form().get("words")),
                "signed");
    }

    private Reply reject(Visit visit) throws Exception {
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

    private Reply remark(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        if (path == null) {
            return Desk.notFound();
        }
        int number = Desk.number(visit, "number");
        var block = visit.form().get("block");
        var words = visit.form().get(block.isEmpty() ? "remark" : "remark-" + block);
        var who = visit.staff().account();
        var outcome = desk.reviewing().remark(who, who.display(), path, number, block, words);
        return switch (outcome) {
            case Office.Outcome.Done _ ->
                    Reply.redirect(
                            Desk.revision(path, number)
                                    + "?done=remark"
                                    + (block.isEmpty() ? "" : "#p-" + block));
            case Office.Outcome.Refused(var why) ->
                    page(visit, path, number, 422, Notice.wrong("意见没有记下", why));
        };
    }

    private Reply settle(Visit visit) throws Exception {
        var path = Desk.sent(visit);
        if (path == null) {
            return Desk.notFound();
        }
        int number = Desk.number(visit, "number");
        var outcome =
                desk.reviewing().settle(visit.staff().account(), path, visit.form().get("remark"));
        return switch (outcome) {
            case Office.Outcome.Done _ ->
                    Reply.redirect(Desk.revision(path, number) + "?done=settled");
            case Office.Outcome.Refused(var why) ->
                    page(visit, path, number, 422, Notice.wrong("没有照做", why));
        };
    }

    private Reply compare(Visit visit) throws Exception {
        var path = Desk.path(visit);
        if (path == null) {
            return Desk.notFound();
        }
        var last = desk.last(path);
        boolean isDraft = visit.request().query().get("to").equals("draft");
        var draft = isDraft ? desk.drafting().find(visit.staff().account(), path) : null;
        if (last == null || (isDraft && draft == null)) {
            return last == null && draft == null ? Desk.notFound() : first(visit, path, draft);
        }
        int to = Desk.number(visit, "to");
        to = to == 0 ? last.number() : to;
        int from = Desk.number(visit, "from");
        from = from == 0 ? (isDraft ? last.number() : Math.max(1, to - 1)) : from;
        var before = desk.revision(path, from, false);
        var after = desk.revision(path, to, false);
        if (before == null || after == null) {
            return Desk.notFound();
        }
        var old = desk.read(path, before.text()).parsed().document();
        var now = desk.read(path, draft == null ? after.text() : draft.text()).parsed().document();
        var title = FrontMatterText.title(after.text(), path.slug());
        var parts = new ArrayList<Part>();
        if (old == null || now == null) {
            parts.add(new Part.Words("其中一稿有错误，分不出段落，比不了。"));
        } else {
            parts.add(new Part.Heading(2, "", "改了哪些"));
            parts.addAll(changes(Comparison.of(old, now)));
        }
        var links = others(path, last.number(), from, isDraft ? 0 : to);
        if (!links.isEmpty()) {
            parts.add(new Part.Heading(2, "", "比别的"));
            parts.add(new Part.Links(links));
        }
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(path, title),
                "第 " + from + " 稿和" + (isDraft ? "草稿" : "第 " + to + " 稿") + "比",
                Notice.NONE,
                parts);
    }

    /// Every other revision beside the one that is looked at, then each beside the one before it:
    /// so any two can be reached. `to` is 0 for a draft.
    private static List<Link> others(DocumentPath path, int last, int from, int to) {
        var links = new LinkedHashMap<String, Link>();
        for (int number = last; to > 0 && number > 0; number--) {
            if (number != to) {
                add(path, number, to, from, to, links);
            }
        }
        for (int number = last; number > 1; number--) {
            add(path, number - 1, number, from, to, links);
        }
        return List.copyOf(links.values());
    }

    private static void add(
            DocumentPath path, int one, int other, int from, int to, Map<String, Link> links) {
        var address = Desk.at(Desk.COMPARE, path) + "?from=" + one + "&to=" + other;
        links.put(
                address,
                new Link(address, "第 " + one + " 稿和第 " + other + " 稿", one == from && other == to));
    }

    /// A draft of what was never handed in: there is nothing to compare it with.
    private Reply first(Visit visit, DocumentPath path, @Nullable Draft draft) {
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(
                        path,
                        draft == null
                                ? path.slug()
                                : FrontMatterText.title(draft.text(), path.slug())),
                "没有可比的",
                Notice.NONE,
                List.of(new Part.Words(draft == null ? "您没有草稿。" : "这是第一稿，没有以前的稿子可比。")));
    }

    /// What is different, in words that can be heard.
    static List<Part> changes(Comparison comparison) {
        var parts = new ArrayList<Part>();
        if (comparison.changes().isEmpty()) {
            parts.add(new Part.Words("一个字也没有差。"));
            return parts;
        }
        parts.add(new Part.Words(ComparisonWords.summary(comparison)));
        for (var change : comparison.changes()) {
            var place = new Link("", ComparisonWords.place(change));
            var line = ComparisonWords.line(change);
            parts.add(
                    new Part.Change(
                            line,
                            place,
                            switch (change) {
                                case Comparison.Change.Edited edited ->
                                        edited.spots().stream()
                                                .map(spot ->
                                                        new Part.Spot(
                                                                spot.kind()
                                                                        .name()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT),
                                                                spot.words()))
                                                .toList();
                                case Comparison.Change.Added added ->
                                        List.of(new Part.Spot("in", added.words()));
                                case Comparison.Change.Removed removed ->
                                        List.of(new Part.Spot("out", removed.words()));
                                case Comparison.Change.Moved moved ->
                                        List.of(new Part.Spot("same", moved.words()));
                            }));
        }
        return parts;
    }
}
