package tongtu.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a voice said: samples of one channel at [#RATE], and when each piece of the words is heard.
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Sound(float[] samples, List<Mark> marks) {
    /// Samples a second.
    public static final int RATE = 24_000;

    /// The words from `start` to before `end` are heard from one sample to before another.
    public record Mark(int start, int end, int from, int to) {}

    public Sound {
        marks = List.copyOf(marks);
    }

    static Sound silence(int milliseconds) {
        return new Sound(new float[samples(milliseconds)], List.of());
    }

    static int samples(int milliseconds) {
        return (int) ((long) milliseconds * RATE / 1000);
    }

    public int milliseconds() {
        return (int) ((long) samples.length * 1000 / RATE);
    }

    /// Sounds one after the other.
    static Sound joined(List<Sound> sounds) {
        var samples = new float[sounds.stream().mapToInt(sound -> sound.samples.length).sum()];
        var marks = new ArrayList<Mark>();
        int at = 0;
        for (var sound : sounds) {
            System.arraycopy(sound.samples, 0, samples, at, sound.samples.length);
            for (var mark : sound.marks) {
                marks.add(new Mark(mark.start(), mark.end(), mark.from() + at, mark.to() + at));
            }
            at += sound.samples.length;
        }
        return new Sound(samples, marks);
    }

    /// The same heard of words that stand `characters` later.
    Sound shifted(int characters) {
        return new Sound(
                samples,
                marks.stream()
                        .map(mark ->
                                new Mark(
                                        mark.start() + characters,
                                        mark.end() + characters,
                                        mark.from(),
                                        mark.to()))
                        .toList());
    }

    /// Without the silence at both ends, but for `milliseconds` of it, and faded there so that it
    /// can stand beside silence without a click.
    Sound trimmed(int milliseconds) {
        int keep = samples(milliseconds);
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < QUIET) {
            first++;
        }
        int last = samples.length;
        while (last > first && Math.abs(samples[last - 1]) < QUIET) {
            last--;
        }
        int from = Math.max(0, first - keep);
        int to = Math.min(samples.length, last + keep);
        var cut = Arrays.copyOfRange(samples, from, Math.max(from, to));
        int fade = Math.min(samples(5), cut.length / 2);
        for (int i = 0; i < fade; i++) {
            cut[i] *= i / (float) fade;
            cut[cut.length - 1 - i] *= i / (float) fade;
        }
        var moved = new ArrayList<Mark>();
        for (var mark : marks) {
            int start = Math.clamp(mark.from() - from, 0, cut.length);
            int end = Math.clamp(mark.to() - from, start, cut.length);
            moved.add(new Mark(mark.start(), mark.end(), start, end));
        }
        return new Sound(cut, moved);
    }

    /// -54 dBFS: softer is silence.
    private static final float QUIET = 0.002f;
}
