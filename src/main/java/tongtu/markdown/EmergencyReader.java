package tongtu.markdown;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Emergency;

/// The fields that make a notice an emergency: `emergency` (how bad), `starts` and `ends` (from
/// when to when). A wrong one is an error: an alarm that nobody meant is as bad as one that is
/// missing.
final class EmergencyReader {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final String REMEDY =
            "紧急通知写三项：emergency 写 advice（提示）、warning（警告）或 urgent（紧急）；starts、ends 写开始和结束的时间，如 2026-01-31 08:00。不是紧急通知的，三项都不写。";

    private final Map<String, Yaml.Field> fields;
    private final Function<String, String> words;
    private final Report report;

    /// `words` gives the value of a field, empty when it has none.
    EmergencyReader(Map<String, Yaml.Field> fields, Function<String, String> words, Report report) {
        this.fields = fields;
        this.words = words;
        this.report = report;
    }

    /// The emergency, or null when the file is none or says it wrongly.
    @Nullable Emergency read() {
        if (!fields.containsKey("emergency")) {
            for (var name : new String[] {"starts", "ends"}) {
                if (fields.containsKey(name)) {
                    wrong(name, "写了 %s，没有写 emergency，没有用上。".formatted(name));
                }
            }
            return null;
        }
        if (!words.apply("kind").equals("notice")) {
            wrong("emergency", "紧急通知要是通知公告（kind: notice）。");
            return null;
        }
        var level = level();
        var starts = time("starts");
        var ends = time("ends");
        if (level == null || starts == null || ends == null) {
            return null;
        }
        if (!ends.isAfter(starts)) {
            wrong("ends", "紧急通知结束的时间（ends）不晚于开始的时间（starts）。");
            return null;
        }
        return new Emergency(level, starts, ends);
    }

    private Emergency.@Nullable Level level() {
        var value = words.apply("emergency");
        for (var level : Emergency.Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(value)) {
                return level;
            }
        }
        wrong("emergency", "没有「%s」这一级。".formatted(Report.quote(value)));
        return null;
    }

    private @Nullable LocalDateTime time(String name) {
        var value = words.apply(name);
        if (!value.isEmpty()) {
            try {
                var time = LocalDateTime.parse(value.replace('T', ' '), TIME);
                if (time.getYear() >= 1900 && time.getYear() <= 2999) {
                    return time;
                }
            } catch (DateTimeParseException e) {
                // Reported below, with the years that no notice has.
            }
        }
        wrong(
                name,
                value.isEmpty()
                        ? "紧急通知没有写 %s。".formatted(name)
                        : "%s 的「%s」不是时间。".formatted(name, Report.quote(value)));
        return null;
    }

    private void wrong(String name, String message) {
        var field = fields.containsKey(name) ? fields.get(name) : fields.get("emergency");
        report.error("front-matter/emergency", field == null ? 1 : field.line(), message, REMEDY);
    }
}
