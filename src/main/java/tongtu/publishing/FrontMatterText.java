package tongtu.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tongtu.document.Kind;

/// A Markdown text as the editor shows it: the fields of its front matter that a form has, the
/// other lines of the front matter as they are, and its body. Put together again without a change
/// it is the same text, to the letter.
record FrontMatterText(List<Entry> entries, String body, boolean isThere) {
    /// A name of the front matter with its lines as they stand in the file.
    record Entry(String name, String raw) {}

    /// The fields of the form; lists have a line for each of their values.
    enum Field {
        TITLE("title", false, "标题", "页面最上面的大字，也是链接上的字。"),
        SUMMARY("summary", true, "摘要", "一行一句，最多五句，用大家都懂的话说最要紧的。"),
        DOCUMENT_NUMBER("document-number", false, "文号", "比如 善残联〔2026〕1 号。没有就空着。"),
        INDEX_NUMBER("index-number", false, "索引号", "没有就空着，页面上写「未公布」。"),
        ISSUER("issuer", true, "发文机关", "一行一个。"),
        ISSUED("issued", false, "成文日期", "文件上写的日期，写成 2026-01-31 的样子。"),
        PUBLISHED("published", false, "发布日期", "在网站上公布的日期，写法相同。"),
        EFFECTIVE("effective", false, "施行日期", "从哪一天起有效。不知道就空着，不要猜。"),
        EXPIRES("expires", false, "有效期至", "到哪一天为止。不知道就空着，不要猜。"),
        STANDING("standing", false, "是不是正式文件", "征求意见稿写 draft；正式文件空着或写 final。"),
        TOPICS("topics", true, "主题", "一行一个，比如 康复、就业。"),
        REGION("region", false, "适用地区", "比如 浙江省嘉兴市嘉善县。"),
        SOURCE("source", false, "来源", "原文出自哪里。"),
        REVIEW_BY("review-by", false, "复核日期", "到哪一天要再看一遍还对不对。"),
        CONTACTS("contacts", true, "联系方式", "一行一个：单位、电话。"),
        LANGUAGE("language", false, "语言", "中文空着或写 zh-CN，英文写 en。");

        private final String field;
        private final boolean isList;
        private final String label;
        private final String hint;

        Field(String field, boolean isList, String label, String hint) {
            this.field = field;
            this.isList = isList;
            this.label = label;
            this.hint = hint;
        }

        String field() {
            return field;
        }

        boolean isList() {
            return isList;
        }

        String label() {
            return label;
        }

        String hint() {
            return hint;
        }
    }

    private static final String MARK = "---";

    FrontMatterText {
        entries = List.copyOf(entries);
    }

    static FrontMatterText of(String text) {
        if (!text.startsWith(MARK + "\n")) {
            return new FrontMatterText(List.of(), text, false);
        }
        int end = text.indexOf("\n" + MARK + "\n", MARK.length() - 1);
        if (end < 0) {
            return new FrontMatterText(List.of(), text, false);
        }
        var entries = new ArrayList<Entry>();
        var raw = new StringBuilder();
        var name = "";
        for (var line : text.substring(MARK.length() + 1, end + 1).split("(?<=\n)", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            boolean isField = line.matches("[A-Za-z][A-Za-z-]*:.*\n");
            if (isField) {
                add(entries, name, raw);
                name = line.substring(0, line.indexOf(':'));
            }
            raw.append(line);
        }
        add(entries, name, raw);
        return new FrontMatterText(entries, text.substring(end + MARK.length() + 2), true);
    }

    private static void add(List<Entry> entries, String name, StringBuilder raw) {
        if (!raw.isEmpty()) {
            entries.add(new Entry(name, raw.toString()));
            raw.setLength(0);
        }
    }

    String text() {
        if (!isThere && entries.isEmpty()) {
            return body;
        }
        var text = new StringBuilder(MARK).append('\n');
        entries.forEach(entry -> text.append(entry.raw()));
        return text.append(MARK).append('\n').append(body).toString();
    }

    /// What a field of the form shows; a list has a line for each value. Null where it is written
    /// in a way that the form does not know: then it stands among the others.
    @org.jspecify.annotations.Nullable
    String value(Field field) {
        for (var entry : entries) {
            if (entry.name().equals(field.field())) {
                return read(entry, field.isList());
            }
        }
        return "";
    }

    private static @org.jspecify.annotations.Nullable String read(Entry entry, boolean isList) {
        var lines = entry.raw().lines().toList();
        var first = scalar(lines.getFirst().substring(entry.name().length() + 1));
        if (lines.size() == 1) {
            return first;
        }
        if (!isList || first == null || !first.isEmpty()) {
            return null;
        }
        var values = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            var bare = line.strip();
            var value = bare.startsWith("- ") ? scalar(bare.substring(1)) : null;
            if (value == null || value.isEmpty()) {
                return null;
            }
            values.add(value);
        }
        return String.join("\n", values);
    }

    /// A word or phrase of YAML; null when it is more than that.
    private static @org.jspecify.annotations.Nullable String scalar(String written) {
        var text = written.strip();
        if (text.startsWith("\"")) {
            return text.matches("\"([^\"\\\\]|\\\\[\"\\\\])*\"")
                    ? text.substring(1, text.length() - 1)
                            .replace("\\\"", "\"")
                            .replace("\\\\", "\\")
                    : null;
        }
        if (text.startsWith("'")) {
            return text.matches("'[^']*'") ? text.substring(1, text.length() - 1) : null;
        }
        boolean isPlain =
                text.isEmpty()
                        || ("[{&*!|>%@`#".indexOf(text.charAt(0)) < 0
                                && !text.contains(" #")
                                && !text.contains(": "));
        return isPlain ? text : null;
    }

    /// The lines of the front matter that no field of the form shows.
    String others() {
        var others = new StringBuilder();
        for (var entry : entries) {
            if (!isShown(entry)) {
                others.append(entry.raw());
            }
        }
        return others.toString();
    }

    private static boolean isShown(Entry entry) {
        for (var field : Field.values()) {
            if (field.field().equals(entry.name())) {
                return read(entry, field.isList()) != null;
            }
        }
        return false;
    }

    /// The same with what came back from the form: what nobody changed stays to the letter.
    FrontMatterText with(Map<Field, String> values, String others, String newBody) {
        var changed = new ArrayList<Entry>();
        var left = new LinkedHashMap<>(values);
        boolean sameOthers = others.equals(others());
        for (var entry : entries) {
            var field = field(entry);
            if (field != null && isShown(entry)) {
                var value = left.remove(field);
                var before = read(entry, field.isList());
                if (value == null || value.equals(before)) {
                    changed.add(entry);
                } else if (!value.isBlank()) {
                    changed.add(written(field, value));
                }
            } else if (sameOthers) {
                changed.add(entry);
            }
        }
        left.forEach((field, value) -> {
            if (!value.isBlank()) {
                changed.add(written(field, value));
            }
        });
        if (!sameOthers && !others.isBlank()) {
            var raw = others.endsWith("\n") ? others : others + "\n";
            changed.add(new Entry("", raw));
        }
        return new FrontMatterText(changed, newBody, isThere || !changed.isEmpty());
    }

    private static @org.jspecify.annotations.Nullable Field field(Entry entry) {
        for (var field : Field.values()) {
            if (field.field().equals(entry.name())) {
                return field;
            }
        }
        return null;
    }

    private static Entry written(Field field, String value) {
        var raw = new StringBuilder(field.field()).append(':');
        if (field.isList()) {
            raw.append('\n');
            value.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> raw.append("  - ").append(quoted(line)).append('\n'));
        } else {
            raw.append(' ').append(quoted(value.strip().replaceAll("\\s+", " "))).append('\n');
        }
        return new Entry(field.field(), raw.toString());
    }

    private static String quoted(String text) {
        boolean isPlain = text.matches("[\\p{IsHan}（《“A-Za-z0-9][^:#\"'\\\\]*");
        return isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// A text to begin with.
    static String fresh(Kind kind, String title) {
        return "---\ntitle: "
                + quoted(title)
                + "\nkind: "
                + kind.name().toLowerCase(Locale.ROOT)
                + "\n---\n\n";
    }

    /// The title of a text, without reading all of it.
    static String title(String text, String otherwise) {
        var parts = of(text);
        var title = parts.value(Field.TITLE);
        if (title != null && !title.isEmpty()) {
            return title;
        }
        return parts.body()
                .lines()
                .limit(50)
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
