package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// All terms with what they mean, under the letters that their pinyin begins with.
public record GlossaryPage(Frame frame, String title, String lead, List<Letter> letters)
        implements View {
    public GlossaryPage {
        letters = List.copyOf(letters);
    }

    /// A letter and its terms; `name` is the letter, or says that these begin with none.
    public record Letter(String id, String name, List<TermEntry> terms) {
        public Letter {
            terms = List.copyOf(terms);
        }
    }

    /// A term; `others` are the other ways to write it, in one sentence, empty when there are none.
    public record TermEntry(String id, String name, String others, SafeHtml explanation) {}
}
