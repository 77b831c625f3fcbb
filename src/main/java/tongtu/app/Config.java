package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tongtu.archive.Archive;
import tongtu.messages.Retention;
import tongtu.publishing.Rules;
import tongtu.web.TrustedProxies;

/// How a site is run, checked once at the start. `baseUrl` has no slash at its end and is empty
/// when there is none; `data` is the folder for what the program writes; `retention` is how long
/// messages are kept; `proxies` are those whose word about clients is taken; `meaning` is whether
/// searching goes by meaning too, `speech` how pages are read aloud, `forms` how documents are made
/// into files.
public record Config(
        String host,
        int port,
        Path content,
        String baseUrl,
        Path data,
        Retention retention,
        TrustedProxies proxies,
        boolean meaning,
        Speech speech,
        Forms forms,
        Staff staff) {

    /// How staff work: where what they write is kept (an address of a PostgreSQL server, or nothing
    /// for the data folder), how texts are reviewed, and after how many minutes without use a
    /// session ends.
    public record Staff(String database, Rules rules, int idleMinutes) {
        public static final Staff DEFAULT = new Staff("", Rules.DEFAULT, 60);
    }

    /// How documents are made into files to take along: how many megabytes of them are kept, and
    /// whether they are made before anybody asks.
    public record Forms(int cacheMb, boolean areMadeAhead) {
        public static final Forms WHEN_ASKED = new Forms(2_000, false);
    }

    /// How pages are read aloud: where the weights of the voices are, how many processors make
    /// sound (0: nothing is read aloud), how many megabytes of it are kept, and whether missing
    /// weights are fetched.
    public record Speech(Path voices, int cores, int cacheMb, boolean fetches) {
        public static final Speech NONE = new Speech(Path.of(""), 0, 100, false);
    }

    /// Files are made when they are asked for.
    public Config(
            String host,
            int port,
            Path content,
            String baseUrl,
            Path data,
            Retention retention,
            TrustedProxies proxies,
            boolean meaning,
            Speech speech) {
        this(
                host,
                port,
                content,
                baseUrl,
                data,
                retention,
                proxies,
                meaning,
                speech,
                Forms.WHEN_ASKED,
                Staff.DEFAULT);
    }

    public Config(String host, int port, Path content, String baseUrl, Path data) {
        this(
                host,
                port,
                content,
                baseUrl,
                data,
                Retention.DEFAULT,
                TrustedProxies.NONE,
                false,
                Speech.NONE);
    }

    /// A setting that cannot be used, or a command that was typed wrong, said to the person who
    /// made it; the exit status of the program.
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Wrong(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /// Settings that were read, where the folders are as they must be.
    static Config of(Settings settings) throws Wrong {
        int contactDays = settings.get(Keys.KEEP_CONTACTS);
        int messageDays = settings.get(Keys.KEEP_MESSAGES);
        if (messageDays < contactDays) {
            throw new Wrong(
                    Main.CANNOT,
                    "%s %d 天，%s %d 天：留言不能比联系方式保存得短。"
                            .formatted(
                                    named(settings, Keys.KEEP_MESSAGES),
                                    messageDays,
                                    named(settings, Keys.KEEP_CONTACTS),
                                    contactDays));
        }
        return new Config(
                settings.get(Keys.HOST),
                settings.get(Keys.PORT),
                real(settings),
                settings.get(Keys.BASE_URL),
                data(settings),
                new Retention(contactDays, messageDays),
                settings.get(Keys.TRUSTED_PROXY),
                settings.get(Keys.MEANING),
                new Speech(
                        settings.get(Keys.VOICES),
                        settings.get(Keys.SPEECH_CORES),
                        settings.get(Keys.SPEECH_CACHE),
                        true),
                new Forms(settings.get(Keys.FORMS_CACHE), settings.get(Keys.FORMS_AHEAD)),
                staff(settings));
    }

    /// The same without fetching weights of voices.
    Config withoutFetching() {
        return new Config(
                host,
                port,
                content,
                baseUrl,
                data,
                retention,
                proxies,
                meaning,
                new Speech(speech.voices(), speech.cores(), speech.cacheMb(), false),
                forms,
                staff);
    }

    static Staff staff(Settings settings) {
        var required = settings.get(Keys.REQUIRED_FORMS);
        return new Staff(
                settings.get(Keys.DATABASE),
                new Rules(
                        settings.get(Keys.REVIEW_STEPS),
                        settings.get(Keys.REVIEWER_PUBLISHES),
                        required.contains("files"),
                        required.contains("speech")),
                settings.get(Keys.STAFF_IDLE));
    }

    /// In the data folder of a body's own site: its content repository.
    static final String OWN_CONTENT = "content";

    /// The content folder, which must be there. A data folder that was made with `init` has its
    /// own.
    static Path content(Settings settings) throws Wrong {
        var own = settings.get(Keys.DATA).resolve(OWN_CONTENT);
        if (settings.setting(Keys.CONTENT).origin() instanceof Origin.Default
                && Archive.isAt(own)) {
            return own;
        }
        var content = settings.get(Keys.CONTENT);
        if (!Files.isDirectory(content)) {
            throw new Wrong(
                    Main.CANNOT, named(settings, Keys.CONTENT) + "「" + content + "」不存在，或不是文件夹。");
        }
        return content;
    }

    /// The data folder, which may have to be made yet.
    static Path data(Settings settings) throws Wrong {
        var data = settings.get(Keys.DATA);
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new Wrong(Main.CANNOT, named(settings, Keys.DATA) + "「" + data + "」不是文件夹。");
        }
        return data;
    }

    /// The folder itself where a link to it was named: links within it are not followed.
    private static Path real(Settings settings) throws Wrong {
        var content = content(settings);
        try {
            return content.toRealPath();
        } catch (IOException e) {
            throw new Wrong(
                    Main.CANNOT,
                    named(settings, Keys.CONTENT) + "「" + content + "」读不了：" + e.getMessage());
        }
    }

    private static String named(Settings settings, Key<?> key) {
        return key.label() + "（" + settings.setting(key).origin().of(key) + "）";
    }
}
