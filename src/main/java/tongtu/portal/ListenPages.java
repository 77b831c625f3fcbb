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
import tongtu.document.Glossary;
import tongtu.html.HtmlRenderer;
import tongtu.html.Ruby;
import tongtu.language.Reading;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Edition;
import tongtu.speech.Editions.Format;
import tongtu.speech.Script;
import tongtu.speech.Track;
import tongtu.speech.Voicing;

/// The pages about a document's sound and its readings.
final class ListenPages {
    private static final double MEGABYTE = 1_000_000;

    private final SpokenContent content;
    private final Voicing voicing;
    private final Editions editions;

    ListenPages(SpokenContent content, Voicing voicing, Editions editions) {
        this.content = content;
        this.voicing = voicing;
        this.editions = editions;
    }

    ListenPage page(Surroundings around, Heard heard, Track track) {
        var words = ListenWords.in(heard.language());
        boolean isMute = !voicing.narrator().speaks(heard.language());
        var base = heard.base();
        var address = Addresses.iri(heard.address());
        var sections = new ArrayList<ListenPage.Section>();
        if (!isMute) {
            for (var part : track.script().parts()) {
                var section = part.section().text();
                sections.add(
                        new ListenPage.Section(
                                part.title(),
                                address + "#" + section,
                                downloads(heard, track, part, base + "/" + section)));
            }
        }
        boolean isWhole =
                !isMute && editions.isReady(content.edition(heard, track, null, Format.MP3));
        return new ListenPage(
                frame(around, heard, words.listen(), base),
                words,
                words.listen() + heard.title(),
                heard.title(),
                back(heard),
                isMute ? words.mute() : state(words, track),
                isMute,
                isMute ? "" : base + "/all.mp3",
                isWhole ? base + "/all.vtt" : "",
                isMute ? List.of() : downloads(heard, track, null, base + "/all"),
                sections,
                more(words, heard));
    }

    private String state(ListenWords words, Track track) {
        var progress = voicing.progress(track);
        var times = editions.times(track, 0, track.keys().size());
        long length = times.isEmpty() ? 0 : times.getLast()[1];
        int done = progress.done() + progress.failed();
        long perPiece =
                progress.done() == 0
                        ? 0
                        : length / progress.done() * voicing.workPerSecondMs() / 1_000;
        return words.state(done, progress.all(), length, perPiece * (progress.all() - done));
    }

    private static List<Frame.PlaceLink> more(ListenWords words, Heard heard) {
        return heard.document() != null && heard.language().startsWith("zh")
                ? List.of(
                        new Frame.PlaceLink(
                                heard.base() + "/readings", words.readings(), false, ""),
                        new Frame.PlaceLink(
                                Listening.PINYIN + Addresses.iri(heard.address()),
                                words.pinyin(),
                                false,
                                ""))
                : List.of();
    }

    private static Frame frame(Surroundings around, Heard heard, String before, String address) {
        var title = before + heard.title();
        var document = heard.document();
        return document == null
                ? around.frames().of(title, "", address, List.of(back(heard)))
                : around.frames().below(document, title, address);
    }

    private static Frame.PlaceLink back(Heard heard) {
        return new Frame.PlaceLink(Addresses.iri(heard.address()), heard.title(), false, "");
    }

    /// The files whose sounds are all there.
    private List<ListenPage.Download> downloads(
            Heard heard, Track track, Script.@Nullable Part part, String base) {
        var downloads = new ArrayList<ListenPage.Download>();
        for (var format : Format.values()) {
            var edition = content.edition(heard, track, part, format);
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

    ReadingsPage readings(Surroundings around, Heard heard, Track track) {
        var words = ListenWords.in(heard.language());
        var readings = content.readings();
        var lines = new ArrayList<ReadingsPage.Line>();
        for (var utterance : track.script().utterances()) {
            var reading = readings.of(utterance.words());
            lines.add(
                    new ReadingsPage.Line(
                            utterance.words(), reading.words().replace(" ", ""), reading.pinyin()));
        }
        return new ReadingsPage(
                frame(around, heard, words.readings(), heard.base() + "/readings"),
                words,
                words.readings() + "（" + heard.title() + "）",
                back(heard),
                lines);
    }

    PinyinPage pinyin(Surroundings around, Document document) {
        var heard = Heard.of(document);
        var words = ListenWords.in(heard.language());
        var readings = content.readings();
        Function<String, List<Ruby>> ruby = text -> ruby(readings.of(text), text);
        var renderer =
                new HtmlRenderer(
                        Glossary.EMPTY,
                        path -> {
                            var other = around.library().atPath(path);
                            return other == null ? null : Addresses.iri(other.address());
                        });
        var address = Listening.PINYIN + Addresses.iri(document.address());
        return new PinyinPage(
                frame(around, heard, words.pinyin(), address),
                words,
                HtmlRenderer.heading(document.title()),
                back(heard),
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
