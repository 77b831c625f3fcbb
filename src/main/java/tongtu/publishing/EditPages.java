package tongtu.publishing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Field;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.web.Reply;

/// The editor: what is known of a text as a form, its words in a plain field, and what the checks
/// say. A script saves while one writes; without it one presses the button.
final class EditPages {
    private static final Access AUTHOR = Access.of(Role.AUTHOR);

    /// Bytes of an editor's form: a Han character is nine of them.
    private static final int BODY = 20 * 1024 * 1024;

    private final Desk desk;

    EditPages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(Desk.EDIT + "/{kind}/{slug}", AUTHOR, this::open),
                StaffRoute.post("/staff/save", BODY, AUTHOR, this::save),
                StaffRoute.post("/staff/autosave", BODY, AUTHOR, this::autosave),
                StaffRoute.post("/staff/put-down", AUTHOR, this::putDown),
                StaffRoute.get(Desk.MERGE + "/{kind}/{slug}", AUTHOR, this::conflict),
                StaffRoute.post("/staff/merge", BODY, AUTHOR, this::decide),
                StaffRoute.get("/staff/saved/{kind}/{slug}", AUTHOR, this::saved));
    }

    private @Nullable DocumentPath allowed(Visit visit, @Nullable DocumentPath path) {
        return path != null && visit.staff().may(Role.AUTHOR, path.part()) ? path : null;
    }

    private Reply open(Visit visit) throws Exception {
        var path = allowed(visit, Desk.path(visit));
        if (path == null) {
            return Desk.notFound();
        }
        var who = visit.staff().account();
        Draft draft;
        if (desk.last(path) == null && desk.drafting().find(who, path) == null) {
            return Desk.notFound();
        }
        try {
            draft = desk.drafting().open(who, path, "");
        } catch (Refused e) {
            return desk.page(
                    422,
                    visit.staff(),
                    Desk.DOCUMENTS,
                    List.of(),
                    "没有开始",
                    Notice.wrong("没有开始", e.words()),
                    List.of());
        }
        var notice =
                switch (visit.request().query().get("done")) {
                    case "saved" -> Notice.done("草稿存好了", Words.moment(draft.savedAt()) + " 存的。");
                    case "merged" -> Notice.done("草稿存好了", "这份稿子刚才在别处也改过，两边改的段落不一样，已经合在一起。请看一遍。");
                    case "decided" -> Notice.done("合好了", "请再看一遍，没有问题就交稿。");
                    default -> Notice.NONE;
                };
        return page(visit, 200, draft, draft.version(), draft.text(), notice);
    }

    private Reply page(
            Visit visit, int status, Draft draft, int version, String text, Notice notice)
            throws Exception {
        var path = draft.path();
        var title = FrontMatterText.title(text, path.slug());
        var parts = new ArrayList<Part>();
        var last = desk.last(path);
        if (last != null && last.number() != draft.base()) {
            parts.add(
                    new Part.Heed(
                            "别人交了新稿（第 " + last.number() + " 稿）",
                            List.of(
                                    last.authorName()
                                            + " "
                                            + Words.moment(last.madeAt())
                                            + " 交的。您交稿的时候会自动合在一起；改了同一段的，请您来定。")));
        }
        parts.add(new Part.Status("saving", "/staff/autosave", "editor"));
        parts.add(
                Part.Form.of(
                        "editor",
                        "/staff/save",
                        Map.of("path", path.toString(), "version", String.valueOf(version)),
                        fields(text),
                        new Part.Button("then", "stay", "保存草稿", true),
                        new Part.Button("then", "preview", "保存并预览", false),
                        new Part.Button("then", "check", "保存并检查", false),
                        new Part.Button("then", "hand-in", "保存并交稿……", false)));
        parts.add(new Part.Heading(2, "findings", "检查"));
        parts.addAll(desk.findings(desk.read(path, text), "#L"));
        parts.add(new Part.Fold("带行号的原文（对照检查用）", List.of(new Part.Source(text.lines().toList()))));
        parts.add(new Part.Heading(2, "", "别的"));
        parts.add(
                new Part.Links(
                        List.of(
                                new Link(Desk.at(Desk.PREVIEW, path), "预览（照存好的草稿）"),
                                new Link(Desk.at(Desk.COMPARE, path) + "?to=draft", "和上一稿比"),
                                new Link("/staff/pictures", "图片"),
                                new Link(Desk.at("/staff/saved", path), "以前存过的每一版"),
                                new Link(Desk.at(Desk.DOCUMENTS, path), "这份文件的全部情况"))));
        parts.add(
                new Part.Fold(
                        "放下这份草稿",
                        List.of(
                                new Part.Words("草稿从您的工作台拿走。写过的字都还留着，能从「以前存过的每一版」找回来。"),
                                Part.Form.of(
                                        "put-down",
                                        "/staff/put-down",
                                        Map.of("path", path.toString()),
                                        List.of(),
                                        Part.Button.of("放下草稿")))));
        return desk.page(
                status,
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(path, title),
                "写：" + title,
                notice,
                parts);
    }

    /// The fields of a text: its title and its words, then what else is known of it.
    private static List<Field> fields(String text) {
        var parts = FrontMatterText.of(text);
        var fields = new ArrayList<Field>();
        for (var each : FrontMatterText.Field.values()) {
            var value = parts.value(each);
            if (value == null) {
                continue;
            }
            fields.add(
                    each.isList()
                            ? Field.words(
                                    each.field(),
                                    each.label(),
                                    each.hint(),
                                    value,
                                    Math.max(2, (int) value.lines().count()))
                            : Field.line(each.field(), each.label(), each.hint(), value));
        }
        fields.add(
                Field.words(
                        "others",
                        "文件头里别的内容",
                        "和别的文件的关系（relations）等等，照原来的样子写。不用的空着。",
                        parts.others(),
                        4));
        fields.add(
                Math.min(1, fields.size()),
                Field.words(
                        "body",
                        "正文",
                        "Markdown：段落之间空一行；## 开头是大标题，### 是小标题；- 开头是一项；**粗体**。",
                        parts.body(),
                        24));
        return fields;
    }

    /// The text that a form means, given the one that it was made from.
    private static String composed(String base, tongtu.web.Form form) {
        var values = new EnumMap<FrontMatterText.Field, String>(FrontMatterText.Field.class);
        for (var each : FrontMatterText.Field.values()) {
            if (form.names().contains(each.field())) {
                values.put(each, Drafting.clean(form.get(each.field())).stripTrailing());
            }
        }
        return FrontMatterText.of(base)
                .with(values, Drafting.clean(form.get("others")), Drafting.clean(form.get("body")))
                .text();
    }

    private String base(Visit visit, DocumentPath path, int version) throws Exception {
        var base = desk.drafting().version(visit.staff().account(), path, version);
        if (base != null) {
            return base;
        }
        var draft = desk.drafting().find(visit.staff().account(), path);
        return draft == null ? "" : draft.text();
    }

    private Reply save(Visit visit) throws Exception {
        var path = allowed(visit, Desk.sent(visit));
        if (path == null) {
            return Desk.notFound();
        }
        int from = Desk.number(visit, "version");
        var text = composed(base(visit, path, from), visit.form());
        var saving = desk.drafting().save(visit.staff().account(), path, from, text, false);
        return switch (saving) {
            case Drafting.Saving.Saved _ -> next(visit, path, "saved");
            case Drafting.Saving.Merged _ ->
                    Reply.redirect(Desk.at(Desk.EDIT, path) + "?done=merged");
            case Drafting.Saving.Conflict(var base, var mine) ->
                    Reply.redirect(Desk.at(Desk.MERGE, path) + "?base=" + base + "&mine=" + mine);
            case Drafting.Saving.Refused(var words) ->
                    page(
                            visit,
                            422,
                            new Draft(
                                    path,
                                    visit.staff().account().id(),
                                    0,
                                    from,
                                    text,
                                    desk.office().now()),
                            from,
                            text,
                            Notice.wrong("没有存上", words, "您写的都还在。"));
        };
    }

    private static Reply next(Visit visit, DocumentPath path, String done) {
        return switch (visit.form().get("then")) {
            case "preview" -> Reply.redirect(Desk.at(Desk.PREVIEW, path));
            case "check" ->
                    Reply.redirect(Desk.at(Desk.EDIT, path) + "?done=" + done + "#findings");
            case "hand-in" -> Reply.redirect(Desk.at(Desk.DOCUMENTS, path) + "#hand-in");
            default -> Reply.redirect(Desk.at(Desk.EDIT, path) + "?done=" + done);
        };
    }

    /// The same for a script; what it says is read out.
    private Reply autosave(Visit visit) throws Exception {
        var path = allowed(visit, Desk.sent(visit));
        if (path == null) {
            return Desk.notFound();
        }
        int from = Desk.number(visit, "version");
        var text = composed(base(visit, path, from), visit.form());
        var saving = desk.drafting().save(visit.staff().account(), path, from, text, true);
        var time = Words.moment(desk.office().now()).substring(11);
        return switch (saving) {
            case Drafting.Saving.Saved(var version) -> json(version, "草稿已存，" + time + "。");
            case Drafting.Saving.Merged(var version) -> json(version, "草稿已存，" + time + "。");
            case Drafting.Saving.Conflict _ -> json(from, "字都存着。这份稿子在别处也在改，请按「保存草稿」把两边合起来。");
            case Drafting.Saving.Refused(var words) -> json(from, "没有存上：" + words);
        };
    }

    private static Reply json(int version, String words) {
        return new Reply.Json(
                "{\"version\":" + version + ",\"words\":\"" + words.replace("\"", "”") + "\"}");
    }

    private Reply putDown(Visit visit) throws Exception {
        var path = allowed(visit, Desk.sent(visit));
        if (path == null) {
            return Desk.notFound();
        }
        desk.drafting().putDown(visit.staff().account(), path);
        return Reply.redirect(Desk.HOME);
    }

    private Reply conflict(Visit visit) throws Exception {
        var path = allowed(visit, Desk.path(visit));
        if (path == null) {
            return Desk.notFound();
        }
        int mine = Desk.number(visit, "mine");
        var who = visit.staff().account();
        var open =
                mine > 0
                        ? desk.drafting().between(who, path, Desk.number(visit, "base"), mine)
                        : desk.drafting().against(who, path);
        return open == null
                ? Reply.redirect(Desk.at(Desk.EDIT, path))
                : conflict(visit, path, open, Notice.NONE);
    }

    private Reply conflict(Visit visit, DocumentPath path, Drafting.Open open, Notice notice)
            throws Exception {
        var draft = desk.drafting().find(visit.staff().account(), path);
        if (draft == null) {
            return Desk.notFound();
        }
        var title = FrontMatterText.title(draft.text(), path.slug());
        var other = open.revision() > 0 ? "第 " + open.revision() + " 稿" : "另一个窗口存的";
        var parts = new ArrayList<Part>();
        var conflicts = open.merge().conflicts();
        parts.add(new Part.Heading(2, "", "两边不一样的地方"));
        parts.add(
                new Part.Words(
                        conflicts.isEmpty()
                                ? "两边改的段落不一样，可以直接合在一起。"
                                : "有 " + conflicts.size() + " 段两边都改了，改得不一样。请一段一段定。没有定的，两边都留下。"));
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("path", path.toString());
        hidden.put("base", visit.get("base"));
        hidden.put("mine", visit.get("mine"));
        hidden.put("revision", String.valueOf(open.revision()));
        var fields = new ArrayList<Field>();
        for (int i = 0; i < conflicts.size(); i++) {
            var each = conflicts.get(i);
            parts.add(new Part.Heading(3, "conflict-" + (i + 1), "第 " + (i + 1) + " 处"));
            parts.add(
                    new Part.Sides(
                            "您写的",
                            each.mine().isBlank() ? "（删去了）" : each.mine().strip(),
                            other,
                            each.theirs().isBlank() ? "（删去了）" : each.theirs().strip()));
            var name = "choice-" + (i + 1);
            fields.add(
                    Field.choice(
                            name,
                            "第 " + (i + 1) + " 处用哪一边",
                            "",
                            visit.form().get(name).isEmpty() ? "both" : visit.form().get(name),
                            List.of(
                                    new Field.Choice("both", "两边都留下"),
                                    new Field.Choice("mine", "用您写的"),
                                    new Field.Choice("theirs", "用" + other),
                                    new Field.Choice("own", "用下面另写的"))));
            fields.add(
                    Field.words(
                            "own-" + (i + 1),
                            "第 " + (i + 1) + " 处另写",
                            "选「另写的」才用这里的字。",
                            visit.form().get("own-" + (i + 1)).isEmpty()
                                    ? each.mine().strip()
                                    : visit.form().get("own-" + (i + 1)),
                            4));
        }
        parts.add(new Part.Heading(2, "", "怎么定"));
        parts.add(
                Part.Form.of("merge", "/staff/merge", hidden, fields, Part.Button.main("照这样合起来")));
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(path, title),
                "合稿：" + title,
                notice,
                parts);
    }

    private Reply decide(Visit visit) throws Exception {
        var path = allowed(visit, Desk.sent(visit));
        if (path == null) {
            return Desk.notFound();
        }
        var who = visit.staff().account();
        int mine = Desk.number(visit, "mine");
        var open =
                mine > 0
                        ? desk.drafting().between(who, path, Desk.number(visit, "base"), mine)
                        : desk.drafting().against(who, path);
        if (open == null) {
            return Reply.redirect(Desk.at(Desk.EDIT, path));
        }
        int revision = Desk.number(visit, "revision");
        if (mine == 0 && open.revision() != revision) {
            return conflict(visit, path, open, Notice.wrong("又有了新稿", "刚才又有人交了稿，请再看一遍。"));
        }
        var decisions = new ArrayList<String>();
        var conflicts = open.merge().conflicts();
        for (int i = 0; i < conflicts.size(); i++) {
            var each = conflicts.get(i);
            decisions.add(
                    switch (visit.form().get("choice-" + (i + 1))) {
                        case "mine" -> each.mine();
                        case "theirs" -> each.theirs();
                        case "own" -> ended(visit.form().get("own-" + (i + 1)));
                        default -> both(each.mine(), each.theirs());
                    });
        }
        var outcome =
                desk.drafting().decide(who, path, open.revision(), open.merge().text(decisions));
        return switch (outcome) {
            case Office.Outcome.Done _ ->
                    Reply.redirect(Desk.at(Desk.EDIT, path) + "?done=decided");
            case Office.Outcome.Refused(var words) ->
                    conflict(visit, path, open, Notice.wrong("没有合上", words));
        };
    }

    private static String ended(String text) {
        return text.isBlank() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String both(String mine, String theirs) {
        return theirs.isBlank() || mine.isBlank()
                ? theirs + mine
                : ended(theirs) + "\n" + mine.stripLeading();
    }

    /// Every text that was saved of a draft, to be read and taken back.
    private Reply saved(Visit visit) throws Exception {
        var path = allowed(visit, Desk.path(visit));
        if (path == null) {
            return Desk.notFound();
        }
        var who = visit.staff().account();
        int wanted = Desk.number(visit, "version");
        var parts = new ArrayList<Part>();
        if (wanted > 0) {
            var text = desk.drafting().version(who, path, wanted);
            if (text == null) {
                return Desk.notFound();
            }
            parts.add(new Part.Source(text.lines().toList()));
            var draft = desk.drafting().find(who, path);
            parts.add(
                    Part.Form.of(
                            "take",
                            "/staff/save",
                            savedFields(path, text, draft == null ? 0 : draft.version()),
                            List.of(),
                            Part.Button.main("把草稿换成这一版")));
        }
        var items = new ArrayList<Part.Item>();
        for (var line : desk.drafting().versions(who, path, 200)) {
            items.add(
                    new Part.Item(
                            new Link(
                                    Desk.at("/staff/saved", path) + "?version=" + line.version(),
                                    "第 " + line.version() + " 版，" + Words.moment(line.at())),
                            List.of()));
        }
        parts.add(new Part.Heading(2, "", "最近的 200 版"));
        parts.add(items.isEmpty() ? new Part.Words("没有。") : new Part.Items(items));
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(path, path.slug()),
                wanted > 0 ? "存过的第 " + wanted + " 版" : "以前存过的每一版",
                Notice.NONE,
                parts);
    }

    private static Map<String, String> savedFields(DocumentPath path, String text, int version) {
        var parts = FrontMatterText.of(text);
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("path", path.toString());
        hidden.put("version", String.valueOf(version));
        for (var each : FrontMatterText.Field.values()) {
            var value = parts.value(each);
            if (value != null) {
                hidden.put(each.field(), value);
            }
        }
        hidden.put("others", parts.others());
        hidden.put("body", parts.body());
        return hidden;
    }
}
