package tongtu.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One text as a tree: what is known about it, the blocks before its first heading, its sections,
/// its notes.
///
/// `path` is its file's path in the content folder without `.md`, with `/` between folders;
/// `revision` the SHA-256 of the file's bytes in hex; `anchors` the ids of units that were merged
/// into others, each with the unit that holds its words now.
public record Document(
        String path,
        String revision,
        FrontMatter frontMatter,
        List<Block> opening,
        List<Section> sections,
        List<Footnote> footnotes,
        Map<BlockId, BlockId> anchors) {
    public Document {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
        footnotes = List.copyOf(footnotes);
        anchors = Map.copyOf(anchors);
    }

    public String title() {
        return frontMatter.title();
    }

    public Kind kind() {
        return frontMatter.kind();
    }

    /// The last part of its path: the name it has in its address for ever.
    public String slug() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Its address on the site, as characters: `/policies/slug`.
    public String address() {
        return "/" + kind().folder() + "/" + slug();
    }

    /// This document under the ids given, one for each of [Units#of(Document)] in the same order.
    public Document withIds(List<BlockId> ids, Map<BlockId, BlockId> merged) {
        var units = Units.of(this);
        if (ids.size() != units.size()) {
            throw new IllegalArgumentException(ids.size() + " ids for " + units.size() + " units");
        }
        var renames = new HashMap<BlockId, BlockId>();
        for (int i = 0; i < ids.size(); i++) {
            renames.put(units.get(i).id(), ids.get(i));
        }
        var renamed = Units.rename(this, renames);
        return new Document(
                path,
                revision,
                frontMatter,
                renamed.opening(),
                renamed.sections(),
                renamed.footnotes(),
                merged);
    }
}
