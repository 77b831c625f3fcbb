package tongtu.takeaway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Track;

/// How a document is heard, all of it voiced: `track` says what is said when, `editions` have the
/// sounds. `before` are the lines that are said before the text; `album` and `artist` stand in the
/// sound files.
public record Narration(
        Track track, Editions editions, List<String> before, String album, String artist) {
    public Narration {
        before = List.copyOf(before);
    }

    /// A stretch of sound for an element, in milliseconds of the file.
    record Clip(String element, int from, int to) {}

    /// The utterances of one file of a book, from one to before another.
    record Range(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /// What is said before the text.
    Range front() {
        int to = 0;
        while (to < size() && track.script().utterances().get(to).block() == null) {
            to++;
        }
        return new Range(0, to);
    }

    /// What is said before the first section.
    Range opening() {
        var parts = track.script().parts();
        int to = parts.isEmpty() ? size() : parts.getFirst().from();
        return new Range(front().to(), to);
    }

    /// What is said of a section and all below it.
    Range section(BlockId id) {
        var part = track.part(id.text());
        return part == null ? new Range(0, 0) : new Range(part.from(), part.to());
    }

    /// What is said behind the last section: the notes.
    Range notes() {
        int from = track.script().parts().stream().mapToInt(part -> part.to()).max().orElse(size());
        return new Range(from, size());
    }

    private int size() {
        return track.keys().size();
    }

    /// The sound of a range.
    Path sound(Range range, String title) throws IOException {
        return editions.make(
                new Edition(track, range.from(), range.to(), Format.MP3, title, album, artist));
    }

    /// When each element of a file is heard: its sentences where they are told apart, else the
    /// unit. A clip lasts until the next begins, so that pauses are kept.
    List<Clip> clips(Range range, Map<BlockId, List<XhtmlWriter.Spot>> spots) {
        var times = editions.times(track, range.from(), range.to());
        var next = new HashMap<BlockId, Integer>();
        var clips = new ArrayList<Clip>();
        for (int i = range.from(); i < range.to(); ) {
            var first = track.script().utterances().get(i);
            int end = i;
            var said = new StringBuilder();
            while (end < range.to() && isSame(i, end)) {
                said.append(track.script().utterances().get(end).words());
                end++;
            }
            int from = times.get(i - range.from())[0];
            int last = times.get(end - 1 - range.from())[1];
            var element = element(first.block(), first.number(), said.toString(), spots, next);
            if (last > from) {
                add(clips, new Clip(element, from, last));
            }
            i = end;
        }
        return clips;
    }

    private boolean isSame(int one, int other) {
        var first = track.script().utterances().get(one);
        var second = track.script().utterances().get(other);
        return first.number() == second.number()
                && (first.block() == null
                        ? second.block() == null
                        : first.block().equals(second.block()));
    }

    private static void add(List<Clip> clips, Clip clip) {
        if (!clips.isEmpty()) {
            var before = clips.removeLast();
            if (before.element().equals(clip.element())) {
                clips.add(new Clip(clip.element(), before.from(), clip.to()));
                return;
            }
            clips.add(new Clip(before.element(), before.from(), clip.from()));
        }
        clips.add(clip);
    }

    private static String element(
            @Nullable BlockId block,
            int number,
            String said,
            Map<BlockId, List<XhtmlWriter.Spot>> spots,
            Map<BlockId, Integer> next) {
        if (block == null) {
            return front(number);
        }
        var sentences = spots.getOrDefault(block, List.of());
        var words = bare(said);
        for (int i = next.getOrDefault(block, 0); i < sentences.size(); i++) {
            if (words.endsWith(bare(sentences.get(i).words()))) {
                next.put(block, i + 1);
                return sentences.get(i).id();
            }
        }
        return XhtmlWriter.id(block);
    }

    private static String bare(String words) {
        return words.replaceAll("\\s+", "");
    }

    /// The id of the line of that number before the text.
    static String front(int number) {
        return "front-" + number;
    }
}
