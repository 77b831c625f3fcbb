package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// What became of a message, for whoever has its number: not the message itself.
public record ReceiptPage(
        Frame frame,
        FeedbackWords words,
        String title,
        String otherAddress,
        String number,
        String aloud,
        boolean isAnswered,
        List<DocumentPage.Fact> facts,
        List<String> answer,
        String retention)
        implements View {
    public ReceiptPage {
        facts = List.copyOf(facts);
        answer = List.copyOf(answer);
    }

    /// Waiting for an answer, and answered.
    static List<ReceiptPage> examples() {
        var frame = Frame.examples().getLast();
        var facts = List.of(new DocumentPage.Fact("收到的时间", List.of("2026 年 1 月 8 日 09:30")));
        return List.of(
                new ReceiptPage(
                        frame,
                        FeedbackWords.CHINESE,
                        "已经收到",
                        "/feedback?lang=en",
                        "1234 5678",
                        "示例：一二三四，五六七八",
                        false,
                        facts,
                        List.of(),
                        "示例：保存 180 天。"),
                new ReceiptPage(
                        frame,
                        FeedbackWords.CHINESE,
                        "已经答复",
                        "/feedback?lang=en",
                        "1234 5678",
                        "示例：一二三四，五六七八",
                        true,
                        facts,
                        List.of("示例：这里是答复。"),
                        "示例：保存 180 天。"));
    }
}
