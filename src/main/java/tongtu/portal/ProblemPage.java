package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// What happened, what to do, and where else to go. `reference` names the failure in the log; empty
/// when there is none.
public record ProblemPage(
        Frame frame,
        SafeHtml heading,
        List<String> lines,
        List<Entry> suggestions,
        String reference)
        implements View {
    public ProblemPage {
        lines = List.copyOf(lines);
        suggestions = List.copyOf(suggestions);
    }
}
