package tongtu.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import tongtu.inference.Weights;
import tongtu.language.Lexicon;
import tongtu.portal.Listening;
import tongtu.portal.PublicSite;
import tongtu.speech.Editions;
import tongtu.speech.Narrator;
import tongtu.speech.SoundStore;
import tongtu.speech.VoiceFiles;
import tongtu.speech.Voicing;

/// What a site reads aloud with: voices, the sounds that were made, the pages for listening.
record Reading(
        Config.Speech config,
        VoiceFiles files,
        Voicing voicing,
        Editions editions,
        Listening listening)
        implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reading.class.getName());

    /// In the data folder: sounds, all of which can be made anew.
    static final String SPEECH = "speech";

    private static final long MEGABYTE = 1_000_000;
    private static final Duration SWEEP = Duration.ofHours(6);
    private static final Duration REPORT = Duration.ofSeconds(30);
    private static final Duration FIRST_SWEEP = Duration.ofMinutes(10);

    static Reading of(Config config, PublicSite pages, String artwork, InstantSource clock) {
        // One sentence at a time on all the processors: the first sound comes soonest.
        var reading = of(config, pages, artwork, clock, 1);
        Thread.ofVirtual().name("speech-sweep").start(reading::sweep);
        return reading;
    }

    /// The sounds that another program has left, for one that makes none.
    static Reading idle(Config config, PublicSite pages, InstantSource clock) {
        return of(config, pages, "", clock, 0);
    }

    private static Reading of(
            Config config, PublicSite pages, String artwork, InstantSource clock, int threads) {
        var speech = config.speech();
        var folder = config.data().resolve(SPEECH);
        var store = new SoundStore(folder.resolve("sounds"), speech.cacheMb() * MEGABYTE, clock);
        var files = new VoiceFiles(speech.voices(), speech.cores());
        var voicing = new Voicing(narrator(files), store, threads);
        var editions = new Editions(folder.resolve("files"), voicing, store, clock);
        var listening = new Listening(pages, files, voicing, editions, artwork);
        return new Reading(speech, files, voicing, editions, listening);
    }

    private static Narrator narrator(VoiceFiles files) {
        try {
            return files.narrator(Lexicon.NONE);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the voices cannot be used", e);
            return new Narrator(List.of());
        }
    }

    private void sweep() {
        try {
            Thread.sleep(FIRST_SWEEP);
            while (true) {
                try {
                    voicing.sweep();
                    editions.sweep();
                } catch (IOException | RuntimeException e) {
                    LOG.log(Level.WARNING, "old sounds cannot be deleted", e);
                }
                Thread.sleep(SWEEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says how far the voicing is, each time that a tenth more is done.
    void report(Consumer<String> say) {
        Thread.ofVirtual().name("voicing-report").start(() -> tell(say));
    }

    private void tell(Consumer<String> say) {
        try {
            for (int told = -1; ; Thread.sleep(REPORT)) {
                var progress = voicing.progress();
                int all = Math.max(1, progress.all());
                int tenths = 10 * (progress.done() + progress.failed()) / all;
                if (voicing.waiting() > 0 && tenths != told && progress.all() > 0) {
                    told = tenths;
                    say.accept(
                            "朗读的声音：%d 段里好了 %d 段，%d 段念不了。每秒钟的声音要合成 %.1f 秒。"
                                    .formatted(
                                            progress.all(),
                                            progress.done(),
                                            progress.failed(),
                                            voicing.workPerSecondMs() / 1_000.0));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Fetches missing weights in the background; from then on they speak.
    void fetch(Consumer<String> say) {
        var weights = files.weights();
        if (config.cores() == 0 || !config.fetches() || weights.areInstalled()) {
            return;
        }
        say.accept(
                "正在后台下载普通话的声音（约 %d MB），网站照常能用；不想下载，加上 --without-voices。"
                        .formatted(Weights.FETCHED / MEGABYTE));
        Thread.ofVirtual()
                .name("voices-fetch")
                .start(() -> {
                    try {
                        weights.fetch((_, _) -> {});
                        listening.voice();
                        say.accept("普通话的声音装好了，正在合成。");
                    } catch (IOException e) {
                        say.accept(
                                "普通话的声音没有下载成（"
                                        + VoicesInstallCommand.reason(e)
                                        + "）。网站照常能用；以后可以运行 ./tongtu voices install。");
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Override
    public void close() {
        voicing.close();
        files.close();
    }
}
