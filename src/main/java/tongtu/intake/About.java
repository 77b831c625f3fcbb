package tongtu.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the text of a file says of itself, field by field of the front matter. A field that nothing
/// was found for is left out: 未公布.
final class About {
    /// The fields in the order in which they are written.
    private static final List<String> ORDER =
            List.of(
                    "title",
                    "kind",
                    "language",
                    "document-number",
                    "issuer",
                    "issued",
                    "published",
                    "effective",
                    "expires",
                    "standing",
                    "region",
                    "source");

    private static final List<String> RELATIONS = List.of("basis", "replaces");

    /// Values, and what is to be said of how they were found.
    record Field(List<String> values, List<Remark> remarks) {
        Field {
            values = List.copyOf(values);
            remarks = List.copyOf(remarks);
        }
    }

    private final Map<String, Field> fields = new LinkedHashMap<>();

    void put(String name, String value, Remark... remarks) {
        put(name, List.of(value), remarks);
    }

    void put(String name, List<String> values, Remark... remarks) {
        if (!ORDER.contains(name) && !RELATIONS.contains(name)) {
            throw new IllegalArgumentException("no field " + name);
        }
        if (!values.isEmpty()) {
            fields.put(name, new Field(values, List.of(remarks)));
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /// The first value of a field, empty when there is none.
    String value(String name) {
        var field = fields.get(name);
        return field == null ? "" : field.values().getFirst();
    }

    List<String> values(String name) {
        var field = fields.get(name);
        return field == null ? List.of() : field.values();
    }

    /// Writes the front matter, each remark at the line of its value.
    void write(Result result) {
        result.line("---", 0, List.of());
        writeFields(result);
        result.line("---", 0, List.of());
        result.blank();
    }

    /// Writes the fields alone, as lines inside a front matter.
    void writeFields(Result result) {
        for (var name : ORDER) {
            var field = fields.get(name);
            if (field != null) {
                result.line(name + ": " + scalar(field.values()), 0, field.remarks());
            }
        }
        var related = new ArrayList<>(RELATIONS);
        related.removeIf(name -> !fields.containsKey(name));
        if (!related.isEmpty()) {
            result.line("relations:", 0, List.of());
        }
        for (var name : related) {
            var field = fields.getOrDefault(name, new Field(List.of(), List.of()));
            result.line("  " + name + ":", 0, field.remarks());
            for (var value : field.values()) {
                result.line("    - " + Yaml.scalar(value), 0, List.of());
            }
        }
    }

    private static String scalar(List<String> values) {
        if (values.size() == 1) {
            return Yaml.scalar(values.getFirst());
        }
        return "[" + String.join(", ", values.stream().map(Yaml::quoted).toList()) + "]";
    }
}
