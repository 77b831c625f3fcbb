package tongtu.portal;

import java.util.List;
import tongtu.search.Question;

/// A form to search with. `kept` are what else its address says; `hint` may be empty.
public record SearchBox(
        String label,
        String hint,
        String question,
        String button,
        String suggestions,
        List<Kept> kept) {
    public static final SearchBox CHINESE = of(SearchWords.CHINESE, "", List.of());

    public SearchBox {
        kept = List.copyOf(kept);
    }

    /// A field that is not shown.
    public record Kept(String name, String value) {}

    /// What is longer is cut while it is typed; that one character too many has arrived tells the
    /// server to say so.
    public int longest() {
        return Question.LONGEST + 1;
    }

    static SearchBox of(SearchWords words, String question, List<Kept> kept) {
        return new SearchBox(
                question.isEmpty() ? words.label() : words.again(),
                question.isEmpty() ? words.hint() : "",
                question,
                words.button(),
                words.suggestions(),
                kept);
    }
}
