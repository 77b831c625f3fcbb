package tongtu.speech;

import java.util.List;

/// Sentences and when they are heard, as WebVTT: each cue's name is the place of its words
/// (`BLOCK.SENTENCE.PIECE`).
public final class Captions {
    private static final int HOUR_MS = 3_600_000;
    private static final int MINUTE_MS = 60_000;
    private static final int SECOND_MS = 1_000;

    private Captions() {}

    /// Of the utterances from one to before another; `times` as [Editions#times] gives them.
    public static String webVtt(Track track, int from, int to, List<int[]> times) {
        var text = new StringBuilder("WEBVTT\n");
        for (int i = from; i < to; i++) {
            var utterance = track.script().utterances().get(i);
            var time = times.get(i - from);
            if (time[1] <= time[0]) {
                continue;
            }
            var block = utterance.block();
            text.append('\n')
                    .append(block == null ? "title" : block.text())
                    .append('.')
                    .append(utterance.number())
                    .append('.')
                    .append(utterance.piece())
                    .append('\n')
                    .append(clock(time[0]))
                    .append(" --> ")
                    .append(clock(time[1]))
                    .append('\n')
                    .append(escaped(utterance.words()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String clock(int ms) {
        return "%02d:%02d:%02d.%03d"
                .formatted(
                        ms / HOUR_MS,
                        ms % HOUR_MS / MINUTE_MS,
                        ms % MINUTE_MS / SECOND_MS,
                        ms % SECOND_MS);
    }

    /// A cue ends at an empty line, and `-->` cannot stand in it.
    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s+", " ");
    }
}
