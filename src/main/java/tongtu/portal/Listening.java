package tongtu.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Units;
import tongtu.exchange.SpeechJson;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.speech.Captions;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Mp3;
import tongtu.speech.Recordings;
import tongtu.speech.Script;
import tongtu.speech.Sound;
import tongtu.speech.Track;
import tongtu.speech.VoiceFiles;
import tongtu.speech.Voicing;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;

/// Listening to documents: what is said and when, the sound of each piece, files to take along. All
/// of it lies below `/speech` and the document's own address; docs/api.md describes it.
public final class Listening {
    static final String SPEECH = "/speech";

    /// Below it lie pages with pinyin over their characters.
    static final String PINYIN = "/pinyin";

    static final String PODCAST = "/podcast.xml";
    private static final Logger LOG = Logger.getLogger(Listening.class.getName());
    private static final String JSON = "application/json;charset=utf-8";
    private static final String VTT = "text/vtt;charset=utf-8";

    /// Characters of a document whose sound is made before that of longer ones.
    private static final int SHORT = 3_000;

    /// Listeners who wait at once for a sound that is being made, and how long each does. The
    /// others are told to come back.
    private static final int WAITING = 24;

    private static final int PATIENCE_S = 25;

    /// Encoded sounds that are kept in memory: some 20 kB each.
    private static final int ENCODED = 512;

    private final PublicSite site;
    private final Voicing voicing;
    private final Editions editions;
    private final VoiceFiles files;
    private final PodcastFeed podcasts;
    private volatile Lexicon lexicon = Lexicon.NONE;
    private volatile Readings readings = new Readings(Lexicon.NONE);
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Map<String, byte[]> encoded = new LinkedHashMap<>(16, 0.75f, true);

    /// `artwork` is the address of the picture of the podcast.
    public Listening(
            PublicSite site, VoiceFiles files, Voicing voicing, Editions editions, String artwork) {
        this.site = site;
        this.files = files;
        this.voicing = voicing;
        this.editions = editions;
        podcasts = new PodcastFeed(site, voicing, editions, artwork);
        voicing.whenWhole(this::whole);
        site.surroundTo(this::update);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(SPEECH + "/{kind}/{slug}", this::page),
                Route.get(SPEECH + "/{kind}/{slug}/{file}", this::file),
                Route.get(PODCAST, _ -> podcasts.feed()),
                Route.get(PINYIN + "/{kind}/{slug}", this::pinyin));
    }

    /// What is to be voiced of what is shown now.
    private void update(Surroundings around) {
        if (!around.lexicon().equals(lexicon)) {
            lexicon = around.lexicon();
            readings = new Readings(lexicon);
            voice();
        }
        var recordings = recordings();
        var library = around.library();
        var texts = new ArrayList<Voicing.Text>();
        int order = 0;
        for (var document : library.newestFirst()) {
            if (document.equals(library.atAddress(document.address()))) {
                var recorded = recordings.of(document.path());
                var before = before(document, around.statuses().status(document));
                var isUrgent = document.frontMatter().emergency() != null;
                texts.add(
                        new Voicing.Text(
                                document.path(),
                                List.of(document, before, recorded),
                                isUrgent || length(document) <= SHORT,
                                isUrgent ? -1 : order++,
                                () -> Script.of(document, before).with(recorded)));
            }
        }
        voicing.update(texts);
    }

    private Recordings recordings() {
        try {
            var read = Recordings.read(site.root());
            read.findings()
                    .forEach(finding ->
                            LOG.log(
                                    Level.WARNING,
                                    "{0}:{1}: {2}",
                                    new Object[] {
                                        finding.file(), finding.line(), finding.message()
                                    }));
            return read;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the recordings cannot be read", e);
            return Recordings.NONE;
        }
    }

    /// Who speaks now: after the lexicon changed, or weights arrived.
    public void voice() {
        try {
            voicing.narrate(files.narrator(lexicon));
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the voices cannot be used", e);
        }
    }

    /// What a reader sees above the text.
    private static List<String> before(Document document, DocumentPage.Status status) {
        var lines = new ArrayList<String>();
        lines.add(document.title());
        lines.add(status.heading());
        lines.addAll(status.lines());
        lines.addAll(document.frontMatter().summary());
        return lines;
    }

    private static int length(Document document) {
        return Units.of(document).stream().mapToInt(unit -> unit.words().length()).sum();
    }

    /// The files of a whole document are made as soon as its sounds are there.
    private void whole(Track track) {
        var around = site.surroundings();
        var document = around == null ? null : around.library().atPath(track.path());
        if (document == null || !voicing.narrator().speaks(document.frontMatter().language())) {
            return;
        }
        for (var format : Format.values()) {
            try {
                var edition = edition(document, track, null, format);
                if (editions.isReady(edition)) {
                    editions.make(edition);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Edition edition(
            Document document, Track track, Script.@Nullable Part part, Format format) {
        var around = site.surroundings();
        var siteName = around == null ? "" : around.frames().siteName();
        return ListenPages.edition(siteName, document, track, part, format);
    }

    private @Nullable Document document(Request request) {
        var around = site.surroundings();
        return around == null
                ? null
                : around.library()
                        .atAddress("/" + request.part("kind") + "/" + request.part("slug"));
    }

    private static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }

    private Reply page(Request request) {
        var around = site.surroundings();
        var document = document(request);
        if (around == null || document == null) {
            return notFound();
        }
        var track = voicing.track(document.path(), voice(request));
        if (track == null) {
            return notFound();
        }
        return Reply.page(
                new ListenPages(around, readings, voicing, editions).page(document, track));
    }

    private Reply pinyin(Request request) {
        var around = site.surroundings();
        var document = document(request);
        return around == null || document == null
                ? notFound()
                : Reply.page(new ListenPages(around, readings, voicing, editions).pinyin(document));
    }

    /// The voice that is asked for by name; empty for the first one.
    private String voice(Request request) {
        var wanted = request.query().get("voice");
        return voicing.narrator().voices().stream().anyMatch(voice -> voice.name().equals(wanted))
                ? wanted
                : "";
    }

    private Reply file(Request request) throws IOException, InterruptedException {
        var document = document(request);
        var track = document == null ? null : voicing.track(document.path(), voice(request));
        if (document == null || track == null) {
            return notFound();
        }
        var name = request.part("file");
        int dot = name.lastIndexOf('.');
        var stem = dot < 0 ? name : name.substring(0, dot);
        var ending = dot < 0 ? "" : name.substring(dot + 1);
        if (name.equals("all.chapters.json")) {
            return json(podcasts.chapters(document, track));
        }
        if (name.equals("script.json")) {
            return json(SpeechJson.script(script(document, track)));
        }
        var around = site.surroundings();
        if (name.equals("readings") && around != null) {
            return Reply.page(
                    new ListenPages(around, readings, voicing, editions).readings(document, track));
        }
        boolean isKey = stem.length() == KEY;
        if (isKey && (ending.equals("mp3") || ending.equals("json"))) {
            return piece(track, stem, ending);
        }
        var part = track.part(stem);
        if (!stem.equals("all") && part == null) {
            return notFound();
        }
        return switch (ending) {
            case "mp3" -> edition(edition(document, track, part, Format.MP3));
            case "opus" -> edition(edition(document, track, part, Format.OPUS));
            case "vtt" -> captions(track, part);
            default -> notFound();
        };
    }

    /// Letters of a key in an address: enough that two of one document are never the same.
    private static final int KEY = 20;

    static String key(String key) {
        return key.isEmpty() ? "" : key.substring(0, KEY);
    }

    private static Reply json(byte[] json) {
        return new Reply.File(json, JSON, "");
    }

    private SpeechJson.Script script(Document document, Track track) {
        var narrator = voicing.narrator();
        var language = document.frontMatter().language();
        var base = SPEECH + Addresses.iri(document.address()) + "/";
        var query = track.voice().isEmpty() ? "" : "?voice=" + track.voice();
        var lines = new ArrayList<SpeechJson.Line>();
        for (int i = 0; i < track.keys().size(); i++) {
            var utterance = track.script().utterances().get(i);
            var key = track.keys().get(i);
            var block = utterance.block();
            lines.add(
                    new SpeechJson.Line(
                            block == null ? "" : block.text(),
                            utterance.number(),
                            utterance.piece(),
                            utterance.words(),
                            utterance.isLiteral(),
                            utterance.isHeading(),
                            utterance.rest(),
                            key.isEmpty() ? "" : base + key(key) + ".mp3" + query,
                            voicing.has(key)));
        }
        var places = Places.of(document);
        var parts =
                track.script().parts().stream()
                        .map(part ->
                                new SpeechJson.Part(
                                        part.section().text(),
                                        part.title(),
                                        part.level(),
                                        part.from(),
                                        part.to(),
                                        places.getOrDefault(part.section(), Place.NONE).cited()))
                        .toList();
        var progress = voicing.progress(track);
        var voice = narrator.voice(language, track.voice());
        return new SpeechJson.Script(
                document.address(),
                document.title(),
                language,
                voice == null ? "" : voice.name(),
                narrator.voices().stream()
                        .map(each ->
                                new SpeechJson.Speaker(each.name(), each.label(), each.language()))
                        .toList(),
                progress.done(),
                progress.all(),
                track.script().isCut(),
                parts,
                lines);
    }

    /// The sound of one piece, or when each of its syllables is heard; made now when it must be.
    private Reply piece(Track track, String key, String ending)
            throws IOException, InterruptedException {
        int at = -1;
        for (int i = 0; i < track.keys().size() && at < 0; i++) {
            at = key(track.keys().get(i)).equals(key) ? i : -1;
        }
        if (at < 0) {
            return notFound();
        }
        var whole = track.keys().get(at);
        if (!voicing.has(whole) && !await(voicing.ask(track, at))) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        var sound = voicing.sound(whole);
        if (sound == null) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        if (ending.equals("json")) {
            return new Reply.Media(Reply.Content.of(timing(sound)), JSON, key + "-t", true, "");
        }
        return new Reply.Media(Reply.Content.of(encoded(whole, sound)), Mp3.TYPE, key, true, "");
    }

    /// Whether work was done in time.
    private boolean await(CompletableFuture<Void> work) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            work.get(PATIENCE_S, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return false;
        } finally {
            waiting.release();
        }
    }

    static byte[] timing(Sound sound) {
        return SpeechJson.timing(
                sound.milliseconds(),
                sound.marks().stream()
                        .map(mark ->
                                new SpeechJson.Mark(
                                        mark.start(), mark.end(), ms(mark.from()), ms(mark.to())))
                        .toList());
    }

    private static int ms(int sample) {
        return (int) (sample * 1_000L / Sound.RATE);
    }

    private byte[] encoded(String key, Sound sound) throws IOException {
        synchronized (encoded) {
            var known = encoded.get(key);
            if (known != null) {
                return known;
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var mp3 = new Mp3(bytes)) {
            mp3.write(sound.samples());
        }
        var made = bytes.toByteArray();
        synchronized (encoded) {
            encoded.put(key, made);
            if (encoded.size() > ENCODED) {
                encoded.remove(encoded.keySet().iterator().next());
            }
        }
        return made;
    }

    /// A file to take along. Where its sounds are still being made, the reader is told to come
    /// back.
    private Reply edition(Edition edition) throws IOException, InterruptedException {
        var file = editions.find(edition);
        if (file == null && editions.isReady(edition) && await(editions.ask(edition))) {
            file = editions.find(edition);
        }
        if (file == null) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        return new Reply.Media(
                Reply.Content.of(file),
                edition.format().type(),
                edition.hash().substring(0, KEY),
                false,
                "");
    }

    private Reply captions(Track track, Script.@Nullable Part part) {
        int from = part == null ? 0 : part.from();
        int to = part == null ? track.keys().size() : part.to();
        var text = Captions.webVtt(track, from, to, editions.times(track, from, to));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Reply.Media(
                Reply.Content.of(bytes), VTT, Hash.of(bytes).substring(0, KEY), false, "");
    }
}
