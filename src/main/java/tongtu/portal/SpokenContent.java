package tongtu.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Units;
import tongtu.html.PageLines;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Recordings;
import tongtu.speech.Script;
import tongtu.speech.Track;
import tongtu.speech.Voice;
import tongtu.speech.VoiceFiles;
import tongtu.speech.Voicing;
import tongtu.takeaway.Narration;

/// Has what is shown read aloud, as it changes: documents, then the other pages.
final class SpokenContent {
    private static final Logger LOG = Logger.getLogger(SpokenContent.class.getName());

    /// Characters of a document whose sound is made before that of longer ones.
    private static final int SHORT = 3_000;

    private final PublicSite site;
    private final VoiceFiles files;
    private final Voicing voicing;
    private final Editions editions;
    private final Runnable changed;
    private volatile Lexicon lexicon = Lexicon.NONE;
    private volatile Readings readings = new Readings(Lexicon.NONE);
    private volatile Map<String, Heard> others = Map.of();
    private volatile Consumer<Document> voiced = _ -> {};

    /// The tracks that are voiced to their end, by the path of their text.
    private final Map<String, Track> wholes = new ConcurrentHashMap<>();

    /// `changed` is told each time that something else is shown.
    SpokenContent(
            PublicSite site,
            VoiceFiles files,
            Voicing voicing,
            Editions editions,
            Runnable changed) {
        this.site = site;
        this.files = files;
        this.voicing = voicing;
        this.editions = editions;
        this.changed = changed;
        site.speak(languages());
        voicing.whenWhole(this::whole);
        site.surroundTo(this::update);
    }

    /// How words are read by the site's lexicon.
    Readings readings() {
        return readings;
    }

    /// What is heard below an address of two parts; null when nothing is.
    @Nullable Heard heard(String kind, String slug) {
        if (kind.equals(Listen.PAGE)) {
            return others.get(slug);
        }
        var around = site.surroundings();
        var document = around == null ? null : around.library().atAddress("/" + kind + "/" + slug);
        return document == null ? null : Heard.of(document);
    }

    private void update(Surroundings around) {
        if (!around.lexicon().equals(lexicon)) {
            lexicon = around.lexicon();
            readings = new Readings(lexicon);
            narrate();
        }
        var texts = documents(around);
        var next = new HashMap<String, Heard>();
        for (var other : new TreeMap<>(around.others()).entrySet()) {
            var page = other.getValue().page();
            var heard = Heard.of(other.getKey(), other.getValue());
            next.put(Listen.slug(other.getKey()), heard);
            texts.add(
                    new Voicing.Text(
                            heard.path(),
                            page,
                            false,
                            texts.size(),
                            () -> lines(new String(page.bytes(), StandardCharsets.UTF_8))));
        }
        others = Map.copyOf(next);
        voicing.update(texts);
        changed.run();
    }

    private static Script.Read lines(String html) {
        return Script.ofLines(
                PageLines.of(html).stream()
                        .map(line ->
                                new Script.Line(line.words(), line.language(), line.isHeading()))
                        .toList());
    }

    private List<Voicing.Text> documents(Surroundings around) {
        var recordings = recordings();
        var library = around.library();
        var texts = new ArrayList<Voicing.Text>();
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
                                isUrgent ? -1 : texts.size(),
                                () -> Script.of(document, before).with(recorded)));
            }
        }
        return texts;
    }

    /// What a document says where it stands in these surroundings.
    Script.Read script(Surroundings around, Document document) {
        return Script.of(document, before(document, around.statuses().status(document)))
                .with(recordings().of(document.path()));
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

    /// Who speaks now: weights arrived.
    void voice() {
        narrate();
        site.speak(languages());
    }

    private void narrate() {
        try {
            voicing.narrate(files.narrator(lexicon));
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the voices cannot be used", e);
        }
    }

    private Set<String> languages() {
        return voicing.narrator().voices().stream()
                .map(Voice::language)
                .collect(Collectors.toSet());
    }

    /// The files of a whole document are made as soon as its sounds are there; of other pages when
    /// they are asked for.
    private void whole(Track track) {
        wholes.put(track.path(), track);
        var around = site.surroundings();
        var document = around == null ? null : around.library().atPath(track.path());
        if (document == null || !voicing.narrator().speaks(document.frontMatter().language())) {
            return;
        }
        for (var format : Format.values()) {
            try {
                var edition = edition(Heard.of(document), track, null, format);
                if (editions.isReady(edition)) {
                    editions.make(edition);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        voiced.accept(document);
    }

    void whenVoiced(Consumer<Document> listener) {
        voiced = listener;
    }

    @SuppressWarnings("ReferenceEquality") // Another track of the same text is not voiced yet.
    private boolean isNow(Track track) {
        return voicing.isIdle() || track == voicing.known(track.path());
    }

    /// How a document is heard, null while not all of it is voiced. Where nothing is voiced in this
    /// program, what another one has left is looked up.
    @Nullable Narration narration(Document document) {
        var around = site.surroundings();
        var language = document.frontMatter().language();
        if (around == null || !voicing.narrator().speaks(language)) {
            return null;
        }
        var track =
                voicing.isIdle() ? voicing.track(document.path(), "") : wholes.get(document.path());
        if (track == null
                || !isNow(track)
                || track.keys().stream().allMatch(String::isEmpty)
                || !editions.isReady(edition(Heard.of(document), track, null, Format.MP3))) {
            return null;
        }
        return new Narration(
                track,
                editions,
                before(document, around.statuses().status(document)),
                document.title(),
                around.frames().siteName());
    }

    /// A file of the whole, or of a part.
    Edition edition(Heard heard, Track track, Script.@Nullable Part part, Format format) {
        var around = site.surroundings();
        var siteName = around == null ? "" : around.frames().siteName();
        int from = part == null ? 0 : part.from();
        int to = part == null ? track.keys().size() : part.to();
        return new Edition(
                track,
                from,
                to,
                format,
                part == null ? heard.title() : part.title(),
                part == null ? siteName : heard.title(),
                siteName);
    }
}
