package tongtu.account;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.web.Cookie;
import tongtu.web.RateLimit;
import tongtu.web.Reply;

/// Signing in with a passkey, or with a password and a code. No puzzle, nothing to remember but
/// what a password keeper fills in.
///
/// Guessing is slowed for each network, and for each account; a browser on which its owner has
/// signed in before counts by itself, so that nobody locks another out by guessing.
public final class SignIn {
    static final String DEVICE = "staff-device";
    private static final int NETWORK = 30;
    private static final Duration NETWORK_PAUSE = Duration.ofSeconds(20);
    private static final int GUESSES = 8;
    private static final Duration GUESS_PAUSE = Duration.ofMinutes(2);

    private final Accounts accounts;
    private final Sessions sessions;
    private final StaffFrames frames;
    private final AuditLog log;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();
    private final String origin;
    private final @Nullable Passkeys passkeys;
    private final RateLimit networks;
    private final RateLimit strangers;
    private final RateLimit devices;

    /// `origin` is the site's address with which passkeys are made; `http://localhost` where it has
    /// none.
    public SignIn(
            Accounts accounts,
            Sessions sessions,
            StaffFrames frames,
            String origin,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.frames = frames;
        this.clock = clock;
        this.origin = origin;
        log = accounts.log();
        passkeys = new Passkeys(accounts, origin, frames.siteName(), clock);
        networks = new RateLimit(NETWORK, NETWORK_PAUSE, clock);
        strangers = new RateLimit(GUESSES, GUESS_PAUSE, clock);
        devices = new RateLimit(GUESSES, GUESS_PAUSE, clock);
    }

    public List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(Gate.SIGN_IN, Access.ANYBODY, this::open),
                StaffRoute.post(Gate.SIGN_IN, Carrying.BODY, Access.ANYBODY, this::signIn),
                StaffRoute.post("/staff/sign-out", Access.SIGNED_IN, this::signOut),
                StaffRoute.post("/staff/confirm", Carrying.BODY, Access.SIGNED_IN, this::confirmed),
                StaffRoute.post("/staff/stay", Access.SIGNED_IN, _ -> new Reply.Json("{}")),
                StaffRoute.get("/staff/setup", Access.ANYBODY, this::openSetup),
                StaffRoute.post("/staff/setup", Access.ANYBODY, this::setup));
    }

    private static final class Carrying {
        /// A form that is carried is encoded twice.
        static final int BODY = 20 * 1024 * 1024;
    }

    /// Whether passkeys work at the address that was asked: browsers give them to no numbers.
    private boolean hasPasskeys(String host) {
        return passkeys != null
                && (!origin.equals("http://localhost") || host.matches("localhost(:[0-9]+)?"));
    }

    Passkeys.@Nullable Challenge challenge(Account account, String host) throws IOException {
        return passkeys != null && hasPasskeys(host) ? passkeys.create(account) : null;
    }

    @Nullable Passkey created(Visit visit, Account account) {
        var label = visit.form().get("label").strip();
        return passkeys == null
                ? null
                : passkeys.created(
                        visit.form().get("challenge"),
                        visit.form().get("answer"),
                        account.id(),
                        label.isEmpty() || label.length() > 40 ? visit.request().device() : label);
    }

    private Reply open(Visit visit) throws Exception {
        if (visit.visitor() != null) {
            return Reply.redirect(to(visit.get("to")));
        }
        var notice =
                switch (visit.request().query().get("done")) {
                    case "out" -> Notice.done("已经退出");
                    case "idle" -> Notice.done("太久没有动，已经退出", "写的字都已存好，登录以后接着写。");
                    default -> Notice.NONE;
                };
        return Reply.page(
                page(200, "", visit.get("to"), Carried.NOTHING, notice, visit.request().host())
                        .view());
    }

    private record Shown(int status, StaffPage view) {}

    private Shown page(
            int status, String name, String to, Carried carried, Notice notice, String host)
            throws IOException {
        var hidden = hidden(to, carried);
        var parts = new ArrayList<Part>();
        if (passkeys != null && hasPasskeys(host)) {
            var challenge = passkeys.ask();
            parts.add(
                    new Part.Passkey(
                            "passkey",
                            Gate.SIGN_IN,
                            with(hidden, "challenge", challenge.name()),
                            List.of(),
                            challenge.options(),
                            false,
                            "用通行密钥登录"));
        }
        parts.add(new Part.Heading(2, "", "用密码登录"));
        parts.add(
                Part.Form.of(
                        "sign-in",
                        Gate.SIGN_IN,
                        hidden,
                        List.of(
                                Field.line("name", "登录名", "", name)
                                        .completed("username")
                                        .required(),
                                Field.of(Field.Type.PASSWORD, "password", "密码", "", "").required(),
                                Field.of(
                                                Field.Type.CODE,
                                                "code",
                                                "动态码",
                                                "手机上的验证器显示的 6 位数字，每 30 秒换一次。",
                                                "")
                                        .required()),
                        Part.Button.main("登录")));
        parts.add(new Part.Words("进不去的，请找管理员重设；管理员自己进不去的，在服务器上用命令重设。"));
        return new Shown(status, frames.page(null, "", List.of(), "工作人员登录", notice, parts));
    }

    private static Map<String, String> hidden(String to, Carried carried) {
        var hidden = new LinkedHashMap<String, String>();
        if (carried.isThere()) {
            hidden.put("carried-path", carried.path());
            hidden.put("carried", carried.encoded());
        } else if (Carried.isAddress(to)) {
            hidden.put("to", to);
        }
        return hidden;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private static String to(String address) {
        return Carried.isAddress(address) ? address : "/staff";
    }

    /// The page for signing in, for somebody whose form came in without a session: it carries the
    /// form.
    Reply again(Carried carried, String host) throws IOException {
        var shown =
                page(401, "", "", carried, Notice.wrong("请重新登录", "登录已经结束。您写的都还在，登录以后接着办。"), host);
        return Reply.page(401, shown.view());
    }

    private Reply signIn(Visit visit) throws Exception {
        var form = visit.form();
        var carried = Carried.read(form.get("carried-path"), form.get("carried"));
        var wait = networks.take(visit.request());
        if (!wait.isZero()) {
            return slow(visit, carried, wait);
        }
        Account account;
        String how;
        if (form.get("answer").isEmpty()) {
            how = "密码和动态码";
            var name = form.get("name").strip();
            wait = guess(visit, name);
            if (!wait.isZero()) {
                return slow(visit, carried, wait);
            }
            account = checked(name, form.get("password"), form.get("code"));
        } else {
            how = "通行密钥";
            account =
                    passkeys == null
                            ? null
                            : passkeys.answered(form.get("challenge"), form.get("answer"));
        }
        if (account == null) {
            failed(form.get("name").strip());
            return shown(
                    page(
                            422,
                            form.get("name"),
                            form.get("to"),
                            carried,
                            form.get("answer").isEmpty()
                                    ? Notice.wrong("没有登录成功", "登录名、密码或动态码不对。动态码用过一次就要等下一个。")
                                    : Notice.wrong("没有登录成功", "这个通行密钥不能用，或者这一页开得太久。请再试一次。"),
                            visit.request().host()));
        }
        return begin(account, how, visit, to(form.get("to")), carried);
    }

    private static Reply shown(Shown shown) {
        return Reply.page(shown.status(), shown.view());
    }

    private Reply begin(Account account, String how, Visit visit, String to, Carried carried)
            throws DatabaseUnavailable {
        var token = sessions.begin(account, visit.request().device(), how);
        var cookies = new ArrayList<Cookie>();
        cookies.add(Gate.cookie(token));
        if (!sessions.isKnown(visit.request().cookie(DEVICE), account.id())) {
            cookies.add(new Cookie(DEVICE, sessions.know(account.id()), Sessions.deviceAge()));
        }
        var session = sessions.find(token);
        if (!carried.isThere() || session == null) {
            return new Reply.Redirect(to, cookies);
        }
        var staff = new Staff(account, session, Staff.form(token));
        var page =
                Gate.resendPage(frames, staff, carried, Notice.done("登录好了", "您刚才写的都还在。按「继续」接着办。"));
        return new Reply.Page(200, page, Duration.ZERO, cookies);
    }

    /// Counts a guess at an account: by the browser where it is known, else together with all who
    /// are not.
    private Duration guess(Visit visit, String name) throws DatabaseUnavailable {
        var device = visit.request().cookie(DEVICE);
        var account = accounts.named(name);
        return account != null && sessions.isKnown(device, account.id())
                ? devices.take(device + " " + name)
                : strangers.take(name);
    }

    private Reply slow(Visit visit, Carried carried, Duration wait) throws IOException {
        var shown =
                page(
                        429,
                        visit.form().get("name"),
                        visit.form().get("to"),
                        carried,
                        Notice.wrong(
                                "试得太多了",
                                "请等 " + wait.plusSeconds(1).toSeconds() + " 秒再试。用通行密钥登录的不用等。"),
                        visit.request().host());
        return new Reply.Page(429, shown.view(), wait);
    }

    /// Whose name, password and code these are; null when they are nobody's.
    private @Nullable Account checked(String name, String password, String code)
            throws DatabaseUnavailable, InterruptedException {
        var account = accounts.named(name);
        var kept = account == null ? null : accounts.kept(account.id());
        boolean isRight = passwords.isRight(password, kept == null ? null : kept.password());
        if (account == null
                || kept == null
                || account.isDisabled()
                || !isRight
                || kept.totp() == null) {
            return null;
        }
        long step = OneTimeCodes.step(kept.totp(), code, kept.step(), clock.instant());
        return step >= 0 && accounts.use(account.id(), step) ? account : null;
    }

    /// A name that nobody has may be a password typed in the wrong field: it is not told.
    private void failed(String name) throws DatabaseUnavailable {
        var account = accounts.named(name);
        if (account != null) {
            log.add(AuditLog.Entry.of(account.name(), Deed.SIGN_IN_FAILED, ""));
        }
    }

    private Reply signOut(Visit visit) throws DatabaseUnavailable {
        var staff = visit.staff();
        sessions.end(staff.account(), staff.session().key(), Deed.SIGNED_OUT);
        return new Reply.Redirect(Gate.SIGN_IN + "?done=out", List.of(Gate.cookie("")));
    }

    /// The page on which somebody who is signed in shows again who they are.
    Reply confirm(Staff staff, Carried carried, String host) throws IOException {
        return Reply.page(
                403,
                confirmation(
                        staff, carried, Notice.wrong("请再确认是您本人", "这一步要紧，所以再问一次。您写的都还在。"), host));
    }

    private StaffPage confirmation(Staff staff, Carried carried, Notice notice, String host)
            throws IOException {
        var hidden = hidden("", carried);
        var parts = new ArrayList<Part>();
        if (passkeys != null && hasPasskeys(host) && !isWithoutPasskey(staff.account())) {
            var challenge = passkeys.ask();
            parts.add(
                    new Part.Passkey(
                            "passkey",
                            "/staff/confirm",
                            with(hidden, "challenge", challenge.name()),
                            List.of(),
                            challenge.options(),
                            false,
                            "用通行密钥确认"));
        }
        if (staff.account().hasPassword()) {
            parts.add(
                    Part.Form.of(
                            "confirm",
                            "/staff/confirm",
                            hidden,
                            List.of(
                                    Field.of(Field.Type.PASSWORD, "password", "密码", "", "")
                                            .required(),
                                    Field.of(
                                                    Field.Type.CODE,
                                                    "code",
                                                    "动态码",
                                                    "手机上的验证器显示的 6 位数字。",
                                                    "")
                                            .required()),
                            Part.Button.main("确认")));
        }
        parts.add(new Part.Links(List.of(new Link("/staff", "不继续，回到工作台"))));
        return frames.page(staff, "", List.of(), "确认是您本人", notice, parts);
    }

    private boolean isWithoutPasskey(Account account) {
        try {
            return accounts.passkeys(account.id()).isEmpty();
        } catch (DatabaseUnavailable e) {
            return true;
        }
    }

    private Reply confirmed(Visit visit) throws Exception {
        var staff = visit.staff();
        var form = visit.form();
        var carried = Carried.read(form.get("carried-path"), form.get("carried"));
        var wait = devices.take(staff.session().key());
        Account account = null;
        if (wait.isZero()) {
            account =
                    form.get("answer").isEmpty()
                            ? checked(staff.name(), form.get("password"), form.get("code"))
                            : passkeys == null
                                    ? null
                                    : passkeys.answered(form.get("challenge"), form.get("answer"));
        }
        if (account == null || !account.id().equals(staff.account().id())) {
            return Reply.page(
                    422,
                    confirmation(
                            staff,
                            carried,
                            wait.isZero()
                                    ? Notice.wrong("没有确认成功", "密码或动态码不对，或者不是您的通行密钥。")
                                    : Notice.wrong(
                                            "试得太多了",
                                            "请等 " + wait.plusSeconds(1).toSeconds() + " 秒再试。"),
                            visit.request().host()));
        }
        sessions.confirm(staff.session());
        return carried.isThere()
                ? Reply.page(
                        Gate.resendPage(frames, staff, carried, Notice.done("确认好了", "按「继续」接着办。")))
                : Reply.redirect("/staff");
    }

    /// The page on which somebody sets how they sign in, under a link that they were given.
    private Reply openSetup(Visit visit) throws Exception {
        return setupPage(visit, 200, "", List.of());
    }

    private Reply setupPage(Visit visit, int status, String typed, List<String> faults)
            throws Exception {
        var code = visit.get("code");
        var account = accounts.atLink(code);
        if (account == null) {
            return Reply.page(
                    404,
                    frames.page(
                            null,
                            "",
                            List.of(),
                            "这个链接不能用了",
                            Notice.wrong("这个链接不能用了", "链接用过一次，或者过了三天。请管理员重设，再给您一个。"),
                            List.of()));
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words(account.display() + "，您的登录名是「" + account.name() + "」。请选一种登录的办法。"));
        var challenge = challenge(account, visit.request().host());
        if (challenge != null) {
            parts.add(new Part.Heading(2, "", "用通行密钥（推荐）"));
            parts.add(new Part.Words("用这台设备的指纹、面容、锁屏密码，或者一把安全钥匙登录。不用记，也骗不走。"));
            parts.add(
                    new Part.Passkey(
                            "passkey",
                            "/staff/setup",
                            Map.of("code", code, "challenge", challenge.name()),
                            List.of(Field.line("label", "给它起个名字", "比如「办公室的电脑」，以后好认。可以不填。", "")),
                            challenge.options(),
                            true,
                            "添加通行密钥"));
        }
        parts.add(new Part.Heading(2, "", "用密码和动态码"));
        parts.addAll(
                passwordParts("/staff/setup", Map.of("code", code), account.name(), typed, faults));
        var page = frames.page(null, "", List.of(), "设置登录", fieldNotice(parts), parts);
        return Reply.page(status, page);
    }

    static Notice fieldNotice(List<Part> parts) {
        return parts.stream()
                .filter(Part.Form.class::isInstance)
                .map(part -> Notice.of(((Part.Form) part).fields()))
                .filter(Notice::isThere)
                .findFirst()
                .orElse(Notice.NONE);
    }

    /// The form for a password and codes, with a new secret, or the one that was shown before.
    List<Part> passwordParts(
            String action,
            Map<String, String> hidden,
            String name,
            String secretBefore,
            List<String> faults) {
        var secret = isSecret(secretBefore) ? secretBefore : OneTimeCodes.secret(new Secrets());
        var code = tongtu.qr.Code.of(OneTimeCodes.uri(secret, frames.siteName(), name));
        var passwordFault = faults.isEmpty() ? "" : faults.getFirst();
        var codeFault = faults.size() < 2 ? "" : faults.get(1);
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words("第一步：用手机上的验证器（比如各家手机自带的密码应用）扫这个码，或者把下面的密钥输进去。"));
        parts.add(new Part.Picture(code.path(), code.box(), "给验证器扫的码，和下面的密钥一样。"));
        parts.add(new Part.Code("密钥", OneTimeCodes.grouped(secret)));
        parts.add(new Part.Words("第二步：设密码，写上验证器现在显示的数字。"));
        parts.add(
                Part.Form.of(
                        "password-form",
                        action,
                        with(hidden, "totp", secret),
                        List.of(
                                Field.of(
                                                Field.Type.PASSWORD,
                                                "password",
                                                "新密码",
                                                "至少 "
                                                        + Passwords.SHORTEST
                                                        + " 个字，不限什么字，可以粘贴。几个不相干的词连起来又长又好记。",
                                                "")
                                        .completed("new-password")
                                        .required()
                                        .wrong(passwordFault),
                                Field.of(Field.Type.CODE, "code-now", "动态码", "验证器现在显示的 6 位数字。", "")
                                        .required()
                                        .wrong(codeFault)),
                        Part.Button.main("设好密码")));
        return parts;
    }

    private static boolean isSecret(String text) {
        return text.matches("[A-Z2-7]{32}");
    }

    /// What is wrong with a new password and its code: two texts, each empty when nothing is.
    List<String> passwordFaults(Visit visit, String name) {
        var form = visit.form();
        var password = Passwords.fault(form.get("password"), name);
        var code =
                isSecret(form.get("totp")) && step(visit) >= 0
                        ? ""
                        : "动态码不对。请看手机的时间准不准，写上现在显示的 6 位数字。";
        return List.of(password, code);
    }

    long step(Visit visit) {
        return OneTimeCodes.step(
                visit.form().get("totp"), visit.form().get("code-now"), 0, clock.instant());
    }

    private Reply setup(Visit visit) throws Exception {
        var form = visit.form();
        var account = accounts.atLink(form.get("code"));
        if (account == null) {
            return setupPage(visit, 404, "", List.of());
        }
        Account set;
        String how;
        if (!form.get("answer").isEmpty()) {
            var passkey = created(visit, account);
            how = "新的通行密钥";
            set = passkey == null ? null : accounts.setUp(form.get("code"), passkey);
            if (set == null) {
                return setupPage(visit, 422, "", List.of());
            }
        } else {
            var faults = passwordFaults(visit, account.name());
            if (faults.stream().anyMatch(fault -> !fault.isEmpty())) {
                return setupPage(visit, 422, form.get("totp"), faults);
            }
            how = "新的密码和动态码";
            set =
                    accounts.setUp(
                            form.get("code"), form.get("password"), form.get("totp"), step(visit));
            if (set == null) {
                return setupPage(visit, 404, "", List.of());
            }
        }
        return begin(set, how, visit, "/staff?done=setup", Carried.NOTHING);
    }
}
