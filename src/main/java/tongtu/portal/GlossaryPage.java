package tongtu.portal;

import java.util.List;
import tongtu.html.HtmlRenderer;
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

    /// One letter, and several.
    static List<GlossaryPage> examples() {
        var frame = Frame.examples().getLast();
        var term = new TermEntry("a2b3c4d5", "示例词", "", HtmlRenderer.heading("示例：用平常的话讲一遍。"));
        var other =
                new TermEntry(
                        "b2b3c4d5", "康复", "也叫：复健。", HtmlRenderer.heading("示例：长一点的解释，看它怎样折行。"));
        return List.of(
                new GlossaryPage(
                        frame,
                        "词语解释",
                        "示例说明。",
                        List.of(new Letter("letter-S", "S", List.of(term)))),
                new GlossaryPage(
                        frame,
                        "词语解释",
                        "示例说明。",
                        List.of(
                                new Letter("letter-K", "K", List.of(other)),
                                new Letter("letter-S", "S", List.of(term)))));
    }
}
