package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// A form for one kind of message, with what was typed so far. `token` names this form.
public record FeedbackFormPage(
        Frame frame,
        FeedbackWords words,
        String title,
        String otherAddress,
        String action,
        String token,
        FormNotice notice,
        Subject subject,
        List<FormField> fields)
        implements View {
    public FeedbackFormPage {
        fields = List.copyOf(fields);
    }

    /// The page of this site, and the place on it, that the form is about. `text` is what it is
    /// called, in `language` when that is not the form's; empty when the page is not known, and
    /// then there is a field for it.
    public record Subject(String text, String language, String address, String page, String block) {
        static final Subject UNKNOWN = new Subject("", "", "", "", "");
    }

    /// As it opens, about a page; with faults; not taken.
    static List<FeedbackFormPage> examples() {
        var frame = Frame.examples().getLast();
        return FormNotice.examples().stream()
                .map(notice ->
                        new FeedbackFormPage(
                                frame,
                                FeedbackWords.CHINESE,
                                "请人帮忙",
                                "/feedback/help?lang=en",
                                "/feedback/help",
                                "example",
                                notice,
                                notice.isThere()
                                        ? Subject.UNKNOWN
                                        : new Subject(
                                                "《示例文件》",
                                                "",
                                                "/policies/example",
                                                "/policies/example",
                                                ""),
                                FormField.examples()))
                .toList();
    }
}
