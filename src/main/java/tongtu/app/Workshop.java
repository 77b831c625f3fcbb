package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tongtu.document.Finding;
import tongtu.messages.Retention;
import tongtu.portal.PublicSite;
import tongtu.portal.Takeaway;
import tongtu.web.Assets;
import tongtu.web.Shelf;
import tongtu.web.Templates;
import tongtu.web.TrustedProxies;

/// A site that nobody visits, for commands that make files of it: it serves nothing and voices
/// nothing, and takes the sounds and files that a running one has left.
record Workshop(PublicSite site, Takeaway takeaway, Reading reading) implements AutoCloseable {
    /// The settings that it takes.
    static final List<Key<?>> KEYS =
            List.of(Keys.CONTENT, Keys.BASE_URL, Keys.DATA, Keys.VOICES, Keys.FORMS_CACHE);

    static Workshop open(
            Settings settings,
            BiConsumer<Integer, Integer> progress,
            Consumer<List<Finding>> findings)
            throws Config.Wrong, IOException {
        var clock = InstantSource.system();
        var config = config(settings);
        var assets = new Assets(Site.ASSETS);
        var site =
                new PublicSite(
                        config.content(),
                        assets,
                        new Templates(assets),
                        config.baseUrl(),
                        new Shelf(),
                        clock,
                        findings);
        var reading = Reading.idle(config, site, clock);
        var takeaway = new Takeaway(site, reading.listening(), Site.forms(config, clock), false);
        var workshop = new Workshop(site, takeaway, reading);
        try {
            site.open(progress);
            return workshop;
        } catch (IOException | RuntimeException | Error e) {
            workshop.close();
            throw e;
        }
    }

    /// From now on the pages tell which files there are.
    void showForms() {
        site.turnDay();
    }

    private static Config config(Settings settings) throws Config.Wrong, IOException {
        Path content = Config.content(settings).toRealPath();
        return new Config(
                "",
                0,
                content,
                settings.get(Keys.BASE_URL),
                Config.data(settings),
                Retention.DEFAULT,
                TrustedProxies.NONE,
                false,
                new Config.Speech(settings.get(Keys.VOICES), 1, 1, false),
                new Config.Forms(settings.get(Keys.FORMS_CACHE), false),
                Config.Staff.DEFAULT);
    }

    @Override
    public void close() throws IOException {
        takeaway.close();
        reading.close();
        site.close();
    }
}
