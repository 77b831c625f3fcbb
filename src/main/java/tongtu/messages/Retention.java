package tongtu.messages;

import java.time.Duration;

/// How long what people wrote is kept, in days after the answer, or after its arrival while there
/// is none: first how to reach them is deleted, later the whole message.
public record Retention(int contactDays, int messageDays) {
    public static final Retention DEFAULT = new Retention(180, 730);

    /// The longest that may be set: ten years.
    public static final int MOST_DAYS = 3_650;

    public Retention {
        if (contactDays < 1 || messageDays < contactDays || messageDays > MOST_DAYS) {
            throw new IllegalArgumentException(contactDays + " and " + messageDays + " days");
        }
    }

    Duration contact() {
        return Duration.ofDays(contactDays);
    }

    Duration message() {
        return Duration.ofDays(messageDays);
    }
}
