package tongtu.portal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongtu.document.Document;
import tongtu.document.Emergency;
import tongtu.document.FrontMatter;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Relation;
import tongtu.document.Standing;
import tongtu.document.Validity;
import tongtu.markdown.RetiredFile;

/// What a document is and whether it binds, in words, from its standing and its validity. Nothing
/// is claimed beyond the documents that the site holds.
final class StatusWriter {
    private final Library library;
    private final String hotline;
    private final LocalDateTime now;
    private final Map<String, RetiredFile.Retired> retired;

    /// `now` is by the clock of the place.
    StatusWriter(
            Library library,
            String hotline,
            LocalDateTime now,
            Map<String, RetiredFile.Retired> retired) {
        this.now = now;
        this.retired = retired;
        this.library = library;
        this.hotline = hotline;
    }

    DocumentPage.Status status(Document document) {
        var status = current(document);
        var archived = retired.get(document.path());
        return archived == null || archived.isWithdrawn()
                ? status
                : archived(document, status, archived);
    }

    /// Kept for the record: that comes first.
    private static DocumentPage.Status archived(
            Document document, DocumentPage.Status status, RetiredFile.Retired archived) {
        var language = document.frontMatter().language();
        boolean isChinese = language.startsWith("zh");
        var lines = new ArrayList<String>();
        var date = Dates.of(archived.date(), language);
        lines.add(
                isChinese
                        ? date + "归档，以后不再更新。" + "理由：" + archived.reason()
                        : "Archived on " + date + ", no longer updated.");
        lines.addAll(status.lines());
        return new DocumentPage.Status(
                true,
                (isChinese ? "已归档；" : "Archived; ") + status.heading(),
                lines,
                status.ask(),
                status.hotline());
    }

    private DocumentPage.Status current(Document document) {
        if (document.frontMatter().emergency() != null) {
            return emergency(document, Emergencies.of(document));
        }
        return document.frontMatter().language().startsWith("zh")
                ? chinese(document)
                : english(document);
    }

    /// The tags of a document in lists: its standing and validity, when they say something.
    List<Entry.Tag> tags(Document document) {
        var tags = new ArrayList<Entry.Tag>();
        var archived = retired.get(document.path());
        if (archived != null && !archived.isWithdrawn()) {
            tags.add(new Entry.Tag("已归档", true));
        }
        var emergency = document.frontMatter().emergency();
        if (emergency != null) {
            tags.add(new Entry.Tag("紧急通知，" + state(emergency), emergency.isOn(now)));
        }
        if (document.frontMatter().standing() == Standing.DRAFT) {
            tags.add(new Entry.Tag(Standing.DRAFT.label(), true));
        }
        if (isTimed(document)) {
            var validity = library.validity(document);
            tags.add(new Entry.Tag(validity.label(), warns(validity)));
        }
        return tags;
    }

    private String state(Emergency emergency) {
        return now.isBefore(emergency.starts()) ? "还没有开始" : emergency.isOn(now) ? "正在生效" : "已经结束";
    }

    private DocumentPage.Status emergency(Document document, Emergency emergency) {
        var about = document.frontMatter();
        boolean isOn = emergency.isOn(now);
        var language = about.language();
        var from = Dates.of(emergency.starts(), language);
        var to = Dates.of(emergency.ends(), language);
        var lines = new ArrayList<String>();
        if (language.startsWith("zh")) {
            lines.add("从 " + from + "，到 " + to + "。");
            lines.add(about.region().isEmpty() ? "地点：没有写明。" : "地点：" + about.region() + "。");
            return new DocumentPage.Status(
                    isOn,
                    "紧急通知（" + emergency.level().label() + "）：" + state(emergency),
                    lines,
                    isOn ? "需要帮助，请拨打热线" : "",
                    isOn ? hotline : "");
        }
        lines.add("From " + from + " to " + to + ".");
        lines.add(
                about.region().isEmpty() ? "Place: not stated." : "Place: " + about.region() + ".");
        return new DocumentPage.Status(
                isOn,
                "Emergency notice ("
                        + emergency.level().english()
                        + "): "
                        + (isOn ? "on now" : now.isBefore(emergency.starts()) ? "not yet" : "over"),
                lines,
                isOn ? "For help, call" : "",
                isOn ? hotline : "");
    }

    static boolean isTimed(Document document) {
        var about = document.frontMatter();
        return document.kind() == Kind.POLICY
                || about.effective() != null
                || about.expires() != null;
    }

    private static boolean warns(Validity validity) {
        return validity != Validity.IN_FORCE && validity != Validity.AMENDED;
    }

    private DocumentPage.Status chinese(Document document) {
        var about = document.frontMatter();
        var validity = library.validity(document);
        boolean draft = about.standing() == Standing.DRAFT;
        if (!isTimed(document) && !draft) {
            return new DocumentPage.Status(
                    false, document.kind().label(), List.of(kindLine(document)), "", "");
        }
        var lines = new ArrayList<String>();
        if (draft) {
            lines.add("这是征求意见的稿子，不是正式规定。是否正式印发，本站没有收录。");
        }
        lines.addAll(validityLines(document, about, validity));
        boolean warns = draft || warns(validity);
        return new DocumentPage.Status(
                warns,
                draft ? Standing.DRAFT.label() + "；" + draftValidity(validity) : validity.label(),
                lines,
                warns ? ask(validity) : "",
                warns ? hotline : "");
    }

    private static String kindLine(Document document) {
        return switch (document.kind()) {
            case EXPLAINER -> "这是对政策的说明，不是政策原文。以原文为准。";
            case SERVICE -> "这是办事的说明。要求和标准以窗口的答复为准。";
            case NOTICE -> "这是通知公告。";
            case PAGE, POLICY -> "这是本站的说明页面。";
        };
    }

    private static String draftValidity(Validity validity) {
        return switch (validity) {
            case NOT_YET -> "期限还没有开始";
            case IN_FORCE, AMENDED -> "期限还没有满";
            case EXPIRED -> "期限已满";
            case REPEALED -> "已被别的文件代替";
            case UNKNOWN -> "期限不明";
        };
    }

    private List<String> validityLines(Document document, FrontMatter about, Validity validity) {
        var lines = new ArrayList<String>();
        var from = Dates.of(about.effective(), "zh-CN");
        var to = Dates.of(about.expires(), "zh-CN");
        boolean draft = about.standing() == Standing.DRAFT;
        switch (validity) {
            case NOT_YET -> lines.add("从 " + from + "起施行，现在还不能作为依据。");
            case IN_FORCE -> {
                lines.add(
                        draft
                                ? "写明的期限从 " + from + "开始" + (to.isEmpty() ? "。" : "，到 " + to + "。")
                                : "从 " + from + "起施行" + (to.isEmpty() ? "。" : "，有效期到 " + to + "。"));
                if (!draft) {
                    lines.add(BASIS_OF_JUDGMENT);
                }
            }
            case AMENDED -> {
                lines.add(
                        "从 "
                                + from
                                + "起施行，后来被修改过："
                                + titles(document, Relation.Type.AMENDS)
                                + "。引用时请看修改后的条文。");
                lines.add(BASIS_OF_JUDGMENT);
            }
            case EXPIRED ->
                    lines.add(
                            from.isEmpty()
                                    ? "写明的期限到 " + to + "为止，已经满了。执行结果如何，本站没有收录。"
                                    : "写明的期限是 " + from + "到 " + to + "，已经满了。执行结果如何，本站没有收录。");
            case REPEALED ->
                    lines.add("已经被" + titles(document, Relation.Type.REPLACES) + "代替，不能再作为依据。");
            case UNKNOWN -> lines.add("施行日期没有公布，本站不能判断它现在是否有效。");
        }
        return lines;
    }

    private static final String BASIS_OF_JUDGMENT = "这是根据本站收录的文件判断的；有没有别的文件修改或废止了它，本站可能没有收录。";

    private static String ask(Validity validity) {
        return validity == Validity.NOT_YET ? "要办事，请先向窗口核实，或拨打热线" : "办事时请不要把它当作现行规定，先向窗口核实，或拨打热线";
    }

    /// The titles of the documents that do this to `document`.
    private String titles(Document document, Relation.Type type) {
        var titles =
                library.related(document).stream()
                        .filter(related -> related.label().equals(type.inverseLabel()))
                        .map(related -> "《" + related.title() + "》")
                        .toList();
        return String.join("、", titles);
    }

    private DocumentPage.Status english(Document document) {
        var about = document.frontMatter();
        var validity = library.validity(document);
        boolean draft = about.standing() == Standing.DRAFT;
        if (!isTimed(document) && !draft) {
            return new DocumentPage.Status(
                    false,
                    "A page in English",
                    List.of("The Chinese pages are the ones to rely on."),
                    "",
                    "");
        }
        var heading =
                switch (validity) {
                    case NOT_YET -> "Not yet in force";
                    case IN_FORCE -> "In force";
                    case AMENDED -> "In force, amended";
                    case EXPIRED -> "Its period is over";
                    case REPEALED -> "Repealed";
                    case UNKNOWN -> "Whether it is in force is not known";
                };
        boolean warns = draft || warns(validity);
        return new DocumentPage.Status(
                warns,
                draft
                        ? "Draft for comment; " + heading.toLowerCase(java.util.Locale.ENGLISH)
                        : heading,
                List.of(
                        "Judged from the documents held on this site only. The Chinese text is the one to rely on."),
                warns ? "Before you rely on it, ask at the counter or call" : "",
                warns ? hotline : "");
    }
}
