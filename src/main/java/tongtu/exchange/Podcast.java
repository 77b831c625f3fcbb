package tongtu.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What can be heard, as a podcast: RSS 2.0 with the elements that the common directories ask for
/// (Apple's `itunes`, the `podcast` namespace for chapters and transcripts). Addresses are whole.
public record Podcast(
        String baseUrl,
        String title,
        String description,
        String author,
        String self,
        String artwork,
        List<Episode> episodes) {
    /// Episodes of one feed.
    public static final int MOST = 100;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SECOND_MS = 1_000;

    /// A document: its page, its sound (`audio`, with its size in bytes), its transcript with times
    /// and its chapters; addresses are paths on the site.
    public record Episode(
            String address,
            String title,
            String summary,
            LocalDate date,
            String audio,
            long bytes,
            int milliseconds,
            String transcript,
            String chapters) {}

    public Podcast {
        episodes = episodes.stream().limit(MOST).toList();
        if (baseUrl.isEmpty()) {
            throw new IllegalArgumentException("a podcast without a permanent address");
        }
    }

    private String url(String address) {
        return baseUrl + Urls.encoded(address);
    }

    public byte[] rss() {
        return Xml.document(xml -> {
            xml.open("rss").attribute("version", "2.0");
            xml.attribute("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
            xml.attribute("xmlns:podcast", "https://podcastindex.org/namespace/1.0");
            xml.attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
            xml.open("channel");
            xml.element("title", title).element("link", baseUrl + "/");
            xml.element("description", description).element("language", "zh-cn");
            xml.open("atom:link").attribute("rel", "self").attribute("type", "application/rss+xml");
            xml.attribute("href", url(self)).close();
            xml.element("itunes:author", author).element("itunes:explicit", "false");
            xml.element("itunes:type", "episodic");
            xml.open("itunes:category").attribute("text", "Government").close();
            xml.open("itunes:image").attribute("href", baseUrl + artwork).close();
            xml.open("image").element("url", baseUrl + artwork);
            xml.element("title", title).element("link", baseUrl + "/").close();
            episodes.forEach(episode -> item(xml, episode));
            xml.close();
            xml.close();
        });
    }

    private void item(Xml xml, Episode episode) {
        xml.open("item");
        xml.element("title", episode.title()).element("link", url(episode.address()));
        xml.open("guid").attribute("isPermaLink", "true").words(url(episode.address())).close();
        xml.element(
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        episode.date().atTime(LocalTime.MIDNIGHT).atZone(ZONE)));
        xml.element(
                "description", episode.summary().isEmpty() ? episode.title() : episode.summary());
        xml.open("enclosure").attribute("url", url(episode.audio()));
        xml.attribute("length", String.valueOf(episode.bytes()))
                .attribute("type", "audio/mpeg")
                .close();
        xml.element("itunes:duration", String.valueOf(episode.milliseconds() / SECOND_MS));
        xml.element("itunes:explicit", "false");
        xml.open("podcast:transcript").attribute("url", url(episode.transcript()));
        xml.attribute("type", "text/vtt").close();
        xml.open("podcast:chapters").attribute("url", url(episode.chapters()));
        xml.attribute("type", "application/json+chapters").close();
        xml.close();
    }

    /// A chapter of an episode: where it starts.
    public record Chapter(String title, int startMs, String address) {}

    /// Chapters in the form of the `podcast` namespace (JSON chapters 1.2.0).
    public static byte[] chapters(String baseUrl, List<Chapter> chapters) {
        return Json.object(json -> {
            json.field("version", "1.2.0");
            json.list(
                    "chapters",
                    chapters,
                    chapter ->
                            json.element(() ->
                                    json.number(
                                                    "startTime",
                                                    String.format(
                                                            Locale.ROOT,
                                                            "%.3f",
                                                            chapter.startMs() / 1_000.0))
                                            .field("title", chapter.title())
                                            .field(
                                                    "url",
                                                    baseUrl + Urls.encoded(chapter.address()))));
        });
    }
}
