package tongtu.speech;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import tongtu.speech.Voice.CannotSpeak;

/// A section read by a person: a WAV file (PCM) of at most [#LONGEST_S] seconds, and who speaks.
/// `hash` changes with the file: it is that of its path, size and time, as whole files are not read
/// at each save.
public record Recording(String section, Path file, String speaker, String hash) {
    static final int LONGEST_S = 1_200;

    /// Bytes of a file: that long at 48 kHz with two channels of 24 bits.
    private static final long LARGEST = 400_000_000;

    /// What is wrong with a file, in Chinese; empty when it can be used.
    static String fault(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "没有这个录音文件";
        }
        if (Files.size(file) > LARGEST) {
            return "录音文件太大";
        }
        try (var in =
                AudioSystem.getAudioInputStream(
                        new BufferedInputStream(Files.newInputStream(file)))) {
            double seconds = in.getFrameLength() / in.getFormat().getFrameRate();
            return seconds > 0 && seconds <= LONGEST_S ? "" : "录音要在 " + LONGEST_S / 60 + " 分钟以内";
        } catch (UnsupportedAudioFileException e) {
            return "录音文件不是 WAV（PCM）";
        }
    }

    /// What is heard, as one mark for all of its `characters` words.
    Sound sound(int characters) throws CannotSpeak {
        try (var in =
                AudioSystem.getAudioInputStream(
                        new BufferedInputStream(Files.newInputStream(file)))) {
            var format = in.getFormat();
            var plain =
                    new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false);
            try (var pcm = AudioSystem.getAudioInputStream(plain, in)) {
                int channels = format.getChannels();
                int most =
                        (int)
                                Math.min(
                                        Integer.MAX_VALUE - 8,
                                        (long) LONGEST_S
                                                * (long) format.getSampleRate()
                                                * 2
                                                * channels);
                var all = Pcm.samples(pcm.readNBytes(most));
                var one = new float[all.length / channels];
                for (int i = 0; i < one.length; i++) {
                    for (int channel = 0; channel < channels; channel++) {
                        one[i] += all[i * channels + channel] / channels;
                    }
                }
                var samples =
                        Resampler.resampled(one, Math.round(format.getSampleRate()), Sound.RATE);
                var level = Loudness.levelled(samples);
                return new Sound(level, List.of(new Sound.Mark(0, characters, 0, level.length)));
            }
        } catch (IOException | UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new CannotSpeak("the recording cannot be read", e);
        }
    }
}
