package tongtu.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tongtu.language.Reading;
import tongtu.language.Readings;

/// espeak-ng, as a program of its own beside this one, when it is installed: plain to hear that it
/// is a machine, and better than silence. It is given pinyin, as it spells Han itself.
public final class EspeakVoice implements Voice {
    private static final String PROGRAM = "espeak-ng";
    private static final int PATIENCE_S = 30;
    private static final int HEADER = 44;

    private final Readings readings;

    EspeakVoice(Readings readings) {
        this.readings = readings;
    }

    /// Whether the program is on this machine.
    public static boolean isHere() {
        try {
            var process =
                    new ProcessBuilder(PROGRAM, "--version").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public String label() {
        return "机器声（espeak-ng）";
    }

    @Override
    public String language() {
        return "zh";
    }

    @Override
    public String version() {
        return "espeak-ng/1";
    }

    @Override
    public String key(String words) {
        return pinyin(readings.of(words));
    }

    private static String pinyin(Reading reading) {
        var pinyin = new StringBuilder();
        for (var part : reading.parts()) {
            switch (part) {
                case Reading.Word word -> {
                    word.syllables().forEach(one -> pinyin.append(one.spoken()));
                    pinyin.append(' ');
                }
                case Reading.Latin latin -> pinyin.append(latin.word()).append(' ');
                case Reading.Rest rest ->
                        pinyin.append(rest.pause().milliseconds() < 300 ? ", " : ". ");
            }
        }
        return pinyin.toString().strip();
    }

    @Override
    public Sound speak(String words) throws CannotSpeak {
        var reading = readings.of(words);
        if (reading.isSilent()) {
            throw new CannotSpeak("nothing to say");
        }
        try {
            var wav = Files.createTempFile("tongtu", ".wav");
            try {
                var process =
                        new ProcessBuilder(
                                        PROGRAM,
                                        "-v",
                                        "cmn-latn-pinyin",
                                        "-s",
                                        "150",
                                        "-w",
                                        wav.toString(),
                                        "--stdin")
                                .redirectErrorStream(true)
                                .start();
                try (var in = process.getOutputStream()) {
                    in.write(pinyin(reading).getBytes(StandardCharsets.UTF_8));
                }
                process.getInputStream().readAllBytes();
                if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new CannotSpeak("espeak-ng failed");
                }
                return sound(Files.readAllBytes(wav), reading);
            } finally {
                Files.deleteIfExists(wav);
            }
        } catch (IOException e) {
            throw new CannotSpeak("espeak-ng cannot be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotSpeak("interrupted", e);
        }
    }

    /// It does not tell when each syllable is heard: all are taken to be as long.
    private static Sound sound(byte[] wav, Reading reading) throws CannotSpeak {
        if (wav.length <= HEADER) {
            throw new CannotSpeak("espeak-ng said nothing");
        }
        int rate = (wav[24] & 0xff) | ((wav[25] & 0xff) << 8) | ((wav[26] & 0xff) << 16);
        var samples =
                Resampler.resampled(
                        Pcm.samples(Arrays.copyOfRange(wav, HEADER, wav.length)), rate, Sound.RATE);
        var places = places(reading);
        var marks = new ArrayList<Sound.Mark>();
        for (int i = 0; i < places.size(); i++) {
            marks.add(
                    new Sound.Mark(
                            places.get(i)[0],
                            places.get(i)[1],
                            (int) ((long) samples.length * i / places.size()),
                            (int) ((long) samples.length * (i + 1) / places.size())));
        }
        return new Sound(samples, marks).trimmed(40);
    }

    private static List<int[]> places(Reading reading) {
        var places = new ArrayList<int[]>();
        for (var part : reading.parts()) {
            switch (part) {
                case Reading.Word word ->
                        word.syllables()
                                .forEach(one -> places.add(new int[] {one.start(), one.end()}));
                case Reading.Latin latin -> places.add(new int[] {latin.start(), latin.end()});
                case Reading.Rest _ -> {}
            }
        }
        return places;
    }
}
