package tongtu.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is to be done to a revision at a time. `account` asked for it, `second` agreed
/// where two have to (empty otherwise); `waits` says that it waits until the required forms are
/// ready.
public record Appointment(
        String id,
        DocumentPath path,
        int number,
        Action action,
        Instant dueAt,
        String account,
        String second,
        String reason,
        boolean waits,
        Instant madeAt,
        @Nullable Instant doneAt,
        String outcome) {
    /// What is done.
    public enum Action {
        PUBLISH("发布"),
        EMERGENCY("紧急发布"),
        WITHDRAW("撤下"),
        ARCHIVE("归档");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
