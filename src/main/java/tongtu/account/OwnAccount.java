package tongtu.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongtu.audit.Deed;
import tongtu.web.Reply;

/// What somebody who is signed in sees and sets about themselves: passkeys, password, where they
/// are signed in.
public final class OwnAccount {
    static final String PATH = "/staff/account";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final StaffFrames frames;

    public OwnAccount(Accounts accounts, Sessions sessions, SignIn signIn, StaffFrames frames) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.frames = frames;
    }

    public List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Access.SIGNED_IN, this::open),
                StaffRoute.post(PATH + "/password", Access.SIGNED_IN.confirmed(), this::password),
                StaffRoute.post(PATH + "/passkeys", Access.SIGNED_IN.confirmed(), this::add),
                StaffRoute.post(
                        PATH + "/passkeys/remove", Access.SIGNED_IN.confirmed(), this::remove),
                StaffRoute.post(PATH + "/sessions/end", Access.SIGNED_IN, this::end),
                StaffRoute.post(PATH + "/sessions/end-others", Access.SIGNED_IN, this::endOthers));
    }

    private Reply open(Visit visit) throws Exception {
        var notice =
                switch (visit.request().query().get("done")) {
                    case "passkey" -> Notice.done("通行密钥添加好了");
                    case "removed" -> Notice.done("通行密钥删除了");
                    case "password" -> Notice.done("密码改好了");
                    case "ended" -> Notice.done("那边的登录结束了");
                    default -> Notice.NONE;
                };
        return page(visit, 200, notice, "", List.of());
    }

    private Reply page(Visit visit, int status, Notice notice, String secret, List<String> faults)
            throws Exception {
        var staff = visit.staff();
        var account = staff.account();
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Facts(
                        List.of(
                                new Part.Fact("登录名", account.name()),
                                new Part.Fact("职责", Accounts.words(account.duties())))));
        passkeys(visit, parts);
        parts.add(new Part.Heading(2, "password-heading", "密码和动态码"));
        parts.add(
                new Part.Fold(
                        account.hasPassword() ? "改密码和动态码" : "加上密码和动态码",
                        signIn.passwordParts(
                                PATH + "/password", Map.of(), account.name(), secret, faults)));
        sessions(staff, parts);
        var shown =
                faults.isEmpty()
                        ? notice
                        : SignIn.fieldNotice(((Part.Fold) parts.get(foldOf(parts))).parts());
        return Reply.page(status, frames.page(staff, PATH, List.of(), "我的账号", shown, parts));
    }

    private static int foldOf(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Fold) {
                return i;
            }
        }
        throw new IllegalStateException("no fold");
    }

    private void passkeys(Visit visit, List<Part> parts) throws Exception {
        var account = visit.staff().account();
        parts.add(new Part.Heading(2, "passkeys", "通行密钥"));
        var keys = accounts.passkeys(account.id());
        if (keys.isEmpty()) {
            parts.add(new Part.Words("还没有。"));
        }
        for (var key : keys) {
            parts.add(new Part.Heading(3, "", key.label()));
            parts.add(
                    new Part.Words(
                            moment(key.addedAt())
                                    + " 添加，"
                                    + (key.usedAt() == null
                                            ? "还没有用过。"
                                            : moment(key.usedAt()) + " 最后一次用。")));
            parts.add(
                    Part.Form.of(
                            "remove-" + keys.indexOf(key),
                            PATH + "/passkeys/remove",
                            Map.of("credential", key.credential()),
                            List.of(),
                            Part.Button.of("删除「" + key.label() + "」")));
        }
        var challenge = signIn.challenge(account, visit.request().host());
        if (challenge != null) {
            parts.add(
                    new Part.Passkey(
                            "passkey",
                            PATH + "/passkeys",
                            Map.of("challenge", challenge.name()),
                            List.of(Field.line("label", "给新的密钥起个名字", "比如「办公室的电脑」。可以不填。", "")),
                            challenge.options(),
                            true,
                            "添加通行密钥"));
        }
    }

    private void sessions(Staff staff, List<Part> parts) throws Exception {
        parts.add(new Part.Heading(2, "sessions", "在哪里登录着"));
        int number = 0;
        for (var session : sessions.list(staff.account().id())) {
            boolean isThis = session.key().equals(staff.session().key());
            parts.add(
                    new Part.Words(
                            session.device()
                                    + "，"
                                    + moment(session.beganAt())
                                    + " 登录，"
                                    + moment(session.seenAt())
                                    + " 最后一次用"
                                    + (isThis ? "（就是这里）。" : "。")));
            if (!isThis) {
                parts.add(
                        Part.Form.of(
                                "end-" + ++number,
                                PATH + "/sessions/end",
                                Map.of("session", session.key()),
                                List.of(),
                                Part.Button.of("结束 " + moment(session.beganAt()) + " 的登录")));
            }
        }
        if (number > 1) {
            parts.add(
                    Part.Form.of(
                            "end-others",
                            PATH + "/sessions/end-others",
                            Map.of(),
                            List.of(),
                            Part.Button.of("结束别处的全部登录")));
        }
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private Reply password(Visit visit) throws Exception {
        var account = visit.staff().account();
        var faults = signIn.passwordFaults(visit, account.name());
        if (faults.stream().anyMatch(fault -> !fault.isEmpty())) {
            return page(visit, 422, Notice.NONE, visit.form().get("totp"), faults);
        }
        accounts.change(
                account,
                visit.form().get("password"),
                visit.form().get("totp"),
                signIn.step(visit));
        sessions.endOthers(account, visit.staff().session().key());
        return Reply.redirect(PATH + "?done=password");
    }

    private Reply add(Visit visit) throws Exception {
        var account = visit.staff().account();
        var passkey = signIn.created(visit, account);
        if (passkey == null) {
            return page(visit, 422, Notice.wrong("通行密钥没有加上", "这一页可能开得太久了。请再试一次。"), "", List.of());
        }
        accounts.add(passkey, account);
        return Reply.redirect(PATH + "?done=passkey");
    }

    private Reply remove(Visit visit) throws Exception {
        return accounts.remove(visit.staff().account(), visit.form().get("credential"))
                ? Reply.redirect(PATH + "?done=removed")
                : page(visit, 422, Notice.wrong("不能删除", "这是您唯一的登录办法。先加上别的，再删除它。"), "", List.of());
    }

    private Reply end(Visit visit) throws Exception {
        sessions.end(visit.staff().account(), visit.form().get("session"), Deed.SESSION_ENDED);
        return Reply.redirect(PATH + "?done=ended");
    }

    private Reply endOthers(Visit visit) throws Exception {
        sessions.endOthers(visit.staff().account(), visit.staff().session().key());
        return Reply.redirect(PATH + "?done=ended");
    }
}
