package tongtu.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tongtu.language.Characters;

/// A message that was received. `contact` is empty when its writer gave none, or when it was
/// deleted after its time (then `contactDeletedAt` says when).
public record Message(
        Receipt receipt,
        Draft draft,
        @Nullable Instant contactDeletedAt,
        Instant receivedAt,
        @Nullable Answer answer) {
    /// What was answered, for whoever has the receipt number to read.
    public record Answer(String words, Instant at) {
        /// Characters of an answer.
        public static final int WORDS = 5_000;

        public Answer {
            words = Characters.clean(words).replace("\r\n", "\n").strip();
            if (words.isBlank() || Draft.length(words) > WORDS) {
                throw new IllegalArgumentException("an answer that is empty or too long");
            }
        }
    }

    /// How far it has come.
    public enum State {
        NEW("待答复"),
        ANSWERED("已答复");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State state() {
        return answer == null ? State.NEW : State.ANSWERED;
    }
}
