package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// All terms with what they mean.
public record GlossaryPage(Frame frame, String title, String lead, List<TermEntry> terms)
        implements View {
    public GlossaryPage {
        terms = List.copyOf(terms);
    }

    /// A term; `others` are the other ways to write it, in one sentence, empty when there are none.
    public record TermEntry(String id, String name, String others, SafeHtml explanation) {}
}
