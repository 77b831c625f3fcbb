package tongtu.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping of names to words, lists of words, or another such mapping, each with its line.
/// That is all that our files use; anything else is a finding.
final class Yaml {
    static final int LONGEST = 64 * 1024;
    private static final int MOST_BRACKETS = 200;

    /// One word or phrase and the line that it stands on.
    record Value(String text, int line) {}

    /// What a name stands for: `values` of it, or the names inside it.
    record Field(String name, int line, List<Value> values, Map<String, Field> inner) {}

    private final Report report;
    private final int firstLine;

    private Yaml(Report report, int firstLine) {
        this.report = report;
        this.firstLine = firstLine;
    }

    /// The fields of a text that begins at line `firstLine` of its file; null when it cannot be
    /// read.
    static @Nullable Map<String, Field> read(String text, int firstLine, Report report) {
        if (text.length() > LONGEST
                || text.chars().filter(c -> c == '[' || c == '{').count() > MOST_BRACKETS
                || text.lines().anyMatch(Yaml::isTooDeep)) {
            report.error(
                    "front-matter/size", firstLine, "文件头太长或套得太深。", "文件头只写规定的几项，正文写在第二个 --- 下面。");
            return null;
        }
        var settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(5)
                        .build();
        try {
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return Map.of();
            }
            return new Yaml(report, firstLine).fields(root.get(), 0);
        } catch (MarkedYamlEngineException e) {
            int line = firstLine + e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            report.error(
                    "front-matter/yaml",
                    line,
                    "文件头的格式不对，读不下去。",
                    "每行写成「名称: 内容」，冒号后面空一格；内容里有冒号或引号的，整个放在引号里。");
            return null;
        } catch (YamlEngineException e) {
            report.error("front-matter/yaml", firstLine, "文件头的格式不对，读不下去。", "每行写成「名称: 内容」，冒号后面空一格。");
            return null;
        }
    }

    private static boolean isTooDeep(String line) {
        int marks = 0;
        for (int i = 0; i < line.length() && "-?: ".indexOf(line.charAt(i)) >= 0; i++) {
            marks += line.charAt(i) == ' ' ? 0 : 1;
        }
        return marks > 8 || line.indexOf(line.strip()) > 40;
    }

    private Map<String, Field> fields(Node node, int depth) {
        var fields = new LinkedHashMap<String, Field>();
        if (!(node instanceof MappingNode mapping)) {
            report.error("front-matter/yaml", line(node), "这里应当是一行行的「名称: 内容」。", "每行写成「名称: 内容」。");
            return fields;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                report.error("front-matter/yaml", line(key), "名称只能是一个词。", "每行写成「名称: 内容」。");
                continue;
            }
            var value = tuple.getValueNode();
            boolean nested = value instanceof MappingNode && depth == 0;
            var field =
                    new Field(
                            name.getValue(),
                            line(key),
                            nested ? List.of() : values(value),
                            nested ? fields(value, depth + 1) : Map.of());
            fields.put(name.getValue(), field);
        }
        return fields;
    }

    private List<Value> values(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    scalar.getValue().isBlank() ? List.of() : List.of(value(scalar));
            case SequenceNode sequence -> {
                var values = new ArrayList<Value>();
                for (var each : sequence.getValue()) {
                    if (each instanceof ScalarNode scalar) {
                        values.add(value(scalar));
                    } else {
                        report.error(
                                "front-matter/yaml", line(each), "列表里的每一项只能是一句话。", "每项写成「- 内容」。");
                    }
                }
                yield values;
            }
            default -> {
                report.error("front-matter/yaml", line(node), "这里不能再套一层。", "写成一句话，或用「- 」列出几项。");
                yield List.of();
            }
        };
    }

    private Value value(ScalarNode scalar) {
        return new Value(scalar.getValue().strip(), line(scalar));
    }

    private int line(Node node) {
        return firstLine + node.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }
}
