package tongtu.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.exchange.Podcast;
import tongtu.speech.Editions;
import tongtu.speech.Editions.Format;
import tongtu.speech.Track;
import tongtu.speech.Voicing;
import tongtu.web.Problem;
import tongtu.web.Reply;

/// The podcast of a site: what can be heard whole.
final class PodcastFeed {
    private final PublicSite site;
    private final SpokenContent content;
    private final Voicing voicing;
    private final Editions editions;
    private final String artwork;

    /// `artwork` is the address of its picture.
    PodcastFeed(
            PublicSite site,
            SpokenContent content,
            Voicing voicing,
            Editions editions,
            String artwork) {
        this.site = site;
        this.content = content;
        this.voicing = voicing;
        this.editions = editions;
        this.artwork = artwork;
    }

    private String baseUrl() {
        var around = site.surroundings();
        return around == null ? "" : around.frames().whole("");
    }

    /// Where the sections of a document start in its sound, as JSON.
    byte[] chapters(Document document, Track track) {
        var times = editions.times(track, 0, track.keys().size());
        var chapters =
                track.script().parts().stream()
                        .filter(part -> part.from() < times.size())
                        .map(part ->
                                new Podcast.Chapter(
                                        part.title(),
                                        times.get(part.from())[0],
                                        document.address()))
                        .toList();
        return Podcast.chapters(baseUrl(), chapters);
    }

    /// Policies and notices whose sound is whole, the newest first.
    Reply feed() throws IOException {
        var around = site.surroundings();
        if (around == null || baseUrl().isEmpty()) {
            return new Reply.Refusal(new Problem.NotFound(""));
        }
        var episodes = new ArrayList<Podcast.Episode>();
        for (var document : around.library().newestFirst()) {
            var date = Library.date(document);
            boolean isHeard = document.kind() == Kind.POLICY || document.kind() == Kind.NOTICE;
            if (!isHeard || date == null || episodes.size() >= Podcast.MOST) {
                continue;
            }
            var track = voicing.known(document.path());
            var file =
                    track == null
                            ? null
                            : editions.find(
                                    content.edition(Heard.of(document), track, null, Format.MP3));
            if (track != null && file != null) {
                var times = editions.times(track, 0, track.keys().size());
                var base = Listening.SPEECH + document.address() + "/all";
                episodes.add(
                        new Podcast.Episode(
                                document.address(),
                                document.title(),
                                String.join("", document.frontMatter().summary()),
                                date,
                                base + ".mp3",
                                Files.size(file),
                                times.isEmpty() ? 0 : times.getLast()[1],
                                base + ".vtt",
                                base + ".chapters.json"));
            }
        }
        var name = around.frames().siteName();
        var podcast =
                new Podcast(
                        baseUrl(),
                        name,
                        "政策文件和通知公告，由机器朗读。",
                        name,
                        Listening.PODCAST,
                        artwork,
                        episodes);
        return new Reply.File(podcast.rss(), "application/rss+xml;charset=utf-8", "");
    }
}
