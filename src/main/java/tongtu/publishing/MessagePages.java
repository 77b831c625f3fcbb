package tongtu.publishing;

import java.util.ArrayList;
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
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.messages.Message;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;
import tongtu.web.Reply;

/// What residents wrote, and the answers.
final class MessagePages {
    static final String PATH = "/staff/messages";
    private static final Access PUBLISHER = Access.of(Role.PUBLISHER);
    private static final int MOST = 50;

    private final Desk desk;
    private final MessageStore messages;

    MessagePages(Desk desk, MessageStore messages) {
        this.desk = desk;
        this.messages = messages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, PUBLISHER, this::list),
                StaffRoute.get(
                        PATH + "/{receipt}",
                        PUBLISHER,
                        visit -> show(visit, receipt(visit), 200, Notice.NONE)),
                StaffRoute.post(PATH + "/answer", PUBLISHER, this::answer));
    }

    private static @Nullable Receipt receipt(Visit visit) {
        return Receipt.read(visit.request().part("receipt"));
    }

    private Reply list(Visit visit) throws Exception {
        boolean areAnswered = visit.request().query().get("state").equals("answered");
        var state = areAnswered ? Message.State.ANSWERED : Message.State.NEW;
        int page = Math.max(1, Desk.number(visit, "page"));
        int all = messages.count(state, null);
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Links(
                        List.of(
                                new Link(PATH, "待答复", !areAnswered),
                                new Link(PATH + "?state=answered", "已答复", areAnswered))));
        var rows = new ArrayList<List<Link>>();
        for (var message : messages.list(state, null, (page - 1) * MOST, MOST)) {
            rows.add(
                    List.of(
                            new Link(
                                    PATH + "/" + message.receipt().digits(),
                                    message.receipt().grouped()),
                            new Link("", message.draft().kind().label()),
                            new Link("", Words.moment(message.receivedAt())),
                            new Link("", start(message))));
        }
        parts.add(
                rows.isEmpty()
                        ? new Part.Words("没有。")
                        : new Part.Table("留言", List.of("回执号", "种类", "收到", "开头"), rows));
        if (all > page * MOST) {
            parts.add(
                    new Part.Links(
                            List.of(
                                    new Link(
                                            PATH
                                                    + "?page="
                                                    + (page + 1)
                                                    + (areAnswered ? "&state=answered" : ""),
                                            "后面的 " + (all - page * MOST) + " 条"))));
        }
        return desk.page(visit.staff(), PATH, List.of(), "留言", Notice.NONE, parts);
    }

    private static String start(Message message) {
        var words = message.draft().words().replaceAll("\\s+", " ");
        return words.length() > 40 ? words.substring(0, 40) + "……" : words;
    }

    private Reply show(Visit visit, @Nullable Receipt receipt, int status, Notice notice)
            throws Exception {
        var message = receipt == null ? null : messages.find(receipt);
        if (message == null || receipt == null) {
            return Desk.notFound();
        }
        var draft = message.draft();
        var facts = new ArrayList<Part.Fact>();
        facts.add(new Part.Fact("种类", draft.kind().label()));
        facts.add(new Part.Fact("收到", Words.moment(message.receivedAt())));
        if (!draft.page().isEmpty()) {
            facts.add(new Part.Fact("说的是哪一页", draft.page()));
        }
        if (draft.format() != null) {
            facts.add(new Part.Fact("想要的格式", draft.format().label()));
        }
        facts.add(
                new Part.Fact(
                        "怎么联系",
                        draft.contact().isEmpty()
                                ? message.contactDeletedAt() == null ? "没有写" : "到期删除了"
                                : draft.contact()));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Facts(facts));
        parts.add(new Part.Heading(2, "", "写的话"));
        draft.words().lines().forEach(line -> parts.add(new Part.Words(line)));
        var answer = message.answer();
        parts.add(new Part.Heading(2, "answer-heading", answer == null ? "答复" : "改答复"));
        if (answer != null) {
            parts.add(new Part.Words("现在的答复是 " + Words.moment(answer.at()) + " 写的。"));
        }
        parts.add(
                Part.Form.of(
                        "answer-form",
                        PATH + "/answer",
                        Map.of("receipt", receipt.digits()),
                        List.of(
                                Field.words(
                                                "answer",
                                                "答复的话",
                                                "凭回执号的人看得到。不要写别人的姓名和病情。",
                                                visit.form().get("answer").isEmpty()
                                                        ? answer == null ? "" : answer.words()
                                                        : visit.form().get("answer"),
                                                6)
                                        .required()),
                        Part.Button.main("答复")));
        return desk.page(
                status,
                visit.staff(),
                PATH,
                List.of(new Link(PATH, "留言")),
                "留言 " + receipt.grouped(),
                notice,
                parts);
    }

    private Reply answer(Visit visit) throws Exception {
        var receipt = Receipt.read(visit.form().get("receipt"));
        if (receipt == null) {
            return Desk.notFound();
        }
        var words = visit.form().get("answer");
        if (words.isBlank() || words.length() > Message.Answer.WORDS) {
            return show(
                    visit,
                    receipt,
                    422,
                    Notice.wrong("没有答复", "答复要写，最多 " + Message.Answer.WORDS + " 个字。"));
        }
        if (!messages.answer(receipt, words)) {
            return Desk.notFound();
        }
        desk.office()
                .log()
                .add(
                        AuditLog.Entry.of(
                                visit.staff().name(), Deed.MESSAGE_ANSWERED, receipt.digits()));
        return show(visit, receipt, 200, Notice.done("答复好了", "凭回执号的人看得到了。"));
    }
}
