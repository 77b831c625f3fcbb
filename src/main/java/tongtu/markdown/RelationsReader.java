package tongtu.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tongtu.document.Relation;

/// The relations of a document to others, from its front matter; a wrong one is a finding at its
/// line.
final class RelationsReader {
    private final Report report;

    RelationsReader(Report report) {
        this.report = report;
    }

    /// The relations of a field, which is null when the file has none.
    List<Relation> read(Yaml.@Nullable Field field) {
        var relations = new ArrayList<Relation>();
        if (field == null) {
            return relations;
        }
        if (!field.values().isEmpty()) {
            relationError(field.line(), Report.quote(field.values().getFirst().text()));
        }
        for (var inner : field.inner().values()) {
            Relation.Type type = null;
            for (var each : Relation.Type.values()) {
                type = each.name().toLowerCase(Locale.ROOT).equals(inner.name()) ? each : type;
            }
            if (type == null) {
                relationError(inner.line(), Report.quote(inner.name()));
                continue;
            }
            for (var value : inner.values()) {
                var target = target(value);
                if (target != null) {
                    relations.add(new Relation(type, target));
                }
            }
        }
        return relations;
    }

    private void relationError(int line, String words) {
        report.error(
                "front-matter/relation",
                line,
                "没有「%s」这种关系。".formatted(words),
                "relations 下面写 basis（依据）、parent（上位）、explains（解读）、replaces（废止）、amends（修改）、supports（配套）。");
    }

    /// The path without `.md` and without a leading slash, or the title in 《》.
    private @Nullable String target(Yaml.Value value) {
        var text = value.text();
        if (text.isEmpty()
                || text.length() > FrontMatterReader.LONGEST_WORDS
                || text.contains("..")
                || (text.startsWith("《") && !text.endsWith("》"))) {
            report.error(
                    "front-matter/relation-target",
                    value.line(),
                    "「%s」不是文件路径，也不是书名号里的标题。".formatted(Report.quote(text)),
                    "写本站文件的路径，如 policies/文件名；本站没有的，写《完整标题》。");
            return null;
        }
        if (text.startsWith("《")) {
            return text;
        }
        var path = text.startsWith("/") ? text.substring(1) : text;
        return path.endsWith(".md") ? path.substring(0, path.length() - 3) : path;
    }
}
