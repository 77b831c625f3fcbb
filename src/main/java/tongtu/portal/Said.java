package tongtu.portal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tongtu.exchange.SpeechJson;
import tongtu.speech.Mp3;
import tongtu.speech.Script;
import tongtu.speech.Sound;
import tongtu.speech.Utterance;
import tongtu.speech.Voicing;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;

/// Pages that are made for one reader, such as a receipt, a form or an answer to a question, read
/// aloud. What they say is kept in memory alone, under a name that nobody guesses, and is never
/// written to the disk or to an address.
public final class Said {
    private static final String SAID = "/said";

    /// Pages that are kept; the oldest is forgotten.
    private static final int MOST = 1_000;

    private static final int PATIENCE_S = 25;
    private static final int TOKEN_BYTES = 16;

    /// What is said is worked out when somebody listens.
    private static final class Page {
        private final String title;
        private final String language;
        private final String text;
        private final Map<Integer, Sound> sounds = new ConcurrentHashMap<>();
        private @Nullable List<Utterance> utterances;

        Page(String title, String language, String text) {
            this.title = title;
            this.language = language;
            this.text = text;
        }

        synchronized List<Utterance> utterances() {
            var known = utterances;
            var said = known == null ? Script.ofText(text, language) : known;
            utterances = said;
            return said;
        }
    }

    private final Voicing voicing;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Page> pages = new LinkedHashMap<>();

    public Said(Voicing voicing) {
        this.voicing = voicing;
    }

    public List<Route> routes() {
        return List.of(Route.get(SAID + "/{token}/{file}", this::file));
    }

    /// How the lines of a page are heard.
    Listen keep(String title, List<String> lines, String language) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var page = new Page(title, language, String.join("\n", lines));
        synchronized (pages) {
            pages.put(token, page);
            if (pages.size() > MOST) {
                pages.remove(pages.keySet().iterator().next());
            }
        }
        var base = SAID + "/" + token;
        boolean isSpoken = voicing.narrator().speaks(language);
        return new Listen(base, base + "/script.json", isSpoken ? base + "/all.mp3" : "", "");
    }

    private Reply file(Request request) throws IOException, InterruptedException {
        var token = request.part("token");
        Page page;
        synchronized (pages) {
            page = pages.get(token);
        }
        var name = request.part("file");
        if (page == null) {
            return new Reply.Refusal(new Problem.NotFound(""));
        }
        if (name.equals("script.json")) {
            return new Reply.File(script(SAID + "/" + token, page), SoundReplies.JSON, "");
        }
        if (name.equals("all.mp3")) {
            return all(token, page);
        }
        var number = name.replaceFirst("\\.(mp3|json)$", "");
        int at = number.matches("\\d{1,4}") ? Integer.parseInt(number) : -1;
        if (at < 0 || at >= page.utterances().size() || name.equals(number)) {
            return new Reply.Refusal(new Problem.NotFound(""));
        }
        var sound = sound(page, at);
        if (sound == null) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        return name.endsWith(".json")
                ? new Reply.File(SoundReplies.timing(sound), SoundReplies.JSON, "")
                : mp3(token + "-" + at, List.of(sound.samples()));
    }

    private Reply all(String token, Page page) throws IOException, InterruptedException {
        var samples = new ArrayList<float[]>();
        for (int i = 0; i < page.utterances().size(); i++) {
            var sound = sound(page, i);
            if (sound != null) {
                samples.add(sound.samples());
                samples.add(new float[page.utterances().get(i).rest() * Sound.RATE / 1_000]);
            }
        }
        return samples.isEmpty()
                ? new Reply.Refusal(new Problem.Unavailable())
                : mp3(token, samples);
    }

    private static Reply mp3(String tag, List<float[]> samples) throws IOException {
        return new Reply.Media(
                Reply.Content.of(SoundReplies.mp3(samples)), Mp3.TYPE, tag, false, "");
    }

    private @Nullable Sound sound(Page page, int at) throws InterruptedException {
        var known = page.sounds.get(at);
        if (known != null) {
            return known;
        }
        try {
            var made = voicing.say(page.utterances().get(at)).get(PATIENCE_S, TimeUnit.SECONDS);
            page.sounds.put(at, made);
            return made;
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return null;
        }
    }

    private byte[] script(String base, Page page) {
        var narrator = voicing.narrator();
        var voice = narrator.voice(page.language, "");
        var lines = new ArrayList<SpeechJson.Line>();
        for (int i = 0; i < page.utterances().size(); i++) {
            var utterance = page.utterances().get(i);
            lines.add(
                    new SpeechJson.Line(
                            "",
                            utterance.number(),
                            utterance.piece(),
                            utterance.words(),
                            false,
                            false,
                            utterance.rest(),
                            voice == null ? "" : base + "/" + i + ".mp3",
                            page.sounds.containsKey(i)));
        }
        return SpeechJson.script(
                new SpeechJson.Script(
                        base,
                        page.title,
                        page.language,
                        voice == null ? "" : voice.name(),
                        List.of(),
                        lines.size(),
                        lines.size(),
                        false,
                        List.of(),
                        lines));
    }
}
