package tongtu.html;

import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The links of a finished page, made to lead elsewhere: for a copy of the site that lies in a
/// folder.
public final class PageLinks {
    private PageLinks() {}

    /// The page with each address of a link, a picture, a style sheet, a script changed to what
    /// `leads` makes of it, and without what `isLeftOut` chooses. A link that leads nowhere any
    /// more (null) becomes its words; in a list of links it is taken away with its item.
    public static String changed(
            String page, Function<String, @Nullable String> leads, String isLeftOut) {
        var document = Jsoup.parse(page);
        document.outputSettings().prettyPrint(false);
        if (!isLeftOut.isEmpty()) {
            document.select(isLeftOut).remove();
        }
        for (var element : document.select("[href], [src]")) {
            var attribute = element.hasAttr("href") ? "href" : "src";
            var to = leads.apply(element.attr(attribute));
            if (to != null) {
                element.attr(attribute, to);
            } else {
                withoutLink(element);
            }
        }
        return document.outerHtml();
    }

    private static void withoutLink(Element element) {
        var item = element.parent();
        if (item != null
                && item.normalName().equals("li")
                && element.normalName().equals("a")
                && item.closest("nav, ul.links") != null) {
            item.remove();
        } else if (element.normalName().equals("a")) {
            element.unwrap();
        } else {
            element.remove();
        }
    }
}
