package tongtu.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.html.HtmlRenderer;
import tongtu.html.Ruby;
import tongtu.language.Reading;
import tongtu.language.Readings;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Script;
import tongtu.speech.Track;
import tongtu.speech.Voicing;

/// The pages about a document's sound and its readings.
final class ListenPages {
    private static final double MEGABYTE = 1_000_000;

    private final Surroundings around;
    private final Readings readings;
    private final Voicing voicing;
    private final Editions editions;

    /// `readings` are those of the site's lexicon.
    ListenPages(Surroundings around, Readings readings, Voicing voicing, Editions editions) {
        this.around = around;
        this.readings = readings;
        this.voicing = voicing;
        this.editions = editions;
    }

    static Edition edition(
            String siteName,
            Document document,
            Track track,
            Script.@Nullable Part part,
            Format format) {
        int from = part == null ? 0 : part.from();
        int to = part == null ? track.keys().size() : part.to();
        var title = part == null ? document.title() : part.title();
        var album = part == null ? siteName : document.title();
        return new Edition(track, from, to, format, title, album, siteName);
    }

    ListenPage page(Document document, Track track) {
        var language = document.frontMatter().language();
        var words = ListenWords.in(language);
        boolean isMute = !voicing.narrator().speaks(language);
        var base = Listening.SPEECH + Addresses.iri(document.address());
        var progress = voicing.progress(track);
        var whole = downloads(document, track, null, base + "/all");
        var times = editions.times(track, 0, track.keys().size());
        long length = times.isEmpty() ? 0 : times.getLast()[1];
        long perPiece =
                progress.done() == 0
                        ? 0
                        : length / progress.done() * voicing.workPerSecondMs() / 1_000;
        var state =
                isMute
                        ? words.mute()
                        : words.state(
                                progress.done() + progress.failed(),
                                progress.all(),
                                length,
                                perPiece * (progress.all() - progress.done() - progress.failed()));
        boolean isWhole = !isMute && editions.isReady(edition(document, track, null, Format.MP3));
        var sections = new ArrayList<ListenPage.Section>();
        for (var part : track.script().parts()) {
            if (!isMute) {
                sections.add(
                        new ListenPage.Section(
                                part.title(),
                                Addresses.iri(document.address()) + "#" + part.section().text(),
                                downloads(
                                        document,
                                        track,
                                        part,
                                        base + "/" + part.section().text())));
            }
        }
        return new ListenPage(
                frame(document, words.listen(), base),
                words,
                words.listen() + document.title(),
                document.title(),
                back(document),
                state,
                isMute,
                isWhole ? base + "/all.mp3" : "",
                isWhole ? base + "/all.vtt" : "",
                isMute ? List.of() : whole,
                sections,
                more(words, language, base, Addresses.iri(document.address())));
    }

    private static List<Frame.PlaceLink> more(
            ListenWords words, String language, String base, String address) {
        return language.startsWith("zh")
                ? List.of(
                        new Frame.PlaceLink(base + "/readings", words.readings(), false, ""),
                        new Frame.PlaceLink(Listening.PINYIN + address, words.pinyin(), false, ""))
                : List.of();
    }

    private Frame frame(Document document, String before, String address) {
        return around.frames().below(document, before + document.title(), address);
    }

    private static Frame.PlaceLink back(Document document) {
        return new Frame.PlaceLink(Addresses.iri(document.address()), document.title(), false, "");
    }

    private Edition edition(
            Document document, Track track, Script.@Nullable Part part, Format format) {
        return edition(around.frames().siteName(), document, track, part, format);
    }

    /// The files whose sounds are all there.
    private List<ListenPage.Download> downloads(
            Document document, Track track, Script.@Nullable Part part, String base) {
        var downloads = new ArrayList<ListenPage.Download>();
        for (var format : Format.values()) {
            var edition = edition(document, track, part, format);
            if (editions.isReady(edition)) {
                downloads.add(
                        new ListenPage.Download(
                                base + "." + format.ending(),
                                format.name().toUpperCase(Locale.ROOT),
                                size(edition)));
            }
        }
        return downloads;
    }

    private String size(Edition edition) {
        try {
            var file = editions.find(edition);
            return file == null ? "" : "%.1f MB".formatted(Files.size(file) / MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadingsPage readings(Document document, Track track) {
        var words = ListenWords.in(document.frontMatter().language());
        var lines = new ArrayList<ReadingsPage.Line>();
        for (var utterance : track.script().utterances()) {
            var reading = readings.of(utterance.words());
            lines.add(
                    new ReadingsPage.Line(
                            utterance.words(), reading.words().replace(" ", ""), reading.pinyin()));
        }
        var base = Listening.SPEECH + Addresses.iri(document.address());
        return new ReadingsPage(
                frame(document, words.readings(), base + "/readings"),
                words,
                words.readings() + "（" + document.title() + "）",
                back(document),
                lines);
    }

    PinyinPage pinyin(Document document) {
        var words = ListenWords.in(document.frontMatter().language());
        Function<String, List<Ruby>> ruby = text -> ruby(readings.of(text), text);
        var renderer =
                new HtmlRenderer(
                        tongtu.document.Glossary.EMPTY,
                        path -> {
                            var other = around.library().atPath(path);
                            return other == null ? null : Addresses.iri(other.address());
                        });
        var address = Listening.PINYIN + Addresses.iri(document.address());
        return new PinyinPage(
                frame(document, words.pinyin(), address),
                words,
                HtmlRenderer.heading(document.title()),
                back(document),
                renderer.withRuby(ruby).render(document));
    }

    /// The pinyin over each character that stands for itself; a figure keeps its digits.
    private static List<Ruby> ruby(Reading reading, String text) {
        var ruby = new ArrayList<Ruby>();
        for (var part : reading.parts()) {
            if (part instanceof Reading.Word word) {
                for (var one : word.syllables()) {
                    boolean own =
                            text.startsWith(one.character(), one.start())
                                    && one.end() == one.start() + one.character().length();
                    if (own) {
                        ruby.add(
                                new Ruby(
                                        one.start(),
                                        one.end(),
                                        one.spoken().marked() + (one.rhotic() ? "r" : "")));
                    }
                }
            }
        }
        return ruby;
    }
}
