package tongtu.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates as people read them: 2026 年 1 月 31 日, 31 January 2026.
final class Dates {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Dates() {}

    /// A date with the time of the day.
    static String of(LocalDateTime time, String language) {
        return of(time.toLocalDate(), language)
                + " %02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /// An empty string for no date.
    static String of(@Nullable LocalDate date, String language) {
        if (date == null) {
            return "";
        }
        return language.startsWith("zh")
                ? "%d 年 %d 月 %d 日"
                        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : ENGLISH.format(date);
    }
}
