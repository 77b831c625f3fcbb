package tongtu.markdown;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.FrontMatter;
import tongtu.document.Kind;
import tongtu.document.Standing;

/// The front matter of a file, each field checked by itself: a wrong one is a finding at its line.
final class FrontMatterReader {
    static final int LONGEST_WORDS = 2_000;
    static final int MOST_VALUES = 100;

    private static final Set<String> NAMES =
            Set.of(
                    "title",
                    "kind",
                    "language",
                    "summary",
                    "index-number",
                    "document-number",
                    "issuer",
                    "issued",
                    "published",
                    "effective",
                    "expires",
                    "standing",
                    "topics",
                    "region",
                    "source",
                    "review-by",
                    "contacts",
                    "relations",
                    "emergency",
                    "starts",
                    "ends");
    private static final String DATE_REMEDY = "日期写成 2026-01-31 的样子。";

    private final Map<String, Yaml.Field> fields;
    private final Report report;
    private final boolean given;

    private FrontMatterReader(Map<String, Yaml.Field> fields, boolean given, Report report) {
        this.fields = fields;
        this.given = given;
        this.report = report;
        for (var field : fields.values()) {
            if (!NAMES.contains(field.name())) {
                report.warning(
                        "front-matter/unknown-field",
                        field.line(),
                        "不认识「%s」这一项，没有用上。".formatted(Report.quote(field.name())),
                        "可以用：" + String.join("、", NAMES.stream().sorted().toList()) + "。");
            }
        }
    }

    /// Reads what stands between the two `---`; null is a file without.
    static FrontMatterReader read(@Nullable String text, Report report) {
        var fields = text == null ? null : Yaml.read(text, 2, report);
        return new FrontMatterReader(fields == null ? Map.of() : fields, text != null, report);
    }

    /// The language of the words, needed before the rest: zh-CN unless the file says another.
    String language() {
        var value = words("language");
        if (value.isEmpty()) {
            return "zh-CN";
        }
        try {
            return new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "zh-CN";
        }
    }

    /// The front matter, given the `#` heading of the text; null when something that it cannot do
    /// without is missing or wrong.
    @Nullable FrontMatter complete(@Nullable String heading, Report report) {
        var title = title(heading);
        var effective = date("effective");
        var expires = date("expires");
        if (effective != null && expires != null && expires.isBefore(effective)) {
            report.error(
                    "front-matter/dates",
                    line("expires"),
                    "有效期至（expires）早于施行日期（effective）。",
                    "核对两个日期。");
            return null;
        }
        checkLanguage();
        if (title == null) {
            return null;
        }
        return new FrontMatter(
                title,
                kind(),
                language(),
                list("summary"),
                words("index-number"),
                words("document-number"),
                list("issuer"),
                date("issued"),
                date("published"),
                effective,
                expires,
                standing(),
                list("topics"),
                words("region"),
                words("source"),
                date("review-by"),
                list("contacts"),
                new RelationsReader(report).read(fields.get("relations")),
                new EmergencyReader(fields, this::words, report).read());
    }

    private @Nullable String title(@Nullable String heading) {
        var title = words("title");
        if (title.isEmpty() && heading == null) {
            report.error(
                    "front-matter/title", given ? 1 : 0, "没有标题。", "在文件头写「title: 标题」，或用「# 标题」开头。");
            return null;
        }
        if (!title.isEmpty() && heading != null && !title.equals(heading)) {
            report.warning(
                    "front-matter/title",
                    line("title"),
                    "文件头的标题和正文的一级标题（「%s」）不一样，页面用文件头的。".formatted(Report.quote(heading)),
                    "改成一样的，或删去其中一个。");
        }
        return title.isEmpty() ? heading : title;
    }

    private Kind kind() {
        var value = words("kind");
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(value)) {
                return kind;
            }
        }
        if (value.isEmpty()) {
            report.warning("front-matter/kind", given ? 1 : 0, "没有写明是哪一类文件，当作一般页面。", KIND_REMEDY);
        } else {
            report.error(
                    "front-matter/kind",
                    line("kind"),
                    "没有「%s」这一类文件。".formatted(Report.quote(value)),
                    KIND_REMEDY);
        }
        return Kind.PAGE;
    }

    private static final String KIND_REMEDY =
            "kind 写 policy（政策文件）、explainer（解读）、service（办事指南）、notice（通知公告）或 page（页面）。";

    private Standing standing() {
        var value = words("standing");
        return switch (value) {
            case "", "final" -> Standing.FINAL;
            case "draft" -> Standing.DRAFT;
            default -> {
                report.error(
                        "front-matter/standing",
                        line("standing"),
                        "没有「%s」这种状态。".formatted(Report.quote(value)),
                        "standing 写 draft（征求意见稿）或 final（正式文件）。");
                yield Standing.DRAFT;
            }
        };
    }

    private void checkLanguage() {
        var value = words("language");
        if (!value.isEmpty() && !value.equalsIgnoreCase(language())) {
            report.error(
                    "front-matter/language",
                    line("language"),
                    "「%s」不是语言代码。".formatted(Report.quote(value)),
                    "中文写 zh-CN，英文写 en。");
        }
    }

    private @Nullable LocalDate date(String name) {
        var value = words(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            var date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Reported below, with the years that no policy has.
        }
        if (report.findings().stream()
                .noneMatch(finding ->
                        finding.rule().equals("front-matter/date")
                                && finding.line() == line(name))) {
            report.error(
                    "front-matter/date",
                    line(name),
                    "%s 的「%s」不是日期。".formatted(name, Report.quote(value)),
                    DATE_REMEDY);
        }
        return null;
    }

    private String words(String name) {
        var values = list(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private List<String> list(String name) {
        var field = fields.get(name);
        if (field == null) {
            return List.of();
        }
        if (field.values().size() > MOST_VALUES
                || field.values().stream()
                        .anyMatch(value -> value.text().length() > LONGEST_WORDS)) {
            report.error(
                    "front-matter/size",
                    field.line(),
                    "「%s」太长或太多。".formatted(name),
                    "每项不超过 2000 字，不超过 100 项。");
            return List.of();
        }
        return field.values().stream()
                .map(value -> tongtu.language.Characters.clean(value.text()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private int line(String name) {
        var field = fields.get(name);
        return field == null ? 1 : field.line();
    }
}
