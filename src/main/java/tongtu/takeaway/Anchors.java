package tongtu.takeaway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Href;
import tongtu.document.Section;
import tongtu.document.Units;

/// Where links inside a document lead when it is divided into files: which file has which unit.
final class Anchors {
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, BlockId> hosts = new HashMap<>();

    Anchors(Document document) {
        document.anchors().forEach((old, host) -> hosts.put(old.text(), host));
    }

    /// From now on these units are in a file.
    void add(
            Document document,
            String file,
            List<Block> blocks,
            List<Section> sections,
            List<Footnote> notes) {
        var part =
                new Document(
                        document.path(),
                        document.revision(),
                        document.frontMatter(),
                        blocks,
                        sections,
                        notes,
                        Map.of());
        Units.of(part).forEach(unit -> files.put(unit.id().text(), file));
    }

    /// A whole document in one file.
    static Anchors of(Document document) {
        var anchors = new Anchors(document);
        anchors.add(document, "", document.opening(), document.sections(), document.footnotes());
        return anchors;
    }

    /// The links of a document: those into itself by file and id, others as `outside` gives them.
    Function<Href, @Nullable String> links(Function<Href, @Nullable String> outside) {
        return href -> href.isFragment() ? inside(href.text().substring(1)) : outside.apply(href);
    }

    private @Nullable String inside(String id) {
        var host = hosts.get(id);
        var unit = host == null ? id : host.text();
        var file = files.get(unit);
        return file == null ? null : file + "#" + XhtmlWriter.PREFIX + unit;
    }
}
