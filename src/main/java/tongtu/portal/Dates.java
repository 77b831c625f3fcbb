package tongtu.portal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people read them: 2026 年 1 月 31 日, 31 January 2026.
final class Dates {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final Pattern TYPED =
            Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月?)|年?)");

    private static final Pattern TYPED_TOGETHER =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})?");

    private Dates() {}

    /// A day as people type it: 2026-1-31, 2026/1/31, 2026.1.31, 2026年1月31日, 20260131. Of a year or
    /// a month alone the first day or, if `isLast`, the last one. Null when it is none of these.
    static @Nullable LocalDate typed(String typed, boolean isLast) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var found = TYPED.matcher(plain);
        if (!found.matches()) {
            found = TYPED_TOGETHER.matcher(plain);
            if (!found.matches()) {
                return null;
            }
        }
        try {
            int year = Integer.parseInt(found.group(1));
            if (found.group(2) == null) {
                return isLast ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
            }
            var month = YearMonth.of(year, Integer.parseInt(found.group(2)));
            if (found.group(3) == null) {
                return isLast ? month.atEndOfMonth() : month.atDay(1);
            }
            return month.atDay(Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

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
