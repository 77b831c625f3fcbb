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
}
