package tongtu.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tongtu.web.Reply;

/// Where administrators add accounts, give duties, reset and disable.
public final class Administration {
    static final String PATH = "/staff/accounts";
    private static final Access ADMINISTRATOR = Access.of(Role.ADMINISTRATOR);

    private final Accounts accounts;
    private final StaffFrames frames;
    private final Map<String, String> parts;
    private final String baseUrl;

    /// `parts` has the label of each part of the site, in their order.
    public Administration(
            Accounts accounts, StaffFrames frames, Map<String, String> parts, String baseUrl) {
        this.accounts = accounts;
        this.frames = frames;
        this.parts = parts;
        this.baseUrl = baseUrl;
    }

    public List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, ADMINISTRATOR, visit -> list(visit, 200, Notice.NONE)),
                StaffRoute.post(PATH + "/add", ADMINISTRATOR.confirmed(), this::add),
                StaffRoute.get(PATH + "/{name}", ADMINISTRATOR, this::show),
                StaffRoute.post(PATH + "/duties", ADMINISTRATOR.confirmed(), this::assign),
                StaffRoute.post(PATH + "/reset", ADMINISTRATOR.confirmed(), this::reset),
                StaffRoute.post(PATH + "/disable", ADMINISTRATOR.confirmed(), this::disable));
    }

    private Reply list(Visit visit, int status, Notice notice) throws Exception {
        var rows = new ArrayList<List<Link>>();
        for (var account : accounts.list()) {
            rows.add(
                    List.of(
                            new Link(
                                    PATH + "/" + account.name(),
                                    account.display() + "（" + account.name() + "）"),
                            new Link("", state(account)),
                            new Link("", duties(account))));
        }
        var shown = new ArrayList<Part>();
        shown.add(new Part.Table("全部账号", List.of("姓名（登录名）", "状态", "职责"), rows));
        shown.add(new Part.Heading(2, "add-heading", "新建账号"));
        shown.add(
                Part.Form.of(
                        "add",
                        PATH + "/add",
                        Map.of(),
                        List.of(
                                Field.line(
                                                "name",
                                                "登录名",
                                                "小写英文字母、数字、点和连字符，比如 li.ming。",
                                                visit.form().get("name"))
                                        .required(),
                                Field.line("display", "姓名", "别人看到的名字。", visit.form().get("display"))
                                        .required(),
                                checks(chosen(visit.form()))),
                        Part.Button.main("新建账号")));
        return Reply.page(
                status, frames.page(visit.staff(), PATH, List.of(), "账号和职责", notice, shown));
    }

    private static String state(Account account) {
        return account.isDisabled() ? "已停用" : "在用";
    }

    private String duties(Account account) {
        var words = new ArrayList<String>();
        for (var role : Role.values()) {
            for (var part : parts.entrySet()) {
                if (account.duties().contains(new Duty(part.getKey(), role))) {
                    words.add(role.label() + "（" + part.getValue() + "）");
                }
            }
        }
        return words.isEmpty() ? "没有" : String.join("、", words);
    }

    /// A box for each role in each part.
    private Field checks(Set<Duty> chosen) {
        var options = new ArrayList<Field.Option>();
        for (var role : Role.values()) {
            for (var part : parts.entrySet()) {
                if (role == Role.ADMINISTRATOR && !part.getKey().equals(Duty.EVERYWHERE)) {
                    continue;
                }
                var duty = new Duty(part.getKey(), role);
                options.add(
                        new Field.Option(
                                options.isEmpty() ? "duty" : "duty-" + (options.size() + 1),
                                name(duty),
                                "on",
                                role.label() + "：" + part.getValue(),
                                chosen.contains(duty)));
            }
        }
        return Field.checks("duty", "职责", "一个人可以有几样，各管一块。", options);
    }

    private static String name(Duty duty) {
        return "duty " + duty.role().name().toLowerCase(java.util.Locale.ROOT) + " " + duty.part();
    }

    private Set<Duty> chosen(tongtu.web.Form form) {
        var chosen = new HashSet<Duty>();
        for (var role : Role.values()) {
            for (var part : parts.keySet()) {
                var duty = new Duty(part, role);
                if (form.get(name(duty)).equals("on")) {
                    chosen.add(duty);
                }
            }
        }
        return chosen;
    }

    private Reply add(Visit visit) throws Exception {
        var form = visit.form();
        var outcome =
                accounts.add(
                        form.get("name").strip(),
                        form.get("display"),
                        chosen(form),
                        visit.staff().name());
        return switch (outcome) {
            case Accounts.Outcome.Refused(var words) ->
                    list(visit, 422, Notice.wrong("没有新建", words, "您写的都还在。"));
            case Accounts.Outcome.Done(var account, var code) ->
                    page(visit, account, Notice.done("账号建好了", link(account, code)), 200);
        };
    }

    /// The link is shown once: only its hash is kept.
    private String link(Account account, String code) {
        return "把这个链接交给"
                + account.display()
                + "本人，三天内打开，设好怎么登录。链接只显示这一次："
                + baseUrl
                + "/staff/setup?code="
                + code;
    }

    private Reply show(Visit visit) throws Exception {
        var account = accounts.named(visit.request().part("name"));
        return account == null ? Gate.notFound() : page(visit, account, Notice.NONE, 200);
    }

    private Reply page(Visit visit, Account account, Notice notice, int status) {
        var hidden = Map.of("name", account.name());
        var shown = new ArrayList<Part>();
        shown.add(
                new Part.Facts(
                        List.of(
                                new Part.Fact("登录名", account.name()),
                                new Part.Fact("状态", state(account)),
                                new Part.Fact(
                                        "怎么登录",
                                        account.hasPassword()
                                                ? "密码和动态码，也可能有通行密钥"
                                                : "通行密钥，或者还没有设"))));
        shown.add(new Part.Heading(2, "", "职责"));
        shown.add(
                Part.Form.of(
                        "duties",
                        PATH + "/duties",
                        hidden,
                        List.of(checks(account.duties())),
                        Part.Button.main("保存职责")));
        shown.add(new Part.Heading(2, "", "重设登录"));
        shown.add(new Part.Words("忘了密码、丢了手机的，重设以后给本人一个新链接。原来的登录办法全部作废。"));
        shown.add(
                Part.Form.of(
                        "reset",
                        PATH + "/reset",
                        hidden,
                        List.of(),
                        Part.Button.of("重设" + account.display() + "的登录")));
        shown.add(new Part.Heading(2, "", account.isDisabled() ? "恢复账号" : "停用账号"));
        shown.add(
                new Part.Words(
                        account.isDisabled() ? "恢复以后可以照原来的办法登录。" : "停用以后马上退出，不能再登录。做过的事都留着。"));
        shown.add(
                Part.Form.of(
                        "disable",
                        PATH + "/disable",
                        Map.of("name", account.name(), "out", account.isDisabled() ? "no" : "yes"),
                        List.of(),
                        Part.Button.of(
                                (account.isDisabled() ? "恢复" : "停用") + account.display() + "的账号")));
        return Reply.page(
                status,
                frames.page(
                        visit.staff(),
                        PATH,
                        List.of(new Link(PATH, "账号")),
                        account.display(),
                        notice,
                        shown));
    }

    private Reply after(Visit visit, Accounts.Outcome outcome, String done) throws Exception {
        return switch (outcome) {
            case Accounts.Outcome.Refused(var words) -> {
                var account = accounts.named(visit.form().get("name"));
                yield account == null
                        ? Gate.notFound()
                        : page(visit, account, Notice.wrong("没有照做", words), 422);
            }
            case Accounts.Outcome.Done(var account, var code) ->
                    page(
                            visit,
                            account,
                            code.isEmpty()
                                    ? Notice.done(done)
                                    : Notice.done(done, link(account, code)),
                            200);
        };
    }

    private Reply assign(Visit visit) throws Exception {
        var form = visit.form();
        return after(
                visit,
                accounts.assign(form.get("name"), chosen(form), visit.staff().name()),
                "职责改好了");
    }

    private Reply reset(Visit visit) throws Exception {
        return after(visit, accounts.reset(visit.form().get("name"), visit.staff().name()), "重设好了");
    }

    private Reply disable(Visit visit) throws Exception {
        boolean isOut = visit.form().get("out").equals("yes");
        return after(
                visit,
                accounts.disable(visit.form().get("name"), isOut, visit.staff().name()),
                isOut ? "停用了" : "恢复了");
    }
}
