package tongtu.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// What a page says in its main part, line by line as it is read aloud: headings, paragraphs,
/// items, terms. What is for finding one's way or for typing is left out.
public final class PageLines {
    private static final String LEFT_OUT =
            "form, search, .crumbs, .listen, .hear, .unseen, script, style, audio, button, [hidden]";

    /// Words in one language that stand together. `isHeading` when they head a part of the page.
    public record Line(String words, String language, boolean isHeading) {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private String language = "";
    private boolean isHeading;

    private PageLines() {}

    /// The lines of a page of ours.
    public static List<Line> of(String html) {
        var page = Jsoup.parse(html);
        var main = page.selectFirst("main");
        if (main == null) {
            return List.of();
        }
        main.select(LEFT_OUT).remove();
        var lines = new PageLines();
        lines.language = page.select("html").attr("lang");
        lines.walk(main);
        lines.end();
        return List.copyOf(lines.lines);
    }

    private void walk(Element element) {
        var around = language;
        boolean heads = isHeading;
        boolean isApart = element.isBlock() || element.hasAttr("lang");
        if (isApart) {
            end();
            language = element.hasAttr("lang") ? element.attr("lang") : language;
            isHeading = element.normalName().matches("h[1-6]") || isHeading;
        }
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (node instanceof Element child) {
                walk(child);
            }
        }
        if (isApart) {
            end();
            language = around;
            isHeading = heads;
        }
    }

    private void end() {
        var said = words.toString().strip().replaceAll("\\s+", " ");
        if (!said.isEmpty()) {
            lines.add(new Line(said, language, isHeading));
        }
        words.setLength(0);
    }
}
