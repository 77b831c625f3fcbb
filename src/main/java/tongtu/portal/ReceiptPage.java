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
}
