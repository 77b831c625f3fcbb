package tongtu.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A text as it is said: figures, dates, numbers of telephones and documents, units, signs and
/// addresses as words, marks as pauses. What is said of a stretch of the text knows where that
/// stretch stands.
///
/// No engine of speech reads these right, so none is asked to: what goes to a voice holds Han,
/// Latin letters and pauses only.
public record Spoken(List<Piece> pieces) {
    /// Digits in one run, and letters in one, that are still said; of a longer run it is said that
    /// it is there and how long it is.
    public static final int LONGEST_RUN = 40;

    /// What is said, or left silent, for the text from `start` to before `end`.
    public sealed interface Piece {
        int start();

        int end();
    }

    /// Words: Han, and Latin words between spaces. A Latin letter alone is called by its name.
    public record Said(String words, int start, int end) implements Piece {}

    public record Silence(Pause pause, int start, int end) implements Piece {}

    /// How long a voice rests, in milliseconds.
    public enum Pause {
        /// At brackets, quotes and 《》.
        BREATH(60),
        /// At 、.
        LIST(140),
        /// At ，.
        CLAUSE(240),
        /// At ；and ：.
        PART(360),
        /// At 。？！.
        SENTENCE(480);

        private final int milliseconds;

        Pause(int milliseconds) {
            this.milliseconds = milliseconds;
        }

        public int milliseconds() {
            return milliseconds;
        }
    }

    public Spoken {
        pieces = List.copyOf(pieces);
    }

    /// As a text in Chinese is said.
    public static Spoken of(String text) {
        return of(text, Lexicon.NONE);
    }

    /// As a text in Chinese is said, where a site's lexicon says some words otherwise.
    public static Spoken of(String text, Lexicon lexicon) {
        return new Spoken(joined(new SpokenWalk(text, lexicon).pieces()));
    }

    /// Pauses that follow each other are one, the longest; none stands at the start.
    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof Silence(var pause, var start, var end)) {
                if (joined.isEmpty()) {
                    continue;
                }
                if (joined.getLast() instanceof Silence(var last, var from, _)) {
                    var longer = pause.compareTo(last) > 0 ? pause : last;
                    joined.set(joined.size() - 1, new Silence(longer, from, end));
                } else {
                    joined.add(new Silence(pause, start, end));
                }
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /// What is said, with a mark for each pause: nothing for a breath, 、，；。 for the others.
    public String words() {
        return pieces.stream()
                .map(piece ->
                        switch (piece) {
                            case Said said -> said.words();
                            case Silence silence ->
                                    switch (silence.pause()) {
                                        case BREATH -> " ";
                                        case LIST -> "、";
                                        case CLAUSE -> "，";
                                        case PART -> "；";
                                        case SENTENCE -> "。";
                                    };
                        })
                .collect(Collectors.joining())
                .replaceAll(" +", " ")
                .strip();
    }

    /// Whether there is anything to say.
    public boolean isSilent() {
        return pieces.stream().noneMatch(Said.class::isInstance);
    }
}
