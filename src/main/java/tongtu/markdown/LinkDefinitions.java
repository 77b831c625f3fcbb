package tongtu.markdown;

import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The link definitions of a text: `[law]: https://…`. One that no link uses was meant as words:
/// `[注]: 数据来自统计局`. CommonMark (4.7) shows nothing of it, so it is told.
final class LinkDefinitions {
    private LinkDefinitions() {}

    /// Tells of those that no link uses.
    static void tellUnused(Node document, Marks marks, Report report) {
        Set<Reference> used = Collections.newSetFromMap(new IdentityHashMap<>());
        var defined = new ArrayList<Reference>();
        var rest = new ArrayDeque<Node>(List.of(document));
        while (!rest.isEmpty()) {
            var node = rest.pop();
            if (node instanceof LinkRef link && link.isDefined()) {
                used.add(link.getReferenceNode(link.getDocument()));
            } else if (node instanceof ImageRef image && image.isDefined()) {
                used.add(image.getReferenceNode(image.getDocument()));
            } else if (node instanceof Reference reference) {
                defined.add(reference);
            }
            node.getChildren().forEach(rest::push);
        }
        for (var definition : defined) {
            if (!used.contains(definition)) {
                report.warning(
                        "markdown/link-definition",
                        marks.line(definition),
                        "「%s」这一行像链接的定义，没有地方用它，页面上看不到。"
                                .formatted(Report.quote(definition.getChars().toString())),
                        "要显示的，在最前面加一个反斜杠：\\[；不要的，删去。");
            }
        }
    }
}
