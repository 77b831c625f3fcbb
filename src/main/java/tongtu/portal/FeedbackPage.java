package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// Where one chooses what to write about, or looks an answer up.
public record FeedbackPage(
        Frame frame,
        FeedbackWords words,
        String otherAddress,
        FormNotice notice,
        List<Choice> choices,
        String lookUpAddress,
        FormField number)
        implements View {
    public FeedbackPage {
        choices = List.copyOf(choices);
    }

    /// A form, and what it is for.
    public record Choice(String address, String text, String line) {}

    /// As it opens, with a number that leads nowhere, and in English.
    static List<FeedbackPage> examples() {
        var frame = Frame.examples().getLast();
        var words = FeedbackWords.CHINESE;
        var choice = new Choice("/feedback/help", "请人帮忙", "示例：查不到、看不懂、办不了。");
        return List.of(
                new FeedbackPage(
                        frame,
                        words,
                        "/feedback?lang=en",
                        FormNotice.NONE,
                        List.of(choice, choice),
                        "/feedback/receipt",
                        new FormField(
                                "number",
                                words.number(),
                                words.numberHint(),
                                "",
                                "",
                                false,
                                false,
                                List.of())),
                new FeedbackPage(
                        frame,
                        words,
                        "/feedback?lang=en",
                        new FormNotice(
                                "还有 1 处要改",
                                List.of(new FormNotice.FieldLink("number", "写对回执号")),
                                List.of()),
                        List.of(choice),
                        "/feedback/receipt",
                        new FormField(
                                "number",
                                words.number(),
                                words.numberHint(),
                                "没有这个回执号。",
                                "1234",
                                false,
                                false,
                                List.of())));
    }
}
