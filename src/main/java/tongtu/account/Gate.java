package tongtu.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.database.DatabaseUnavailable;
import tongtu.web.Cookie;
import tongtu.web.Form;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.Sent;

/// Lets staff in to their addresses: each is asked who they are, whether they may, and, where
/// something is sent, whether it comes from a form of their own session. What cannot be taken now
/// comes back whole.
public final class Gate {
    static final String COOKIE = "staff";
    static final String SIGN_IN = "/staff/sign-in";

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final StaffFrames frames;
    private final boolean isOpen;

    /// `isOpen` says that what is typed cannot be read on its way: under https, or on this machine.
    public Gate(
            Accounts accounts,
            Sessions sessions,
            SignIn signIn,
            StaffFrames frames,
            boolean isOpen) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.frames = frames;
        this.isOpen = isOpen;
    }

    /// The routes of a server.
    public List<Route> routes(List<StaffRoute> routes) {
        var all = new ArrayList<Route>();
        for (var route : routes) {
            all.add(
                    new Route(
                            route.method(),
                            route.path(),
                            route.body(),
                            request -> answer(route, request)));
        }
        return all;
    }

    private Reply answer(StaffRoute route, Request request) throws Exception {
        try {
            if (!isOpen) {
                return closed();
            }
            return route.method() == Route.Method.GET ? ask(route, request) : send(route, request);
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.SEVERE, "the database cannot be used: " + e.getMessage(), e);
            return down(String.valueOf(e.getMessage()), Carried.NOTHING);
        }
    }

    private Reply closed() {
        return Reply.page(
                503,
                frames.page(
                        null,
                        "",
                        List.of(),
                        "工作人员页面没有开",
                        Notice.NONE,
                        List.of(
                                new Part.Words("网站对外的地址不是 https:// 开头，密码在路上会被人看到，所以这里不让登录。"),
                                new Part.Words(
                                        "请管理员在配置里写好 base-url（https://域名），再重新启动。公众的网页照常能看。"))));
    }

    private Reply ask(StaffRoute route, Request request) throws Exception {
        var staff = staff(request);
        if (staff == null) {
            return route.access().isOpen()
                    ? route.action().answer(new Visit(request, Form.NONE, null))
                    : Reply.redirect(SIGN_IN + "?to=" + encoded(address(request)));
        }
        sessions.seen(staff.session());
        if (!route.access().admits(staff.account())) {
            return refused(staff);
        }
        return route.action().answer(new Visit(request, Form.NONE, staff));
    }

    private static String address(Request request) {
        var query = request.queryString();
        return request.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(StaffRoute route, Request request) throws Exception {
        // Much is taken only from who is signed in, or was on this browser: nobody else fills the
        // memory.
        boolean isLarge = request.length() < 0 || request.length() > StaffRoute.FORM;
        if (isLarge && staff(request) == null && !sessions.isKnown(request.cookie(SignIn.DEVICE))) {
            return new Reply.Refusal(new Problem.TooLarge(413));
        }
        return switch (request.sent()) {
            case Sent.Unreadable(var problem) -> new Reply.Refusal(problem);
            case Sent.Foreign _ -> foreign();
            case Sent.Own(var form) -> send(route, request, form);
        };
    }

    private Reply send(StaffRoute route, Request request, Form form) throws Exception {
        Staff staff;
        try {
            staff = staff(request);
        } catch (DatabaseUnavailable e) {
            return down(String.valueOf(e.getMessage()), Carried.of(request.path(), form));
        }
        if (route.access().isOpen()) {
            return route.action().answer(new Visit(request, form, staff));
        }
        if (staff == null) {
            return signIn.again(Carried.of(request.path(), form), request.host());
        }
        if (!route.access().admits(staff.account())) {
            return refused(staff);
        }
        if (!isOfSession(form, staff)) {
            return resend(
                    403,
                    staff,
                    Carried.of(request.path(), form),
                    Notice.wrong("请再发一次", "这张表单是上次登录时打开的。您写的都还在。"));
        }
        if (route.access().isConfirmed() && !sessions.isConfirmed(staff.session())) {
            return signIn.confirm(staff, Carried.of(request.path(), form), request.host());
        }
        try {
            sessions.seen(staff.session());
            return route.action().answer(new Visit(request, form, staff));
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.SEVERE, "the database cannot be used: " + e.getMessage(), e);
            return down(String.valueOf(e.getMessage()), Carried.of(request.path(), form), staff);
        }
    }

    private static boolean isOfSession(Form form, Staff staff) {
        return MessageDigest.isEqual(
                form.get(Carried.TOKEN).getBytes(StandardCharsets.UTF_8),
                staff.form().getBytes(StandardCharsets.UTF_8));
    }

    /// Who is signed in; null when nobody is.
    @Nullable Staff staff(Request request) throws DatabaseUnavailable {
        var token = request.cookie(COOKIE);
        var session = sessions.find(token);
        if (session == null) {
            return null;
        }
        var account = accounts.find(session.account());
        return account == null || account.isDisabled()
                ? null
                : new Staff(account, session, Staff.form(token));
    }

    private Reply foreign() {
        return Reply.page(
                403,
                frames.page(
                        null,
                        "",
                        List.of(),
                        "没有照做",
                        Notice.wrong("没有照做", "这张表单是从别的网站发来的。"),
                        List.of(new Part.Links(List.of(new Link("/staff", "回到工作台"))))));
    }

    private Reply refused(Staff staff) {
        return Reply.page(
                403,
                frames.page(
                        staff,
                        "",
                        List.of(),
                        "这里不归您管",
                        Notice.wrong("这里不归您管", "您的职责里没有这一项。需要的，请找管理员。"),
                        List.of(new Part.Links(List.of(new Link("/staff", "回到工作台"))))));
    }

    /// A form that is to be sent again by a press, with everything that was in it.
    Reply resend(int status, Staff staff, Carried carried, Notice notice) {
        return Reply.page(status, resendPage(staff, carried, notice));
    }

    StaffPage resendPage(Staff staff, Carried carried, Notice notice) {
        return resendPage(frames, staff, carried, notice);
    }

    static StaffPage resendPage(StaffFrames frames, Staff staff, Carried carried, Notice notice) {
        var fields = new java.util.LinkedHashMap<>(carried.fields());
        return frames.page(
                staff,
                "",
                List.of(),
                "继续刚才的事",
                notice,
                List.of(
                        new Part.Form(
                                "again",
                                carried.path(),
                                Map.copyOf(fields),
                                List.of(),
                                List.of(Part.Button.main("继续")),
                                false),
                        new Part.Links(List.of(new Link("/staff", "不继续，回到工作台")))));
    }

    private Reply down(String why, Carried carried) {
        return down(why, carried, null);
    }

    /// Nothing was changed; what was sent is on the page, to be sent again later.
    private Reply down(String why, Carried carried, @Nullable Staff staff) {
        var parts = new ArrayList<Part>();
        if (carried.isThere()) {
            parts.add(
                    new Part.Form(
                            "again",
                            carried.path(),
                            carried.fields(),
                            List.of(),
                            List.of(Part.Button.main("再发一次")),
                            false));
        }
        return new Reply.Page(
                503,
                frames.page(
                        staff,
                        "",
                        List.of(),
                        "现在存不下来",
                        Notice.wrong("现在存不下来", why, "您写的都还在这一页上，不要关掉它。"),
                        parts),
                Duration.ofMinutes(1));
    }

    /// The cookie of a session, which the browser forgets when it is closed or told to.
    static Cookie cookie(String token) {
        return new Cookie(COOKIE, token, token.isEmpty() ? Duration.ZERO : Sessions.LONGEST);
    }

    static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }
}
