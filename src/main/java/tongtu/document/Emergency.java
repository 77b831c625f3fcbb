package tongtu.document;

import java.time.LocalDateTime;

/// What makes a notice one that everybody has to see at once: how bad it is, and from when to when,
/// by the clock of the place. The place itself is the region of the front matter.
public record Emergency(Level level, LocalDateTime starts, LocalDateTime ends) {
    /// How bad it is, in the words that the banner uses.
    public enum Level {
        ADVICE("提示", "Advice"),
        WARNING("警告", "Warning"),
        URGENT("紧急", "Urgent");

        private final String label;
        private final String english;

        Level(String label, String english) {
            this.label = label;
            this.english = english;
        }

        public String label() {
            return label;
        }

        public String english() {
            return english;
        }
    }

    public Emergency {
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException("an emergency that ends before it starts");
        }
    }

    /// Whether it is on at a moment: from its start to its end, which is not in it.
    public boolean isOn(LocalDateTime now) {
        return !now.isBefore(starts) && now.isBefore(ends);
    }
}
