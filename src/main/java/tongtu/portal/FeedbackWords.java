package tongtu.portal;

import tongtu.messages.Draft;
import tongtu.messages.Fault;
import tongtu.messages.Message;
import tongtu.messages.MessageKind;
import tongtu.messages.Receipt;
import tongtu.messages.WishedFormat;

/// The words of the pages for writing to the body, in one language.
public enum FeedbackWords {
    CHINESE,
    ENGLISH;

    static FeedbackWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    public String language() {
        return in("zh-CN", "en");
    }

    private String in(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }

    // Where one chooses

    public String title() {
        return in("反馈与求助", "Feedback and help");
    }

    public String lead() {
        return in(
                "不用登录，不用验证码。写完给您一个回执号，凭它可以查答复。",
                "No account and no puzzle. You get a receipt number, and can read the answer with it.");
    }

    public String title(MessageKind kind) {
        return switch (kind) {
            case MISTAKE -> in("报告错误", "Report a mistake");
            case FORMAT -> in("要一份别的格式", "Ask for another format");
            case HELP -> in("请人帮忙", "Ask for help");
        };
    }

    /// The same from the page that it is about.
    String here(MessageKind kind) {
        return switch (kind) {
            case MISTAKE -> in("报告这一页的错误", "Report a mistake on this page");
            case FORMAT -> in("要这一页的别的格式", "Ask for this page in another format");
            case HELP -> title(kind);
        };
    }

    String line(MessageKind kind) {
        return switch (kind) {
            case MISTAKE ->
                    in(
                            "内容不对、过时了，或者读不到、听不到、用不了。",
                            "Something is wrong or out of date, or you cannot read, hear or use it.");
            case FORMAT ->
                    in(
                            "大字版、盲文、录音、手语视频，或者更简单的版本。",
                            "Large print, Braille, a recording, sign language, or easier words.");
            case HELP ->
                    in(
                            "查不到、看不懂、办不了，想请人帮一把。",
                            "You cannot find it, understand it or get it done by yourself.");
        };
    }

    public String otherWays() {
        return in("写字不方便", "If writing is hard");
    }

    public String hotline() {
        return in(
                "残疾人维权服务热线。接听时间：未公布。",
                "Rights hotline for disabled people, in Chinese. Hours: not published.");
    }

    public String neighbours() {
        return in("也可以请家人、邻居代写。", "Somebody you trust may write for you.");
    }

    /// Where the same page is in the other language, and the words that lead there.
    public FeedbackWords other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    public String here() {
        return in("这一页的中文版", "This page in English");
    }

    // The form

    public String about() {
        return in("关于：", "About: ");
    }

    String pageLabel(MessageKind kind) {
        return switch (kind) {
            case MISTAKE, HELP -> in("哪一页（可以不填）", "Which page (optional)");
            case FORMAT -> in("哪一页，或者哪份文件", "Which page or document");
        };
    }

    String pageHint() {
        return in("写标题或者网址都行。", "Its title or its address.");
    }

    String formatLabel() {
        return in("要哪一种格式", "Which format");
    }

    String formatHint() {
        return in(
                "能不能做成、要多久：未公布。", "Whether it can be made, and how long it takes: not published.");
    }

    String format(WishedFormat format) {
        return switch (format) {
            case LARGE_PRINT -> in(format.label(), "Large print");
            case BRAILLE -> in(format.label(), "Braille");
            case AUDIO -> in(format.label(), "A recording");
            case SIGN -> in(format.label(), "Sign-language video");
            case EASY -> in(format.label(), "Easier words");
            case OTHER -> in(format.label(), "Something else");
        };
    }

    String wordsLabel(MessageKind kind) {
        return switch (kind) {
            case MISTAKE -> in("哪里错了", "What is wrong");
            case FORMAT -> in("还有什么要求（可以不填）", "Anything else (optional)");
            case HELP -> in("需要什么帮助", "What you need help with");
        };
    }

    String wordsHint(MessageKind kind) {
        return switch (kind) {
            case MISTAKE ->
                    in(
                            "一两句话就行。请勿写病情、身份证号。",
                            "A sentence or two will do. Please leave out illnesses and identity numbers.");
            case FORMAT ->
                    in(
                            "选了“别的格式”的，请写明是哪一种。请勿写病情、身份证号。",
                            "If you chose “Something else”, say what. Please leave out illnesses and identity numbers.");
            case HELP ->
                    in(
                            "想办什么事，卡在哪里。请勿写病情、身份证号。",
                            "What you want to do, and where you are stuck. Please leave out illnesses and identity numbers.");
        };
    }

    String contactLabel() {
        return in("怎样联系您（可以不填）", "How to reach you (optional)");
    }

    String contactHint(int days) {
        return in(
                "电话、邮箱，或者别的办法。只用来答复这件事，满 " + days + " 天就删除。不填的，凭回执号看答复。",
                "Telephone, email or another way. Used for this answer only and deleted after "
                        + days
                        + " days. Without it, read the answer with your receipt number.");
    }

    public String trap() {
        return in("这一栏请不要填", "Leave this field empty");
    }

    public String send() {
        return in("提交", "Send");
    }

    // What is in the way

    String errorTitle(String title) {
        return in("错误：", "Error: ") + title;
    }

    String errors(int count) {
        return this == CHINESE
                ? "还有 " + count + " 处要改"
                : count == 1 ? "One thing to change" : count + " things to change";
    }

    String notSent() {
        return in("还没有交上", "Not sent yet");
    }

    String allStillThere() {
        return in("您写的内容都还在。", "All that you wrote is still here.");
    }

    public String wrong() {
        return in("有误：", "Error: ");
    }

    /// What to do about a fault, as the link that leads to its field.
    String todo(Fault fault, MessageKind kind) {
        return switch (fault) {
            case PAGE_MISSING -> in("写明是哪一页，或者哪份文件", "Say which page or document");
            case PAGE_LONG -> in("把“哪一页”写短一些", "Make the page shorter");
            case FORMAT_MISSING -> in("选一种格式", "Choose a format");
            case WORDS_MISSING ->
                    switch (kind) {
                        case MISTAKE -> in("写一写哪里错了", "Say what is wrong");
                        case FORMAT -> in("写明是哪一种格式", "Say which format");
                        case HELP -> in("写一写需要什么帮助", "Say what you need help with");
                    };
            case WORDS_LONG -> in("把内容写短一些，或者分几次交", "Make it shorter, or send it in parts");
            case CONTACT_LONG -> in("把联系方式写短一些", "Make the way to reach you shorter");
        };
    }

    String fault(Fault fault, MessageKind kind, Draft draft) {
        return switch (fault) {
            case PAGE_MISSING, WORDS_MISSING ->
                    in("这一栏还空着，请", "this is empty. ") + todo(fault, kind) + in("。", ".");
            case FORMAT_MISSING -> in("还没有选，请选一种格式。", "nothing is chosen. Choose a format.");
            case PAGE_LONG -> tooLong(draft.page(), Draft.PAGE);
            case WORDS_LONG -> tooLong(draft.words(), Draft.WORDS);
            case CONTACT_LONG -> tooLong(draft.contact(), Draft.CONTACT);
        };
    }

    private String tooLong(String text, int most) {
        int length = Draft.length(text);
        return in(
                "写了 " + length + " 个字，最多 " + most + " 个字。请写短一些。",
                length + " characters, " + most + " at most. Please make it shorter.");
    }

    String stale() {
        return in(
                "这一页打开太久了，或者网站刚重新启动过。请再按一次“提交”。",
                "This page was open for too long, or the site was just restarted. Please press “Send” again.");
    }

    String foreign() {
        return in(
                "这次提交不是从本站的页面发出的。请看一看下面的内容；是您写的，就再按一次“提交”。",
                "This was not sent from a page of this site. Please look at it; if you wrote it, press “Send” again.");
    }

    String trapped() {
        return in(
                "页面里有一栏专门用来认出自动发信的程序，它被填上了，有时是浏览器自动填的。已经清空，请再按一次“提交”。",
                "A hidden field that tells programs apart was filled in, perhaps by your browser. It is empty again; please press “Send” once more.");
    }

    String tooMany(long seconds) {
        long minutes = Math.max(1, (seconds + 59) / 60);
        return in(
                "从您这里的网络交来的太多了。请过 " + minutes + " 分钟再按“提交”，先不要关掉这一页。",
                "Too many messages came from your network. Please press “Send” again in "
                        + minutes
                        + (minutes == 1 ? " minute" : " minutes")
                        + ", and keep this page open.");
    }

    String down() {
        return in(
                "网站这边出了问题，暂时收不下，不是您的错。请过几分钟再按“提交”，先不要关掉这一页。急事请打热线。",
                "Something is wrong with the site, not with what you did. Please press “Send” again in a few minutes, and keep this page open. If it is urgent, call.");
    }

    // The receipt

    public String received() {
        return in("已经收到", "We have it");
    }

    public String answered() {
        return in("已经答复", "Answered");
    }

    public String receiptNumber() {
        return in("您的回执号", "Your receipt number");
    }

    /// The number digit by digit, as it is said on the telephone.
    String aloud(Receipt receipt) {
        var groups =
                receipt.grouped()
                        .chars()
                        .mapToObj(c -> c == ' ' ? in("，", ",") : digit(c - '0'))
                        .toList();
        return in(
                "读作：" + String.join("", groups) + "。",
                "Read it: " + String.join(" ", groups).replace(" ,", ",") + ".");
    }

    private String digit(int digit) {
        var english =
                new String[] {
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
                };
        return in(String.valueOf("〇一二三四五六七八九".charAt(digit)), english[digit]);
    }

    public String keepNumber() {
        return in(
                "请记下来，或者打印这一页。没有这个号码，就看不到答复。",
                "Please write it down or print this page. Without the number you cannot read the answer.");
    }

    public String next() {
        return in("接下来", "What happens next");
    }

    public String willBeRead() {
        return in(
                "工作人员会看您写的话。多久答复：未公布。",
                "Staff will read it. How long an answer takes: not published.");
    }

    public String whereAnswer() {
        return in(
                "答复会写在这一页。以后在“反馈与求助”里输入回执号，就能回到这里。",
                "The answer will be on this page. Enter the number under “Feedback and help” to come back.");
    }

    String retention(int contactDays, int messageDays) {
        return in(
                "您留的联系方式满 " + contactDays + " 天删除，整条内容满 " + messageDays + " 天删除；答复以后重新算起。",
                "How to reach you is deleted after "
                        + contactDays
                        + " days, the whole message after "
                        + messageDays
                        + " days, counted anew from the answer.");
    }

    public String urgent() {
        return in("急事不要等，请打：", "If it cannot wait, call: ");
    }

    public String receivedAt() {
        return in("收到日期", "Received");
    }

    public String what() {
        return in("事项", "About");
    }

    public String state() {
        return in("处理情况", "State");
    }

    String state(Message.State state) {
        return switch (state) {
            case NEW -> in(state.label(), "Waiting for an answer");
            case ANSWERED -> in(state.label(), "Answered");
        };
    }

    public String answer() {
        return in("答复", "Answer");
    }

    // Looking a receipt up

    public String lookUp() {
        return in("查答复", "Look up an answer");
    }

    public String number() {
        return in("回执号", "Receipt number");
    }

    public String numberHint() {
        return in("12 位数字，提交以后给您的。", "Twelve digits, given to you when you sent it.");
    }

    public String find() {
        return in("查", "Look up");
    }

    String noNumber() {
        return in(
                "这不是回执号。请再看一遍，12 位都是 1 到 9 的数字。",
                "this is no receipt number. Please check: twelve digits from 1 to 9.");
    }

    String noMessage() {
        return in(
                "没有这个回执号。也许打错了一位，也许留言满了期限，已经删除。",
                "there is no such receipt number. A digit may be wrong, or the message was deleted after its time.");
    }

    String todoNumber() {
        return in("看一看回执号", "Check the receipt number");
    }

    String notNow() {
        return in("现在查不了", "This cannot be looked up now");
    }

    String lookUpLater() {
        return in(
                "不是您的错。请过几分钟再按“查”。",
                "It is not your fault. Please press “Look up” again in a few minutes.");
    }
}
