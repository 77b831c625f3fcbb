package tongtu.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Moments as staff write and read them, by the clock of the place.
final class Words {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    private Words() {}

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /// A date, or a date and a time (`2026-12-31 09:30`); null when it is neither.
    static @Nullable Instant read(String typed) {
        var text = typed.strip().replace('：', ':').replace('/', '-').replace('T', ' ');
        if (!text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}( +[0-9]{1,2}:[0-9]{2})?")) {
            return null;
        }
        try {
            var parts = text.split(" +", -1);
            var day = parts[0].split("-", -1);
            var date =
                    LocalDate.of(
                            Integer.parseInt(day[0]),
                            Integer.parseInt(day[1]),
                            Integer.parseInt(day[2]));
            var time = LocalTime.MIN;
            if (parts.length == 2) {
                var hour = parts[1].split(":", -1);
                time = LocalTime.of(Integer.parseInt(hour[0]), Integer.parseInt(hour[1]));
            }
            return date.atTime(time).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
