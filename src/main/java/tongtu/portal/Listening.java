package tongtu.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.exchange.SpeechJson;
import tongtu.language.Readings;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Format;
import tongtu.speech.Script;
import tongtu.speech.Track;
import tongtu.speech.VoiceFiles;
import tongtu.speech.Voicing;
import tongtu.takeaway.Narration;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.View;

/// What is answered about listening: what is said and when, the sound of each piece, files to take
/// along, readings. docs/api.md describes it.
public final class Listening {
    static final String SPEECH = "/speech";

    /// Below it lie pages with pinyin over their characters.
    static final String PINYIN = "/pinyin";

    static final String PODCAST = "/podcast.xml";
    private static final String READINGS = "readings";
    private static final String CHAPTERS = "all.chapters.json";
    private static final String SCRIPT = "script.json";
    private static final String WHOLE = "all";

    /// Pages of readings that are kept until something else is shown.
    private static final int KEPT = 64;

    private final PublicSite site;
    private final Voicing voicing;
    private final SpokenContent content;
    private final SoundReplies sounds;
    private final ListenPages pages;
    private final PodcastFeed podcasts;
    private final Map<String, View> kept = new ConcurrentHashMap<>();

    /// `artwork` is the address of the picture of the podcast.
    public Listening(
            PublicSite site, VoiceFiles files, Voicing voicing, Editions editions, String artwork) {
        this.site = site;
        this.voicing = voicing;
        content = new SpokenContent(site, files, voicing, editions, kept::clear);
        sounds = new SoundReplies(voicing, editions);
        pages = new ListenPages(content, voicing, editions);
        podcasts = new PodcastFeed(site, content, voicing, editions, artwork);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(SPEECH + "/{kind}/{slug}", this::page),
                Route.get(SPEECH + "/{kind}/{slug}/{file}", this::file),
                Route.get(PODCAST, _ -> podcasts.feed()),
                Route.get(PINYIN + "/{kind}/{slug}", this::pinyin));
    }

    /// Who speaks now: weights arrived.
    public void voice() {
        content.voice();
    }

    /// How a document is heard, null while not all of it is voiced.
    @Nullable Narration narration(Document document) {
        return content.narration(document);
    }

    /// What a document that is not shown would say.
    Script.Read script(Surroundings around, Document document) {
        return content.script(around, document);
    }

    Readings readings() {
        return content.readings();
    }

    /// Who is told of each document that is voiced to its end.
    void whenVoiced(Consumer<Document> listener) {
        content.whenVoiced(listener);
    }

    private @Nullable Heard heard(Request request) {
        return content.heard(request.part("kind"), request.part("slug"));
    }

    private @Nullable Track track(@Nullable Heard heard, Request request) {
        return heard == null ? null : voicing.track(heard.path(), voice(request));
    }

    /// The voice that is asked for by name; empty for the first one.
    private String voice(Request request) {
        var wanted = request.query().get("voice");
        return voicing.narrator().voices().stream().anyMatch(voice -> voice.name().equals(wanted))
                ? wanted
                : "";
    }

    private static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }

    private Reply page(Request request) {
        var around = site.surroundings();
        var heard = heard(request);
        var track = track(heard, request);
        return around == null || heard == null || track == null
                ? notFound()
                : Reply.page(pages.page(around, heard, track));
    }

    private Reply pinyin(Request request) {
        var heard = heard(request);
        var document = heard == null ? null : heard.document();
        return document == null
                ? notFound()
                : kept(PINYIN, document, (around, _) -> pages.pinyin(around, document));
    }

    /// A page about a document, made once for each time that something else is shown.
    private Reply kept(
            String what, Document document, BiFunction<Surroundings, Document, View> make) {
        var around = site.surroundings();
        if (around == null) {
            return notFound();
        }
        var known = kept.get(what + document.path());
        var view = known == null ? make.apply(around, document) : known;
        // What became old while it was made is not kept.
        if (known == null && kept.size() < KEPT && around.equals(site.surroundings())) {
            kept.put(what + document.path(), view);
        }
        return Reply.page(view);
    }

    private Reply file(Request request) throws IOException, InterruptedException {
        var heard = heard(request);
        var track = track(heard, request);
        if (heard == null || track == null) {
            return notFound();
        }
        var document = heard.document();
        var name = request.part("file");
        if (name.equals(SCRIPT)) {
            return json(SpeechJson.script(script(heard, track)));
        }
        if (document != null && name.equals(CHAPTERS)) {
            return json(podcasts.chapters(document, track));
        }
        if (document != null && name.equals(READINGS)) {
            return kept(READINGS, document, (around, _) -> pages.readings(around, heard, track));
        }
        int dot = name.lastIndexOf('.');
        var stem = dot < 0 ? name : name.substring(0, dot);
        var ending = dot < 0 ? "" : name.substring(dot + 1);
        if (SoundReplies.isKey(stem) && (ending.equals("mp3") || ending.equals("json"))) {
            return sounds.piece(track, stem, ending);
        }
        var part = track.part(stem);
        if (!stem.equals(WHOLE) && part == null) {
            return notFound();
        }
        return switch (ending) {
            case "mp3" -> sounds.edition(content.edition(heard, track, part, Format.MP3));
            case "opus" -> sounds.edition(content.edition(heard, track, part, Format.OPUS));
            case "vtt" ->
                    sounds.captions(
                            track,
                            part == null ? 0 : part.from(),
                            part == null ? track.keys().size() : part.to());
            default -> notFound();
        };
    }

    private static Reply json(byte[] json) {
        return new Reply.File(json, SoundReplies.JSON, "");
    }

    private SpeechJson.Script script(Heard heard, Track track) {
        var narrator = voicing.narrator();
        var query = track.voice().isEmpty() ? "" : "?voice=" + track.voice();
        // The words of other pages stand in the page itself.
        var document = heard.document();
        var around = document == null ? "main" : "";
        var lines = new ArrayList<SpeechJson.Line>();
        for (int i = 0; i < track.keys().size(); i++) {
            var utterance = track.script().utterances().get(i);
            var key = track.keys().get(i);
            var block = utterance.block();
            lines.add(
                    new SpeechJson.Line(
                            block == null ? around : block.text(),
                            utterance.number(),
                            utterance.piece(),
                            utterance.words(),
                            utterance.isLiteral(),
                            utterance.isHeading(),
                            utterance.rest(),
                            key.isEmpty()
                                    ? ""
                                    : heard.base() + "/" + SoundReplies.key(key) + ".mp3" + query,
                            voicing.has(key)));
        }
        var places = document == null ? Map.<BlockId, Place>of() : Places.of(document);
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
        var voice = narrator.voice(heard.language(), track.voice());
        return new SpeechJson.Script(
                heard.address(),
                heard.title(),
                heard.language(),
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
}
