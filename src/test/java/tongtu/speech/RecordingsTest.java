package tongtu.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.BlockId;

class RecordingsTest {
    @TempDir Path folder;

    /// Two seconds of a tone at 44.1 kHz on two channels.
    private Path recording(String name) throws Exception {
        var samples = new float[2 * 2 * 44_100];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.1 * Math.sin(2 * Math.PI * 300 * Math.floor(i / 2.0) / 44_100));
        }
        var pcm = Pcm.bytes(samples);
        var file = folder.resolve(name);
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(pcm),
                        new AudioFormat(44_100, 16, 2, true, false),
                        samples.length / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    @Test
    void aPersonsVoiceIsHeardInsteadOfAnyOther() throws Exception {
        recording("a.wav");
        Files.writeString(folder.resolve(Recordings.FILE), "# 录音\npages/a\tabcd2345\ta.wav\t某人\n");
        var recordings = Recordings.read(folder);
        assertEquals(List.of(), recordings.findings());
        var id = new BlockId("abcd2345");
        var other = new BlockId("bbcd2345");
        var said = Script.ofText("One.\nTwo.\nThree.\nFour.", "en");
        var read =
                new Script.Read(
                                said,
                                List.of(
                                        new Script.Part(id, "First", 2, 1, 3),
                                        new Script.Part(other, "Second", 2, 3, 4)),
                                false)
                        .with(recordings.of("pages/a"));
        assertEquals(
                List.of("One.", "First", "Four."),
                read.utterances().stream().map(Utterance::words).toList());
        assertEquals(2, read.parts().get(1).from());
        var narrator = new Narrator(List.of());
        var sound = narrator.speak(read.utterances().get(1), "");
        assertEquals(2_000, sound.milliseconds(), 20);
        assertEquals(Loudness.TARGET_LUFS, Loudness.of(sound.samples()), 1.0);
        assertEquals(
                narrator.key(read.utterances().get(1), ""),
                narrator.key(read.utterances().get(1), "x"));
    }

    @Test
    void whatCannotBeUsedIsToldWithItsLine() throws Exception {
        Files.writeString(folder.resolve("b.wav"), "no sound");
        Files.writeString(
                folder.resolve(Recordings.FILE),
                "pages/a\tabcd2345\tnone.wav\t某人\npages/a\tabcd2345\tb.wav\t某人\n坏行\npages/a\tabcd2345\t../x.wav\t某人\n");
        var recordings = Recordings.read(folder);
        assertEquals(
                List.of(1, 2, 3, 4),
                recordings.findings().stream().map(each -> each.line()).toList());
        assertTrue(recordings.of("pages/a").isEmpty());
    }
}
